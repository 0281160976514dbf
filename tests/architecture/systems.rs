//! Where the code may ask which system it is built for: in the facades, which choose a system's file, and nowhere else.

use crate::house::HOUSE;
use crate::scan::{Piece, closes, tokens};

const SYSTEM: &[&str] =
    &["target_os", "target_family", "target_env", "target_arch", "target_vendor", "unix", "windows", "linux", "macos"];

/// `senses/mod.rs`, `outputs/mod.rs` and `outputs/*/mod.rs`, `system/*/mod.rs`, `main.rs`.
fn is_facade(file: &str) -> bool {
    matches!(
        file.split('/').collect::<Vec<_>>()[..],
        ["src", "main.rs"] | ["src", "senses" | "outputs", "mod.rs"] | ["src", "outputs" | "system", _, "mod.rs"]
    )
}

/// The lines on which `cfg(..)`, `cfg!(..)` or `cfg_attr(..)` names a system.
fn asks(pieces: &[Piece]) -> Vec<usize> {
    let begins = |n: usize| {
        let open = n + 1 + usize::from(pieces.get(n + 1).is_some_and(|p| p.is('!')));
        let cfg = matches!(pieces[n].word(), Some("cfg" | "cfg_attr"));
        (cfg && pieces.get(open).is_some_and(|p| p.is('('))).then_some(open)
    };
    let named = |open: usize| pieces[open..closes(pieces, open)].iter().filter_map(Piece::word);
    let all = (0..pieces.len()).filter_map(begins);
    all.filter(|open| named(*open).any(|word| SYSTEM.contains(&word))).map(|open| pieces[open].line).collect()
}

#[test]
fn only_facades_ask_for_the_system() {
    let others = HOUSE.sources.iter().filter(|source| !is_facade(&source.name()));
    let wrong: Vec<String> = others
        .flat_map(|source| asks(&source.pieces).into_iter().map(|line| format!("{}:{line}", source.name())))
        .collect();
    assert!(wrong.is_empty(), "which system it is built for is asked in a facade alone, not at\n{}", wrong.join("\n"));
}

#[test]
fn a_question_is_found_in_every_form() {
    let found = |text: &str| asks(&tokens(text)).len();
    assert_eq!(found("#[cfg(unix)] mod a; #[cfg_attr(not(target_os = \"x\"), path = \"b.rs\")] mod b;"), 2);
    assert_eq!(found("if cfg!(windows) {} #[cfg(test)] mod windows; fn cfg(unix: u8) {}"), 2);
    assert!(is_facade("src/system/clock/mod.rs") && is_facade("src/outputs/tray/mod.rs"));
    assert!(!is_facade("src/system/clock/unix.rs") && !is_facade("src/senses/linux/mod.rs"));
}
