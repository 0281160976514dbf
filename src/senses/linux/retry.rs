//! Asking a service again whenever it may have changed. Owns the pace of the questions: a burst of changes is answered
//! by one, and a service that does not answer is asked again a few times, then left alone until it changes.

use super::bus::PAUSES;
use crate::plain::harmless;
use async_io::Timer;
use futures_lite::{Stream, StreamExt, future};
use std::time::Duration;
use zbus::Message;

/// What comes within this time of a change is answered together with it.
// Services send the signals of one change one after the other, within milliseconds.
const BREATH: Duration = Duration::from_millis(50);

/// Asks now and after every message of `news`; messages that come while it asks are answered by one more question.
/// `ask` returns whether it had an answer: without one it is asked again after each of the `PAUSES`, then only after
/// news. Ends with the news.
pub(super) async fn on_change(
    mut news: impl Stream<Item = zbus::Result<Message>> + Unpin,
    mut ask: impl AsyncFnMut() -> bool,
) {
    let (bell, rang) = async_channel::bounded(1);
    let heard = async {
        while let Some(Ok(_)) = news.next().await {
            // Fails only when it has rung already.
            let _ = bell.try_send(());
        }
    };
    let asked = async {
        let mut pauses = PAUSES.iter();
        loop {
            let again = if ask().await {
                pauses = PAUSES.iter();
                None
            } else {
                pauses.next()
            };
            let pause = async {
                match again {
                    Some(pause) => _ = Timer::after(*pause).await,
                    None => future::pending().await,
                }
            };
            let change = async { _ = rang.recv().await };
            future::or(change, pause).await;
            Timer::after(BREATH).await;
            let _ = rang.try_recv();
        }
    };
    future::or(heard, asked).await;
}

/// Asks until there is an answer: once, and again after each of the `PAUSES`. `lost` hears each failure; `None` when it
/// is given up.
pub(super) async fn patiently<T>(
    mut ask: impl AsyncFnMut() -> zbus::Result<T>,
    mut lost: impl FnMut(&zbus::Error),
) -> Option<T> {
    let mut pauses = PAUSES.iter();
    loop {
        match ask().await {
            Ok(answer) => return Some(answer),
            Err(error) => lost(&error),
        }
        Timer::after(*pauses.next()?).await;
    }
}

/// A name from outside in one line of at most `most` characters.
pub(super) fn clip(text: &str, most: usize) -> String {
    harmless(text).chars().take(most).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{PAUSES, clip, on_change};
    use async_io::Timer;
    use futures_lite::{Stream, StreamExt, future, stream};
    use std::cell::Cell;
    use std::time::Duration;
    use zbus::Message;

    fn news(count: usize) -> impl Stream<Item = zbus::Result<Message>> + Unpin {
        let signal = Message::signal("/x", "org.example.X", "Changed").unwrap().build(&()).unwrap();
        stream::iter(vec![Ok(signal); count]).chain(stream::pending())
    }

    async fn soon() {
        Timer::after(Duration::from_millis(400)).await;
    }

    #[test]
    fn a_burst_of_changes_is_answered_by_one_more_question() {
        let asked = Cell::new(0);
        let ask = async || {
            asked.set(asked.get() + 1);
            true
        };
        future::block_on(future::or(on_change(news(500), ask), soon()));
        assert!((1..=2).contains(&asked.get()), "{}", asked.get());
    }

    #[test]
    fn without_an_answer_it_is_asked_again_but_not_at_once() {
        let asked = Cell::new(0);
        let ask = async || {
            asked.set(asked.get() + 1);
            false
        };
        let until = async { _ = Timer::after(PAUSES[0] + Duration::from_millis(400)).await };
        future::block_on(future::or(on_change(news(0), ask), until));
        assert_eq!(asked.get(), 2);
    }

    #[test]
    fn names_from_outside_are_one_short_line() {
        assert_eq!(clip("  a\nb\u{202e}c  ", 40), "a b c");
        assert_eq!(clip(&"ä".repeat(1000), 5), "äääää");
    }
}
