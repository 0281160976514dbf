//! What the page Review asks for and is told.

use super::settings::SettingsChange;
use crate::review::Period;
use crate::review::model::Model;
use chrono::NaiveDate;

/// What is asked for on the page Review.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewOrder {
    /// What this period was like is to be told.
    Look(Period),
}

/// What the page Review is told.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewUpdate {
    /// What a period was like.
    Told(Box<LookedBack>),
    /// The record cannot be read, and why.
    Unread(String),
}

/// A period looked back on.
#[derive(Clone, Debug, PartialEq)]
pub struct LookedBack {
    /// Which.
    pub period: Period,
    /// The day that it is now.
    pub today: NaiveDate,
    /// The first day of which anything is known.
    pub first: NaiveDate,
    /// What is to be known of the record as it is: what could not be recorded, or read.
    pub notes: Vec<String>,
    /// What it was like.
    pub model: Model,
    /// What takes up its suggestion, if a change of the settings can.
    pub change: Option<SettingsChange>,
}
