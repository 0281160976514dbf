//! The review through its front door.

mod model;
mod periods;

use super::{Asked, Period, PeriodLength, Review, Style, csv, json, look_back};
use super::{model::Model, terminal};
use crate::engine::event::Action;
use crate::engine::instance::{Evidence, Hold, Instance, Outcome, SpanKind};
use crate::ledger::figures::sample::{self, DAY_STARTS, closed, delivered, library, shape, time};
use crate::ledger::{CheckIn, History, Span};
use chrono::TimeDelta;
use serde_json::{Value, json as value};
use unicode_width::UnicodeWidthStr;

const PERIODS: [Period; 4] = [
    Period::now(PeriodLength::Day),
    Period::now(PeriodLength::Week),
    Period::now(PeriodLength::Month),
    Period::now(PeriodLength::All),
];
const PLAIN: Style = Style { colour: false, width: 80 };

fn review(history: &History, period: Period, now: &str) -> Review {
    let now = if now.is_empty() { sample::now() } else { time(now) };
    look_back(history.clone(), &Asked { period, now, day_starts: DAY_STARTS, goal: 60, exercises: &library() })
}

fn text(review: &Review, style: &Style) -> String {
    terminal::text(&Model::of(review), style)
}

fn as_json(review: &Review, breaks: bool) -> Value {
    serde_json::to_value(json(review, breaks)).unwrap()
}

/// LEDGER's worked day, an instance an hour from 09:00 on.
fn worked_day() -> History {
    let due = |hour: i64| time("08:00") + TimeDelta::hours(hour);
    let taken = |snoozes| Instance { snoozes, evidence: Some(Evidence::Guided), ..closed(Outcome::Taken) };
    let rows = [
        delivered(taken(0)),
        delivered(taken(2)),
        delivered(Instance { away_s: 150, exercise: Some("doorway".into()), ..taken(0) }),
        closed(Outcome::Natural),
        delivered(Instance { snoozes: 1, ..closed(Outcome::Skipped) }),
        delivered(closed(Outcome::Missed)),
        Instance { holds: [(Hold::Meeting, 2400)].into(), ..closed(Outcome::Excused) },
        closed(Outcome::Cancelled),
    ];
    let rows = (1i64..).zip(rows).map(|(n, row)| Instance { id: n.unsigned_abs(), due: due(n), ..row }).collect();
    let spans =
        shape("08:10", &[(SpanKind::Active, 270), (SpanKind::Idle, 40), (SpanKind::Call, 60), (SpanKind::Active, 170)]);
    History { rows, spans, ..History::default() }
}

