//! The loop where no part of a desktop wants the main thread: a channel alone.

use super::{Wait, Woken};
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};

/// Sender of messages, from any thread. Sending never waits, and fails when the loop is gone.
pub(crate) type Sender<M> = std::sync::mpsc::Sender<M>;

/// Inbox of the loop.
#[derive(Debug)]
pub(crate) struct Inbox<M>(Receiver<M>);

/// Both ends.
///
/// # Errors
/// Never.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the system is asked")]
pub(crate) fn channel<M>() -> io::Result<(Sender<M>, Inbox<M>)> {
    let (sender, inbox) = std::sync::mpsc::channel();
    Ok((sender, Inbox(inbox)))
}

impl<M> Inbox<M> {
    /// What is in it now.
    pub(crate) fn try_iter(&self) -> impl Iterator<Item = M> {
        self.0.try_iter()
    }

    /// Takes no more messages. Nothing else is served here.
    #[expect(clippy::unused_self, reason = "elsewhere the system's own loop is given back")]
    pub(crate) fn close(self) -> impl Sized {}
}

/// Waits and passes on, until the end is asked for.
///
/// # Errors
/// Never.
pub(crate) fn live<M>(inbox: &mut Inbox<M>, mut wait: Wait, mut on: impl FnMut(Woken<M>) -> Wait) -> io::Result<()> {
    loop {
        let woken = match wait {
            Wait::Forever => inbox.0.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Wait::AtMost(time) => inbox.0.recv_timeout(time),
            Wait::End => return Ok(()),
        };
        wait = match woken {
            Ok(message) => on(Woken::By(message)),
            Err(RecvTimeoutError::Timeout) => on(Woken::Due),
            // Nobody is left who could send one.
            Err(RecvTimeoutError::Disconnected) => Wait::End,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn messages_come_one_by_one_then_the_time_and_what_comes_behind_the_end_is_left() {
        let (sender, mut inbox) = channel().expect("a channel");
        (1..=3).for_each(|n| sender.send(n).expect("it is open"));
        let mut woken = Vec::new();
        live(&mut inbox, Wait::Forever, |by| {
            woken.push(by);
            if woken.len() == 2 { Wait::End } else { Wait::Forever }
        })
        .expect("it ends");
        assert_eq!(woken, [Woken::By(1), Woken::By(2)]);
        assert_eq!(inbox.try_iter().collect::<Vec<_>>(), [3]);
        let (mut kept, mut seen) = (Some(sender), Vec::new());
        live(&mut inbox, Wait::AtMost(Duration::ZERO), |by| {
            seen.push(by);
            kept = None;
            Wait::Forever
        })
        .expect("it ends with the last sender");
        assert_eq!((seen, kept.is_none()), (vec![Woken::Due], true));
    }
}
