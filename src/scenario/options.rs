//! What a scenario is played with, who hears of it, and how it went. Owns these forms alone.

use super::print::Printed;
use super::trouble::Failure;
use crate::engine::content::Content;
use crate::engine::effect::Record;
use crate::engine::moment::Stamp;
use std::sync::Arc;

/// What a scenario is played with, and who hears of it.
pub struct Options<'a> {
    /// The person's settings text that the scenario's own settings change.
    pub settings: String,
    /// The library.
    pub content: Arc<Content>,
    /// The ledger's next free id.
    pub first_id: u64,
    /// Whether to print the tray as well.
    pub tray: bool,
    /// Hears of each effect that is printed.
    pub print: &'a mut dyn FnMut(&Printed),
    /// Keeps what a step leaves behind: the records, the inputs as lines, the decisions.
    pub keep: &'a mut Keep<'a>,
}

/// Told of each step: when, the records, the inputs as lines, the decisions.
pub type Keep<'a> = dyn FnMut(&Stamp, &[Record], &[String], &[Printed]) + 'a;

/// How it went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Expectations that held.
    pub held: usize,
    /// Expectations that did not.
    pub failures: Vec<Failure>,
}
