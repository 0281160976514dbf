//! What the page Settings asks for and is told.

/// What is asked for on the page Settings.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsOrder {}

/// What the page Settings is told.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsUpdate {}
