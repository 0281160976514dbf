//! Sentences live in `src/text`: elsewhere no text of three or more words.

use crate::house::HOUSE;
use crate::scan::{Piece, Token, attribute};
use std::collections::BTreeMap;

/// How many such texts still stand elsewhere. It may only shrink.
const ELSEWHERE: usize = 16;

/// What a wake is for: nobody but a test's failure says it.
const FOR_THE_CURIOUS: &str = "src/engine/wake.rs";

/// Where, and how many in each file: none of them is a sentence that a person sees.
const TEXTS: &[(&str, usize)] = &[
    // Names that others gave: what services of calls write into invitations in many languages, how mail programs name
    // the zones, and what daemons of notifications call themselves. They are compared, never told.
    ("src/calendar/services.rs", 3),
    ("src/calendar/names.rs", 2),
    ("src/outputs/linux/notify/habits.rs", 1),
    ("src/senses/linux/dnd/source.rs", 2),
    // Parts of questions to the database that do not begin them.
    ("src/ledger/salvage.rs", 3),
    // Tokens that programs read: of the review's JSON, and of a journal, which is a scenario's language.
    ("src/review/json/mod.rs", 2),
    ("src/scenario/print.rs", 1),
    // Settings as a file has them, and the mark in an icon by which ours is known.
    ("src/shell/demo.rs", 1),
    ("src/system/launcher/linux.rs", 1),
];

/// What a question to the database begins with.
const VERBS: &[&str] = &["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "PRAGMA "];

/// The words of a text; what is in braces is filled in later.
fn words(text: &str) -> usize {
    let mut depth = 0;
    let kept: String = text
        .chars()
        .filter(|c| {
            depth += i32::from(*c == '{') - i32::from(*c == '}');
            depth <= 0 && *c != '}'
        })
        .collect();
    kept.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
}

/// The texts of three or more words, with their lines. Attributes count only where they hold an error's sentence, and
/// questions to the database do not count.
fn sentences(pieces: &[Piece]) -> Vec<(usize, &str)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(piece) = pieces.get(at) {
        if let Some(end) = attribute(pieces, at)
            && pieces[at..end].iter().find_map(Piece::word) != Some("error")
        {
            at = end;
        }
        if let Token::Text(text) = &piece.token
            && words(text) >= 3
            && !VERBS.iter().any(|verb| text.starts_with(verb))
        {
            found.push((piece.line, text.as_str()));
        }
        at += 1;
    }
    found
}

#[test]
fn sentences_live_in_text() {
    assert_eq!(TEXTS.iter().map(|(_, count)| count).sum::<usize>(), ELSEWHERE, "the list and its sum");
    let listed: BTreeMap<&str, usize> = TEXTS.iter().copied().collect();
    let mut wrong = Vec::new();
    for source in HOUSE.sources.iter().filter(|source| source.room() != "text" && source.name() != FOR_THE_CURIOUS) {
        let (name, found) = (source.name(), sentences(&source.pieces));
        let may = listed.get(name.as_str()).copied().unwrap_or(0);
        if found.len() > may {
            wrong.push(format!("{name} has {} texts of three words or more, {may} are listed:", found.len()));
            wrong.extend(found.iter().map(|(line, text)| format!("    {line}: {text:?}")));
        } else if found.len() < may {
            wrong.push(format!("{name} has {} such texts now, {may} are listed: lower the number", found.len()));
        }
    }
    let gone = TEXTS.iter().filter(|(file, _)| !HOUSE.sources.iter().any(|source| source.name() == *file));
    wrong.extend(gone.map(|(file, _)| format!("{file} is not there: take it off the list")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_sentence_is_three_words_that_are_written_out() {
    let found = |text: &str| sentences(&crate::scan::tokens(text)).len();
    assert_eq!(found(r#"f("one two three"); f("{one two} three {} four: -"); f("a-b c")"#), 1);
    assert_eq!(found(r#"#[expect(lint, reason = "one two three")] #[error("one two three")] struct S;"#), 1);
    assert_eq!(found(r#"f("SELECT one FROM two"); f("Select one of two")"#), 1);
}
