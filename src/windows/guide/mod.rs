//! The guide's window: the figure that moves, the cue for now, a ring for the time left. Owns what it looks like and its
//! keys; never decides when a break is over.

mod buttons;
mod page;
mod scene;
mod script;
#[cfg(test)]
mod tests;
mod window;

pub use script::{cues, lasts};
pub use window::Guide;

use super::frame::{self, Form};
use super::{Look, WindowEvent};
use crate::engine::content::{Exercise, Pattern};
use crate::parts::own::WindowFailure;
use crate::system::clock::since_boot;
use crate::text::guide as text;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// What is shown from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Showing<S = Subject> {
    /// The exercise, the breathing pattern, or nothing but the time: with its text, or as it is named before that is known.
    pub subject: S,
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
    /// The exercise that was hidden here because it hurt: by its key, or by its name where that is known.
    pub hidden: Option<String>,
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

impl Subject {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Exercise(exercise) => Cow::Borrowed(&exercise.name),
            Self::Pattern(pattern) => Cow::Borrowed(&pattern.name),
            Self::Free => Cow::Owned(text::free()),
        }
    }
}

/// What the window is told.
#[derive(Clone, Debug, PartialEq)]
pub enum GuideOrder {
    /// Show this in place of what was shown.
    Show(Box<Showing>),
    /// Come to the front.
    Raise,
    /// End.
    End,
}

/// Who hears what the window says.
pub type Say = Rc<dyn Fn(WindowEvent)>;

/// Opens the window and returns when it has closed: by the person, by [`GuideOrder::End`], when nobody can tell it anything any
/// more, or, outside a break, when its time is up.
///
/// # Errors
/// Why no window could open.
pub fn open(first: Showing, look: Look, told: Receiver<GuideOrder>, say: Say) -> Result<(), WindowFailure> {
    let tall = if look.large_text { 800.0 } else { 680.0 };
    let title = text::title(&first.subject.name());
    let form = Form { title: &title, size: [400.0, tall], least: [300.0, 360.0], beside: true };
    let shown = Rc::clone(&say);
    let on_screen = Box::new(move |_| shown(WindowEvent::Shown));
    frame::open(&form, look, (on_screen, Box::new(|| ())), move |ctx| {
        // The window sleeps between its frames: whoever tells it something wakes it.
        let (hand_on, heard) = mpsc::channel();
        let woken = ctx.clone();
        let listen = move || {
            for what in told {
                if hand_on.send(what).is_err() {
                    return;
                }
                woken.request_repaint();
            }
            drop(hand_on);
            woken.request_repaint();
        };
        // Without a thread nobody listens, and the window closes at once as it does when nobody tells.
        let _ = thread::Builder::new().name("told".into()).spawn(listen);
        // A clock that goes on in sleep, as the app's does.
        Box::new(Guide::new(first, look, heard, say, Box::new(since_boot)))
    })
}
