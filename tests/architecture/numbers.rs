//! The numbers of the house, by one script before and after a change: a test that prints and holds nothing.

use crate::cycles::knots;
use crate::house::{HOUSE, Source};
use crate::scan::{Piece, closes};
use std::collections::BTreeSet;

/// The lines of every function with a body, from `fn` to its last brace.
fn functions(pieces: &[Piece]) -> impl Iterator<Item = usize> {
    (0..pieces.len()).filter(|&n| pieces[n].word() == Some("fn")).filter_map(|n| {
        pieces.get(n + 1)?.word()?;
        let mut at = n + 2;
        while let Some(piece) = pieces.get(at) {
            match () {
                () if piece.is(';') => return None,
                () if piece.is('{') => return Some(pieces.get(closes(pieces, at))?.line - pieces[n].line + 1),
                () if piece.is('(') || piece.is('[') => at = closes(pieces, at) + 1,
                () => at += 1,
            }
        }
        None
    })
}

fn spread(what: &str, mut all: Vec<usize>) -> String {
    all.sort_unstable();
    let at = |part: usize| all[(all.len() - 1) * part / 100];
    format!("{what}: {}, lines median {}, 90 % {}, longest {}", all.len(), at(50), at(90), at(100))
}

/// Lines of comment that are no docs.
fn comments(source: &Source) -> usize {
    let plain = |line: &&str| line.starts_with("//") && !line.starts_with("///") && !line.starts_with("//!");
    source.text.lines().map(str::trim_start).filter(plain).count()
}

/// Rooms that lead back to themselves through others.
fn room_knots() -> Vec<Vec<&'static str>> {
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
#[ignore = "prints the numbers of the house"]
fn numbers() {
    let sources = &HOUSE.sources;
    let lines: Vec<usize> = sources.iter().map(|source| source.text.lines().count()).collect();
    let (all, plain) = (lines.iter().sum::<usize>(), sources.iter().map(comments).sum::<usize>());
    println!("{}", spread("files", lines));
    println!("{}", spread("functions", sources.iter().flat_map(|source| functions(&source.pieces)).collect()));
    println!(
        "comments that say why: {plain} of {all} lines, {}.{:02} %",
        plain * 100 / all,
        plain * 10_000 / all % 100
    );
    let files = knots(&HOUSE.arrows());
    println!("files in cycles: {} in {} knots", files.iter().map(BTreeSet::len).sum::<usize>(), files.len());
    println!("cycles between rooms: {:?}", room_knots());
}
