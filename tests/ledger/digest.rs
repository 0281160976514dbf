//! What days that are over came to: a look at a few days, beside the digests of all others, tells what the whole record tells.

use crate::{at, day, span};
use chrono::{Days, NaiveTime};
use std::fmt::Write;
use std::sync::Arc;
use unhunch::engine::effect::Record;
use unhunch::engine::event::Action;
use unhunch::engine::instance::SpanKind;
use unhunch::engine::moment::Stamp;
use unhunch::ledger::{History, Ledger, Step};
use unhunch::review::{self, Asked, Period, PeriodLength};
use unhunch::scenario::{Options, simulate};

const STARTS: NaiveTime = NaiveTime::from_hms_opt(4, 0, 0).unwrap();
const LAST: &str = "2016-12-16T17:30:00+01:00";

/// Fifty weeks, the same each time: breaks taken and not, calls, a summer without anything.
fn year() -> Ledger {
    let mut text = "start 2016-01-04T08:00:00+01:00 zone Europe/Berlin\n\
                    settings hours=\"Mon-Fri 08:30-18:00\" lull.wait=0s nudges.most=0 check_in.most=0\n"
        .to_owned();
    let mut before = 0;
    for number in (0_u64..350).filter(|number| number % 7 < 5 && !(180..210).contains(number)) {
        if number > 0 {
            write!(text, "+{}d ", number - before).unwrap();
        }
        before = number;
        writeln!(text, "08:30:00 unlock").unwrap();
        for hour in 0..7 {
            let what = match (number * 7 + hour) % 11 {
                0..=3 => "idle\n+4min active",
                4..=5 => "call on mic\n+40min call off mic",
                6 => "click start",
                7 => "click skip",
                _ => "idle\n+30s active",
            };
            writeln!(text, "+{}min {what}", 58 - (number + hour) % 9).unwrap();
        }
        writeln!(text, "+5min lock").unwrap();
    }
    let mut ledger = Ledger::in_memory().unwrap();
    let played = simulate(
        &text,
        Options {
            settings: String::new(),
            content: Arc::new(unhunch::library::content("en", &[]).0.content),
            first_id: 1,
            tray: false,
            print: &mut |_| {},
            keep: &mut |_, records, _, _| ledger.commit(&Step { records, ..Step::default() }).unwrap(),
        },
    );
    assert!(played.is_ok_and(|report| report.failures.is_empty()));
    feel(&mut ledger);
    ledger
}

/// A word on how it feels, each morning.
fn feel(ledger: &mut Ledger) {
    let first = at("2016-01-04T11:00:00+01:00");
    let answers = [Action::Loose, Action::Tight, Action::Sore, Action::Tight];
    for (number, answer) in (0..340).zip(answers.into_iter().cycle()) {
        let at = first + Days::new(number);
        let record = Record::CheckIn { at, day: at.date_naive(), answer };
        ledger.commit(&Step { records: &[record], ..Step::default() }).unwrap();
    }
}

fn asked(period: Period, now: Stamp) -> Asked<'static> {
    Asked { period, now, day_starts: STARTS, goal: 60, exercises: &[] }
}

/// What is told of a period by the whole record, and by the days that it needs.
fn both(ledger: &Ledger, asked: &Asked<'_>) -> (String, String, History) {
    let whole = ledger.history(asked.now).unwrap();
    let days = review::days_needed(asked).unwrap();
    let needed = ledger.history_of(days, asked.now, asked.day_starts).unwrap();
    let told = |history: &History| {
        serde_json::to_string(&review::json(&review::look_back(history.clone(), asked), true)).unwrap()
    };
    (told(&whole), told(&needed), needed)
}

#[test]
fn a_look_at_a_few_days_tells_what_the_whole_record_tells() {
    let mut ledger = year();
    let now = at(LAST);
    ledger.digest(now.date_naive() - Days::new(1), STARTS).unwrap();
    let days = ["2016-02-01", "2016-05-04", "2016-07-20", "2016-10-03", "2016-12-15"]
        .map(|it| Period::of(PeriodLength::Day, day(it)));
    for period in [Period::now(PeriodLength::Day), Period::now(PeriodLength::Week), Period::now(PeriodLength::Month)]
        .into_iter()
        .chain(days)
    {
        let (whole, needed, history) = both(&ledger, &asked(period, now));
        assert_eq!(whole, needed, "{period:?}");
        assert!(period.on.is_some_and(|early| early < day("2016-04-01")) || !history.earlier.days.is_empty());
    }
}

#[test]
fn what_changes_a_day_takes_its_digest_out() {
    let mut ledger = year();
    let (now, week) = (at(LAST), asked(Period::now(PeriodLength::Week), at(LAST)));
    let digests = |ledger: &Ledger, asked: &Asked<'_>| {
        let days = review::days_needed(asked).unwrap();
        ledger.history_of(days, now, asked.day_starts).unwrap().earlier.days.len()
    };
    assert_eq!(digests(&ledger, &week), 0, "none is made yet: everything is told whole");
    let yesterday = now.date_naive() - Days::new(1);
    ledger.digest(yesterday, STARTS).unwrap();
    let all = digests(&ledger, &week);
    assert!(all > 100, "{all}");
    let mut row = ledger.instances(day("2016-03-01"), day("2016-03-01")).unwrap().swap_remove(0);
    row.away_s += 60;
    ledger.commit(&Step { records: &[Record::Instance(Box::new(row))], ..Step::default() }).unwrap();
    assert_eq!(digests(&ledger, &week), 0, "one is missing");
    ledger.digest(yesterday, STARTS).unwrap();
    assert_eq!(digests(&ledger, &week), all);
    let moved = Asked { day_starts: NaiveTime::from_hms_opt(5, 0, 0).unwrap(), ..week };
    assert_eq!(digests(&ledger, &moved), 0, "days begin at another time");
    let (whole, needed, _) = both(&ledger, &moved);
    assert_eq!(whole, needed);
    ledger
        .commit(&Step { records: &[span(SpanKind::Active, "2016-06-01T12:00:00+02:00")], ..Step::default() })
        .unwrap();
    assert_eq!(digests(&ledger, &week), 0, "all after that point have another shape");
}
