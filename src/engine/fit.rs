//! Whether an exercise fits the person, and what speaks against it (BEHAVIOUR 6). Owns that one rule, for the choice and for
//! whoever explains it; never chooses.

use super::content::{Equipment, Exercise, Kind, NudgeKind, Posture};
use super::rules::Fit;
use super::status::Hidden;
use serde::Serialize;
use std::time::Duration;

/// One thing that speaks against an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", content = "what", rename_all = "kebab-case")]
pub enum Unfit {
    /// It needs this, which is not at hand.
    Equipment(Equipment),
    /// It loads this, which the person asked to leave alone.
    Avoid(String),
    /// It is done like this, and the person asked for sitting only.
    Posture(Posture),
    /// Others would notice.
    Noticed,
    /// It takes this many seconds, longer than the break.
    Long(u32),
    /// The person has hidden it in the settings.
    Hidden,
    /// The person wants only easy things for now.
    NotEasy,
    /// It was swapped so often that it is not offered until then (RFC 3339).
    Swapped(String),
    /// The person said that it hurts, or is not for them.
    Hurt,
}

impl Unfit {
    /// Whether it can be lifted by showing the exercise again.
    #[must_use]
    pub fn hides(&self) -> bool {
        match self {
            Unfit::Hidden | Unfit::Swapped(_) | Unfit::Hurt => true,
            Unfit::Equipment(_)
            | Unfit::Avoid(_)
            | Unfit::Posture(_)
            | Unfit::Noticed
            | Unfit::Long(_)
            | Unfit::NotEasy => false,
        }
    }
}

impl From<&Hidden> for Unfit {
    fn from(hidden: &Hidden) -> Self {
        hidden.until.clone().map_or(Unfit::Hurt, Unfit::Swapped)
    }
}

/// All that speaks against an exercise in a break of this length, but for what the engine has hidden by itself; nothing if
/// it fits.
pub fn unfit<'a>(exercise: &'a Exercise, fit: &'a Fit, lasts: Duration) -> impl Iterator<Item = Unfit> + 'a {
    let needed = exercise.equipment;
    let missing = needed != Equipment::None && !fit.equipment.iter().any(|at_hand| at_hand == needed.token());
    let loads = exercise.avoid.iter().filter(|word| fit.avoid.contains(word));
    let up = fit.seated_only && exercise.posture != Posture::Seated;
    let long = Duration::from_secs(u64::from(exercise.seconds)) > lasts;
    let hidden = fit.hidden.contains(&exercise.id);
    (hidden.then_some(Unfit::Hidden).into_iter())
        .chain(missing.then_some(Unfit::Equipment(needed)))
        .chain(loads.map(|word| Unfit::Avoid(word.clone())))
        .chain(up.then_some(Unfit::Posture(exercise.posture)))
        .chain((fit.open_office && !exercise.discreet).then_some(Unfit::Noticed))
        .chain(long.then_some(Unfit::Long(exercise.seconds)))
        .chain((fit.easy_only && !easy(exercise)).then_some(Unfit::NotEasy))
}

/// What stays while someone should be seen first: calm walking and breathing. A walk that asks to take care is none.
fn easy(exercise: &Exercise) -> bool {
    match exercise.kind {
        Kind::Walk => exercise.avoid.is_empty(),
        Kind::Breath => true,
        Kind::Stretch | Kind::Mobility | Kind::Strength | Kind::Eyes | Kind::BodyScan | Kind::Reflection => false,
    }
}

/// The same for nudges: nothing that asks back, neck or limbs to move.
pub(super) fn easy_nudge(kind: NudgeKind) -> bool {
    match kind {
        NudgeKind::Breath | NudgeKind::Eyes | NudgeKind::Setup => true,
        NudgeKind::Posture | NudgeKind::Tension | NudgeKind::SitStand => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squat() -> Exercise {
        Exercise {
            id: "squat".into(),
            name: "Squat".into(),
            areas: vec!["hips".into()],
            kind: Kind::Strength,
            posture: Posture::Standing,
            equipment: Equipment::Band,
            seconds: 60,
            hold_s: 0,
            reps: 1,
            sides: 1,
            steps: Vec::new(),
            timing: Vec::new(),
            both: false,
            why: String::new(),
            caution: String::new(),
            avoid: vec!["hip".into(), "knee".into()],
            discreet: false,
            when: Vec::new(),
            source: Vec::new(),
        }
    }

    #[test]
    fn all_that_speaks_against_it_is_said_and_nothing_else() {
        let minute = Duration::from_mins(1);
        let all = |fit: &Fit, lasts| unfit(&squat(), fit, lasts).collect::<Vec<_>>();
        let with_a_band = Fit { equipment: vec!["band".into()], avoid: vec!["neck".into()], ..Fit::default() };
        assert_eq!(all(&with_a_band, minute), []);
        assert_eq!(all(&with_a_band, Duration::from_secs(59)), [Unfit::Long(60)]);
        let nothing = Fit {
            avoid: vec!["knee".into(), "neck".into()],
            equipment: vec!["chair".into()],
            seated_only: true,
            open_office: true,
            hidden: vec!["squat".into()],
            easy_only: true,
        };
        let avoid = Unfit::Avoid("knee".into());
        let (band, standing) = (Unfit::Equipment(Equipment::Band), Unfit::Posture(Posture::Standing));
        assert_eq!(all(&nothing, minute), [Unfit::Hidden, band, avoid, standing, Unfit::Noticed, Unfit::NotEasy]);
    }

    #[test]
    fn easy_is_calm_walking_and_breathing() {
        let fit = Fit { easy_only: true, equipment: vec!["band".into()], ..Fit::default() };
        let fits = |kind, avoid: &[&str]| {
            let avoid = avoid.iter().map(|word| (*word).to_owned()).collect();
            unfit(&Exercise { kind, avoid, ..squat() }, &fit, Duration::from_mins(1)).next().is_none()
        };
        assert!(fits(Kind::Walk, &[]) && fits(Kind::Breath, &["breath"]));
        assert!(!fits(Kind::Walk, &["heart"]), "a brisk one");
        for kind in [Kind::Stretch, Kind::Mobility, Kind::Strength, Kind::Eyes, Kind::BodyScan, Kind::Reflection] {
            assert!(!fits(kind, &[]), "{kind:?}");
        }
    }
}
