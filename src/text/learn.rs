//! What is said around the pages to read. Pure.

texts! {
    /// The name of the search field.
    pub search: "learn-search";
    /// Nothing was found.
    pub none_found: "learn-none-found";
    /// The way back to the list of pages.
    pub all_pages: "learn-all-pages";
    /// How pages are read.
    pub how: "learn-how";
    /// Before the pages that a page links to.
    pub read_on: "learn-read-on";
    /// Before the exercises and breathing patterns that a page links to.
    pub try_them: "learn-try";
    /// Before the settings that a page links to.
    pub set_them: "learn-set";
    /// Before the commands that a page links to.
    pub see_also: "learn-see-also";
    /// `--csv` or `--json` of a page of prose.
    pub only_the_table: "learn-only-the-table";
}

/// A command by its word.
#[must_use]
pub fn command(word: &str) -> String {
    text!("learn-command", word)
}

/// Where a setting stands, by what it is called.
#[must_use]
pub fn in_settings(name: &str) -> String {
    text!("learn-in-settings", name)
}

/// No such page.
#[must_use]
pub fn no_page(said: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(near) => text!("learn-no-page-near", said, near),
        None => text!("learn-no-page", said),
    }
}

/// A page's text without its title.
#[must_use]
pub fn no_title() -> String {
    text!("learn-no-title")
}

/// A page's text has something that no page has.
#[must_use]
pub fn not_plain(what: &str) -> String {
    text!("learn-not-plain", what)
}

/// A page's text names something to be put in that is not there.
#[must_use]
pub fn no_such_insert(name: &str) -> String {
    text!("learn-no-such-insert", name)
}

/// How many practices there are, and to how many of them the app has no answer.
#[must_use]
pub fn counts(all: usize, nothing: usize) -> String {
    text!("learn-counts", all, answered = all - nothing, nothing)
}

texts! {
    /// The headings of the groups of practices.
    pub group_signs: "learn-group-signs";
    /// What brings it on.
    pub group_causes: "learn-group-causes";
    /// How it is thought to work.
    pub group_ideas: "learn-group-ideas";
    /// Exercises, and how much.
    pub group_movement: "learn-group-movement";
    /// What one can do besides.
    pub group_habits: "learn-group-habits";
    /// Care by others.
    pub group_care: "learn-group-care";
    /// About the articles themselves.
    pub group_articles: "learn-group-articles";
}
