//! What the desktop's programs can ask of the app and are told by it, as values. Owns which requests there are; how they come
//! is a system's adapter's, and what is answered the shell's.

/// A request of another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BusCall {
    /// How things are, as JSON.
    Status,
    /// Start a break now.
    Start,
    /// The running break is over.
    Done,
    /// Skip the break that is due.
    Skip,
    /// Snooze it.
    Snooze,
    /// Be quiet for so long, in the words of the command line.
    Pause(String),
    /// End a pause.
    Resume,
    /// Show the window, on a page by its token; an empty one is the guide while a break runs.
    Open(String),
}

/// Why a request was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusError {
    /// It is refused.
    Refused,
    /// It was done, and is not in the record yet.
    NotRecorded,
    /// What was said with it is wrong.
    Wrong,
}

/// The answer to a request: what it asked for, if it asked for anything; or why it was not done, in a sentence.
pub type BusReply = Result<Option<String>, (BusError, String)>;

/// Something that happened, by its token, with what is known of it by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BusNews {
    /// What.
    pub event: &'static str,
    /// What is known of it.
    pub facts: Vec<(&'static str, BusFact)>,
}

/// One thing that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BusFact {
    /// A text.
    Text(String),
    /// A number.
    Number(u64),
    /// Words.
    Words(Vec<&'static str>),
}
