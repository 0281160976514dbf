//! The model as any other drawer than the terminal would take it.

use super::{Period, PeriodLength, review, worked_day};
use crate::engine::instance::{Outcome, SpanKind};
use crate::ledger::History;
use crate::ledger::figures::{Share, sample};
use crate::review::model::{Chart, Element, Model, Standing, Topic};
use chrono::{Days, TimeDelta};

fn charts(model: &Model) -> Vec<&Chart> {
    let parts = model.sections.iter().flat_map(|section| &section.parts);
    parts.filter_map(|part| if let Element::Chart(chart) = part { Some(chart) } else { None }).collect()
}

#[test]
fn a_day_has_its_shape_and_its_breaks_as_values() {
    let model = Model::of(&review(&worked_day(), Period::now(PeriodLength::Day), "17:00"));
    let topics: Vec<Topic> = model.sections.iter().map(|section| section.topic).collect();
    assert_eq!(topics, [Topic::Period, Topic::Prompts, Topic::Day, Topic::Desk, Topic::Exercises]);
    let charts = charts(&model);
    let [Chart::Goal(goal), Chart::Timeline(day), Chart::Stretches(stretches), ..] = charts.as_slice() else {
        panic!("{charts:?}")
    };
    assert_eq!((goal.done, goal.percent), (Share { part: 4, of: 6 }, 60));
    assert_eq!(day.seconds(day.from, day.to, SpanKind::Call), 3600);
    let ended: Vec<Option<Outcome>> = day.breaks.iter().map(|it| it.outcome).collect();
    assert_eq!(ended[3..5], [Some(Outcome::Natural), Some(Outcome::Skipped)]);
    assert_eq!(
        (day.breaks[2].ended.as_str(), day.breaks[2].detail.as_str()),
        ("taken", "3 min away, Doorway chest stretch")
    );
    assert_eq!((stretches[0].seconds, stretches[0].when.as_str()), (16_200, "08:10 to 12:40"));
}

#[test]
fn a_longer_period_has_its_days_weeks_and_hours_as_values() {
    let history = sample::three_weeks();
    let (week, month) = (
        Model::of(&review(&history, Period::now(PeriodLength::Week), "")),
        Model::of(&review(&history, Period::now(PeriodLength::Month), "")),
    );
    let seven =
        charts(&week).into_iter().find_map(|chart| if let Chart::Week(days) = chart { Some(days) } else { None });
    let seven = seven.expect("a week has its days");
    assert_eq!((seven.len(), seven[6].standing), (7, Standing::ToCome));
    assert!(seven.iter().filter(|day| day.last).count() == 1);
    let all = charts(&month);
    let weeks = all.iter().find_map(|chart| if let Chart::Weeks(weeks) = chart { Some(weeks) } else { None });
    assert_eq!(weeks.expect("a month has its weeks").len(), 3);
    let hours = all.iter().find_map(|chart| if let Chart::Hours(hours) = chart { Some(hours) } else { None });
    let hours = hours.expect("a month has its hours");
    assert!(hours.days.iter().all(|day| day.done.len() == hours.hours.len()) && hours.all.len() == hours.hours.len());
}

#[test]
fn a_record_longer_than_its_pictures_says_so_and_a_day_is_named_once() {
    let said = |model: &Model| -> Vec<String> {
        let parts = model.sections.iter().flat_map(|section| section.parts.clone());
        parts.filter_map(|part| if let Element::Remark(_, text) = part { Some(text) } else { None }).collect()
    };
    let shown = |model: &Model, what: &str| said(model).iter().any(|text| text.starts_with(what));
    let all = |history: History| Model::of(&review(&history, Period::now(PeriodLength::All), "17:00"));
    let short = all(sample::three_weeks());
    assert!(!shown(&short, "The last 12 weeks") && !shown(&short, "The last 12 months"));

    let mut years = sample::three_weeks();
    let mut old = years.rows[0].clone();
    (old.day, old.due) = (old.day - Days::new(500), old.due - TimeDelta::days(500));
    years.rows.insert(0, old);
    let long = all(years);
    assert!(shown(&long, "The last 12 weeks") && shown(&long, "The last 12 months"), "{:?}", said(&long));

    let range = |period| {
        let parts = Model::of(&review(&worked_day(), period, "17:00")).sections.remove(0).parts;
        parts.into_iter().find_map(|part| if let Element::Headline { range, .. } = part { Some(range) } else { None })
    };
    let day = worked_day().rows[0].day;
    assert_eq!(range(Period::of(PeriodLength::Day, day)), Some(None));
    assert!(range(Period::now(PeriodLength::Day)).flatten().is_some());
}
