//! A pause and a meeting, by their lengths and by a clock time.

use super::{chosen, counting, now, orders};
use crate::front::Front;
use chrono::NaiveTime;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::time::Duration;
use unhunch::engine::event::{Meet, Pause, Request};
use unhunch::text::today as text;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::TodayOrder;

#[test]
fn a_pause_has_its_lengths_and_a_clock_time_by_keyboard_alone() {
    let mut front = Front::on(MainPage::Today);
    now(&mut front, counting());
    assert!(front.harness.query_by_label("Until tomorrow").is_none());
    front.harness.get_by_label("Pause").focus();
    front.press(Modifiers::NONE, Key::Enter);
    front.harness.get_by_label(&text::pause_ends());
    front.click("Until tomorrow");
    assert_eq!(orders(&front), [chosen(Request::Pause(Pause::Day))]);
    assert!(front.harness.query_by_label("Until tomorrow").is_none(), "what was chosen folds away");
    front.click("Pause");
    write(&mut front, "soon");
    front.harness.get_by_label(&text::no_clock());
    assert_eq!(orders(&front), []);
    front.click("Pause");
    front.click("Pause");
    write(&mut front, "16:30");
    assert_eq!(orders(&front), [TodayOrder::PauseUntil(NaiveTime::from_hms_opt(16, 30, 0).unwrap())]);
    front.click("I'm in a meeting");
    front.click("For 30 min");
    assert_eq!(orders(&front), [chosen(Request::Meet(Meet::For(Duration::from_mins(30))))]);
    front.click("I'm in a meeting");
    write(&mut front, "11");
    assert_eq!(orders(&front), [TodayOrder::MeetUntil(NaiveTime::from_hms_opt(11, 0, 0).unwrap())]);
}

/// Writes a clock time and confirms it.
fn write(front: &mut Front, time: &str) {
    let field = front.harness.get_by_role(Role::TextInput);
    field.focus();
    front.harness.run();
    front.harness.get_by_role(Role::TextInput).type_text(time);
    front.harness.run();
    front.press(Modifiers::NONE, Key::Enter);
}
