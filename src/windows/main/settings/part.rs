//! Part of the page Settings: which there are, and which settings belong to each. Owns their order and their tokens.

use crate::settings::{Group, Key};
use crate::text::adjust as text;

/// Part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// Which breaks and nudges there are, and how often.
    #[default]
    Rhythm,
    /// When a prompt comes, and what becomes of it.
    Prompts,
    /// Hours and days.
    Hours,
    /// What comes beside breaks.
    Beside,
    /// Which exercises are offered.
    Exercises,
    /// How an exercise is shown.
    Guide,
    /// What makes it quiet, and what it senses.
    Quiet,
    /// Which calendars are read, and what of them counts.
    Calendars,
    /// Icon and notifications.
    Notifications,
    /// Programs of the person's own.
    Programs,
    /// The person's other machines.
    Machines,
    /// Starting with the desktop, language, and the rest.
    App,
    /// The record.
    Data,
}

impl Part {
    /// All of them, as the list has them.
    pub(super) const ALL: [Self; 13] = [
        Self::Rhythm,
        Self::Prompts,
        Self::Hours,
        Self::Beside,
        Self::Exercises,
        Self::Guide,
        Self::Quiet,
        Self::Calendars,
        Self::Notifications,
        Self::Programs,
        Self::Machines,
        Self::App,
        Self::Data,
    ];

    /// The word for it on the command line.
    pub(super) const fn token(self) -> &'static str {
        match self {
            Self::Rhythm => "rhythm",
            Self::Prompts => "prompts",
            Self::Hours => "hours",
            Self::Beside => "beside",
            Self::Exercises => "exercises",
            Self::Guide => "guide",
            Self::Quiet => "quiet",
            Self::Calendars => "calendars",
            Self::Notifications => "notifications",
            Self::Programs => "programs",
            Self::Machines => "machines",
            Self::App => "app",
            Self::Data => "data",
        }
    }

    /// What a person reads for it.
    pub(super) fn name(self) -> String {
        match self {
            Self::Rhythm => text::part_rhythm(),
            Self::Prompts => text::part_prompts(),
            Self::Hours => text::part_hours(),
            Self::Beside => text::part_beside(),
            Self::Exercises => text::part_exercises(),
            Self::Guide => text::part_guide(),
            Self::Quiet => text::part_quiet(),
            Self::Calendars => text::part_calendars(),
            Self::Notifications => text::part_notifications(),
            Self::Programs => text::part_programs(),
            Self::Machines => text::part_machines(),
            Self::App => text::part_app(),
            Self::Data => text::part_data(),
        }
    }

    /// The part in which a setting stands; none for the terminal's own, and what is for trying things out.
    pub(super) fn of(key: &Key) -> Option<Self> {
        match key.group {
            Group::Rhythm => Some(Self::Rhythm),
            Group::Moment | Group::Answer | Group::Leaving => Some(Self::Prompts),
            Group::When => Some(Self::Hours),
            Group::Beside => Some(Self::Beside),
            Group::Exercises => Some(Self::Exercises),
            Group::Guide => Some(Self::Guide),
            Group::Quiet => Some(Self::Quiet),
            Group::Calendars => Some(Self::Calendars),
            Group::Programs => Some(Self::Programs),
            // The last group of the reference holds what belongs to nothing else there.
            Group::App => match key.name {
                "goal" => Some(Self::Data),
                "tray" | "notifications" => Some(Self::Notifications),
                "sense.calendar" => Some(Self::Calendars),
                "clock.speed" => None,
                name if name.starts_with("sync.") => Some(Self::Machines),
                name if name.starts_with("sense.") => Some(Self::Quiet),
                _ => Some(Self::App),
            },
        }
    }

    /// The part that is meant by a token, or in which the setting with this key stands.
    pub(super) fn meant(subject: &str) -> Option<Self> {
        let named = Self::ALL.into_iter().find(|part| part.token() == subject);
        named.or_else(|| Self::of(crate::settings::find(subject)?))
    }
}
