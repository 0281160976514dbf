//! What `doctor` prints of the parts: their order and groups, the list, and the line of each change. Pure. Text from
//! outside (a service's name, a program's) is printed without its control characters.

use super::doctor::state;
use crate::engine::instance::Hold;
use crate::engine::moment::Stamp;
use crate::parts::Report;
use crate::style::wrap;

/// The parts in their order, by groups. One that is not named here comes last.
const GROUPS: [(&str, &[&str]); 3] = [
    (
        "What Unhunch senses",
        &["idle", "lock", "sleep", "mic", "camera", "calendar", "presenting", "fullscreen", "awake", "dnd", "clocks"],
    ),
    ("What it shows itself with", &["tray", "notifications", "guide", "terminal"]),
    ("What it keeps", &["settings", "file changes", "library", "ledger", "commands", "clock"]),
];

/// Columns for a part's name and its state; the longest are `notifications` and `not here`.
const NAME: usize = 13;
const STATE: usize = 8;
/// Columns before the time since when a part is in its state.
const HEAD: usize = 2 + NAME + 2 + STATE + 2;
/// That column's heading.
const SINCE: &str = "since";
/// On a narrower terminal what is said of a part stands below its name, set in by so much.
const BESIDE: usize = 60;
const INDENT: usize = 4;

/// A part's place in the list: its group, and its place there.
#[must_use]
pub fn place(part: &str) -> (usize, usize) {
    let mut found = GROUPS
        .iter()
        .enumerate()
        .filter_map(|(group, (_, parts))| parts.iter().position(|name| *name == part).map(|place| (group, place)));
    found.next().unwrap_or((GROUPS.len() - 1, usize::MAX))
}

/// The list, which has the order of `place`, for so many columns: a heading a group, a line a part with the advice below.
/// A time of another day than `today` carries its date.
#[must_use]
pub fn list(parts: &[(&Report, Option<Stamp>)], columns: usize, today: Stamp) -> String {
    let since: Vec<String> =
        parts.iter().map(|(_, since)| since.map_or_else(String::new, |at| super::doctor::since(at, today))).collect();
    let widest = since.iter().map(String::len).max().unwrap_or(0);
    // A column that has a heading and two blanks behind it, or none.
    let column = if widest == 0 { 0 } else { widest.max(SINCE.len()) + 2 };
    let mut lines: Vec<String> = Vec::new();
    let mut last = None;
    for ((report, _), since) in parts.iter().zip(&since) {
        let (group, _) = place(&report.part);
        if last != Some(group) {
            lines.extend(last.map(|_| String::new()));
            let heading = GROUPS.get(group).map_or("", |(heading, _)| heading);
            let title = if column == 0 { "" } else { SINCE };
            lines.push(format!("{heading:<HEAD$}{title}").trim_end().to_owned());
            last = Some(group);
        }
        part(&mut lines, report, &format!("{since:<column$}"), columns);
    }
    lines.join("\n")
}

fn part(lines: &mut Vec<String>, report: &Report, since: &str, columns: usize) {
    let head = format!("  {:<NAME$}  {:<STATE$}  {since}", plain(&report.part), state(report.state));
    let indent = if columns < BESIDE { INDENT } else { head.len() };
    let room = columns.saturating_sub(indent);
    let below = " ".repeat(indent);
    let told = wrap(&joined(&[&report.means, &report.says]), room);
    let advice = wrap(&plain(&report.advice), room).into_iter().filter(|line| !line.is_empty());
    let beside = columns >= BESIDE;
    lines.extend((!beside).then(|| head.trim_end().to_owned()));
    for (at, line) in told.into_iter().chain(advice).enumerate() {
        lines.push(format!("{}{line}", if at == 0 && beside { &head } else { &below }).trim_end().to_owned());
    }
}

/// A part changed: one line with the time.
#[must_use]
pub fn change(at: Stamp, report: &Report) -> String {
    let told = joined(&[&report.means, &report.says, &report.advice]);
    let (name, state) = (plain(&report.part), state(report.state));
    format!("{}  {name:<NAME$}  {state:<STATE$}  {told}", at.format("%H:%M:%S")).trim_end().to_owned()
}

