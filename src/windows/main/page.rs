//! Page of the main window: which there are. Owns their order and their tokens; never what stands on one.

use crate::text::rail as text;
use serde::{Deserialize, Serialize};

/// Page of the main window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MainPage {
    /// How things are, and what can be done now.
    #[default]
    Today,
    /// The record looked back on.
    Review,
    /// The gallery of exercises and breathing patterns.
    Exercises,
    /// What can be set.
    Settings,
    /// The pages to read.
    Learn,
    /// What this is, and what is kept where.
    About,
}

impl MainPage {
    /// All of them, as the rail has them.
    pub const ALL: [Self; 6] = [Self::Today, Self::Review, Self::Exercises, Self::Settings, Self::Learn, Self::About];

    /// The word for it on the command line.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Review => "review",
            Self::Exercises => "exercises",
            Self::Settings => "settings",
            Self::Learn => "learn",
            Self::About => "about",
        }
    }

    /// What a person reads for it.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Today => text::today(),
            Self::Review => text::review(),
            Self::Exercises => text::exercises(),
            Self::Settings => text::settings(),
            Self::Learn => text::learn(),
            Self::About => text::about(),
        }
    }

    /// The page with this token.
    #[must_use]
    pub fn with_token(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.token() == token)
    }
}
