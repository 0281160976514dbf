//! What is said of every window: why none opens, what stands in for it, and what is the same in all. Pure.

use crate::parts::own::WindowFailure;

/// Why a window did not open, or broke.
#[must_use]
pub fn failure(why: &WindowFailure) -> String {
    let no_window = |because: String| text!("windows-no-window", because);
    match why {
        WindowFailure::NotNamed => text!("windows-no-display"),
        WindowFailure::Silent => text!("windows-no-answer"),
        WindowFailure::Broke(Some(because)) => no_window(because.clone()),
        WindowFailure::Broke(None) => no_window(text!("windows-broke")),
        WindowFailure::System(words) => words.clone(),
    }
}

texts! {
    /// Empties a search field.
    pub search_end: "windows-search-end";
}

/// The main window did not open.
#[must_use]
pub fn not_opened(why: &str) -> String {
    text!("windows-not-opened", why)
}
