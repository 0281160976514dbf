//! Messages and their catalogs fit: each id that `src/text`, the table of settings or the command line asks for is there with exactly these arguments, each one
//! that is there is asked for, and another language has nothing that English has not.

use crate::house::HOUSE;
use crate::scan::{Piece, Token, closes};
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The files of messages that the command line alone shows: there a command says more than a sentence. Settings are told
/// beside the file that they stand in, and `doctor` is a command.
const BY_COMMAND: &[&str] = &[
    "arguments",
    "calendar",
    "cli",
    "commands",
    "doctor",
    "exercises",
    "figures",
    "learn",
    "scenario",
    "settings",
    "symptoms",
    "terminal",
];

/// A message's arguments by its id.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// The arguments that a pattern asks for, through its selections; a message in a message is not looked into.
fn asked(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            placed(expression, found);
        }
    }
}

fn placed(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inlined(inline, found),
        Expression::Select { selector, variants } => {
            inlined(selector, found);
            for variant in variants {
                asked(&variant.value, found);
            }
        }
    }
}

fn inlined(expression: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => drop(found.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => placed(expression, found),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, named }, .. } => {
            for argument in positional {
                inlined(argument, found);
            }
            for argument in named {
                inlined(&argument.value, found);
            }
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

/// The messages of a file by their ids, and what is wrong with the file.
fn messages(file: &Path, wrong: &mut Vec<String>) -> Messages {
    let (text, name) = (std::fs::read_to_string(file).unwrap(), file.display());
    let Resource { body } = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(rest, errors)| {
        wrong.extend(errors.iter().map(|error| format!("{name}: {error}: {:?}", &text[error.pos.clone()])));
        rest
    });
    let begins = format!("{}-", file.file_stem().unwrap().to_str().unwrap());
    let mut all = Messages::new();
    for entry in &body {
        match entry {
            Entry::Message(message) => {
                let (id, mut found) = (message.id.name, BTreeSet::new());
                let value = message.value.as_ref();
                if let Some(pattern) = value {
                    asked(pattern, &mut found);
                }
                if value.is_none() || !message.attributes.is_empty() || !id.starts_with(&begins) {
                    wrong.push(format!("{name}: {id} is to be a text alone, and its id to begin with {begins}"));
                }
                if all.insert(id.to_owned(), found).is_some() {
                    wrong.push(format!("{name}: {id} is there twice"));
                }
            }
            Entry::Junk { content } => wrong.push(format!("{name}: no message: {content}")),
            Entry::Term(_) | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    all
}

/// Every message of a language.
fn language(folder: &Path, wrong: &mut Vec<String>) -> Messages {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|e| e == "ftl")).flat_map(|file| messages(&file, wrong)).collect()
}

/// The ids that a file asks for with their arguments: `text!("menu-next", name, clock = clock(at))`, and
/// `texts! { pub quit: "menu-quit"; }` without any.
fn calls(pieces: &[Piece]) -> Vec<(usize, String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Some([mark, open, first]) = pieces.get(at + 1..at + 4) else { continue };
        if piece.word() == Some("texts") && mark.is('!') {
            for piece in &pieces[at..closes(pieces, at + 2)] {
                if let Token::Text(id) = &piece.token {
                    found.push((piece.line, id.clone(), BTreeSet::new()));
                }
            }
        }
        let Token::Text(id) = &first.token else { continue };
        if piece.word() != Some("text") || !mark.is('!') || !open.is('(') {
            continue;
        }
        let (end, mut next, mut names) = (closes(pieces, at + 2), at + 4, BTreeSet::new());
        while next < end {
            match &pieces[next].token {
                Token::Mark('(' | '[' | '{') => next = closes(pieces, next),
                Token::Mark(',') => names.extend(pieces[next + 1].word().map(str::to_owned)),
                Token::Mark(_) | Token::Word(_) | Token::Text(_) => {}
            }
            next += 1;
        }
        found.push((piece.line, id.clone(), names));
    }
    found
}

/// What the definition of the command line asks for: `#[arg(help = "arguments-as-json")]`.
fn helps(pieces: &[Piece]) -> Vec<(usize, String, BTreeSet<String>)> {
    let id = |piece: &Piece| match &piece.token {
        Token::Text(id) if id.starts_with("arguments-") => Some((piece.line, id.clone(), BTreeSet::new())),
        Token::Mark(_) | Token::Word(_) | Token::Text(_) => None,
    };
    pieces.iter().filter_map(id).collect()
}

