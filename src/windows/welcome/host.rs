//! What the welcome knows when it opens, and what it has done for it: the ends at which whoever opened it is reached. Owns
//! their form; what is done is theirs.

use crate::setup::Setup;

/// What the first page tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Greeting {
    /// What comes next, in a sentence; none where no app runs.
    pub next: Option<String>,
    /// What a clock shows now.
    pub clock: String,
    /// Where the icon is, in a sentence; none where the desktop shows none of programs that run.
    pub icon: Option<String>,
}

/// What is done for the window.
pub trait WelcomeHost {
    /// Keeps the answers. What came of it, a line each.
    ///
    /// # Errors
    /// What went wrong.
    fn keep(&mut self, setup: &Setup) -> Result<Vec<String>, String>;

    /// Opens a guide to try.
    ///
    /// # Errors
    /// What went wrong.
    fn try_one(&mut self) -> Result<(), String>;

    /// Shows a day in a few minutes.
    ///
    /// # Errors
    /// What went wrong.
    fn show_day(&mut self) -> Result<(), String>;

    /// Whether the app starts with the desktop.
    fn starts_with_desktop(&self) -> bool;

    /// Has the app start with the desktop, or not.
    ///
    /// # Errors
    /// What went wrong.
    fn start_with_desktop(&mut self, on: bool) -> Result<(), String>;

    /// Nobody has touched the window for long: it closes by itself.
    fn left_alone(&mut self);
}
