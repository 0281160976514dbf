//! The guide's window: the figure that moves, the cue for now, a ring for the time left. Owns what it looks like and its
//! keys; never decides when a break is over.

use super::Look;
use crate::engine::content::{Exercise, Pattern};
use std::sync::mpsc::Receiver;
use std::time::Duration;

/// What is shown from now on.
#[derive(Clone, Debug, PartialEq)]
pub struct Showing {
    /// The exercise, the breathing pattern, or nothing but the time.
    pub subject: Subject,
    /// How long ago the subject began.
    pub passed: Duration,
    /// How long the whole guide goes on from now.
    pub left: Duration,
    /// How long the whole guide lasts, for the ring.
    pub lasts: Duration,
    /// How many times faster than life the app's clock runs, from 1.
    pub speed: u32,
    /// Whether it belongs to a break, which can be done, swapped and hurt; else it can only be closed.
    pub of_break: bool,
}

/// What is shown, with its text.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// An exercise; its figure is `figures`'.
    Exercise(Box<Exercise>),
    /// A breathing pattern.
    Pattern(Box<Pattern>),
    /// The time is free.
    Free,
}

/// What the window is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Show this in place of what was shown.
    Show(Box<Showing>),
    /// Come to the front.
    Raise,
    /// End.
    End,
}

/// What the window says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is on screen.
    Shown,
    /// The person is done.
    Done,
    /// Another exercise.
    Swap,
    /// Not for me, or it hurts.
    Hurt,
    /// The window was closed.
    Close,
    /// A step began: the moment of the soft sound.
    Step,
}

/// Opens the window and returns when it has closed.
///
/// # Errors
/// Why no window could open, in a few words.
pub fn open(first: Showing, look: Look, told: Receiver<Told>, say: Box<dyn Fn(Said) + Send>) -> Result<(), String> {
    let _ = (first, look, told, say);
    Err("no window yet".into())
}
