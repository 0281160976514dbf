//! What is said around the pages to read. Pure.

use crate::learn::Group;

/// The title of the window.
pub const TITLE: &str = "To read";
/// How pages are read.
pub const HOW: &str = "`unhunch learn PAGE` shows one, `unhunch learn --window` all of them in a window.";
/// After a page, where the next one can be asked for.
pub const ASK: &str = "\nWhich page? Type its name; Enter closes.";
/// Before the pages that a page links to.
pub const READ_ON: &str = "Read on with `unhunch learn`:";
/// Before the exercises and breathing patterns that a page links to.
pub const TRY: &str = "See and try with `unhunch guide`:";
/// `--csv` or `--json` of a page of prose.
pub const ONLY_THE_TABLE: &str = "--csv and --json print the table of practices: `unhunch learn practices --csv`.";

/// No such page.
#[must_use]
pub fn no_page(said: &str, nearest: Option<&str>) -> String {
    let meant = nearest.map(|id| format!(" Did you mean {id}?")).unwrap_or_default();
    format!("There is no page named {said}.{meant} `unhunch learn` lists them.")
}

/// A page's text without its title.
#[must_use]
pub fn no_title() -> String {
    "A page begins with its title, and has one.".into()
}

/// A page's text has something that no page has.
#[must_use]
pub fn not_plain(what: &str) -> String {
    format!("A page holds headings, paragraphs, lists, emphasis, code and links alone, not {what}.")
}

/// A page's text names something to be put in that is not there.
#[must_use]
pub fn no_such_insert(name: &str) -> String {
    format!("There is nothing named {{{name}}} to put into a page.")
}

/// How many practices there are, and to how many of them the app has no answer.
#[must_use]
pub fn counts(all: usize, nothing: usize) -> String {
    format!("Of {all} practices {} are answered by something in the app, {nothing} by nothing.", all - nothing)
}

/// The heading of a group of practices.
#[must_use]
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Signs => "What people notice, and where",
        Group::Causes => "What brings it on",
        Group::Ideas => "How it is thought to work",
        Group::Movement => "Exercises, and how much",
        Group::Habits => "What one can do besides",
        Group::Care => "Care by others, and when",
        Group::Articles => "About the articles themselves",
    }
}
