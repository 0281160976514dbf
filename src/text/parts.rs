//! What `doctor` tells of the parts: each report in words, their groups, the list, and the line of each change. Pure.
//! Text from outside (a service's name, a program's) is printed without its control characters.

use super::doctor::state;
use super::formats::series;
use super::list as list_of;
use super::{calls, causes, desktop, doctor, feed, fullscreen, hooks, outputs, senses};
use crate::engine::instance::Hold;
use crate::engine::moment::Stamp;
use crate::parts::{Advice, PartId, PartState, Report, Says};
use crate::plain::harmless;
use crate::style::{pad, wrap};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// A report in words, as programs read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are the report's")]
pub struct ReportText {
    pub part: &'static str,
    pub state: PartState,
    pub means: String,
    pub says: String,
    pub advice: String,
}

impl From<&Report> for ReportText {
    fn from(report: &Report) -> Self {
        Self {
            part: report.part.token(),
            state: report.state,
            means: causes::means(&report.means),
            says: says(&report.says),
            advice: advice(&report.advice),
        }
    }
}

/// What a part says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::Nothing => String::new(),
        Says::Because(why) => causes::cause(why),
        Says::NotOnThisSystem => text!("parts-not-on-this-system"),
        Says::SwitchedOff => text!("parts-switched-off"),
        Says::Sense(says) => senses::says(says),
        Says::Fullscreen(says) => fullscreen::says(says),
        Says::Call(says) => calls::says(says),
        Says::Desktop(says) => desktop::says(says),
        Says::Calendar(says) => feed::says(says),
        Says::Output(says) => outputs::says(says),
        Says::Own(says) => doctor::says(says),
        Says::Hooks(says) => hooks::says(says),
    }
}

/// What a person can do about a part.
#[must_use]
pub fn advice(advice: &Advice) -> String {
    match advice {
        Advice::Nothing => String::new(),
        Advice::Sandbox => text!("parts-do-sandbox"),
        Advice::Sense(advice) => senses::advice(*advice),
        Advice::Fullscreen(advice) => fullscreen::advice(*advice),
        Advice::Call(advice) => calls::advice(*advice),
        Advice::Desktop(advice) => desktop::advice(*advice),
        Advice::Calendar(advice) => feed::advice(*advice),
        Advice::Output(advice) => outputs::advice(*advice),
        Advice::Own(advice) => doctor::advice(advice),
        Advice::Hooks(advice) => hooks::advice(*advice),
    }
}

/// A failed part, on standard error.
#[must_use]
pub fn problem(report: &Report) -> String {
    let told = ReportText::from(report);
    let words: Vec<&str> = [told.says.as_str(), &told.advice].into_iter().filter(|text| !text.is_empty()).collect();
    text!("parts-problem", part = told.part, says = words.join(" "))
}

/// The heading under which a part stands.
fn group(part: PartId) -> String {
    match part {
        PartId::Sense(_) | PartId::Clocks => text!("parts-group-senses"),
        PartId::Tray | PartId::Notifications | PartId::Guide | PartId::Terminal => text!("parts-group-outputs"),
        PartId::Hooks | PartId::Bus => text!("parts-group-programs"),
        PartId::Settings
        | PartId::FileChanges
        | PartId::Library
        | PartId::Ledger
        | PartId::Machines
        | PartId::Commands
        | PartId::Clock => text!("parts-group-keeps"),
    }
}

/// Columns for a part's name; the longest is `notifications`.
const NAME: usize = 13;
/// On a narrower terminal what is said of a part stands below its name, set in by so much.
const BESIDE: usize = 60;
const INDENT: usize = 4;

/// The list of the parts in their order, for so many columns: a heading a group, a line a part with the advice below.
/// A time of another day than `today` carries its date.
#[must_use]
pub fn list(parts: &[(&Report, Option<Stamp>)], columns: usize, today: Stamp) -> String {
    let since: Vec<String> =
        parts.iter().map(|(_, since)| since.map_or_else(String::new, |at| doctor::since(at, today))).collect();
    let widest = since.iter().map(|since| since.width()).max().unwrap_or(0);
    // A column that has a heading and two blanks behind it, or none.
    let title = if widest == 0 { String::new() } else { text!("parts-since") };
    let column = if widest == 0 { 0 } else { widest.max(title.width()) + 2 };
    let mut lines: Vec<String> = Vec::new();
    let mut last = None;
    for ((report, _), since) in parts.iter().zip(&since) {
        let heading = group(report.part);
        if last.as_ref() != Some(&heading) {
            lines.extend(last.map(|_| String::new()));
            let before = head("", PartState::Works).width();
            lines.push(format!("{}{title}", pad(&heading, before)).trim_end().to_owned());
            last = Some(heading);
        }
        part(&mut lines, &ReportText::from(*report), &pad(since, column), columns);
    }
    lines.join("\n")
}

