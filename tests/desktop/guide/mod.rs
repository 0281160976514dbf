//! The guide's window beside a break: what is in it, and that it does what it says, whoever works it - a screen reader, the
//! keys, the mouse. `trouble` is what goes wrong, `elsewhere` the guide without a window, `cost` what it takes.

mod cost;
mod elsewhere;
mod hands;
mod life;
mod looks;
mod place;
mod sound;
mod trouble;

use crate::harness::{App, Daemon, Desktop, Running, Session, WINDOW, now, until};
use serde_json::Value;
use std::time::{Duration, Instant};
use unhunch::engine::content::Exercise;

/// A day slow enough for a window to be read and worked before its guide is over: a break of 20 s that counts from 2 s,
/// with an exercise of 8 s at least.
const GUIDED: &str = "clock.speed = 5
minimum = \"10s\"
break.movement.every = \"110s\"
break.movement.lasts = \"100s\"
nudge.posture.every = \"0s\"
snooze.length = \"1min\"
ask_again = \"1min\"
lull.wait = \"0s\"
check_in.most = 0
";

/// The time from which a break of `GUIDED` counts, and a moment.
const COUNTS: Duration = Duration::from_millis(2500);
/// The time from which a window that has just come up hears keys, and a moment.
const HEARS: Duration = Duration::from_secs(1);
/// Within this a break or a countdown of `GUIDED` is over, on a slow machine.
const WHOLE: Duration = Duration::from_secs(45);

/// A desktop with the guide open beside a break that was started by command, read by a screen reader.
///
/// The desktop is dropped first: when a test has failed, the picture of it still has the window.
struct Beside {
    desktop: Desktop,
    app: App,
    _person: Option<Running>,
    began: Instant,
}

impl Beside {
    /// A person at the mouse starts the break, and goes on moving it.
    fn open() -> Self {
        Self::with(true)
    }

    /// Nobody touches the mouse.
    fn alone() -> Self {
        Self::with(false)
    }

    fn with(person: bool) -> Self {
        Self::on(desktop(GUIDED), person)
    }

    /// The same on this desktop.
    fn on(desktop: Desktop, person: bool) -> Self {
        let person = person.then(|| desktop.person());
        let app = App::start(desktop.session());
        let began = now();
        desktop.session().tell(&["start"]);
        desktop.until_window();
        Self { desktop, app, _person: person, began }
    }

    fn session(&self) -> &Session {
        self.desktop.session()
    }

    /// Waits until the window hears keys: not while somebody may be typing for another one.
    fn until_it_hears(&self) {
        self.desktop.until_button("Done");
        std::thread::sleep(HEARS);
    }

    /// Waits until the break has lasted for as long as it must.
    fn until_it_counts(&self) {
        std::thread::sleep((self.began + COUNTS).saturating_duration_since(now()));
    }

    /// The guide has closed and nothing of it is left but the app.
    fn until_nothing_stays(&self) {
        self.desktop.until_no_window();
        until("the window's process to end", WINDOW, || {
            (self.session().processes() == [self.app.running.pid()]).then_some(())
        });
    }
}

/// A desktop with these settings on which a screen reader listens.
fn desktop(settings: &str) -> Desktop {
    let desktop = Desktop::with(Daemon::Xfce);
    desktop.session().set_screen_reader();
    desktop.session().settings(settings);
    desktop
}

/// The exercise of the break that runs.
fn exercise(session: &Session) -> Exercise {
    let status = session.status();
    let id = status["exercise"].as_str().unwrap_or_else(|| panic!("an exercise: {status}")).to_owned();
    let known = unhunch::library::content("en", &[]).0.content.exercises;
    known.into_iter().find(|exercise| exercise.id == id).unwrap_or_else(|| panic!("{id} is in the library"))
}

/// The row of the break that was just taken.
fn taken(session: &Session) -> Value {
    let row = session.until_closed(WHOLE);
    assert_eq!(row["outcome"], "taken", "{row}");
    row
}
