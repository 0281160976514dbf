//! What the page Settings asks for and is told of the programs that are run when something happens.

use crate::settings::HookEvent;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HooksOrder {
    /// This program, with what it is given, is to be run then; none is.
    Name(HookEvent, Vec<String>),
    /// The program that is to be run then is to be chosen.
    Choose(HookEvent),
    /// The one that is named is to be run once, with an example.
    Try(HookEvent),
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HooksUpdate {
    /// This program was chosen.
    Chosen(HookEvent, String),
    /// It is named.
    Named(HookEvent),
    /// It is not, and why.
    NotNamed(HookEvent, String),
    /// What came of trying one: how it ended, and what it printed, a line each.
    Tried(HookEvent, String, Vec<String>),
}