/// What stands before the time since when a part is in its state: its name and that state, a column each.
fn head(part: &str, is: PartState) -> String {
    let widest = PartState::ALL.map(|one| state(one).width()).into_iter().max().unwrap_or(0);
    format!("  {}  {}  ", pad(part, NAME), pad(&state(is), widest))
}

fn part(lines: &mut Vec<String>, report: &ReportText, since: &str, columns: usize) {
    let head = head(report.part, report.state) + since;
    let indent = if columns < BESIDE { INDENT } else { head.width() };
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
    let report = ReportText::from(report);
    let told = joined(&[&report.means, &report.says, &report.advice]);
    format!("{}{}{told}", at.format("%H:%M:%S"), head(report.part, report.state)).trim_end().to_owned()
}

/// What makes it quiet changed: one line with the time. `holds` are the engine's words.
#[must_use]
pub fn quiet(at: Stamp, holds: &[String]) -> String {
    let name = |word: &String| {
        let hold: Option<Hold> = serde_json::from_value(word.as_str().into()).ok();
        hold.map_or_else(|| plain(word), super::menu::hold)
    };
    let told = match holds {
        [] => text!("parts-not-quiet"),
        holds => text!("parts-quiet", holds = list_of(holds.iter().map(name))),
    };
    format!("{}  {told}", at.format("%H:%M:%S"))
}

texts! {
    /// Between the list and the changes.
    pub watching: "parts-watching";
}

fn joined(told: &[&str]) -> String {
    series(told.iter().map(|text| plain(text)).filter(|text| !text.is_empty()))
}

/// The text in one line, without anything that a terminal would obey.
fn plain(text: &str) -> String {
    harmless(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Sense;
    use crate::parts::outputs;
    use crate::parts::{Means, calls, senses};

    fn at(text: &str) -> Stamp {
        text.parse().expect("a time")
    }

    const NOW: &str = "2026-01-05T17:00:00+00:00";

    fn mic(means: &str, program: &str) -> Report {
        Report::works(Sense::Mic, means, calls::Says::InUse { program: Some(program.into()), wait: None })
    }

    #[test]
    fn every_sense_of_the_engine_has_its_place_in_its_order() {
        let places: Vec<PartId> = Sense::ALL.map(PartId::from).into();
        assert!(places.is_sorted() && places.iter().all(|part| group(*part) == group(PartId::Clocks)), "{places:?}");
        assert!(PartId::from(Sense::Dnd) < PartId::Clocks && PartId::Clocks < PartId::Tray);
    }

    #[test]
    fn the_list_has_a_heading_a_group_and_a_line_a_part() {
        let idle = senses::idle_works(Means::XAlarms);
        let tray = Report::works(PartId::Tray, "a panel", outputs::Says::IconShown);
        let off = Report::off(Sense::Mic);
        let parts = [(&idle, Some(at("2026-01-05T09:14:30+00:00"))), (&off, None), (&tray, None)];
        let list = list(&parts, 100, at(NOW));
        assert_eq!(
            list,
            "What Unhunch senses        since\n\
             \x20 idle           works     09:14  X11 idle alarms\n\
             \x20 mic            off              switched off in the settings\n\
             \n\
             What it shows itself with  since\n\
             \x20 tray           works            a panel; the icon is in the tray"
        );
    }

    #[test]
    fn what_is_long_is_broken_below_its_beginning() {
        let report = Report::not_here(PartId::Notifications, outputs::Says::NoService, outputs::Advice::NoService);
        let list = list(&[(&report, Some(at("2025-12-31T22:10:00+00:00")))], 80, at(NOW));
        let lines: Vec<&str> = list.lines().skip(1).collect();
        assert!(lines.len() >= 4 && lines.iter().all(|line| line.width() <= 80), "{list}");
        assert_eq!(lines[0], "  notifications  not here  2025-12-31 22:10  no notification service is running");
        assert!(lines[1..].iter().all(|line| line.starts_with(&" ".repeat(45))), "{list}");
    }

    #[test]
    fn nothing_from_outside_reaches_the_terminal_as_an_order() {
        let report = mic("a\u{1b}[2Jserver\r", "\u{7}bell\nname");
        let list = list(&[(&report, None)], 100, at(NOW));
        assert!(list.starts_with("What Unhunch senses\n"), "without a time there is no column for it: {list:?}");
        assert!(list.ends_with("a [2Jserver; in use by bell name"), "{list:?}");
        let change = change(at(NOW), &report);
        assert!(!change.chars().any(char::is_control), "{change:?}");
    }

    #[test]
    fn a_change_is_one_line_with_its_time() {
        let report = mic("PulseAudio 16.1", "parec");
        assert_eq!(change(at(NOW), &report), "17:00:00  mic            works     PulseAudio 16.1; in use by parec");
        assert_eq!(quiet(at(NOW), &["call".into(), "meeting".into()]), "17:00:00  quiet: in a call, in a meeting");
        assert_eq!(quiet(at(NOW), &[]), "17:00:00  not quiet");
    }
}
