//! The senses: what the system tells about the person. Owns the adapters, one file a signal and system;
//! each emits `Signal`s and nothing else. Never decides, never writes, never shows.

#[cfg(target_os = "linux")]
mod bus;
#[cfg(target_os = "linux")]
pub mod calendar;
#[cfg(target_os = "linux")]
pub mod calls;
#[cfg(target_os = "linux")]
mod casts;
#[cfg(target_os = "linux")]
mod clocks;
#[cfg(target_os = "linux")]
mod control;
#[cfg(target_os = "linux")]
mod debounce;
#[cfg(target_os = "linux")]
mod dnd;
#[cfg(target_os = "linux")]
mod fullscreen;
#[cfg(target_os = "linux")]
mod idle;
#[cfg(target_os = "linux")]
mod inhibitors;
#[cfg(target_os = "linux")]
pub mod linux;
#[cfg(target_os = "linux")]
mod presenting;
#[cfg(target_os = "linux")]
mod retry;
#[cfg(target_os = "linux")]
mod session;
#[cfg(target_os = "linux")]
mod surroundings;
#[cfg(target_os = "linux")]
pub(crate) mod watch;
#[cfg(target_os = "linux")]
mod xserver;

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

/// Where a sense speaks to: called from the sense's own thread, never blocks.
pub type Tell = Arc<dyn Fn(Signal) + Send + Sync>;
