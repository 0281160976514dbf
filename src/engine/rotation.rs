//! Which line a nudge shows (BEHAVIOUR 5.1). Owns the order in which the lines take turns; never shows one.

use super::content::{Nudge, NudgeKind};
use super::fit;
use std::collections::BTreeMap;

/// The line for this turn: each comes once before any comes again, and two of one sort come in a row only where nothing
/// else is left, because they read as the same.
pub(super) fn line(all: &[Nudge], easy_only: bool, turn: usize) -> Option<&Nudge> {
    let mut left: BTreeMap<NudgeKind, Vec<&Nudge>> = BTreeMap::new();
    for nudge in all.iter().rev().filter(|nudge| !easy_only || fit::easy_nudge(nudge.kind)) {
        left.entry(nudge.kind).or_default().push(nudge);
    }
    let count = left.values().map(Vec::len).sum::<usize>();
    let (turn, mut before, mut line) = (turn.checked_rem(count)?, None, None);
    for _ in 0..=turn {
        let most = |other: bool| {
            let kinds = left.iter().filter(|(kind, lines)| !lines.is_empty() && (!other || Some(**kind) != before));
            kinds.min_by_key(|(_, lines)| std::cmp::Reverse(lines.len())).map(|(kind, _)| *kind)
        };
        before = most(true).or_else(|| most(false));
        line = before.and_then(|kind| left.get_mut(&kind)).and_then(Vec::pop);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nudge(id: &str, kind: NudgeKind) -> Nudge {
        Nudge { id: id.into(), text: id.into(), kind, source: Vec::new() }
    }

    fn round(all: &[Nudge], easy_only: bool, turns: usize) -> String {
        let ids = (0..turns).filter_map(|turn| line(all, easy_only, turn)).map(|nudge| nudge.id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn lines_of_one_sort_keep_apart_and_each_comes_once_in_a_round() {
        use NudgeKind::{Breath, Eyes, Posture};
        let all = [nudge("a", Posture), nudge("b", Posture), nudge("c", Posture), nudge("d", Breath), nudge("e", Eyes)];
        assert_eq!(round(&all, false, 11), "a d b e c a d b e c a");
        assert_eq!(round(&all[..4], false, 4), "a d b c", "nothing else is left");
        assert_eq!(round(&all, true, 3), "d e d");
        assert_eq!((round(&all[..3], true, 3), round(&[], false, 3)), (String::new(), String::new()));
    }
}
