//! Where the code may ask which system it is built for.

use crate::house::HOUSE;
use crate::scan::{Piece, closes};
use std::collections::BTreeMap;

/// The files that may, and how often they do. It may only shrink, but for the faces of the senses and the outputs, where a
/// system's part is chosen.
const ASKS: &[(&str, usize)] =
    &[("src/guarded.rs", 2), ("src/ledger/disk.rs", 6), ("src/ledger/lock.rs", 1), ("src/shell/memory.rs", 2)];

const FACES: &[&str] = &["src/senses/mod.rs", "src/outputs/mod.rs"];

const SYSTEM: &[&str] =
    &["target_os", "target_family", "target_env", "target_arch", "target_vendor", "unix", "windows", "linux"];

/// How often `cfg(..)`, `cfg!(..)` or `cfg_attr(..)` names a system.
fn asks(pieces: &[Piece]) -> usize {
    let begins = |n: usize| {
        let open = n + 1 + usize::from(pieces.get(n + 1).is_some_and(|p| p.is('!')));
        let cfg = matches!(pieces[n].word(), Some("cfg" | "cfg_attr"));
        (cfg && pieces.get(open).is_some_and(|p| p.is('('))).then_some(open)
    };
    let named = |open: usize| pieces[open..closes(pieces, open)].iter().filter_map(Piece::word);
    let all = (0..pieces.len()).filter_map(begins);
    all.filter(|open| named(*open).any(|word| SYSTEM.contains(&word))).count()
}

#[test]
fn only_listed_files_ask_for_the_system() {
    let listed: BTreeMap<&str, usize> = ASKS.iter().copied().collect();
    let mut wrong = Vec::new();
    for source in HOUSE.sources.iter().filter(|source| !FACES.contains(&source.name().as_str())) {
        let (name, now) = (source.name(), asks(&source.pieces));
        let may = listed.get(name.as_str()).copied().unwrap_or(0);
        if now != may {
            wrong.push(format!("{name} asks {now} times which system it is built for; the list says {may}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
