//! A review as values: its sections in LEDGER's order, each with its remarks and charts. PURE. Owns which of them a period
//! has; how one looks is `terminal`'s, or a window's.

mod build;
mod charts;
mod figures;

pub use crate::ledger::Span;
pub use charts::{
    Area, Chart, Goal, Hours, HoursRow, Month, Rate, Reminder, Standing, Stretch, TenseDay, Timeline, TimelineBreak,
    Week, WeekDay,
};

pub use crate::ledger::figures::Suggestion;

/// A review, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// What stands in it, one below the other.
    pub sections: Vec<Section>,
}

/// What is said and shown of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Of what.
    pub topic: Topic,
    /// What that is called; nothing where the section speaks for itself.
    pub name: String,
    /// In order.
    pub parts: Vec<Element>,
}

/// What a section is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// There is nothing else: that nothing is recorded.
    Nothing,
    /// The period as a whole.
    Period,
    /// Days in a row.
    Streak,
    /// What became of the prompts.
    Prompts,
    /// The shape of the day.
    Day,
    /// The time at the desk.
    Desk,
    /// Weeks, day by day.
    Weeks,
    /// Hour by weekday.
    Hours,
    /// Each reminder by itself.
    Reminders,
    /// Exercises and areas.
    Exercises,
    /// Nudges.
    Nudges,
    /// Tension beside breaks.
    Tension,
    /// What other programs recorded.
    Imported,
}

/// One thing of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// The period in one line.
    Headline {
        /// What was had of it.
        text: String,
        /// Its days, where the section's name does not say them.
        range: Option<String>,
    },
    /// A sentence.
    Remark(Stress, String),
    /// What may be worth changing now; at most once.
    Suggestion(Suggestion),
    /// A picture of figures.
    Chart(Chart),
}

/// How much a remark is to stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stress {
    /// It explains something else.
    Quiet,
    /// As any other.
    Plain,
    /// It is to be seen first.
    Strong,
}
