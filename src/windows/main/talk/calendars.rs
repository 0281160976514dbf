//! What the page Settings asks for and is told of the calendars. An address is a secret, because whoever knows it can read the
//! calendar: it goes in, and comes out again only to be put back.

use std::fmt;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarsOrder {
    /// They are to be read, and told.
    Look,
    /// A file of one, or a folder of them, is to be chosen.
    Choose {
        /// A folder.
        folder: bool,
    },
    /// This one is to be read as well.
    Add(SourceText),
    /// This one is no longer to be read.
    Remove(SourceId),
    /// One that was taken out is to be read again, at its old place.
    PutBack(usize, SourceText),
    /// This one is to be read now, an address from where it lies, and what came of it told.
    Test(SourceId),
}

/// A calendar by what it is known by for as long as it is named; nothing of it can be told from this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SourceId(pub u64);

/// A calendar as the person names it.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceText(pub String);

impl fmt::Debug for SourceText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SourceText(..)")
    }
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarsUpdate {
    /// All that there is.
    Now(Box<CalendarsNow>),
    /// This one was chosen.
    Chosen(SourceText),
    /// What was to be added is.
    Added,
    /// It is not, and why.
    NotAdded(String),
    /// What came of a test.
    Tested {
        /// Of which.
        id: SourceId,
        /// In one sentence or two.
        told: String,
    },
}

/// The calendars, and what they say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarsNow {
    /// The calendars that are read, in their order.
    pub sources: Vec<SourceLine>,
    /// Folders with calendars in them that are not read.
    pub found: Vec<SourceText>,
    /// What is in them, a day each.
    pub days: Vec<AgendaDay>,
}

/// One calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Which.
    pub id: SourceId,
    /// Its whole path, or of an address the host.
    pub name: String,
    /// How it does, a sentence each.
    pub told: Vec<String>,
}

/// What is in the calendars for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaDay {
    /// "Today".
    pub name: String,
    /// What counts as a meeting.
    pub meetings: Vec<AgendaLine>,
    /// What does not.
    pub others: Vec<AgendaLine>,
}

/// Something in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaLine {
    /// When, and what it is called.
    pub what: String,
    /// Why it does not count, or how it is marked; may be empty.
    pub remark: String,
}
