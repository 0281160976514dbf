//! The body of the page Review: its areas by name, by the keyboard and under the pointer, at every size.

use super::{charts, open, told};
use crate::front::Front;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Rect, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use unhunch::ledger::History;
use unhunch::review::model::{Area, Chart, Element, Section, Topic};
use unhunch::review::{Period, PeriodLength};
use unhunch::text::{areas, list};
use unhunch::windows::main::talk::{LookedBack, ReviewUpdate};

/// All areas there are, the first one moved most.
fn all_areas() -> Vec<Area> {
    let words = unhunch::library::AREAS;
    let of = u32::try_from(words.len()).unwrap();
    let area = |(count, word): (u32, &&str)| Area { word: (*word).into(), name: areas::name(word), count, of };
    (1..=of).rev().zip(words.iter()).map(area).collect()
}

/// A review of nothing but these.
fn of(areas: Vec<Area>) -> LookedBack {
    let mut told = told(&History::default(), Period::now(PeriodLength::Week));
    let parts = vec![Element::Chart(Chart::Areas(areas))];
    told.model.sections = vec![Section { topic: Topic::Exercises, name: "Exercises".into(), parts }];
    told
}

fn page(areas: Vec<Area>, size: [f32; 2], large_text: bool) -> Front {
    let mut front = open(&History::default(), Period::now(PeriodLength::Week), size, large_text);
    front.tell(ReviewUpdate::Told(Box::new(of(areas))));
    front.harness.run();
    front
}

fn place(front: &Front, role: Role, label: &str) -> Rect {
    front.harness.get_by_role_and_label(role, label).rect()
}

fn said(area: &Area) -> String {
    list([&area.name, &area.count.to_string()])
}

#[test]
fn every_area_has_its_name_and_count_beside_the_body_and_none_lies_on_another() {
    for (size, large) in [([960.0, 4000.0], false), ([480.0, 4000.0], false), ([480.0, 4000.0], true)] {
        let front = page(all_areas(), size, large);
        let mut places = Vec::new();
        for area in all_areas() {
            let place = place(&front, Role::Row, &said(&area));
            assert!(place.left() >= 0.0 && place.right() <= size[0], "{place:?} {}", area.name);
            assert!(place.height() >= 24.0, "{place:?} {}", area.name);
            places.push((place, area.name));
        }
        for (at, (place, name)) in places.iter().enumerate() {
            for (other, beside) in &places[at + 1..] {
                assert!(!place.shrink(0.1).intersects(*other), "{name} on {beside}, {size:?}, large {large}");
            }
        }
    }
}

#[test]
fn the_keyboard_has_one_stop_and_walks_from_the_crown_down() {
    let mut front = page(all_areas(), [960.0, 1400.0], false);
    let name = |word: &str| said(all_areas().iter().find(|area| area.word == word).unwrap());
    let focused = |front: &Front, word: &str| {
        let label = name(word);
        let row = front.harness.get_by_role_and_label(Role::Row, &label);
        assert!(row.accesskit_node().is_focused(), "{word}");
    };
    front.harness.get_by_role_and_label(Role::Row, &name("mind")).focus();
    front.harness.run();
    for next in ["eyes", "jaw", "pectorals"] {
        front.press(Modifiers::NONE, Key::ArrowDown);
        focused(&front, next);
    }
    front.press(Modifiers::NONE, Key::End);
    focused(&front, "whole body");
    front.press(Modifiers::NONE, Key::Home);
    focused(&front, "mind");
    front.press(Modifiers::NONE, Key::Tab);
    let rows = front.harness.query_all_by_role(Role::Row).filter(|row| row.accesskit_node().is_focused()).count();
    assert_eq!(rows, 0, "all of it is one stop");
}

#[test]
fn an_area_under_the_pointer_says_its_name_and_count() {
    let mut front = page(all_areas(), [960.0, 1400.0], false);
    let lines = |front: &Front, said: &str| front.harness.query_all_by_label(said).count();
    let chest = all_areas().into_iter().find(|area| area.word == "pectorals").unwrap();
    // Between the names at both sides there are two bodies, and the last name ends where they do.
    let row = |word: &str| {
        let area = all_areas().into_iter().find(|area| area.word == word).unwrap();
        place(&front, Role::Row, &said(&area))
    };
    let (left, right, scale) = (row("mind").right(), row("whole body").left(), 3.2);
    let middle = pos2(left.midpoint(right) - 12.0 - 21.5 * scale, row("whole body").bottom() - 100.0 * scale);
    let mut point = |x: f32, y: f32| {
        front.harness.event(Event::PointerMoved(middle + vec2(x, y) * scale));
        // As long as it takes until something is said.
        front.harness.run_steps(4);
        lines(&front, &said(&chest))
    };
    for side in [-5.5, 5.5] {
        assert!(point(side, 23.6) > 1, "beside its name under the pointer as well");
    }
    assert_eq!(point(0.0, 60.0), 1, "between the legs there is nothing");
}

#[test]
fn a_body_of_which_nothing_was_moved_is_there_and_plain() {
    let front = page(Vec::new(), [480.0, 1400.0], true);
    front.harness.get_by_role_and_label(Role::Table, "Exercises");
    assert_eq!(front.harness.query_all_by_role(Role::Row).count(), 0);
    assert!(charts(&of(Vec::new()).model).len() == 1);
}
