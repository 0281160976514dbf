//! The words of the tray and of `status`.

use super::formats::time as clock;
use super::{capital, clock_of_day, length, list};
use crate::engine::instance::Hold;
use crate::engine::tray_line::{Quiet, TrayLine};
use crate::engine::view::{MenuItem, MenuLabel, TrayText, TrayView};

/// Cells of a meeting's title that are shown, at most.
const TITLE: usize = 40;

/// The words of the tray.
#[must_use]
pub fn tray(view: &TrayView) -> TrayText {
    TrayView { state: view.state, progress: view.progress, tooltip: line(&view.tooltip), menu: items(&view.menu) }
}

fn items(menu: &[MenuItem]) -> Vec<MenuItem<String>> {
    let told = menu.iter().map(|item| match item {
        MenuItem::Label(said) => MenuItem::Label(label(said)),
        MenuItem::Item(said, action) => MenuItem::Item(label(said), action.clone()),
        MenuItem::Submenu(said, behind) => MenuItem::Submenu(label(said), items(behind)),
        MenuItem::Separator => MenuItem::Separator,
    });
    told.collect()
}

/// What a line of the menu is called.
#[must_use]
pub fn label(label: &MenuLabel) -> String {
    match label {
        MenuLabel::Line(told) => line(told),
        MenuLabel::Start => text!("menu-start"),
        MenuLabel::Done => text!("menu-done"),
        MenuLabel::Guide => text!("menu-guide"),
        MenuLabel::Snooze(span) => text!("menu-snooze", length = length(*span)),
        MenuLabel::Skip => text!("menu-skip"),
        MenuLabel::Pause => text!("menu-pause"),
        MenuLabel::Resume => text!("menu-resume"),
        MenuLabel::ForMinutes(minutes) => text!("menu-for-minutes", minutes = *minutes),
        MenuLabel::UntilCallEnds => text!("menu-until-call-ends"),
        MenuLabel::UntilMeetingEnds(end) => text!("menu-until-meeting-ends", clock = clock(*end)),
        MenuLabel::UntilBothEnd => text!("menu-until-both-end"),
        MenuLabel::UntilTomorrow => text!("menu-until-tomorrow"),
        MenuLabel::InAMeeting => text!("menu-in-a-meeting"),
        MenuLabel::MeetingDone => text!("menu-meeting-done"),
        MenuLabel::Today { done, of } => text!("menu-today", done = *done, of = *of),
        MenuLabel::Open => text!("menu-open"),
        MenuLabel::Review => text!("menu-review"),
        MenuLabel::Learn => text!("menu-learn"),
        MenuLabel::Settings => text!("menu-settings"),
        MenuLabel::Why => text!("menu-why"),
        MenuLabel::Quit => text!("menu-quit"),
    }
}

/// The line of tray and status.
#[must_use]
pub fn line(line: &TrayLine) -> String {
    match line {
        TrayLine::OnABreak { until, quiet } => on_a_break(until.map(clock), quiet),
        TrayLine::Quiet { quiet, waits, overdue } => self::quiet(quiet, waits.as_deref(), *overdue),
        TrayLine::MeetingOver => text!("menu-line-meeting-over"),
        TrayLine::Snoozed { reminder, until } => {
            text!("menu-line-snoozed", reminder = capital(reminder), until = clock(*until))
        }
        TrayLine::Owed { reminder, at } => text!("menu-line-owed", reminder = capital(reminder), at = clock(*at)),
        TrayLine::Undeliverable { reminder } => text!("menu-line-undeliverable", reminder = capital(reminder)),
        TrayLine::Due { reminder } => text!("menu-line-due", reminder = capital(reminder)),
        TrayLine::Next { reminder, at } => text!("menu-line-next", reminder, at = clock(*at)),
        TrayLine::Waiting { reminder, left } => text!("menu-line-waiting", reminder, left = length(*left)),
        TrayLine::NoBreaks => text!("menu-line-no-breaks"),
    }
}

