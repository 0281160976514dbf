//! What the page Today asks for and is told.

use super::super::page::MainPage;
use crate::engine::event::Feeling;
use crate::engine::instance::Outcome;
use crate::engine::view::{MenuAction, TrayState, TrayText};
use crate::review::model::Timeline;
use chrono::NaiveTime;

/// What is asked for on the page Today.
#[derive(Clone, Debug, PartialEq)]
pub enum TodayOrder {
    /// What a line of the menu does.
    Choose(MenuAction),
    /// Quiet until the clock shows this.
    PauseUntil(NaiveTime),
    /// A meeting until the clock shows this.
    MeetUntil(NaiveTime),
    /// How neck, shoulders and back feel.
    Feel(Feeling),
    /// The story of the break with this number.
    Story(u64),
    /// The person's own word on how a break ended.
    Correct {
        /// Its number.
        id: u64,
        /// How it ended.
        outcome: Outcome,
    },
    /// The app is to look at its record once more.
    LookAgain,
    /// The app is to be started.
    StartApp,
}

/// What the page Today is told.
#[derive(Clone, Debug, PartialEq)]
pub enum TodayUpdate {
    /// How things are; told at every change.
    Now(Box<Overview>),
    /// The app does not run.
    NotRunning,
    /// The day so far; none where nothing was recorded yet.
    Day(Option<Box<Timeline>>),
    /// What became of a break.
    Story(Box<Story>),
    /// How it feels was noted.
    Noted(Box<Noted>),
}

/// How things are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The tray's state.
    pub state: TrayState,
    /// The ring, 0 to 12 twelfths.
    pub progress: u8,
    /// The clock time that counts now: when the next break comes, or the running one ends.
    pub clock: Option<String>,
    /// What is next and when, or why it is quiet and until when.
    pub line: String,
    /// The menu as the tray has it: what can be done now. None where the app has drawn none yet.
    pub menu: Option<TrayText>,
    /// What needs the person's attention.
    pub attention: Vec<AttentionLine>,
    /// The next meeting and its breath.
    pub meeting: Option<String>,
}

/// One thing that needs the person's attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttentionLine {
    /// One short line.
    pub line: String,
    /// What puts it right, if a button can.
    pub remedy: Option<Remedy>,
}

/// What puts right what needs attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// A page, and a part of it.
    Turn(MainPage, Option<String>),
    /// The person has seen it.
    Seen,
    /// It is to be tried once more.
    Again,
    /// The first questions.
    Welcome,
}

/// What is said when it was noted how it feels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// That it was.
    pub text: String,
    /// The notice that goes with symptoms, by its title and its text.
    pub notice: Option<(String, String)>,
}

/// What became of a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its number in the record.
    pub id: u64,
    /// What it is and what it came to.
    pub title: String,
    /// What was decided, in order.
    pub steps: Vec<StoryStep>,
    /// The person can still say that it was taken.
    pub may_claim: bool,
}

/// One thing that was decided of a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryStep {
    /// When, by the clock.
    pub at: String,
    /// What and why, in a sentence.
    pub text: String,
}
