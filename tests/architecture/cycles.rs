//! No file and no room leads back to itself, through whatever others.

use crate::house::{HOUSE, Source};
use std::collections::BTreeSet;

/// The groups of points that all lead to each other, of two or more.
pub(crate) fn knots(arrows: &[BTreeSet<usize>]) -> Vec<BTreeSet<usize>> {
    let reach: Vec<BTreeSet<usize>> = (0..arrows.len())
        .map(|from| {
            let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
            while let Some(point) = next.pop() {
                next.extend(arrows[point].iter().filter(|to| seen.insert(**to)));
            }
            seen
        })
        .collect();
    let knot = |from: usize| reach[from].iter().copied().filter(|to| reach[*to].contains(&from)).collect();
    let all: BTreeSet<BTreeSet<usize>> = (0..arrows.len()).map(knot).collect();
    all.into_iter().filter(|knot| knot.len() > 1).collect()
}

/// Rooms that lead back to themselves through others.
pub(crate) fn room_knots() -> Vec<Vec<&'static str>> {
    let rooms: Vec<&str> = HOUSE.sources.iter().map(Source::room).collect::<BTreeSet<_>>().into_iter().collect();
    let place = |name: &str| rooms.iter().position(|room| *room == name);
    let mut arrows = vec![BTreeSet::new(); rooms.len()];
    for source in &HOUSE.sources {
        let from = place(source.room()).unwrap();
        let others = source.named.iter().filter(|named| named.ours).filter_map(|named| place(named.path.first()?));
        arrows[from].extend(others.filter(|to| *to != from));
    }
    knots(&arrows).into_iter().map(|knot| knot.into_iter().map(|n| rooms[n]).collect()).collect()
}

#[test]
fn no_file_lies_in_a_cycle() {
    let arrows = HOUSE.arrows();
    let name = |n: &usize| HOUSE.sources[*n].name();
    let mut wrong = Vec::new();
    for knot in knots(&arrows) {
        for from in &knot {
            let to: Vec<String> = arrows[*from].intersection(&knot).map(name).collect();
            wrong.push(format!("{} lies in a cycle through {}", name(from), to.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_room_lies_in_a_cycle() {
    assert_eq!(room_knots(), Vec::<Vec<&str>>::new());
}

#[test]
fn a_knot_is_found_and_a_chain_is_none() {
    let arrows = |all: &[&[usize]]| all.iter().map(|to| to.iter().copied().collect()).collect::<Vec<_>>();
    assert_eq!(knots(&arrows(&[&[1], &[2], &[]])), []);
    assert_eq!(knots(&arrows(&[&[1], &[2], &[1], &[0]])), [BTreeSet::from([1, 2])]);
}
