//! Updates on their way to the window: a channel that wakes it. Owns that nothing told is drawn late; never what is told.

use super::page::MainPage;
use super::talk::MainUpdate;
use eframe::egui::Context;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// The sending end. It may be held by several threads, and outlive the window.
#[derive(Clone, Debug)]
pub struct UpdateSender {
    to: Sender<MainUpdate>,
    window: Arc<OnceLock<Context>>,
}

impl UpdateSender {
    /// Tells the window something; false once it has closed.
    pub fn tell(&self, update: impl Into<MainUpdate>) -> bool {
        let told = self.to.send(update.into()).is_ok();
        if let Some(window) = self.window.get() {
            window.request_repaint();
        }
        told
    }
}

/// The window's end.
#[derive(Debug)]
pub struct Updates {
    from: Receiver<MainUpdate>,
    window: Arc<OnceLock<Context>>,
}

impl Updates {
    /// From now on this window is woken by what is told.
    pub fn wake(&self, window: &Context) {
        // One window at a time has this end.
        let _ = self.window.set(window.clone());
    }

    /// The page to begin with, if the first thing told within this time is one.
    #[must_use]
    pub fn first_page(&self, within: Duration) -> Option<(MainPage, Option<String>)> {
        match self.from.recv_timeout(within) {
            Ok(MainUpdate::Turn(page, subject)) => Some((page, subject)),
            Ok(_) | Err(_) => None,
        }
    }

    /// What has been told and not yet been taken.
    pub fn all(&self) -> impl Iterator<Item = MainUpdate> {
        self.from.try_iter()
    }
}

/// Both ends.
#[must_use]
pub fn updates() -> (UpdateSender, Updates) {
    let (to, from) = mpsc::channel();
    let window = Arc::new(OnceLock::new());
    (UpdateSender { to, window: Arc::clone(&window) }, Updates { from, window })
}
