//! One question on its way from a client's thread to the loop and back. Owns who of the two has it, so that a question is
//! never both given up and done; never how it is answered.

use super::{Call, Reply, pack};
use crate::system::ipc::{self, Stream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Weak};

/// One question, and where its answer goes.
#[derive(Debug)]
pub(crate) struct PendingCall {
    /// What is asked.
    pub call: Call,
    /// Where the answer goes; the asker may have gone.
    pub answer: SyncSender<Reply>,
    /// Who asked, when it wants to hear of changes.
    pub watcher: Option<Watcher>,
    /// Set by whoever is first: the loop that takes it up, or the asker that gives it up.
    pub taken: Arc<AtomicBool>,
}

impl PendingCall {
    /// Takes it up. False when its asker has been told that nothing was done: then nothing may be done.
    pub(crate) fn take_up(&self) -> bool {
        !self.taken.swap(true, Ordering::AcqRel)
    }
}

/// A client that wants to hear of every change.
#[derive(Debug)]
pub(crate) struct Watcher(pub(super) Weak<Stream>);

impl Watcher {
    /// Whether it still listens, as far as is known.
    pub(crate) fn listens(&self) -> bool {
        self.0.strong_count() > 0
    }

    /// Tells it, without ever waiting. One that is gone, or does not take what it is told, is let go: false.
    pub(crate) fn tell(&self, reply: &Reply) -> bool {
        let Some(stream) = self.0.upgrade() else { return false };
        let told = ipc::send_now(&stream, &pack(reply));
        if !told {
            ipc::hang_up(&stream);
        }
        told
    }
}

/// Where questions go; called from a client's thread, never blocks. False when the loop has ended.
pub(crate) type Tell = Arc<dyn Fn(PendingCall) -> bool + Send + Sync>;
