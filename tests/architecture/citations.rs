//! What the sources cite is there: BEHAVIOUR and its sections, LEDGER, SCENARIO.

use crate::house::HOUSE;
use std::collections::BTreeSet;

const RULES: &str = include_str!("../../src/engine/behaviour.md");

/// The numbers of the headings: `3`, `3.5`.
fn headings() -> BTreeSet<String> {
    let titles = RULES.lines().filter_map(|line| line.trim_start_matches('#').strip_prefix(' '));
    let first = titles.filter_map(|title| title.split_whitespace().next());
    first.map(|number| number.trim_end_matches('.').to_owned()).collect()
}

/// The sections that a text cites: "BEHAVIOUR 3.5 and 3.9".
fn cited(text: &str) -> Vec<String> {
    let number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let after = |rest: &'_ str| {
        let list = rest.split_inclusive([' ', '\n', ')']).map(str::trim).filter(|word| *word != "and");
        let own =
            list.map(|word| word.trim_end_matches([',', '.', ':', ')', ';', '`']).trim_end_matches("'s").to_owned());
        own.take_while(|word| number(&word.as_str())).collect::<Vec<_>>()
    };
    text.split("BEHAVIOUR ").skip(1).flat_map(after).collect()
}

#[test]
fn every_section_that_is_cited_is_there() {
    let there = headings();
    let wrong: Vec<String> = HOUSE
        .sources
        .iter()
        .flat_map(|source| cited(&source.text).into_iter().map(move |number| (source.name(), number)))
        .filter(|(_, number)| !there.contains(number))
        .map(|(name, number)| format!("{name} cites BEHAVIOUR {number}, which is not there"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn citations_are_read_in_every_form() {
    let text = "(BEHAVIOUR 3.5 and 3.9). BEHAVIOUR 3's states; BEHAVIOUR 6) 7; of BEHAVIOUR that";
    assert_eq!(cited(text), ["3.5", "3.9", "3", "6"]);
}
