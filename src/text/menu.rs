//! The words of the tray and of `status`.

use super::formats::time as clock;
use super::{capital, clock_of_day, length};
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
        MenuLabel::Start => "Start break now".into(),
        MenuLabel::Done => "Break done".into(),
        MenuLabel::Guide => "Show the guide".into(),
        MenuLabel::Snooze(span) => format!("Snooze {}", length(*span)),
        MenuLabel::Skip => "Skip".into(),
        MenuLabel::Pause => "Pause".into(),
        MenuLabel::Resume => "Resume".into(),
        MenuLabel::ForMinutes(minutes) => format!("For {minutes} min"),
        MenuLabel::UntilCallEnds => "Until the call ends".into(),
        MenuLabel::UntilMeetingEnds(end) => format!("Until the meeting ends ({})", clock(*end)),
        MenuLabel::UntilBothEnd => "Until call and meeting are over".into(),
        MenuLabel::UntilTomorrow => "Until tomorrow".into(),
        MenuLabel::InAMeeting => "I'm in a meeting".into(),
        MenuLabel::MeetingDone => "The meeting is over".into(),
        MenuLabel::Today { of: 0, .. } => "No breaks yet today".into(),
        MenuLabel::Today { done, of } => format!("{done} of {of} taken today"),
        MenuLabel::Review => "Review".into(),
        MenuLabel::Learn => "Learn".into(),
        MenuLabel::Settings => "Settings".into(),
        MenuLabel::Why => "Why?".into(),
        MenuLabel::Quit => "Quit".into(),
    }
}

/// The line of tray and status.
#[must_use]
pub fn line(line: &TrayLine) -> String {
    match line {
        TrayLine::OnABreak { until, quiet } => {
            let words = until.map_or_else(|| "On a break".into(), |at| format!("On a break until {}", clock(at)));
            if quiet.is_empty() { words } else { format!("{words}. {}", because(quiet)) }
        }
        TrayLine::Quiet { quiet, waits: Some(name), overdue } => {
            format!("{}. {} {}", because(quiet), capital(name), if *overdue { "is overdue" } else { "waits" })
        }
        TrayLine::Quiet { quiet, waits: None, .. } => because(quiet),
        TrayLine::MeetingOver => "The time of your meeting is over".into(),
        TrayLine::Snoozed { reminder, until } => {
            format!("{} is snoozed until {}", capital(reminder), clock(*until))
        }
        TrayLine::Owed { reminder, at } => format!("{} comes at {}", capital(reminder), clock(*at)),
        TrayLine::Undeliverable { reminder } => {
            format!("{} is due (notifications are not available)", capital(reminder))
        }
        TrayLine::Due { reminder } => format!("{} is due", capital(reminder)),
        TrayLine::Next { reminder, at } => format!("Next: {reminder} at {}", clock(*at)),
        TrayLine::Waiting { reminder, left } => format!("Next: {reminder} after {} more at the desk", length(*left)),
        TrayLine::NoBreaks => "No breaks are set".into(),
    }
}

/// Why it is quiet.
fn because(quiet: &[Quiet]) -> String {
    format!("Quiet: {}", quiet.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// A hold, until when if that is known, and which meeting if the person lets the calendar say.
fn one(quiet: &Quiet) -> String {
    let words = hold(quiet.hold);
    let words = quiet.until.map_or_else(|| words.into(), |until| format!("{words} until {}", clock_of_day(until)));
    match quiet.title.as_deref().map(short_title).filter(|title| !title.is_empty()) {
        Some(title) => format!("{words}: {title}"),
        None => words,
    }
}

/// A title in one short line that cannot steer what shows it: no control characters, no marks of direction.
fn short_title(title: &str) -> String {
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
pub fn hold(hold: Hold) -> &'static str {
    match hold {
        Hold::Locked => "screen locked",
        Hold::Asleep => "asleep",
        Hold::Paused => "paused",
        Hold::Hours => "outside working hours",
        Hold::Call => "in a call",
        Hold::Meeting => "in a meeting",
        Hold::Presenting => "presenting",
        Hold::Dnd => "do not disturb",
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
