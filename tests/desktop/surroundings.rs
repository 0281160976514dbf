//! What the page Settings says of the world around the app: a try of the microphone with a real sound server, a calendar folder
//! with what of it counts, and a notification to look at.

use crate::harness::{App, Daemon, Desktop, SOON, Sound};
use std::time::Duration;

/// A folder with a calendar of today: a meeting, and an event of the person alone.
#[expect(clippy::disallowed_methods, reason = "the app that reads it lives today")]
fn calendars(desktop: &Desktop) -> std::path::PathBuf {
    let today = chrono::Local::now().format("%Y%m%d");
    let event = |uid: &str, title: &str, more: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{title}\r\nDTSTART:{today}T220000\r\nDTEND:{today}T223000\r\n{more}END:VEVENT\r\n"
        )
    };
    let others = "ATTENDEE:mailto:me@example.org\r\nATTENDEE:mailto:you@example.org\r\n";
    let folder = desktop.session().path("calendars");
    std::fs::create_dir_all(&folder).unwrap();
    let all = [event("1", "Planning", others), event("2", "Write", "")].concat();
    std::fs::write(folder.join("work.ics"), format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{all}END:VCALENDAR\r\n"))
        .unwrap();
    folder
}

#[test]
fn a_try_of_the_microphone_hears_a_recording() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.set_screen_reader();
    let _sound = Sound::start(session);
    let _app = App::start(session);
    session.tell(&["open", "settings", "quiet"]);
    desktop.until_window();
    desktop.press("Try it: Sense the microphone");
    desktop.until_window_says("Use your microphone now");
    let call = session.recorder();
    desktop.until_window_says("Noticed: in use by");
    drop(call);
}

#[test]
fn a_calendar_folder_is_added_and_says_what_of_it_counts() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.set_screen_reader();
    let folder = calendars(&desktop);
    let _app = App::start(session);
    session.tell(&["open", "settings", "calendars"]);
    desktop.until_window_says("None yet.");
    desktop.type_into("A file, a folder or an address", folder.to_str().expect("text"));
    desktop.click_on("Add");
    desktop.until_window_says("is read from now on.");
    desktop.until_window_says("22:00 - 22:30  Planning");
    desktop.until_window_says("Write: nobody else is in it");
    desktop.press("Read it now");
    desktop.until_window_says("It was read: 1 meeting");
    desktop.press("Remove");
    desktop.until_window_says("None yet.");
    desktop.press("Undo");
    desktop.until_window_says("22:00 - 22:30  Planning");
}

#[test]
fn a_notification_is_shown_on_demand_as_a_breaks_is() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.set_screen_reader();
    let _app = App::start(session);
    session.tell(&["open", "settings", "notifications"]);
    desktop.until_window();
    desktop.press("Show me one");
    desktop.until_popup(SOON + Duration::from_secs(10));
    desktop.until_window_says("It is on its way.");
}