fn on_a_break(until: Option<String>, quiet: &[Quiet]) -> String {
    match (until, quiet) {
        (None, []) => text!("menu-line-break"),
        (Some(until), []) => text!("menu-line-break-until", until),
        (None, quiet) => text!("menu-line-break-quiet", holds = holds(quiet)),
        (Some(until), quiet) => text!("menu-line-break-until-quiet", until, holds = holds(quiet)),
    }
}

fn quiet(quiet: &[Quiet], waits: Option<&str>, overdue: bool) -> String {
    let holds = holds(quiet);
    match waits.map(capital) {
        Some(reminder) if overdue => text!("menu-line-quiet-overdue", holds, reminder),
        Some(reminder) => text!("menu-line-quiet-waits", holds, reminder),
        None => text!("menu-line-quiet", holds),
    }
}

/// Why it is quiet.
fn holds(quiet: &[Quiet]) -> String {
    list(quiet.iter().map(one))
}

/// A hold, until when if that is known, and which meeting if the person lets the calendar say.
fn one(quiet: &Quiet) -> String {
    let hold = hold(quiet.hold);
    let hold = match quiet.until {
        Some(until) => text!("menu-hold-until", hold, until = clock_of_day(until)),
        None => hold,
    };
    match quiet.title.as_deref().map(short_title).filter(|title| !title.is_empty()) {
        Some(name) if quiet.hold == Hold::Elsewhere => elsewhere(&name),
        Some(title) => text!("menu-hold-titled", hold, title),
        None => hold,
    }
}

/// At another machine, by the name that the person gave it; text from outside, like a meeting's title.
pub(super) fn elsewhere(name: &str) -> String {
    text!("menu-hold-elsewhere-at", name = short_title(name))
}

/// A title in one short line that cannot steer what shows it: no control characters, no marks of direction.
pub(super) fn short_title(title: &str) -> String {
    // More than can be shown need not be looked at.
    let plain: String = title.chars().take(TITLE * 10).map(|c| if crate::plain::steers(c) { ' ' } else { c }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= TITLE {
        return words;
    }
    let cut: String = words.chars().take(TITLE - 1).collect();
    format!("{}\u{2026}", cut.trim_end())
}

/// A hold.
#[must_use]
pub fn hold(hold: Hold) -> String {
    match hold {
        Hold::Locked => text!("menu-hold-locked"),
        Hold::Asleep => text!("menu-hold-asleep"),
        Hold::Paused => text!("menu-hold-paused"),
        Hold::Hours => text!("menu-hold-hours"),
        Hold::Call => text!("menu-hold-call"),
        Hold::Meeting => text!("menu-hold-meeting"),
        Hold::Presenting => text!("menu-hold-presenting"),
        Hold::Dnd => text!("menu-hold-dnd"),
        Hold::Elsewhere => text!("menu-hold-elsewhere"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::tray_line::{Day, Until};

    #[test]
    fn a_title_is_short_and_steers_nothing() {
        let at = chrono::NaiveDate::default().and_hms_opt(10, 45, 0).expect("a time");
        let meeting = |title: &str| {
            let until = Some(Until { at, day: Day::Today });
            one(&Quiet { hold: Hold::Meeting, until, title: Some(title.into()) })
        };
        assert_eq!(meeting("Budget"), "in a meeting until 10:45: Budget");
        let steering = "\u{202e}a\u{2066}b\u{1b}[2J\n\tc\u{200f}\u{feff}";
        assert_eq!(meeting(steering), "in a meeting until 10:45: a b [2J c");
        assert_eq!(meeting("\u{202e} \n"), "in a meeting until 10:45");
        let long = short_title(&"abcd ".repeat(10_000));
        assert_eq!((long.chars().count(), long.ends_with("abcd\u{2026}")), (40, true), "{long}");
    }
}
