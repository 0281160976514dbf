//! The running app. Each turn takes in one message, lets the engine handle it, writes what must survive, performs what is
//! to be seen, and waits. Owns that order and nothing that is decided in it.

mod asserted;
mod attention;
mod bound;
mod bus;
mod deafness;
mod erase;
mod event_loop;
mod first;
mod guide_state;
mod held;
mod hidden;
mod hooks;
mod journal;
mod machines;
mod meaning;
mod menu;
mod no_icon;
mod process;
mod questions;
mod reload;
mod reports;
mod screen;
mod senses;
mod start;
mod step;
mod store;
mod watchers;
mod window_state;
mod windows;

use crate::engine::Engine;
use crate::engine::moment::Moment;
use crate::engine::view::TrayView;
use crate::outputs::Answer;
use crate::parts::hooks::HookEnd;
use crate::parts::own::WindowEnd;
use crate::senses::{Senses, Signal};
use crate::settings::{HookEvent, Settings};
use crate::shell::clock::Timeline;
use crate::shell::files::Own;
use crate::shell::ipc::Reply;
use crate::shell::ipc::pending::PendingCall;
use crate::shell::paths::Paths;
use crate::shell::sync::Heard;
use crate::system::main_loop::Sender;
use crate::system::memory::Code;
use crate::windows::WindowEvent;
use asserted::Asserted;
use chrono::{FixedOffset, NaiveTime};
use deafness::Deafness;
pub(crate) use erase::erase_alone;
use guide_state::ShownGuide;
pub(crate) use hidden::{hidden, unhide};
use hooks::Hooks;
use journal::Journal;
use machines::Machines;
use no_icon::NoIcon;
use process::Process;
use reports::Reports;
use screen::Screen;
use senses::SignalSender;
pub(crate) use start::run;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::time::Duration;
use store::Store;
pub(crate) use store::aside_report;
use watchers::Watchers;
use windows::Windows;

/// Everything that the loop waits for.
#[derive(Debug)]
enum Message {
    /// A sense says something.
    Sense(Signal),
    /// An output says something.
    Answer(Answer),
    /// The command line asks something.
    Call(PendingCall),
    /// The window of this number says something.
    Window(u64, WindowEvent),
    /// Its process has ended, or never began; in this way.
    WindowGone(u64, WindowEnd),
    /// A program that was run at this has ended: why it did not do its work, if it did not.
    HookOver(HookEvent, Option<HookEnd>),
    /// Something of the person's other machines, by the exchange of this number.
    Heard(u64, Heard),
    /// A key was pressed in the terminal.
    Key(char),
    /// One of the person's own files may have changed.
    Files,
    /// The wait is over: it is time for something.
    Due,
    /// The system wants the app to end.
    Stop,
}

/// Who starts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StartedBy {
    /// A person, or a program for one.
    Person,
    /// The session, at its beginning: nobody has asked to see anything.
    Session,
}

/// What a run is to be, beside the person's settings.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Day {
    /// A fast clock shows this at the start.
    pub begins: Option<NaiveTime>,
    /// The app ends by itself after this much of its own time.
    pub lasts: Option<Duration>,
    /// A fast clock goes at the real pace while a guide is open.
    pub real_guides: bool,
    /// The main window shows it: opened with it, and closed by the person it ends it.
    pub in_window: bool,
}

/// The running app.
struct Resident {
    paths: Paths,
    sender: Sender<Message>,
    timeline: Timeline,
    engine: Engine,
    store: Store,
    journal: Journal,
    reports: Reports,
    deafness: Deafness,
    asserted: Asserted,
    no_icon: NoIcon,
    screen: Screen,
    /// The tray as the engine wants it.
    view: Option<TrayView>,
    windows: Windows<Process>,
    guide: ShownGuide,
    hooks: Hooks,
    machines: Machines,
    senses: Option<(Senses, SignalSender)>,
    /// How fine input must be known now, in the app's time.
    watch: Duration,
    settings: Settings,
    /// The settings text that counts.
    text: String,
    own: Own,
    zone: Option<String>,
    offset: FixedOffset,
    watchers: Watchers,
    /// When to end by itself.
    ends: Option<Duration>,
    /// What this run is to be.
    day: Day,
    stop: bool,
    /// Who asked for the end.
    ending: Vec<SyncSender<Reply>>,
    /// Whoever runs it is new here, and has not heard of the questions.
    new: bool,
    code: Arc<Code>,
    /// The wait is for what happened to be over.
    settling: bool,
}

impl Resident {
    fn now(&mut self) -> Moment {
        self.timeline.now()
    }
}
