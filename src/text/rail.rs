//! What every page of the main window shares: the names of the pages, the line that tells what came of an order. Pure.

texts! {
    /// How things are, and what can be done now.
    pub today: "rail-today";
    /// The record looked back on.
    pub review: "rail-review";
    /// The gallery of exercises.
    pub exercises: "rail-exercises";
    /// What can be set.
    pub settings: "rail-settings";
    /// The pages to read.
    pub learn: "rail-learn";
    /// What this is.
    pub about: "rail-about";
    /// Takes back what was just done.
    pub undo: "rail-undo";
    /// Takes a line off the screen.
    pub close: "rail-close";
}

/// The window's title while the page of this name is open.
#[must_use]
pub fn title(page: &str) -> String {
    text!("rail-title", page)
}
