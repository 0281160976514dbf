//! Periods that are over or old, and pages that are narrow.

use super::{DAY_STARTS, PERIODS, PLAIN, as_json, library, review, text, worked_day};
use crate::ledger::figures::sample;
use crate::review::{Asked, Period, PeriodLength, Style, look_back};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

/// What is written in full on a wide page is there in whole words on a narrow one.
#[test]
fn a_narrow_page_breaks_no_word() {
    let words = |width, period| {
        let page = text(&review(&sample::three_weeks(), period, ""), &Style { colour: false, width });
        let words = page.split(|c: char| c.is_whitespace() || c == ',').map(str::to_owned);
        let letters = |word: &String| word.chars().filter(|c| c.is_alphabetic()).count() > 2;
        (page.clone(), words.filter(letters).collect::<std::collections::BTreeSet<_>>())
    };
    for period in [
        Period::now(PeriodLength::Day),
        Period::now(PeriodLength::Week),
        Period::now(PeriodLength::Month),
        Period::now(PeriodLength::All),
    ] {
        let ((page, narrow), (_, wide)) = (words(40, period), words(100, period));
        assert_eq!(narrow, wide, "{page}");
        assert!(!page.contains('…'), "{page}");
    }
}

/// The grid is of the period; ten months after the last break nothing recent is told of the record but its age.
#[test]
fn an_old_record_is_told_as_old() {
    let history = sample::three_weeks();
    let later = "2026-11-20T10:00:00+01:00".parse().unwrap();
    let of = |period| {
        let asked = Asked { period, now: later, day_starts: DAY_STARTS, goal: 60, exercises: &library() };
        look_back(history.clone(), &asked)
    };
    for period in PERIODS {
        let page = text(&of(period), &PLAIN);
        assert!(page.contains("The last record is of Fri 23 Jan 2026, 301 days ago."), "{page}");
        assert!(!page.contains("workday") && !page.contains("Move them?"), "{page}");
        assert_eq!(page.contains("Hours"), period == Period::now(PeriodLength::All), "{page}");
        assert_eq!(as_json(&of(period), false)["suggestion"], Value::Null);
    }
    let page = text(&review(&history, Period::now(PeriodLength::Week), ""), &PLAIN);
    assert!(!page.contains("last record") && page.contains("Move them?"), "{page}");
    let hours = |period| review(&history, period, "").grid.all().of;
    let countable = |period| review(&history, period, "").summary.counts.countable();
    assert_eq!(PERIODS.map(hours), PERIODS.map(countable), "the hours are those of the period");
}

/// One day that is over is told as it stood at its end.
#[test]
fn a_day_is_looked_back_on_as_it_ended() {
    let history = sample::three_weeks();
    let day = "2026-01-14".parse().unwrap();
    let of = review(&history, Period::of(PeriodLength::Day, day), "");
    assert_eq!((of.from, of.to, of.days.last().unwrap().day), (day, day, day));
    assert!(of.rows.iter().all(|row| row.day == day) && of.rows.len() == 7, "{:?}", of.rows);
    let whole = review(&history, Period::now(PeriodLength::All), "");
    let same = whole.days.iter().find(|one| one.day == day).unwrap();
    assert_eq!(of.days.last(), Some(same));
    let page = text(&of, &PLAIN);
    assert!(page.starts_with("Wed 14 Jan  ") && page.contains("Timeline") && page.contains("09:50"), "{page}");
    let none = text(&review(&history, Period::of(PeriodLength::Day, "2026-01-10".parse().unwrap()), ""), &PLAIN);
    assert_eq!(none.trim(), "Nothing is recorded for Sat 10 Jan 2026.");
}

#[test]
fn the_desk_time_stands_beside_the_longest_stretch() {
    let page = text(&review(&worked_day(), Period::now(PeriodLength::Day), "17:00"), &PLAIN);
    assert!(page.contains("\nAt the desk 8 h 20 min in all\n"), "{page}");
    assert!(page.contains("            longest stretch  "), "{page}");
    let week = text(&review(&sample::three_weeks(), Period::now(PeriodLength::Week), ""), &PLAIN);
    assert!(week.contains("in all, on 5 days\n") && week.contains("\n            usual longest    "), "{week}");
}

/// What stands in one column begins in one column, however long the names are.
#[test]
fn long_names_stand_below_each_other() {
    let mut history = worked_day();
    for (n, name) in ["stand-up-and-walk-morning", "stand-up-and-walk", "eyes"].iter().enumerate() {
        history.rows[n].reminder = (*name).into();
        history.rows[n].exercise = Some("doorway".into());
    }
    let mut asked_of = library();
    asked_of[0].areas = vec!["sternocleidomastoid and scalenes".into(), "hip".into()];
    let now = sample::time("17:00");
    for width in [40, 64, 80, 100] {
        let asked = Asked {
            period: Period::now(PeriodLength::Day),
            now,
            day_starts: DAY_STARTS,
            goal: 60,
            exercises: &asked_of,
        };
        let page = text(&look_back(history.clone(), &asked), &Style { colour: false, width });
        let columns_of = |of: &dyn Fn(&str) -> Option<usize>| {
            let mut found: Vec<usize> = page.lines().filter_map(of).collect();
            found.dedup();
            (found.len(), page.clone())
        };
        let before = |line: &str, what: &str| line.find(what).map(|at| line[..at].width());
        let names = ["stand-up", "eyes", "movement"];
        // A line of the list begins with a time.
        let listed = |line: &str| line.trim_start().get(2..3) == Some(":");
        let reminder = |line: &str| names.iter().find_map(|name| before(line, name)).filter(|_| listed(line));
        assert_eq!(columns_of(&reminder).0, 1, "{width}\n{page}");
        let bar = |line: &str| before(line, "  \u{2501}").filter(|_| !line.contains('\u{2500}'));
        assert!(columns_of(&bar).0 <= 3, "at the desk, by reminder, and areas: {width}\n{page}");
        assert!(page.lines().all(|line| line.width() <= width), "{width}\n{page}");
    }
}
