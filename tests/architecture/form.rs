//! The form of the files: what stands at the top, how long a file is, how it begins.

use crate::house::HOUSE;

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
fn the_top_is_tidy() {
    let names = std::fs::read_dir(".").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strangers: Vec<String> = names.filter(|n| !n.starts_with('.') && !TOP.contains(&n.as_str())).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn files_are_short() {
    let lines = HOUSE.sources.iter().map(|source| (source.text.lines().count(), source.name()));
    let long: Vec<_> = lines.filter(|(lines, _)| *lines > 300).collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn every_module_says_what_it_is() {
    for source in &HOUSE.sources {
        assert!(source.text.starts_with("//! "), "{} begins with what it owns", source.name());
    }
}
