//! The page Review: its periods, its charts and their tables, the way through its days, and what it suggests. The record is
//! five weeks of simulated days.

mod body;
mod tables;

use crate::front::Front;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use std::fmt::Write;
use std::process::Command;
use std::sync::LazyLock;
use unhunch::ledger::figures::{Share, Suggestion};
use unhunch::ledger::{History, Ledger};
use unhunch::library;
use unhunch::review::model::{Chart, Element, Model, Section, Topic};
use unhunch::review::{Asked, Period, PeriodLength, look_back};
use unhunch::text::{charts as names, list, lookback, review as text};
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{
    LookedBack, MainOrder, ReviewOrder, ReviewUpdate, SettingsChange, SettingsOrder, TodayUpdate,
};

/// The Friday of the fifth week, after work.
const NOW: &str = "2026-02-06T18:30:00+01:00";

fn now() -> DateTime<FixedOffset> {
    NOW.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// So many working days from Monday, 5 January 2026, the same each time.
fn days(count: u32) -> History {
    let mut luck = 7_u32;
    let mut next = |below: u32| {
        luck = luck.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (luck >> 16) % below
    };
    let mut lines = String::from("start 2026-01-05T08:00:00+01:00 zone Europe/Berlin\n");
    lines += "settings hours=\"Mon-Fri 08:30-12:30 13:15-18:00\" break.eyes.every=25min break.eyes.lasts=20s\n";
    for ahead in (0..).filter(|ahead| ahead % 7 < 5).take(count as usize) {
        let later = if ahead == 0 {
            ""
        } else if ahead % 7 == 0 {
            "+3d "
        } else {
            "+1d "
        };
        let _ = writeln!(lines, "{later}08:40:00 unlock");
        for _ in 0..14 {
            let (wait, length) = (12 + next(20), 70 + next(500));
            let what = match next(10) {
                0..4 => format!("idle\n+{length}s active"),
                4..6 => format!("call on mic\n+{}s call off mic", 2 * length),
                6 => "click skip".to_owned(),
                7 => format!("check-in {}", ["loose", "tight", "sore"][next(3) as usize]),
                _ => format!("click start\n+{length}s click done"),
            };
            let _ = writeln!(lines, "+{wait}min {what}");
        }
        lines += "18:10:00 lock\n";
    }
    let folder = std::env::temp_dir().join(format!("unhunch-review-{}-{count}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (file, ledger) = (folder.join("days.txt"), folder.join("ledger.db"));
    std::fs::write(&file, &lines).unwrap();
    let mut simulate = Command::new(env!("CARGO_BIN_EXE_unhunch"));
    let out = simulate.args(["simulate", "--ledger"]).args([&ledger, &file]).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let history = Ledger::open_read_only(&ledger).unwrap().history(now()).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    history
}

pub(crate) static FIVE_WEEKS: LazyLock<History> = LazyLock::new(|| days(25));

pub(crate) fn told(history: &History, period: Period) -> LookedBack {
    let (library, _) = library::content("en", &[]);
    let exercises = &library.content.exercises;
    let day_starts = NaiveTime::from_hms_opt(4, 0, 0).unwrap();
    let review = look_back(history.clone(), &Asked { period, now: now(), day_starts, goal: 60, exercises });
    let (first, model) = (review.recorded.unwrap_or(now().date_naive()), Model::of(&review));
    LookedBack { period, today: now().date_naive(), first, notes: Vec::new(), model, change: None }
}

/// The page with this told.
fn open(history: &History, period: Period, size: [f32; 2], large_text: bool) -> Front {
    let look = Look { large_text, ..Look::default() };
    let mut front = Front::open(MainPage::Review, None, look, size);
    front.tell(ReviewUpdate::Told(Box::new(told(history, period))));
    front.ordered();
    front
}

fn charts(model: &Model) -> Vec<(&Section, &Chart)> {
    let mut all = Vec::new();
    for section in &model.sections {
        for part in &section.parts {
            if let Element::Chart(it) = part {
                all.push((section, it));
            }
        }
    }
    all
}

#[test]
fn a_period_is_chosen_and_there_is_a_way_back_and_forth() {
    let look = |period| vec![MainOrder::Review(ReviewOrder::Look(period))];
    let mut front = open(&FIVE_WEEKS, Period::now(PeriodLength::Week), [960.0, 680.0], false);
    front.click(&lookback::month());
    let month = Period::now(PeriodLength::Month);
    assert_eq!(front.ordered(), look(month));
    front.tell(ReviewUpdate::Told(Box::new(told(&FIVE_WEEKS, month))));
    front.click(&lookback::earlier());
    let before = Period::of(PeriodLength::Month, day("2026-01-31"));
    assert_eq!(front.ordered(), look(before));
    front.tell(ReviewUpdate::Told(Box::new(told(&FIVE_WEEKS, before))));
    front.harness.get_by_role_and_label(Role::Heading, "Jan 2026");
    assert!(
        front.harness.get_by_label(&lookback::earlier()).accesskit_node().is_disabled(),
        "nothing was recorded before"
    );
    front.click(&lookback::later());
    assert_eq!(front.ordered(), look(month));
    front.tell(ReviewUpdate::Told(Box::new(told(&FIVE_WEEKS, month))));
    assert!(front.harness.get_by_label(&lookback::later()).accesskit_node().is_disabled());
}

#[test]
fn the_keyboard_walks_through_the_days_and_opens_one() {
    let mut front = open(&FIVE_WEEKS, Period::now(PeriodLength::Week), [960.0, 900.0], false);
    front.harness.get_by_label(&lookback::cell("Sun 8 Feb", &lookback::mark_to_come())).focus();
    front.harness.run();
    for _ in 0..3 {
        front.press(Modifiers::NONE, Key::ArrowLeft);
    }
    front.press(Modifiers::NONE, Key::Enter);
    let thursday = Period::of(PeriodLength::Day, day("2026-02-05"));
    assert_eq!(front.ordered(), [MainOrder::Review(ReviewOrder::Look(thursday))]);
}

/// Also what is no stop of the keyboard has a place, and with it can be pressed by those who do not see it.
#[test]
fn any_day_is_gone_to_by_a_calendar() {
    let mut front = open(&FIVE_WEEKS, Period::now(PeriodLength::Week), [960.0, 680.0], false);
    front.click(&lookback::any_day());
    for node in front.harness.query_all_by_role(Role::Button) {
        assert!(node.accesskit_node().bounding_box().is_some(), "{:?}", node.accesskit_node().label());
    }
    let tuesday = front.harness.get_by_label("Tue 3 Feb");
    assert!(tuesday.rect().bottom() < 680.0, "it is in sight: {:?}", tuesday.rect());
    front.click("Tue 3 Feb");
    let look = Period::of(PeriodLength::Day, day("2026-02-03"));
    assert_eq!(front.ordered(), [MainOrder::Review(ReviewOrder::Look(look))]);
}

#[test]
fn a_break_leads_to_its_story() {
    let thursday = Period::of(PeriodLength::Day, day("2026-02-05"));
    let mut front = open(&FIVE_WEEKS, thursday, [960.0, 900.0], false);
    let of = told(&FIVE_WEEKS, thursday);
    let first = charts(&of.model)
        .into_iter()
        .find_map(|(_, chart)| if let Chart::Timeline(day) = chart { day.breaks.first() } else { None });
    let first = first.unwrap();
    let row = [names::clock(first.due.time()), first.reminder.clone(), first.ended.clone(), first.detail.clone()];
    front.click(&list(row.iter().filter(|part| !part.is_empty())));
    assert_eq!(front.page(), MainPage::Today.name());
}

#[test]
fn what_is_new_is_asked_for_once_and_the_old_stands_until_it_is_there() {
    let mut front = open(&FIVE_WEEKS, Period::now(PeriodLength::Week), [960.0, 680.0], false);
    for _ in 0..3 {
        front.tell(TodayUpdate::Day(None));
    }
    let again = [MainOrder::Review(ReviewOrder::Look(Period::now(PeriodLength::Week)))];
    assert_eq!(front.ordered(), again, "an answer is on its way");
    front.harness.get_by_role_and_label(Role::Heading, "This week");
    front.tell(ReviewUpdate::Told(Box::new(told(&FIVE_WEEKS, Period::now(PeriodLength::Week)))));
    assert_eq!(front.ordered(), again, "something happened after it was asked");
    front.tell(ReviewUpdate::Told(Box::new(told(&FIVE_WEEKS, Period::now(PeriodLength::Week)))));
    assert_eq!(front.ordered(), []);
}

#[test]
fn a_suggestion_has_its_numbers_and_a_button_that_does_it() {
    let mut of = told(&FIVE_WEEKS, Period::now(PeriodLength::Week));
    let it = Suggestion { hour: 15, done: Share { part: 2, of: 14 } };
    let period = of.model.sections.iter_mut().find(|section| section.topic == Topic::Period).unwrap();
    period.parts.retain(|part| !matches!(part, Element::Suggestion(_)));
    period.parts.push(Element::Suggestion(it));
    let hours = vec![("hours".to_owned(), Some("Mon-Fri 08:00-15:00 16:00-18:00".to_owned()))];
    let change = SettingsChange { all: hours, said: lookback::kept_free(15) };
    of.change = Some(change.clone());
    let mut front = open(&FIVE_WEEKS, of.period, [960.0, 900.0], false);
    front.tell(ReviewUpdate::Told(Box::new(of)));
    front.harness.get_by_label(&lookback::suggestion(it));
    front.click(&lookback::keep_free(15));
    let look = MainOrder::Review(ReviewOrder::Look(Period::now(PeriodLength::Week)));
    assert_eq!(front.ordered(), [MainOrder::Settings(SettingsOrder::Change(change)), look]);
}

#[test]
fn an_empty_record_and_one_that_cannot_be_read_say_so() {
    let mut front = open(&History::default(), Period::now(PeriodLength::Week), [480.0, 400.0], true);
    front.harness.get_by_label(&text::nothing_yet());
    front.tell(ReviewUpdate::Unread("The disk is full.".into()));
    front.harness.get_by_label("The disk is full.");
}

#[test]
fn one_day_and_five_weeks_fit_a_small_window_with_large_text() {
    for (history, length) in [(&days(1), PeriodLength::Day), (&*FIVE_WEEKS, PeriodLength::Year)] {
        let front = open(history, Period::now(length), [480.0, 400.0], true);
        for role in [Role::Row, Role::Cell, Role::Button, Role::CheckBox, Role::Switch, Role::RadioButton] {
            for node in front.harness.query_all_by_role(role) {
                let Some(rect) = node.accesskit_node().bounding_box() else { continue };
                assert!(rect.x0 >= 0.0 && rect.x1 <= 480.0, "{length:?} {rect:?} {:?}", node.accesskit_node().label());
            }
        }
    }
}
