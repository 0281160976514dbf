//! The guide beside a running break, or before a call, as a value. Owns its form; never draws it. Equal values are not
//! shown twice.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What the guide is to show, from when to when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideView {
    /// The break that it is for; none is a breath before a call.
    pub instance: Option<u64>,
    /// What is shown.
    pub subject: Subject,
    /// When the subject began, on the elapsed clock.
    pub since: Duration,
    /// When the guide ends, on the elapsed clock.
    pub until: Duration,
    /// The exercise that was hidden here because it hurt, which can be undone.
    pub hidden: Option<String>,
}

/// What a guide shows, by its key in the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// An exercise.
    Exercise(String),
    /// A breathing pattern.
    Pattern(String),
    /// Nothing fits the person: the time is free.
    Free,
}

/// Where the guide is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GuidePlace {
    /// In a window of its own; in the notification where none can open.
    Window,
    /// Step by step in the notification.
    Notification,
}
