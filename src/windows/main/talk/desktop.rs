//! What the page Settings asks for and is told of the app's entries in the desktop: at its start, and among the applications.

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DesktopOrder {
    /// They are to be looked at, and told.
    Look,
    /// This one is to be there, or not.
    Set(DesktopEntry, bool),
}

/// An entry in the desktop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DesktopEntry {
    /// The app starts with the desktop.
    Autostart,
    /// It is among the applications.
    Application,
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DesktopUpdate {
    /// How both stand.
    Stand {
        /// The start with the desktop.
        autostart: EntryStanding,
        /// The entry among the applications.
        application: EntryStanding,
    },
}

/// How an entry stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryStanding {
    /// Whether it is there; none where it cannot be known.
    pub on: Option<bool>,
    /// Whether it can be changed from here.
    pub ours: bool,
    /// In a sentence.
    pub told: String,
}
