//! Files that lead back to themselves, through whatever others.

use crate::house::HOUSE;
use std::collections::BTreeSet;

/// How many files still lie in a cycle. It may only shrink.
const IN_CYCLES: usize = 3;

/// Those files.
const CYCLES: &[&str] = &["src/learn/mod.rs", "src/learn/practices.rs", "src/text/learn.rs"];

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

#[test]
fn no_new_file_lies_in_a_cycle() {
    assert_eq!(CYCLES.len(), IN_CYCLES, "the list and its length");
    let arrows = HOUSE.arrows();
    let name = |n: &usize| HOUSE.sources[*n].name();
    let (mut wrong, mut found) = (Vec::new(), BTreeSet::new());
    for knot in knots(&arrows) {
        found.extend(knot.iter().map(name));
        for from in knot.iter().filter(|from| !CYCLES.contains(&name(from).as_str())) {
            let to: Vec<String> = arrows[*from].intersection(&knot).map(name).collect();
            wrong.push(format!("{} lies in a cycle through {}", name(from), to.join(", ")));
        }
    }
    let free = CYCLES.iter().filter(|file| !found.contains(**file));
    wrong.extend(free.map(|file| format!("{file} lies in no cycle any more: take it off the list")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_knot_is_found_and_a_chain_is_none() {
    let arrows = |all: &[&[usize]]| all.iter().map(|to| to.iter().copied().collect()).collect::<Vec<_>>();
    assert_eq!(knots(&arrows(&[&[1], &[2], &[]])), []);
    assert_eq!(knots(&arrows(&[&[1], &[2], &[1], &[0]])), [BTreeSet::from([1, 2])]);
}
