//! Facade of the senses: what the system tells about the person. Owns what a sense can say, and which system's adapters
//! are built; each emits `Signal`s and nothing else. Never decides, never writes, never shows.
#![doc = include_str!("senses.md")]

#[cfg(any(target_os = "macos", test))]
mod assertions;
pub mod calendar;
mod calls;
#[cfg(any(target_os = "macos", test))]
mod capturing;
#[cfg(any(windows, test))]
mod consent;
#[cfg(any(target_os = "macos", test))]
mod covering;
pub mod debounce;
#[cfg(any(not(target_os = "linux"), test))]
mod device;
mod input;
#[cfg(target_os = "linux")]
pub mod linux;
#[cfg(any(target_os = "macos", test))]
mod listeners;
#[cfg(any(target_os = "macos", test))]
mod lock;
#[cfg(any(not(target_os = "linux"), test))]
mod looks;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(not(target_os = "linux"))]
mod rounds;
#[cfg(any(not(target_os = "linux"), test))]
mod screen;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(target_os = "macos")]
use macos as system;
#[cfg(windows)]
use windows as system;

pub use system::{Senses, Surroundings, start};

use crate::engine::event::{Device, Fact, Meeting};
use crate::parts::Report;
use std::sync::Arc;
use std::time::Duration;

/// What a sense can say. All durations are real time; the shell turns them into the engine's moments.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// Input began again just now.
    Active,
    /// There has been no input for this long.
    Idle {
        /// Real time since the last input.
        ago: Duration,
    },
    /// The session is locked, or not.
    Locked(bool),
    /// The machine is about to sleep, or woke.
    Sleeping(bool),
    /// The desktop says something of itself.
    Desktop {
        /// What.
        fact: Fact,
        /// True from now on, or no longer.
        on: bool,
    },
    /// The wall clock was stepped or the machine woke: time to look at the clocks.
    Clocks,
    /// A call's device came into use or was let go.
    Call {
        /// Which device.
        device: Device,
        /// In use.
        on: bool,
        /// The program's name, never a title.
        program: Option<String>,
    },
    /// The desktop's session is over: whoever shows something there has nothing to show it on any more.
    SessionOver,
    /// The calendar as known from now on.
    Meetings(Vec<Meeting>),
    /// How a sense is doing; a report for a part replaces the one before.
    Part(Report),
}

/// What is done once the senses' start is over: called from their own thread.
pub type Settled = Box<dyn FnOnce() + Send>;

/// Where a sense speaks to: called from the sense's own thread, never blocks.
pub type Tell = Arc<dyn Fn(Signal) + Send + Sync>;
