//! A look back over a record of three weeks: last Tuesday, a break's story, a word on one of today, what is suggested; the
//! record taken out, and a week of it deleted.

mod record;

use crate::harness::{App, Daemon, Desktop, SOON, Session, WINDOW, Widget, until};
use record::{MARK, Weeks};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use unhunch::text::{data, lookback, review, today};

/// Settings that a suggestion must leave as they were.
const OWN: &str = "# mine\ngoal = 55 # for now\n";

/// A desktop with that record, on which the app runs.
fn looking_back() -> (Desktop, App, Weeks) {
    let desktop = Desktop::with(Daemon::Xfce);
    let session = desktop.session();
    session.set_screen_reader();
    session.settings(OWN);
    let weeks = Weeks::write(session);
    let app = App::start(session);
    session.until_icon();
    (desktop, app, weeks)
}

/// The mark of a break that fell due at this time and was skipped.
fn skipped(at: &str) -> impl Fn(&Widget) -> bool {
    move |widget| widget.is_button() && widget.name.starts_with(at) && widget.name.contains("skipped")
}

fn until_settings(session: &Session, what: &str, are: impl Fn(&str) -> bool) {
    until(what, SOON, || are(&fs::read_to_string(session.settings_file()).unwrap_or_default()).then_some(()));
}

#[test]
fn last_tuesday_is_looked_at_a_break_of_today_put_right_and_a_suggestion_tried() {
    let (desktop, _app, weeks) = looking_back();
    let session = desktop.session();
    desktop.click_menu(&["Review"]);
    desktop.click_on(&lookback::any_day());
    if weeks.tuesday.format("%m").to_string() != weeks.today.format("%m").to_string() {
        desktop.click_on(&lookback::month_before());
    }
    desktop.click_on(&review::day(weeks.tuesday));
    desktop.click_widget("the break of two o'clock", skipped("14:20"));
    desktop.until_window_says("It was skipped: you chose to skip it");
    desktop.until_window_says(&format!("Movement, {}, 14:20: skipped", weeks.tuesday.format("%a %-d %b %Y")));
    assert!(!desktop.window_texts().contains(&today::claim()), "it is too long ago");

    desktop.key("alt+Left");
    desktop.press(&lookback::now());
    let at = weeks.recent.format("%H:%M").to_string();
    if !weeks.is_of_today {
        desktop.press(&lookback::earlier());
    }
    desktop.reader().press(&desktop.until_widget("the break of today", skipped(&at)));
    desktop.press(&today::claim());
    desktop.until_window_says("It counts as taken now.");
    let row = session.breaks().pop().expect("rows");
    assert_eq!((row["outcome"].as_str(), row["edited"].as_bool()), (Some("taken"), Some(true)), "{row}");

    desktop.choose("Review");
    desktop.choose(&lookback::week());
    desktop.click_on(&lookback::keep_free(14));
    desktop.until_window_says(&lookback::kept_free(14));
    until_settings(session, "an hour to be free", |text| text.starts_with(OWN) && text.contains("hours = "));
    assert!(session.tell(&["config", "get", "hours"]).contains("-14:00 15:00-"));
    desktop.press("Undo");
    until_settings(session, "the settings to be as they were", |text| text == OWN);
}

/// The file of this form among what the person took out, once it is there.
fn taken_out(session: &Session, form: &str) -> String {
    let is = |path: &PathBuf| path.extension().is_some_and(|end| end == form);
    let file = until(&format!("a file .{form}"), SOON, || {
        let all = fs::read_dir(session.path("Downloads")).expect("a folder");
        all.flatten().map(|one| one.path()).find(is)
    });
    let mode = fs::metadata(&file).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "{} is for the person alone", file.display());
    fs::read_to_string(&file).expect("text")
}

/// Whether these bytes are anywhere in the record's files.
fn in_the_record(session: &Session, bytes: &str) -> bool {
    let files = fs::read_dir(session.data().join("unhunch")).expect("a folder");
    let files = files.flatten().map(|one| fs::read(one.path()).unwrap_or_default());
    files.into_iter().any(|file| file.windows(bytes.len()).any(|part| part == bytes.as_bytes()))
}

#[test]
fn the_record_is_taken_out_in_three_forms_and_a_week_of_it_deleted() {
    let (desktop, _app, weeks) = looking_back();
    let session = desktop.session();
    fs::create_dir(session.path("Downloads")).expect("a folder in the home");
    let before = session.breaks();
    session.tell(&["open", "review"]);
    for form in ["csv", "ics", "json"] {
        desktop.press(&data::form(form));
        desktop.until_window_says(&format!(".{form}."));
        let told = taken_out(session, form);
        let breaks = match form {
            "csv" => csv::Reader::from_reader(told.as_bytes())
                .records()
                .filter(|row| &row.as_ref().unwrap()[0] == "break")
                .count(),
            "ics" => {
                assert!(told.starts_with("BEGIN:VCALENDAR\r\n") && told.ends_with("END:VCALENDAR\r\n"));
                told.matches("BEGIN:VEVENT\r\n").count()
            }
            _ => serde_json::from_str::<serde_json::Value>(&told).expect("JSON")["breaks"]
                .as_array()
                .expect("a list")
                .len(),
        };
        assert_eq!(breaks, before.len(), "{form}");
    }
    assert!(in_the_record(session, MARK));

    desktop.choose(&data::some_days());
    desktop.type_into(&data::first_day(), &weeks.marked.0.to_string());
    desktop.type_into(&data::last_day(), &weeks.marked.1.to_string());
    desktop.press(&data::delete_button());
    desktop.until_window_says("This deletes 45 breaks of 5 days");
    assert_eq!(session.breaks(), before, "nothing is deleted before the question is answered");
    desktop.until_focus_on(&data::leave_it());
    desktop.tab_to(&data::delete_for_good());
    desktop.key("space");
    desktop.until_window_says("Deleted: 45 breaks of 5 days.");
    let left: Vec<_> = before.into_iter().filter(|row| row["reminder"] != MARK).collect();
    assert_eq!(session.breaks(), left);
    assert!(!in_the_record(session, MARK), "no byte of it is left");
}

#[test]
fn it_starts_with_the_desktop_and_no_longer() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.set_screen_reader();
    let _app = App::start(session);
    session.tell(&["open", "settings", "app"]);
    let entry = session.config().join("autostart/unhunch.desktop");
    let label = "Start with the desktop";
    assert_eq!((entry.exists(), session.ask(&["autostart", "status"]).code), (false, 1));
    desktop.click_on(label);
    desktop.until_window_says("From now on Unhunch starts with the desktop.");
    let text = fs::read_to_string(&entry).expect("an entry");
    assert!(text.contains("[Desktop Entry]") && text.contains("Exec="), "{text}");
    assert_eq!(session.ask(&["autostart", "status"]).code, 0);
    until("it to be on", WINDOW, || desktop.until_control(label).is_checked().then_some(()));
    desktop.choose(label);
    desktop.until_window_says("Unhunch no longer starts with the desktop.");
    assert_eq!((entry.exists(), session.ask(&["autostart", "status"]).code), (false, 1));
    until("it to be off", WINDOW, || (!desktop.until_control(label).is_checked()).then_some(()));
}
