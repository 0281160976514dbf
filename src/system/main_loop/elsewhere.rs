//! The loop where tray and windows are served on the main thread and nowhere else: the system's own, by `winit`. Messages
//! come through a channel; the system is only told that there is one.
//!
//! While a menu of the tray is open, Windows runs a loop of its own there, and winit's deadlines do not count. So an alarm
//! tells the system of a deadline as of a message: by one that is posted to a window of winit's, which any loop of this
//! thread passes on.

use super::alarm::Alarm;
use super::{Wait, Woken};
use crate::system::clock::Deadline;
use std::fmt;
use std::io;
use std::sync::mpsc::{self, Receiver, SendError};
use winit::application::ApplicationHandler;
use winit::event::{StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, EventLoop, EventLoopProxy};
use winit::platform::run_on_demand::EventLoopExtRunOnDemand;
use winit::window::WindowId;

/// Sender of messages, from any thread. Sending never waits, and fails when the loop is gone.
#[derive(Debug)]
pub(crate) struct Sender<M> {
    messages: mpsc::Sender<M>,
    waker: EventLoopProxy<()>,
}

impl<M> Clone for Sender<M> {
    fn clone(&self) -> Self {
        Self { messages: self.messages.clone(), waker: self.waker.clone() }
    }
}

impl<M> Sender<M> {
    /// Sends one.
    ///
    /// # Errors
    /// When the loop is gone.
    pub(crate) fn send(&self, message: M) -> Result<(), SendError<M>> {
        self.messages.send(message)?;
        // Whoever is not woken any more finds the message in the channel.
        let _ = self.waker.send_event(());
        Ok(())
    }
}

/// Inbox of the loop.
pub(crate) struct Inbox<M> {
    messages: Receiver<M>,
    system: EventLoop<()>,
}

impl<M> fmt::Debug for Inbox<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inbox").finish_non_exhaustive()
    }
}

/// Both ends. The system gives a process one loop, and on its main thread alone.
///
/// # Errors
/// When the system gives none.
pub(crate) fn channel<M>() -> io::Result<(Sender<M>, Inbox<M>)> {
    let (sender, messages) = mpsc::channel();
    let mut builder = EventLoop::builder();
    super::in_background(&mut builder);
    let system = builder.build().map_err(io::Error::other)?;
    if !super::can_be_told() {
        return Err(io::ErrorKind::OutOfMemory.into());
    }
    Ok((Sender { messages: sender, waker: system.create_proxy() }, Inbox { messages, system }))
}

impl<M> Inbox<M> {
    /// What is in it now.
    pub(crate) fn try_iter(&self) -> impl Iterator<Item = M> {
        self.messages.try_iter()
    }

    /// Takes no more messages. What is given back serves tray and windows until it goes.
    pub(crate) fn close(self) -> impl Sized {
        self.system
    }
}

/// Waits and passes on, until the end is asked for; while a menu is open, too.
///
/// # Errors
/// When the system's loop fails, or there is no thread for what is due.
pub(crate) fn live<M>(inbox: &mut Inbox<M>, wait: Wait, on: impl FnMut(Woken<M>) -> Wait) -> io::Result<()> {
    let Inbox { messages, system } = inbox;
    let waker = system.create_proxy();
    // A loop that is gone needs no waking.
    let alarm = Alarm::new(move || waker.send_event(()).unwrap_or_default())?;
    system.run_app_on_demand(&mut Run { messages, wait, due: None, alarm, on }).map_err(io::Error::other)
}

/// Run of the loop, from its start to its end.
struct Run<'a, M, F> {
    messages: &'a Receiver<M>,
    wait: Wait,
    /// When the wait is over.
    due: Option<Deadline>,
    alarm: Alarm,
    on: F,
}

impl<M, F: FnMut(Woken<M>) -> Wait> Run<'_, M, F> {
    fn wake(&mut self, system: &ActiveEventLoop, woken: Woken<M>) {
        self.wait = (self.on)(woken);
        self.set(system);
    }

    fn set(&mut self, system: &ActiveEventLoop) {
        self.due = match self.wait {
            Wait::AtMost(time) => Some(Deadline::after(time)),
            Wait::Forever | Wait::End => None,
        };
        self.alarm.set(self.due);
        if self.wait == Wait::End {
            system.exit();
            super::leave_menu();
        }
    }
}

impl<M, F: FnMut(Woken<M>) -> Wait> ApplicationHandler for Run<'_, M, F> {
    fn new_events(&mut self, system: &ActiveEventLoop, cause: StartCause) {
        if cause == StartCause::Init {
            self.set(system);
        }
    }

    /// One call can stand for several messages, and a later one then for none; or for the alarm.
    fn user_event(&mut self, system: &ActiveEventLoop, (): ()) {
        while self.wait != Wait::End
            && let Ok(message) = self.messages.try_recv()
        {
            self.wake(system, Woken::By(message));
        }
        if self.due.is_some_and(|due| due.left().is_none()) {
            self.wake(system, Woken::Due);
        }
    }

    fn resumed(&mut self, _system: &ActiveEventLoop) {}

    /// There is no window on this thread: each is a process of its own.
    fn window_event(&mut self, _system: &ActiveEventLoop, _window: WindowId, _event: WindowEvent) {}
}
