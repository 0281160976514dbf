//! What of a report's values is the person's own business. Owns which kinds of settings may be read, and what parts tell of
//! files; what is only known by name is `names`'.

use crate::parts::calendar::{Says as OfCalendar, Why, Wrong};
use crate::parts::{Advice, Means, PartId, Report, Says, own};
use crate::settings::{self, Kind};
use crate::text::about as text;

/// Whether a value of this kind tells nothing of the person: no path, no address, nothing of the body.
pub(super) fn may_be_read(kind: Kind) -> bool {
    match kind {
        Kind::Length { .. }
        | Kind::Count { .. }
        | Kind::Switch
        | Kind::Choice(_)
        | Kind::Clock { .. }
        | Kind::Hours => true,
        Kind::Words(_) | Kind::Ids | Kind::Sources | Kind::Mails | Kind::Command | Kind::Folder | Kind::Name { .. } => {
            false
        }
    }
}

/// A line of a day, without the settings that may not be read.
pub(super) fn settings_line(line: &str) -> String {
    // A time may stand before it; a decision, which begins with the mark of a comment, has none.
    let found = line.split_once("settings ").filter(|(time, _)| !time.starts_with('#'));
    let Some((time, pairs)) = found else { return line.to_owned() };
    let open = |pair: &&str| {
        let key = pair.split('=').next().unwrap_or_default();
        settings::find(key).is_some_and(|key| may_be_read(key.kind))
    };
    let kept: Vec<&str> = words(pairs).into_iter().filter(open).collect();
    if kept.is_empty() { text::report_settings_left_out() } else { format!("{time}settings {}", kept.join(" ")) }
}

/// The words of a line; what stands in quotes is one.
fn words(line: &str) -> Vec<&str> {
    let mut quoted = false;
    let apart = |letter: char| {
        quoted ^= letter == '"';
        letter == ' ' && !quoted
    };
    line.split(apart).filter(|word| !word.is_empty()).collect()
}

/// A part without the names of the person's files and calendars, and without what stands in those.
pub(super) fn without_files(mut report: Report) -> Report {
    let keeps =
        [PartId::Settings, PartId::FileChanges, PartId::Library, PartId::Ledger, PartId::Commands, PartId::Machines];
    if keeps.contains(&report.part) {
        report.means = Means::Nothing;
    }
    if let Says::Own(own::Says::Problem(_) | own::Says::LibraryFailed(_)) = report.says {
        report.says = Says::Nothing;
    }
    if let Advice::Own(own::Advice::Problem(_)) = report.advice {
        report.advice = Advice::Nothing;
    }
    if let Says::Calendar(OfCalendar::Read { wrong, .. } | OfCalendar::Unread(wrong)) = &mut report.says {
        wrong.iter_mut().enumerate().for_each(|(at, wrong)| without_calendar(at + 1, wrong));
    }
    report
}

fn without_calendar(number: usize, wrong: &mut Wrong) {
    if let Wrong::Calendar { name, why, .. } = wrong {
        *name = text::report_calendar(number);
        if let Why::LeftOut(file, _) = why {
            *file = text::report_left_out();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_line_of_settings_only_what_tells_nothing_of_the_person_stays() {
        let line = "settings goal=70 terminal=\"/home/anna/bin/my term\" exercise.avoid=pregnancy hours=\"Mon-Fri 09:00-17:00\"";
        assert_eq!(settings_line(line), "settings goal=70 hours=\"Mon-Fri 09:00-17:00\"");
        assert!(!settings_line("settings exercise.avoid=heart").contains("heart"));
        assert_eq!(settings_line("10:00:00.000 settings goal=70 terminal=x"), "10:00:00.000 settings goal=70");
        assert_eq!(settings_line("10:00:00.000 active"), "10:00:00.000 active");
    }
}
