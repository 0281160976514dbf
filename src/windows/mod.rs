//! The windows. Owns what each looks like and what can be done in it; each runs in a short-lived process of its own, so
//! that nothing of it stays in memory. Never decides, never reads or writes a file, never talks to the running app: it is
//! told what to show and hands on what the person says.

pub mod frame;
pub mod guide;
pub mod kit;
pub mod main;
mod picture;
mod place;
pub mod welcome;

use crate::engine::person::Person;
use crate::parts::own::WindowFailure;
use serde::{Deserialize, Serialize};

/// How windows look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Larger text.
    pub large_text: bool,
    /// Key poses in place of movement.
    pub still: bool,
    /// A dark background: the desktop's choice.
    pub dark: bool,
    /// Who shows the exercises.
    pub person: Person,
}

/// What a window says back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WindowEvent {
    /// It is on screen.
    Shown,
    /// A step began: the moment of the soft sound.
    Step,
    /// The person is done.
    Done,
    /// Another exercise.
    Swap,
    /// Not for me, or it hurts.
    Hurt,
    /// What was hidden by that is to be shown again.
    Undo,
    /// The person closed it.
    Close,
    /// Nobody has touched it for long, and it closed by itself.
    LeftAlone,
    /// It did not open, or it broke: its last word.
    Failed(WindowFailure),
}
