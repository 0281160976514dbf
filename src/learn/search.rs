//! What is found in the pages. Owns when a place counts as found, and how much of it is shown. Pure.

use super::page::{Block, Page};
use std::ops::Range;

/// So many places of a page are shown.
const PLACES: usize = 3;
/// So many letters stand before what was found, and after it.
const BEFORE: usize = 40;
const AFTER: usize = 80;

/// A page in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPage {
    /// Its place among the pages.
    pub page: usize,
    /// Where on it; none, where its title alone says it.
    pub places: Vec<FoundPlace>,
}

/// A place at which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPlace {
    /// The block of the page.
    pub block: usize,
    /// What stands before the first of the words.
    pub before: String,
    /// The word as it stands there.
    pub word: String,
    /// What stands after it.
    pub after: String,
}

/// The pages that have all of these words in their title or in one block; those with such a title first. The notice below
/// every page is not looked through: it says the same on all.
#[must_use]
pub fn find(pages: &[Page], asked: &str) -> Vec<FoundPage> {
    let asked = asked.to_lowercase();
    let words: Vec<&str> = asked.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let titled = |page: &Page| place(&page.title, &words).is_some();
    let mut found: Vec<(bool, FoundPage)> = pages
        .iter()
        .enumerate()
        .map(|(at, page)| (titled(page), FoundPage { page: at, places: places(page, &words) }))
        .filter(|(titled, found)| *titled || !found.places.is_empty())
        .collect();
    found.sort_by_key(|(titled, _)| !titled);
    found.into_iter().map(|(_, found)| found).collect()
}

fn places(page: &Page, words: &[&str]) -> Vec<FoundPlace> {
    let blocks = page.blocks.iter().enumerate();
    let found = blocks.filter_map(|(block, content)| {
        let text = text(content)?;
        let place = place(&text, words)?;
        let (before, after) = (start(&text, place.start), end(&text, place.end));
        let word = text.get(place)?.to_owned();
        Some(FoundPlace { block, before, word, after })
    });
    found.take(PLACES).collect()
}

/// What is read of a block.
fn text(block: &Block) -> Option<String> {
    match block {
        Block::Heading(text) => Some(text.clone()),
        Block::Paragraph(runs) | Block::Item(runs) => Some(runs.iter().map(|run| run.text.as_str()).collect()),
        Block::Practice(practice) => Some(format!("{} {}", practice.says, practice.does)),
        Block::Notice(..) => None,
    }
}

/// Where the first of the words stands, if all of them do. They are in small letters.
fn place(text: &str, words: &[&str]) -> Option<Range<usize>> {
    let mut places = words.iter().map(|word| one(text, word));
    let first = places.next()??;
    places.all(|place| place.is_some()).then_some(first)
}

fn one(text: &str, word: &str) -> Option<Range<usize>> {
    text.char_indices().find_map(|(at, _)| Some(at..at + begins(text.get(at..)?, word)?))
}

/// How many bytes of the text are the word, if it begins with it.
fn begins(text: &str, word: &str) -> Option<usize> {
    let mut wanted = word.chars().peekable();
    for (at, letter) in text.char_indices() {
        if wanted.peek().is_none() {
            return Some(at);
        }
        // One letter may be two small ones.
        if !letter.to_lowercase().all(|small| wanted.next() == Some(small)) {
            return None;
        }
    }
    wanted.peek().is_none().then_some(text.len())
}

/// The end of what stands before a place, from the beginning of a word.
fn start(text: &str, place: usize) -> String {
    let before = text.get(..place).unwrap_or_default();
    let Some((cut, _)) = before.char_indices().rev().nth(BEFORE) else { return before.to_owned() };
    let rest = before.get(cut..).unwrap_or_default();
    format!("… {}", rest.split_once(' ').map_or(rest, |(_, words)| words))
}

/// The beginning of what stands after a place, up to the end of a word.
fn end(text: &str, place: usize) -> String {
    let after = text.get(place..).unwrap_or_default();
    let Some((cut, _)) = after.char_indices().nth(AFTER) else { return after.to_owned() };
    let rest = after.get(..cut).unwrap_or_default();
    format!("{} …", rest.rsplit_once(' ').map_or(rest, |(words, _)| words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::pages;

    fn ids(asked: &str) -> Vec<&'static str> {
        let pages = pages("en");
        find(&pages, asked).into_iter().map(|found| pages[found.page].id).collect()
    }

    #[test]
    fn a_title_comes_first_and_every_place_has_its_words() {
        assert_eq!(ids("KNOT").first(), Some(&"knots"));
        let pages = pages("en");
        for found in find(&pages, "Long exhale") {
            for place in found.places {
                let whole = format!("{}{}{}", place.before, place.word, place.after).to_lowercase();
                assert!(place.word.eq_ignore_ascii_case("long") && whole.contains("long"), "{whole}");
            }
        }
    }

    #[test]
    fn nothing_is_found_of_nothing_and_of_what_no_page_says() {
        assert!(ids("").is_empty() && ids("  ").is_empty() && ids("xylophone").is_empty());
    }

    #[test]
    fn letters_count_whatever_their_case_and_length() {
        assert_eq!(one("Das Straße ÜBER", "über"), Some(12..17));
        assert_eq!(one("İstanbul", "i\u{307}stan"), Some(0..6));
        assert_eq!(one("short", "shorter"), None);
    }

    #[test]
    fn what_stands_around_it_begins_and_ends_with_a_word() {
        let text = format!("{}needle{}", "one two three ".repeat(9), " four five six".repeat(9));
        let place = one(&text, "needle").unwrap_or_default();
        assert!(start(&text, place.start).starts_with("… ") && start(&text, place.start).ends_with("three "));
        assert!(end(&text, place.end).starts_with(" four five") && end(&text, place.end).ends_with(" …"));
    }
}