/// What the table of settings asks for: `Rhythm { PRESET: String = choice("preset", ..); }` has a heading, and its key a
/// label and a help.
fn labels(pieces: &[Piece]) -> Vec<(usize, String, BTreeSet<String>)> {
    let opens =
        |at: &usize| matches!(&pieces[*at..], [a, b, c, ..] if a.word() == Some("keys") && b.is('!') && c.is('{'));
    let Some(from) = (0..pieces.len()).find(opens) else { return Vec::new() };
    let mut found = Vec::new();
    for at in from + 3..closes(pieces, from + 2) {
        match (&pieces[at].token, &pieces[at + 1].token) {
            (Token::Word(group), Token::Mark('{')) => found.push((at, format!("keys-group-{}", group.to_lowercase()))),
            (Token::Mark('('), Token::Text(key)) => {
                let id = format!("keys-{}", key.to_lowercase().replace(['.', '_'], "-"));
                found.extend([(at, format!("{id}-help")), (at, id)]);
            }
            _ => {}
        }
    }
    found.into_iter().map(|(at, id)| (pieces[at].line, id, BTreeSet::new())).collect()
}

#[test]
fn every_message_is_there_with_its_arguments_and_is_asked_for() {
    let mut wrong = Vec::new();
    let english = language(Path::new("config/lang/en"), &mut wrong);
    let mut unused: BTreeSet<&String> = english.keys().collect();
    for source in &HOUSE.sources {
        let asked = match source.room() {
            "text" => calls(&source.pieces),
            "settings" => labels(&source.pieces),
            "shell" if source.name().starts_with("src/shell/cli/") => helps(&source.pieces),
            _ => Vec::new(),
        };
        for (line, id, names) in asked {
            let place = format!("{}:{line}: {id}", source.name());
            match english.get(&id) {
                None => wrong.push(format!("{place} is not in config/lang/en")),
                Some(asked) if *asked != names => wrong.push(format!("{place} asks for {asked:?} and gets {names:?}")),
                Some(_) => {}
            }
            unused.remove(&id);
        }
    }
    wrong.extend(unused.iter().map(|id| format!("{id} is in config/lang/en and nothing asks for it")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_a_window_or_a_notification_shows_names_no_command_and_no_setting() {
    let table = HOUSE.sources.iter().find(|source| source.name() == "src/settings/keys.rs").unwrap();
    let key = |piece: &Piece| match &piece.token {
        Token::Text(key) if key.contains('.') && !key.contains(' ') => Some(key.clone()),
        Token::Mark(_) | Token::Word(_) | Token::Text(_) => None,
    };
    let keys: BTreeSet<String> = table.pieces.iter().filter_map(key).collect();
    assert!(keys.contains("exercise.hidden"), "{keys:?}");
    let mut wrong = Vec::new();
    for folder in std::fs::read_dir("config/lang").unwrap().map(|entry| entry.unwrap().path()) {
        for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = file.file_stem().unwrap().to_str().unwrap();
            if file.extension().is_none_or(|e| e != "ftl") || BY_COMMAND.contains(&name) {
                continue;
            }
            let text = std::fs::read_to_string(&file).unwrap();
            let said = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
            let names = |line: &str| {
                line.contains('`') || line.contains("unhunch ") || keys.iter().any(|key| line.contains(key.as_str()))
            };
            wrong.extend(
                said.filter(|(_, line)| names(line)).map(|(at, line)| format!("{}:{}: {line}", file.display(), at + 1)),
            );
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn another_language_has_messages_of_english_alone_and_no_other_arguments() {
    let mut wrong = Vec::new();
    let english = language(Path::new("config/lang/en"), &mut wrong);
    for folder in std::fs::read_dir("config/lang").unwrap().map(|entry| entry.unwrap().path()) {
        for (id, asked) in language(&folder, &mut wrong) {
            if !english.get(&id).is_some_and(|known| asked.is_subset(known)) {
                wrong.push(format!("{}: {id} with {asked:?} is not in config/lang/en", folder.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_call_is_read_with_the_names_of_its_arguments() {
    let text = r#"text!("a-b"); text!("a-c", one, two = f(x, y), three = [a, b].len(),); texts! { pub d: "a-d"; }"#;
    let found: Vec<String> =
        calls(&crate::scan::tokens(text)).into_iter().map(|(_, id, names)| format!("{id} {names:?}")).collect();
    assert_eq!(found, ["a-b {}", r#"a-c {"one", "three", "two"}"#, "a-d {}"]);
}
