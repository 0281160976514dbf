//! The arrows of the house: which room may know which. Read from the sources, so that a new arrow must be thought about.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

/// A room, and the rooms it may name. `engine`'s own values are open to all.
const ARROWS: &[(&str, &[&str])] = &[
    ("engine", &["engine", "words"]),
    ("words", &["calendar", "engine", "learn", "library", "ledger", "review", "parts", "style", "words"]),
    ("parts", &[]),
    ("guarded", &["words"]),
    ("settings", &["engine", "settings", "words"]),
    ("library", &["engine", "library", "words"]),
    ("setup", &["engine", "library", "setup", "words"]),
    ("figures", &["engine", "figures", "words"]),
    ("ledger", &["engine", "guarded", "ledger", "words"]),
    ("review", &["engine", "ledger", "review", "style", "words"]),
    ("learn", &["engine", "learn", "library", "style", "words"]),
    ("style", &[]),
    ("scenario", &["engine", "settings", "scenario", "zones"]),
    ("zones", &[]),
    ("calendar", &["calendar", "engine", "zones"]),
    ("windows", &["engine", "figures", "learn", "library", "setup", "windows", "words"]),
    ("senses", &["engine", "guarded", "parts", "senses", "words"]),
    ("outputs", &["engine", "guarded", "outputs", "parts", "words"]),
];

/// Calls that only the shell and the adapters may make: the rest of the house is pure.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::thread",
    "std::process",
    "std::net",
    "Instant::",
    "SystemTime::",
    "Local::now",
    "Utc::now",
];

/// Rooms that read and write nothing. (The ledger's figures are pure too; its file is not.)
const PURE: &[&str] = &[
    "engine", "words", "parts", "settings", "library", "setup", "figures", "review", "learn", "style", "scenario",
    "zones", "calendar",
];

fn sources(room: &str) -> Vec<(PathBuf, String)> {
    fn walk(path: &Path, all: &mut Vec<PathBuf>) {
        if path.is_dir() {
            for entry in std::fs::read_dir(path).unwrap() {
                walk(&entry.unwrap().path(), all);
            }
        } else if path.extension().is_some_and(|e| e == "rs") {
            all.push(path.to_path_buf());
        }
    }
    let mut files = Vec::new();
    for path in [Path::new("src").join(room), Path::new("src").join(format!("{room}.rs"))] {
        if path.exists() {
            walk(&path, &mut files);
        }
    }
    assert!(!files.is_empty(), "the room {room} is there");
    files.into_iter().map(|f| (f.clone(), std::fs::read_to_string(f).unwrap())).collect()
}

/// A source without its tests and comments: what it really reaches for.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap();
    text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_room_knows_only_the_rooms_it_may() {
    let mut wrong = Vec::new();
    for (room, may) in ARROWS {
        for (file, text) in sources(room) {
            let text = code(&text);
            for named in text.split("crate::").skip(1) {
                let other: String = named.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_room = ARROWS.iter().any(|(r, _)| *r == other) || other == "shell";
                if is_room && !may.contains(&other.as_str()) {
                    wrong.push(format!("{}: {room} knows {other}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn pure_rooms_touch_nothing() {
    let mut wrong = Vec::new();
    for room in PURE {
        for (file, text) in sources(room) {
            let text = code(&text);
            wrong.extend(
                IMPURE.iter().filter(|call| text.contains(*call)).map(|call| format!("{}: {call}", file.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What may stand at the top; dot-files are tools' settings.
const TOP: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "config",
    "icons",
    "src",
    "target",
    "tests",
];

#[test]
fn the_top_is_tidy_and_files_are_short() {
    let names = std::fs::read_dir(".").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strangers: Vec<String> = names.filter(|n| !n.starts_with('.') && !TOP.contains(&n.as_str())).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
    let rooms = ARROWS.iter().map(|(room, _)| *room).chain(["shell"]);
    let long: Vec<String> = rooms
        .flat_map(sources)
        .map(|(file, text)| (text.lines().count(), file))
        .filter(|(lines, _)| *lines > 300)
        .map(|(lines, file)| format!("{}: {lines}", file.display()))
        .collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn every_module_says_what_it_is() {
    let rooms = ARROWS.iter().map(|(room, _)| *room).chain(["shell", "lib", "main"]);
    for (file, text) in rooms.flat_map(sources) {
        assert!(text.starts_with("//! "), "{} begins with what it owns", file.display());
    }
}
