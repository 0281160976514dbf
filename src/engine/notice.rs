//! One notification as a value: what it says and which actions it has. Owns the list; never its words (`text::notices` has
//! them) and never when it is shown. What the library and the person write is named by its id.

use super::event::Action;
use super::moment::Stamp;
use super::timetable::Cue;
use std::time::Duration;

/// One notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: NoticeText,
    /// What can be answered, in order.
    pub actions: Vec<Action>,
}

impl Notice {
    /// One that asks for nothing.
    pub(super) fn plain(text: NoticeText) -> Self {
        Self { text, actions: Vec::new() }
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> NoticeKind {
        match self.text {
            NoticeText::Prompt { .. } => NoticeKind::Prompt,
            NoticeText::Guide { .. } => NoticeKind::Guide,
            NoticeText::Nudge { .. } => NoticeKind::Nudge,
            NoticeText::Breath { .. } => NoticeKind::Breath,
            NoticeText::CheckIn => NoticeKind::CheckIn,
            NoticeText::MeetingOver { .. } => NoticeKind::Question,
            NoticeText::PauseEnded
            | NoticeText::HeadsUp { .. }
            | NoticeText::WindDown { .. }
            | NoticeText::Reflect { .. }
            | NoticeText::SeeSomeone => NoticeKind::Info,
        }
    }
}

/// Wording: a notification as a person reads it, once `text` has said it. Plain: outputs escape it for their own medium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What it is.
    pub kind: NoticeKind,
    /// The title, under 60 characters.
    pub title: String,
    /// The body, lines separated by `\n`.
    pub body: String,
    /// What can be answered, with the labels, in order.
    pub actions: Vec<(Action, String)>,
    /// The exercise whose figure is its picture.
    pub picture: Option<String>,
    /// When a terminal or a daemon without a time-out of its own should stop showing it; none waits.
    pub lasts: Option<Duration>,
}

/// What a notification says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeText {
    /// A break's prompt.
    Prompt {
        /// The break.
        reminder: String,
        /// The exercise offered, and how many follow it.
        exercise: Option<(String, usize)>,
        /// How long the break is meant to last.
        lasts: Duration,
        /// What it says of snoozing.
        snooze: Snooze,
        /// After a short try: how long is enough.
        short: Option<Duration>,
    },
    /// The running break's guide.
    Guide {
        /// The exercise; none where the time is free.
        exercise: Option<Guided>,
        /// When the break ends.
        until: Stamp,
        /// How long the break goes on.
        left: Duration,
        /// An exercise was turned down because it hurt: when to stop is said once.
        hurt: bool,
        /// The window could not open, which is said once.
        no_window: bool,
        /// The exercise that was hidden here and can be shown again.
        hidden: Option<String>,
    },
    /// One quiet line.
    Nudge {
        /// The line.
        line: String,
    },
    /// A paced breath before a meeting.
    Breath {
        /// The pattern.
        pattern: String,
        /// When the meeting begins.
        start: Stamp,
        /// The window could not open, which is said once.
        no_window: bool,
    },
    /// How does it feel?
    CheckIn,
    /// A meeting's time is over: a break now?
    MeetingOver {
        /// How much more of it can be asked for.
        more: Duration,
    },
    /// The end of a pause.
    PauseEnded,
    /// A break will be due soon.
    HeadsUp {
        /// The break.
        reminder: String,
        /// When.
        at: Stamp,
    },
    /// Near bedtime.
    WindDown {
        /// The line.
        line: String,
    },
    /// A thought for the day.
    Reflect {
        /// The line.
        line: String,
    },
    /// Sore for weeks: worth an appointment.
    SeeSomeone,
}

/// The exercise that a guide is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guided {
    /// Which.
    pub id: String,
    /// Its cue for now.
    pub cue: Option<Cue>,
    /// How long it goes on.
    pub left: Duration,
}

/// What a prompt says of snoozing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Snooze {
    /// For this long.
    For(Duration),
    /// It was snoozed, and cannot be any more.
    Spent,
    /// The settings leave no room for any.
    Never,
}

/// The sort of a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// A break's prompt: waits for an answer.
    Prompt,
    /// The running break's cues.
    Guide,
    /// One quiet line: low urgency, transient, no sound.
    Nudge,
    /// A paced breath before a call.
    Breath,
    /// How does it feel?
    CheckIn,
    /// A meeting's time is over: a break now?
    Question,
    /// Anything else that asks for nothing.
    Info,
}

impl NoticeKind {
    /// Whether it may vanish by itself without being an answer.
    #[must_use]
    pub fn transient(self) -> bool {
        match self {
            NoticeKind::Nudge | NoticeKind::Info => true,
            NoticeKind::Prompt
            | NoticeKind::Guide
            | NoticeKind::Breath
            | NoticeKind::CheckIn
            | NoticeKind::Question => false,
        }
    }
}
