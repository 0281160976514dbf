//! A breathing pattern in time. Owns which phase it is and how large the circle is; draws nothing.

use crate::engine::content::{Breath, Pattern, Phase};
use std::time::Duration;

/// How large the circle is after each phase, of its largest. After a breath in there is room for a little more.
const EMPTY: f32 = 0.45;
const FULL: f32 = 0.92;
const FULLER: f32 = 1.0;

/// A moment of a pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::windows) struct BreathPoint {
    /// What the breath does; none where it is not paced.
    pub(in crate::windows) act: Option<Breath>,
    /// Seconds left of it, as they are counted: 4, 3, 2, 1.
    pub(in crate::windows) count: u64,
    /// How large the circle is, 0 to 1.
    pub(in crate::windows) size: f32,
    /// How large it is when this phase ends: what a still circle shows.
    pub(in crate::windows) target: f32,
    /// Breaths left, this one included.
    pub(in crate::windows) cycles: u32,
    /// When this phase ends, from the beginning.
    pub(in crate::windows) until: Duration,
}

/// The moment of a pattern at this time from its beginning.
#[must_use]
pub(in crate::windows) fn at(pattern: &Pattern, passed: Duration) -> BreathPoint {
    let cycle: f64 = pattern.phases.iter().map(|phase| phase.s).sum();
    if cycle <= 0.0 {
        let until = Duration::from_secs(u64::from(pattern.seconds)).max(passed);
        return BreathPoint { act: None, count: 0, size: FULL, target: FULL, cycles: pattern.cycles, until };
    }
    let seconds = passed.as_secs_f64();
    let round = (seconds / cycle).floor();
    let (phase, before) = phase_at(&pattern.phases, seconds - round * cycle);
    let left = (before + phase.s - (seconds - round * cycle)).max(0.0);
    let (from, to) = sizes(&pattern.phases, before);
    BreathPoint {
        act: Some(phase.act),
        count: whole(left.ceil()).max(1),
        size: from + (to - from) * eased(1.0 - left / phase.s.max(f64::EPSILON)),
        target: to,
        cycles: pattern.cycles.saturating_sub(u32::try_from(whole(round)).unwrap_or(u32::MAX)).max(1),
        until: passed + Duration::from_secs_f64(left),
    }
}

/// The phase at a time of the cycle, and when it began.
fn phase_at(phases: &[Phase], at: f64) -> (&Phase, f64) {
    let mut began = 0.0;
    for phase in phases {
        if at < began + phase.s {
            return (phase, began);
        }
        began += phase.s;
    }
    let last = &phases[phases.len() - 1]; // at the very end, by rounding
    (last, began - last.s)
}

/// The circle before and after the phase that begins then.
fn sizes(phases: &[Phase], began: f64) -> (f32, f32) {
    let (mut size, mut at) = (EMPTY, 0.0);
    for phase in phases {
        let after = match phase.act {
            Breath::In => FULL,
            Breath::TopUp => FULLER,
            Breath::Out => EMPTY,
            Breath::Hold | Breath::Rest => size,
        };
        if at >= began {
            return (size, after);
        }
        (size, at) = (after, at + phase.s);
    }
    (size, size)
}

/// Gently at both ends, as a breath is.
#[expect(clippy::cast_possible_truncation, reason = "a share of one")]
fn eased(share: f64) -> f32 {
    (0.5 - 0.5 * (share.clamp(0.0, 1.0) * std::f64::consts::PI).cos()) as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, which is wanted")]
fn whole(n: f64) -> u64 {
    n as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;

    fn pattern(id: &str) -> Pattern {
        library::content("en", &[]).0.content.patterns.into_iter().find(|p| p.id == id).expect("a shipped pattern")
    }

    fn s(seconds: f64) -> Duration {
        Duration::from_secs_f64(seconds)
    }

    #[test]
    fn a_box_is_in_hold_out_rest_four_each() {
        let pattern = pattern("box");
        let acts = [0.0, 4.0, 8.0, 12.0, 16.0].map(|t| at(&pattern, s(t)).act);
        assert_eq!(acts, [Breath::In, Breath::Hold, Breath::Out, Breath::Rest, Breath::In].map(Some));
        assert_eq!([0.0, 0.9, 1.0, 3.5].map(|t| at(&pattern, s(t)).count), [4, 4, 3, 1]);
        assert_eq!(at(&pattern, s(5.0)).until, s(8.0));
    }

    #[test]
    fn the_circle_grows_stays_and_shrinks_without_a_jump() {
        for pattern in library::content("en", &[]).0.content.patterns.iter().filter(|p| !p.phases.is_empty()) {
            let size = |tenths: u32| at(pattern, Duration::from_millis(u64::from(tenths) * 100)).size;
            for tenths in 0..300 {
                let (now, then) = (size(tenths), size(tenths + 1));
                assert!((EMPTY..=FULLER).contains(&now) && (now - then).abs() < 0.06, "{} at {tenths}", pattern.id);
            }
        }
        let sigh = pattern("physiological-sigh");
        assert!((at(&sigh, s(0.0)).size - EMPTY).abs() < 0.01);
        assert!((at(&sigh, s(3.0)).size - FULL).abs() < 0.01);
        assert!((at(&sigh, s(4.0)).size - FULLER).abs() < 0.01);
    }

    #[test]
    fn breaths_count_down_and_the_last_stays_the_last() {
        let sigh = pattern("physiological-sigh");
        assert_eq!([0.0, 12.0, 24.0, 36.0].map(|t| at(&sigh, s(t)).cycles), [3, 2, 1, 1]);
    }

    #[test]
    fn what_is_not_paced_has_no_phase() {
        let free = at(&pattern("counted-breaths"), s(10.0));
        assert_eq!((free.act, free.until), (None, s(60.0)));
    }
}