#[test]
fn every_line_fits_whatever_the_width() {
    let history = sample::three_weeks();
    for width in [10, 40, 52, 64, 80, 100, 300] {
        for period in PERIODS {
            let page = text(&review(&history, period, ""), &Style { colour: false, width });
            let widest = page.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!(widest <= width.clamp(40, 100), "{widest} of {width}, {period:?}\n{page}");
            assert!(page.lines().all(|line| line.trim_end() == line), "no blanks at the ends");
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    let history = sample::three_weeks();
    for period in PERIODS {
        let review = review(&history, period, "");
        let coloured = text(&review, &Style { colour: true, ..PLAIN });
        let mut stripped = String::new();
        for (n, part) in coloured.split("\u{1b}[").enumerate() {
            stripped += if n == 0 { part } else { part.split_once('m').unwrap().1 };
        }
        assert_ne!(stripped, coloured);
        assert_eq!(stripped, text(&review, &PLAIN));
    }
}

#[test]
fn a_week_is_told_in_order() {
    let page = text(&review(&sample::three_weeks(), Period::now(PeriodLength::Week), ""), &PLAIN);
    let order = [
        "This week",
        "Mon    Tue",
        "You skip most 15:00",
        "Streak",
        "Today",
        "At the desk",
        "Hours",
        "Exercises",
        "Quiet lines",
        "Tension",
    ];
    let places: Vec<usize> =
        order.iter().map(|part| page.find(part).unwrap_or_else(|| panic!("{part}\n{page}"))).collect();
    assert!(places.is_sorted(), "{places:?}\n{page}");
    assert!(page.starts_with("This week   "), "{page}");
    assert!(page.lines().next().unwrap().contains(" %), goal 60 %"), "{page}");
}

#[test]
fn a_longer_period_shows_its_weeks_and_months() {
    let history = sample::three_weeks();
    let month = text(&review(&history, Period::now(PeriodLength::Month), ""), &PLAIN);
    let weeks = month.lines().take_while(|line| !line.starts_with("Tension"));
    let weeks: Vec<&str> = weeks.filter(|line| line.contains(" Jan   ") && line.contains(" of ")).collect();
    assert_eq!(weeks.len(), 3, "the weeks before the first record are left out\n{month}");
    let all = text(&review(&history, Period::now(PeriodLength::All), ""), &PLAIN);
    let pooled = review(&history, Period::now(PeriodLength::All), "").summary.counts.compliance();
    let line = all.lines().find(|line| line.contains("Jan 2026  ")).unwrap();
    assert!(line.ends_with(&crate::text::review::share(pooled, 8)), "{line}");
}

#[test]
fn the_worked_day_as_text() {
    let page = text(&review(&worked_day(), Period::now(PeriodLength::Day), "17:00"), &PLAIN);
    for line in [
        "Today       4 of 6 (67 %), goal 60 %                              Mon 5 Jan 2026",
        "Prompts     3 of 5 taken up, 1 of 5 missed, 2 of 5 snoozed",
        "            Away from calls and meetings: 4 of 5 (80 %).",
        "Timeline    08    09    10    11    12    13    14    15    16    17",
        "             ███████████████████████████····▓▓▓▓▓▓█████████████████",
        "                  ●     ●     ●     ◆     ○     ◇     –     ×",
        "            █ desk 7 h 20 min   ▓ call 1 h   · away 40 min",
        "            10:00  ● taken          2 snoozes",
        "            11:00  ● taken          3 min away, Doorway chest stretch",
        "            12:00  ◆ on your own",
        "            13:00  ○ skipped        1 snooze",
        "            14:00  ◇ missed",
        "            15:00  – in a meeting   for 40 min",
        "            16:00  × cancelled",
    ] {
        assert!(page.lines().any(|found| found == line), "{line}\n{page}");
    }
}

#[test]
fn under_the_least_there_are_counts_and_no_percentage() {
    let mut history = worked_day();
    history.rows.drain(2..7);
    let page = text(&review(&history, Period::now(PeriodLength::Day), "17:00"), &PLAIN);
    assert!(page.starts_with("Today       2 of 2 ") && !page.contains('%'), "{page}");
    let week = review(&worked_day(), Period::now(PeriodLength::Week), "17:00");
    assert!(text(&week, &PLAIN).starts_with("This week   4 of 6 "), "eight are the least in a week");
    assert_eq!(as_json(&week, false)["compliance"], value!({ "done": 4, "of": 6, "rate": null }));
}

#[test]
fn nothing_recorded_is_said() {
    for period in PERIODS {
        let empty = review(&History::default(), period, "09:00");
        assert_eq!(text(&empty, &PLAIN), format!("            {}\n", crate::text::review::nothing_yet()));
        assert_eq!(as_json(&empty, true)["breaks"], value!([]));
    }
}

#[test]
fn a_day_with_everything_excused_is_mostly_in_meetings() {
    let mut history = worked_day();
    history.rows.iter_mut().skip(2).for_each(|row| row.outcome = Some(Outcome::Excused));
    let page = text(&review(&history, Period::now(PeriodLength::Day), "17:00"), &PLAIN);
    assert!(page.contains("Mostly in meetings: 2 of 8 breaks fell outside them."), "{page}");
}

#[test]
fn the_longest_sitting_through_calls_is_told() {
    let mut history = worked_day();
    history.spans = shape("08:10", &[(SpanKind::Active, 20), (SpanKind::Call, 170), (SpanKind::Idle, 40)]);
    history.spans.extend(shape("12:00", &[(SpanKind::Meeting, 30), (SpanKind::Active, 45)]));
    history.rows.retain(|row| row.id > 6);
    let day = review(&history, Period::now(PeriodLength::Day), "17:00");
    let page = text(&day, &PLAIN);
    assert!(page.contains("08:10 to 11:20"), "{page}");
    assert!(page.contains("2 h 50 min of the longest were calls and meetings."), "{page}");
    let of = as_json(&day, false);
    assert_eq!((of["longest_desk_s"].as_u64(), of["longest_desk_calls_s"].as_u64()), (Some(190 * 60), Some(170 * 60)));
}

#[test]
fn the_worked_day_as_json() {
    let day = as_json(&review(&worked_day(), Period::now(PeriodLength::Day), "17:00"), true);
    let keys = value!({
        "from": "2026-01-05", "to": "2026-01-05", "due": 7, "taken": 3, "natural": 1, "skipped": 1, "missed": 1,
        "excused": 1, "cancelled": 1, "coverage": 0.857, "response": 0.6, "snooze_rate": 0.4, "confirmed_share": 1.0,
        "mean_delay_s": null, "longest_desk_s": 16200, "stretches_over_60min": 2, "stretches_over_90min": 2,
    });
    for (key, expected) in keys.as_object().unwrap() {
        assert_eq!(&day[key], expected, "{key}");
    }
    assert_eq!(day["compliance"], value!({ "done": 4, "of": 6, "rate": 0.667 }));
    assert_eq!(day["compliance_without_calls"], value!({ "done": 4, "of": 5, "rate": 0.8 }), "14:00 was in a call");
    assert_eq!(
        (day["longest_desk_calls_s"].as_u64(), day["days"][0]["longest_desk_calls_s"].as_u64()),
        (Some(0), Some(0))
    );
    assert_eq!(day["streak"]["run"], 0, "the first day is neutral");
    assert_eq!((day["days"][0]["day"].as_str(), day["days"][0]["due"].as_u64()), (Some("2026-01-05"), Some(7)));
    let row = &day["breaks"][6];
    assert_eq!((row["id"].as_u64(), row["outcome"].as_str()), (Some(7), Some("excused")));
    assert_eq!((row["due"].as_str(), &row["holds"]), (Some("2026-01-05T15:00:00+01:00"), &value!({ "meeting": 2400 })));
    for key in ["reminder", "evidence", "away_s", "snoozes", "exercise"] {
        assert!(row.as_object().unwrap().contains_key(key), "{key}");
    }
    assert_eq!(as_json(&review(&worked_day(), Period::now(PeriodLength::Day), "17:00"), false).get("breaks"), None);
}

#[test]
fn periods_pool_what_their_days_hold() {
    let history = sample::three_weeks();
    let all = as_json(&review(&history, Period::now(PeriodLength::All), ""), true);
    for (key, from, days) in [("week", "2026-01-19", 5), ("month", "2026-01-01", 23), ("all", "2026-01-05", 19)] {
        let period = match key {
            "week" => Period::now(PeriodLength::Week),
            "month" => Period::now(PeriodLength::Month),
            _ => Period::now(PeriodLength::All),
        };
        let of = as_json(&review(&history, period, ""), true);
        assert_eq!((of["from"].as_str(), of["days"].as_array().unwrap().len()), (Some(from), days), "{key}");
        for figure in ["due", "taken", "cancelled", "desk_s", "stretches_over_60min"] {
            let sum: u64 = of["days"].as_array().unwrap().iter().map(|day| day[figure].as_u64().unwrap()).sum();
            assert_eq!(of[figure].as_u64(), Some(sum), "{key} {figure}");
        }
        assert_eq!(of["streak"], all["streak"], "the streak is that of today, whatever is asked for");
    }
    assert_eq!(all["breaks"].as_array().unwrap().len(), history.rows.len());
}

#[test]
fn an_open_row_is_listed_and_not_counted() {
    let mut history = worked_day();
    history.rows[0].outcome = None;
    let day = review(&history, Period::now(PeriodLength::Day), "17:00");
    assert!(text(&day, &PLAIN).contains("09:00  ▷ open now"));
    let day = as_json(&day, true);
    assert_eq!((day["due"].as_u64(), &day["breaks"][0]["outcome"]), (Some(6), &Value::Null));
}

#[test]
fn the_night_belongs_to_the_day_before() {
    let spans = shape("02:00", &[(SpanKind::Active, 90)]);
    let early = History { spans, ..History::default() };
    assert_eq!(as_json(&review(&early, Period::now(PeriodLength::Day), "03:30"), false)["to"], "2026-01-04");
    let later = review(&early, Period::now(PeriodLength::Day), "09:00");
    assert_eq!(later.today, Vec::<Span>::new());
    assert_eq!(as_json(&later, false)["desk_s"], 0);
}

#[test]
fn nudges_are_counted_apart() {
    let of = as_json(&review(&sample::three_weeks(), Period::now(PeriodLength::Week), ""), false);
    let days = 5;
    assert_eq!(of["nudges"], value!({ "shown": 3 * days, "shifted": days, "fine": days }));
    for day in of["days"].as_array().unwrap() {
        assert_eq!(day["nudges"], value!({ "shown": 3, "shifted": 1, "fine": 1 }), "{day}");
    }
    let page = text(&review(&sample::three_weeks(), Period::now(PeriodLength::Week), ""), &PLAIN);
    assert!(page.contains("\nQuiet lines 15 shown, 5 shifted, 5 already fine\n"), "{page}");
}

#[test]
fn tension_stands_beside_the_breaks_of_its_day() {
    let mut history = worked_day();
    let says = |at, answer| CheckIn { at: time(at), day: time(at).date_naive(), answer };
    history.check_ins = vec![says("10:00", Action::Tight), says("15:00", Action::Sore)];
    let week = review(&history, Period::now(PeriodLength::Week), "17:00");
    let of = as_json(&week, false);
    let said = value!({ "loose": 0, "tight": 1, "sore": 1 });
    assert_eq!(
        (&of["check_ins"], &of["days"][0]["check_ins"], &of["days"][0]["tension_mean"]),
        (&said, &said, &1.5.into())
    );
    let page = text(&week, &PLAIN);
    let line = page.lines().find(|line| line.trim_start().starts_with("Mon 5 Jan") && line.contains("1.5")).unwrap();
    assert!(line.ends_with("1.5   4 of 6 (67 %)"), "{line}");
    assert!(page.contains("\nTension     1 tight, 1 sore\n") && page.contains("so far."), "{page}");
    let none = as_json(&review(&worked_day(), Period::now(PeriodLength::Week), "17:00"), false);
    assert_eq!(none["days"][0]["tension_mean"], Value::Null);
}

#[test]
fn a_line_of_csv_for_each_row() {
    let mut history = worked_day();
    history.rows[0].reminder = "=cmd, \"x\"".into();
    let csv = csv(&review(&history, Period::now(PeriodLength::Day), "17:00"));
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!((lines.len(), lines[9]), (10, ""), "a head, eight rows, and an end to the last line");
    assert!(lines[0].starts_with("id,reminder,day,due,zone,"));
    assert!(lines[1].starts_with("1,\"'=cmd, \"\"x\"\"\",2026-01-05,2026-01-05T09:00:00+01:00,Europe/Berlin,"));
    assert!(lines[7].contains(",excused,,0,0,0,0,,meeting:2400,,,not-yet,false,,false"), "{}", lines[7]);
}
