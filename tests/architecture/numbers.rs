//! The numbers of the house, by one script before and after a change: a test that prints and holds nothing.

use crate::cycles::{knots, room_knots};
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