/// What makes it quiet changed: one line with the time. `holds` are the engine's words.
#[must_use]
pub fn quiet(at: Stamp, holds: &[String]) -> String {
    let name = |word: &String| {
        let hold = serde_json::from_value(word.as_str().into()).ok();
        hold.map_or_else(|| plain(word), |hold: Hold| super::menu::hold(hold, None))
    };
    let names: Vec<String> = holds.iter().map(name).collect();
    let words = if names.is_empty() { "not quiet".into() } else { format!("quiet: {}", names.join(", ")) };
    format!("{}  {words}", at.format("%H:%M:%S"))
}

/// Between the list and the changes.
pub const WATCHING: &str = "Changes from here on, as they come; Ctrl+C ends this.";

fn joined(told: &[&str]) -> String {
    let told: Vec<String> = told.iter().map(|text| plain(text)).filter(|text| !text.is_empty()).collect();
    told.join("; ")
}

/// The text in one line, without anything that a terminal would obey.
fn plain(text: &str) -> String {
    crate::plain::harmless(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Sense;
    use crate::text::senses;
    use unicode_width::UnicodeWidthStr;

    fn at(text: &str) -> Stamp {
        text.parse().expect("a time")
    }

    const NOW: &str = "2026-01-05T17:00:00+00:00";

    #[test]
    fn every_sense_of_the_engine_has_its_place_in_its_order() {
        let places: Vec<_> = Sense::ALL.iter().map(|sense| place(sense.token())).collect();
        assert!(places.is_sorted() && places.iter().all(|(group, _)| *group == 0), "{places:?}");
        assert!(place("idle") < place("tray") && place("tray") < place("settings"));
        assert!(place("clock") < place("something new"));
    }

    #[test]
    fn the_list_has_a_heading_a_group_and_a_line_a_part() {
        let (idle, tray) = (Report::works("idle", "X11 idle alarms", ""), Report::works("tray", "a panel", "shown"));
        let off = senses::off("mic");
        let parts = [(&idle, Some(at("2026-01-05T09:14:30+00:00"))), (&off, None), (&tray, None)];
        let list = list(&parts, 100, at(NOW));
        assert_eq!(
            list,
            "What Unhunch senses        since\n\
             \x20 idle           works     09:14  X11 idle alarms\n\
             \x20 mic            off              switched off in the settings\n\
             \n\
             What it shows itself with  since\n\
             \x20 tray           works            a panel; shown"
        );
    }

    #[test]
    fn what_is_long_is_broken_below_its_beginning() {
        let advice = "Start a notification service (dunst, mako, or your desktop's own); breaks are shown in the tray \
                      until then, and the command line answers.";
        let report = Report::not_here("notifications", "no notification service is running", advice);
        let list = list(&[(&report, Some(at("2025-12-31T22:10:00+00:00")))], 80, at(NOW));
        let lines: Vec<&str> = list.lines().skip(1).collect();
        assert!(lines.len() >= 4 && lines.iter().all(|line| line.width() <= 80), "{list}");
        assert_eq!(lines[0], "  notifications  not here  2025-12-31 22:10  no notification service is running");
        assert!(lines[1..].iter().all(|line| line.starts_with(&" ".repeat(45))), "{list}");
    }

    #[test]
    fn nothing_from_outside_reaches_the_terminal_as_an_order() {
        let report = Report::works("mic", "a\u{1b}[2Jserver\r", "in use by \u{7}bell\nname");
        let list = list(&[(&report, None)], 100, at(NOW));
        assert!(list.starts_with("What Unhunch senses\n"), "without a time there is no column for it: {list:?}");
        assert!(list.ends_with("a [2Jserver; in use by bell name"), "{list:?}");
        let change = change(at(NOW), &report);
        assert!(!change.chars().any(char::is_control), "{change:?}");
    }

    #[test]
    fn a_change_is_one_line_with_its_time() {
        let report = Report::works("mic", "PulseAudio 16.1", "in use by parec");
        assert_eq!(change(at(NOW), &report), "17:00:00  mic            works     PulseAudio 16.1; in use by parec");
        assert_eq!(quiet(at(NOW), &["call".into(), "meeting".into()]), "17:00:00  quiet: in a call, in a meeting");
        assert_eq!(quiet(at(NOW), &[]), "17:00:00  not quiet");
    }
}
