//! What of the gallery is shown. PURE. Owns what each filter lets through.

use crate::engine::content::{Equipment, Posture};
use crate::engine::fit::Unfit;
use crate::windows::main::talk::{Activity, Entry};

/// The area that breathing patterns have: they are listed with the exercises of the breath.
const BREATH: &str = "breath";

/// The lengths that can be chosen, in seconds; what takes longer than the last is one more.
pub(super) const LENGTHS: [u32; 4] = [30, 60, 120, 300];

/// Which are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Which {
    /// Those that fit.
    #[default]
    Fitting,
    All,
    /// Those that are hidden.
    Hidden,
}

/// How long it may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// No longer than so many seconds.
    UpTo(u32),
    /// Longer.
    Over(u32),
}

/// What is asked of what is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filter {
    pub(super) which: Which,
    pub(super) search: String,
    pub(super) area: Option<String>,
    pub(super) posture: Option<Posture>,
    pub(super) equipment: Option<Equipment>,
    pub(super) length: Option<Length>,
    /// Only what others do not notice.
    pub(super) unnoticed: Option<()>,
}

impl Filter {
    /// Lets everything through.
    pub(super) fn everything() -> Self {
        Self { which: Which::All, ..Self::default() }
    }

    /// How many filters are set, beside which are shown and the search.
    pub(super) fn chosen(&self) -> usize {
        let Self { which: _, search: _, area, posture, equipment, length, unnoticed } = self;
        let set = [area.is_some(), posture.is_some(), equipment.is_some(), length.is_some(), unnoticed.is_some()];
        set.into_iter().filter(|set| *set).count()
    }

    /// Whether this one is shown.
    pub(super) fn lets(&self, entry: &Entry) -> bool {
        let which = match self.which {
            Which::Fitting => entry.against.is_empty(),
            Which::All => true,
            Which::Hidden => entry.against.iter().any(Unfit::hides),
        };
        let activity = &entry.activity;
        let (posture, equipment, unnoticed) = match activity {
            Activity::Exercise(exercise) => (exercise.posture, exercise.equipment, exercise.discreet),
            // Breathing goes in any posture; sitting is where it is done at a desk.
            Activity::Pattern(pattern) => (Posture::Seated, Equipment::None, pattern.discreet),
        };
        let long = self.length.is_none_or(|length| match length {
            Length::UpTo(most) => activity.seconds() <= most,
            Length::Over(least) => activity.seconds() > least,
        });
        which
            && long
            && self.posture.is_none_or(|wanted| wanted == posture)
            && self.equipment.is_none_or(|wanted| wanted == equipment)
            && (self.unnoticed.is_none() || unnoticed)
            && self.area.as_ref().is_none_or(|wanted| areas(activity).any(|area| area == wanted))
            && self.finds(activity)
    }

    /// Whether each word that is searched for begins a word of its name, an area or a cue.
    fn finds(&self, activity: &Activity) -> bool {
        let (name, steps) = match activity {
            Activity::Exercise(exercise) => (&exercise.name, &exercise.steps),
            Activity::Pattern(pattern) => (&pattern.name, &pattern.steps),
        };
        let areas = areas(activity).map(crate::text::areas::name);
        let all = std::iter::once(name.to_lowercase()).chain(areas).chain(steps.iter().map(|step| step.to_lowercase()));
        let all: Vec<String> = all.collect();
        let begins =
            |text: &String, word: &str| text.split(|c: char| !c.is_alphanumeric()).any(|w| w.starts_with(word));
        self.search.to_lowercase().split_whitespace().all(|word| all.iter().any(|text| begins(text, word)))
    }
}

/// The areas of what can be done.
pub(super) fn areas(activity: &Activity) -> impl Iterator<Item = &str> {
    let (own, breath) = match activity {
        Activity::Exercise(exercise) => (exercise.areas.as_slice(), None),
        Activity::Pattern(_) => (&[][..], Some(BREATH)),
    };
    own.iter().map(String::as_str).chain(breath)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;

    fn entries() -> Vec<Entry> {
        let content = library::content("en", &[]).0.content;
        let exercises = content.exercises.into_iter().map(|one| Activity::Exercise(Box::new(one)));
        let patterns = content.patterns.into_iter().map(|one| Activity::Pattern(Box::new(one)));
        exercises.chain(patterns).map(|activity| Entry { activity, against: Vec::new() }).collect()
    }

    fn ids(filter: &Filter, all: &[Entry]) -> Vec<String> {
        all.iter().filter(|entry| filter.lets(entry)).map(|entry| entry.activity.id().to_owned()).collect()
    }

    #[test]
    fn all_of_the_library_is_there_and_each_filter_takes_some_away() {
        let all = entries();
        let whole = ids(&Filter::everything(), &all).len();
        assert_eq!(whole, all.len());
        let some = [
            Filter { area: Some("neck".into()), ..Filter::everything() },
            Filter { posture: Some(Posture::Floor), ..Filter::everything() },
            Filter { equipment: Some(Equipment::Band), ..Filter::everything() },
            Filter { length: Some(Length::UpTo(30)), ..Filter::everything() },
            Filter { length: Some(Length::Over(300)), ..Filter::everything() },
            Filter { unnoticed: Some(()), ..Filter::everything() },
            Filter { search: "chin neck".into(), ..Filter::everything() },
        ];
        for filter in some {
            let left = ids(&filter, &all).len();
            assert!(0 < left && left < whole, "{filter:?}: {left}");
        }
    }

    #[test]
    fn words_are_found_by_their_beginning_in_any_order() {
        let all = entries();
        let found = |search: &str| ids(&Filter { search: search.into(), ..Filter::everything() }, &all);
        assert!(found("tuck CHIN").contains(&"chin-tuck".to_owned()));
        assert!(found("chi").contains(&"chin-tuck".to_owned()));
        assert!(found("box").contains(&"box".to_owned()));
        assert!(found("uck").is_empty());
    }

    #[test]
    fn what_fits_is_shown_first_and_what_is_hidden_by_itself() {
        let mut all = entries();
        all[0].against = vec![Unfit::Hurt];
        all[1].against = vec![Unfit::Noticed];
        assert_eq!(ids(&Filter::default(), &all).len(), all.len() - 2);
        assert_eq!(ids(&Filter { which: Which::Hidden, ..Filter::default() }, &all), [all[0].activity.id()]);
    }
}
