//! The settings: text to values and a list of problems. PURE: never reads or writes a file, never resets anything.

use crate::engine::rules::Rules;

/// Everything a person can set.
#[expect(clippy::struct_excessive_bools, reason = "independent switches, each a person's own")]
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// What the engine decides by.
    pub rules: Rules,
    /// The compliance the person aims for, in percent, 1 to 100 (LEDGER: 60).
    pub goal: u8,
    /// How many times faster than life the app's clock runs, 1 to 3600; 1 but for trying things out.
    pub clock_speed: u32,
    /// Whether there is to be a tray icon.
    pub tray: bool,
    /// Whether there are to be notifications.
    pub notifications: bool,
    /// Whether the idle sense is to be used.
    pub sense_idle: bool,
    /// Whether locking is to be sensed.
    pub sense_lock: bool,
    /// Whether announced sleep is to be sensed.
    pub sense_sleep: bool,
    /// The terminal to run the review in; empty finds one.
    pub terminal: String,
}

/// One thing wrong with a settings text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line it is in, from 1; 0 if it is not in a file (a command line).
    pub line: usize,
    /// What is wrong and what is allowed, one sentence each.
    pub text: String,
}
