//! Whether the window in use fills the whole screen. Owns the choice of the display (Wayland before X11, because an X
//! server inside Wayland knows only part of the windows; `kwin` where the compositor lists none), trying again when it is lost, and what has been said;
//! never speaks a display's language itself, never reads a window's title.

mod kwin;
mod link;
mod wayland;
mod x11;

use super::Surroundings;
use super::bus::{ANSWER, PAUSES};
use crate::engine::event::Fact;
use crate::parts::{Cause, Means, Report, fullscreen};
use crate::senses::{Signal, Tell};
use async_io::Timer;
use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

/// Why watching a display ended.
enum WatchEnd {
    /// This display cannot say it.
    CannotSay(Box<Report>),
    /// The display cannot be reached, or no longer.
    Lost(Cause),
}

impl WatchEnd {
    fn cannot_say(report: Report) -> Self {
        Self::CannotSay(Box::new(report))
    }
}

impl<E: std::error::Error> From<E> for WatchEnd {
    fn from(error: E) -> Self {
        Self::Lost(error.into())
    }
}

/// What a watch on a display comes to: it never ends well.
type Watch = Result<Infallible, WatchEnd>;

/// Watches the display. Ends when there is none, it cannot say it, or it is given up.
pub(super) async fn run(tell: &Tell, around: &Surroundings) {
    let mut line = FullscreenReporter { tell: Arc::clone(tell), on: false, reported: None };
    let mut pauses = PAUSES.iter();
    loop {
        let (name, end) = match (&around.wayland, &around.x11) {
            (Some(socket), _) => ("Wayland", by_wayland(socket, &around.session_bus, &mut line).await),
            (None, Some(display)) => ("X11", x11::watch(display, &mut line).await),
            (None, None) => ("", Err(WatchEnd::cannot_say(fullscreen::no_display()))),
        };
        let why = match end {
            Err(WatchEnd::Lost(why)) => why,
            Err(WatchEnd::CannotSay(report)) => return line.cannot_say(*report),
            Ok(never) => match never {},
        };
        let pause = pauses.next();
        line.cannot_say(fullscreen::lost(name, why, pause.copied()));
        let Some(pause) = pause else { return };
        Timer::after(*pause).await;
    }
}

/// By the compositor's list of windows, or from inside it where it gives no list.
async fn by_wayland(socket: &Path, bus: &str, line: &mut FullscreenReporter) -> Watch {
    match wayland::watch(socket, line).await {
        Err(WatchEnd::CannotSay(report)) => Box::pin(kwin::watch(bus, line, *report)).await,
        ended => ended,
    }
}

/// Ends badly when a display has had its time to answer.
async fn late<T>() -> Result<T, WatchEnd> {
    Timer::after(ANSWER).await;
    Err(WatchEnd::Lost(Cause::NoAnswer))
}

/// The line to the shell: says only what is new.
struct FullscreenReporter {
    tell: Tell,
    on: bool,
    reported: Option<Report>,
}

impl FullscreenReporter {
    /// By these means: whether the window in use fills the screen.
    fn say(&mut self, means: Means, on: bool) {
        self.report(fullscreen::works(means, on));
        self.fact(on);
    }

    /// Nobody can tell now: what was said holds no longer.
    fn cannot_say(&mut self, report: Report) {
        self.report(report);
        self.fact(false);
    }

    fn fact(&mut self, on: bool) {
        if self.on != on {
            self.on = on;
            (self.tell)(Signal::Desktop { fact: Fact::Fullscreen, on });
        }
    }

    fn report(&mut self, report: Report) {
        if self.reported.as_ref() != Some(&report) {
            self.reported = Some(report.clone());
            (self.tell)(Signal::Part(report));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FullscreenReporter;
    use crate::parts::{Means, fullscreen};
    use crate::senses::{Signal, Tell};
    use std::sync::{Arc, Mutex};

    #[test]
    fn only_news_is_said_and_a_lost_display_takes_its_word_back() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&heard);
        let tell: Tell = Arc::new(move |signal| into.lock().unwrap().push(signal));
        let mut line = FullscreenReporter { tell, on: false, reported: None };
        line.say(Means::XWindows, false);
        line.say(Means::XWindows, false);
        line.say(Means::XWindows, true);
        line.say(Means::XWindows, true);
        line.cannot_say(fullscreen::no_window_manager());
        line.cannot_say(fullscreen::no_window_manager());
        let heard = heard.lock().unwrap();
        let facts: Vec<bool> = heard
            .iter()
            .filter_map(|signal| {
                let Signal::Desktop { on, .. } = signal else { return None };
                Some(*on)
            })
            .collect();
        assert_eq!(facts, [true, false]);
        assert_eq!(heard.len() - facts.len(), 3, "{heard:?}");
    }
}
