//! Orders to the bus thread, by whoever gives them. Owns their forms; never how they are carried out.

use crate::engine::notice::Wording;
use crate::outputs::{BusNews, BusReply, HowToAnswer, Picture};
use std::sync::mpsc;

/// What the bus thread can be told.
#[derive(Debug)]
pub(super) enum Order {
    /// Put this on screen.
    Show(Box<Pictured>),
    /// Take what is on screen away.
    Withdraw,
    /// As `Withdraw`, and say when it has been asked for.
    Finish(mpsc::Sender<()>),
    /// How a notification that expects no answer fared.
    Plain(Result<(), String>),
    /// How the tray's thread fares.
    Drawn(Drawn),
    /// Be found by other programs.
    Serve,
    /// The answer to what one has asked.
    Reply(u64, BusReply),
    /// Something happened.
    News(BusNews),
    /// The tray's state.
    State(String),
}

/// A notice, and its picture.
#[derive(Debug)]
pub(super) struct Pictured {
    pub(super) notice: Wording,
    pub(super) picture: Option<Picture>,
    /// Tells where its answers are.
    pub(super) how: HowToAnswer,
}

/// How the tray's thread fares.
#[derive(Debug)]
pub(super) enum Drawn {
    /// The icon is up.
    Up,
    /// It could not be put up.
    Failed(String),
    /// There is something to show and no icon.
    Wanting,
}
