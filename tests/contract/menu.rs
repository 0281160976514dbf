//! The tray's menu: pauses, meetings, and a meeting's title, which is for it alone.

use crate::{at, fresh, meeting};
use chrono::TimeDelta;
use std::time::Duration;
use unhunch::engine::effect::Effect;
use unhunch::engine::event::{Device, Event, Meet, Request};
use unhunch::engine::instance::Hold;
use unhunch::engine::view::TrayText;
use unhunch::engine::view::{MenuAction, MenuItem};
use unhunch::scenario;
use unhunch::text::commands::instead;
use unhunch::text::menu;

fn view(effects: &[Effect]) -> TrayText {
    let drawn =
        effects.iter().rev().find_map(|e| if let Effect::Tray(view) = e { Some(menu::tray(view)) } else { None });
    drawn.unwrap()
}

/// The lines of the submenu that holds this request, by their labels.
fn labels(menu: &[MenuItem<String>]) -> Vec<String> {
    let lines = menu.iter().flat_map(|item| match item {
        MenuItem::Label(text) | MenuItem::Item(text, _) => vec![text.clone()],
        MenuItem::Submenu(text, items) => std::iter::once(text.clone()).chain(labels(items)).collect(),
        MenuItem::Separator => Vec::new(),
    });
    lines.collect()
}

fn call(on: bool) -> Event {
    Event::Call { device: Device::Mic, on, program: None }
}

#[test]
fn a_pause_says_what_it_waits_for() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    let pauses = |view: TrayText| labels(&view.menu).into_iter().filter(|l| l.starts_with("Until")).collect::<Vec<_>>();
    let none = engine.handle(at(2.0), Event::Ask(Request::Start));
    assert_eq!(pauses(view(&none)), ["Until tomorrow"]);
    engine.handle(at(3.0), Event::Ask(Request::Skip));
    let in_meeting = engine.handle(at(61.0), meeting(1, 45, None));
    assert_eq!(pauses(view(&in_meeting)), ["Until the meeting ends (08:45)", "Until tomorrow"]);
    let both = engine.handle(at(62.0), call(true));
    assert_eq!(pauses(view(&both)), ["Until call and meeting are over", "Until tomorrow"]);
    let in_call = engine.handle(at(63.0), Event::Meetings(Vec::new()));
    assert_eq!(pauses(view(&in_call)), ["Until the call ends", "Until tomorrow"]);
    engine.handle(at(64.0), call(false));
    let own = engine.handle(at(65.0), Event::Ask(Request::Meet(Meet::For(Duration::from_mins(30)))));
    assert_eq!(pauses(view(&own)), ["Until the meeting ends (08:31)", "Until tomorrow"]);
    assert_eq!(view(&own).tooltip, "Quiet: in a meeting until 08:31");
}

#[test]
fn the_menu_begins_and_ends_a_meeting() {
    let mut engine = fresh();
    let before = view(&engine.handle(at(1.0), Event::Active));
    let at_45 = before.menu.iter().find_map(|item| match item {
        MenuItem::Submenu(text, items) if text == "I'm in a meeting" => items.get(1).cloned(),
        MenuItem::Submenu(..) | MenuItem::Label(_) | MenuItem::Item(..) | MenuItem::Separator => None,
    });
    let meet = Request::Meet(Meet::For(Duration::from_mins(45)));
    assert_eq!(at_45, Some(MenuItem::Item("For 45 min".into(), MenuAction::Ask(meet.clone()))));
    let during = view(&engine.handle(at(60.0), Event::Ask(meet)));
    let over = MenuItem::Item("The meeting is over".into(), MenuAction::Ask(Request::Meet(Meet::Done)));
    assert!(during.menu.contains(&over) && !labels(&during.menu).contains(&"I'm in a meeting".into()));
    assert_eq!(engine.status().holds, [Hold::Meeting.token()]);
    let after = view(&engine.handle(at(61.0), Event::Ask(Request::Meet(Meet::Done))));
    assert_eq!(after.menu.len(), before.menu.len());
}

#[test]
fn a_meeting_that_makes_no_sense_is_refused_in_a_sentence() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    let past = at(0.0).local.naive_local();
    let far = past + TimeDelta::hours(13);
    for meet in [
        Meet::Done,
        Meet::For(Duration::ZERO),
        Meet::For(Duration::from_hours(13)),
        Meet::Until(past),
        Meet::Until(far),
    ] {
        let said = engine.handle(at(2.0), Event::Ask(Request::Meet(meet)));
        let refused = said.iter().any(|e| matches!(e, Effect::Refused(why) if instead(why).is_some()));
        assert!(refused, "{meet:?}: {said:?}");
    }
    assert!(engine.status().holds.is_empty());
}

/// A title is for the menu's status line alone.
#[test]
fn a_title_reaches_nothing_but_the_menu() {
    let mut engine = fresh();
    let mut seen = Vec::new();
    let mut lines = Vec::new();
    let mut tell = |seconds: f64, event: Event| {
        lines.extend(scenario::input_lines(&event, &at(seconds)));
        let effects = engine.handle(at(seconds), event);
        let memory = serde_json::to_string(&engine.memory()).unwrap();
        let status = serde_json::to_string(&engine.status()).unwrap();
        seen.push((effects, memory, status));
    };
    tell(1.0, Event::Active);
    tell(2.0, meeting(50, 105, Some("Xanadu\u{202e} budget")));
    for minute in [47, 50, 58, 60, 75, 95, 105, 106] {
        tell(f64::from(minute * 60), Event::Tick);
    }
    tell(107.0 * 60.0, Event::Ask(Request::Start));
    let (mut in_menu, mut kinds) = (0, std::collections::BTreeSet::new());
    for (effects, memory, status) in &mut seen {
        for effect in effects.iter_mut() {
            if let Effect::Tray(view) = effect {
                let told = menu::tray(view);
                view.menu.remove(0);
                in_menu += usize::from(told.menu[0] == MenuItem::Label(format!("{}: Xanadu budget", told.tooltip)));
            }
            kinds.insert(format!("{effect:?}").split(['(', ' ']).next().unwrap().to_owned());
            assert!(!format!("{effect:?}").contains("Xanadu"), "{effect:?}");
        }
        assert!(!memory.contains("Xanadu") && !status.contains("Xanadu"));
    }
    assert!(in_menu > 0, "it is in the menu");
    assert!(lines.iter().all(|line| !line.contains("Xanadu")) && lines.len() > 2, "{lines:?}");
    assert!(["Decided", "Record", "Show", "Tray"].iter().all(|kind| kinds.contains(*kind)), "{kinds:?}");
}

#[test]
fn the_next_meeting_is_known_until_it_begins() {
    let mut engine = fresh();
    assert_eq!(engine.next_meeting(), None);
    engine.handle(at(1.0), meeting(60, 90, Some("Budget")));
    let next = engine.next_meeting().unwrap();
    assert_eq!((next.begins.at.time().to_string(), next.title.as_deref()), ("09:00:00".into(), Some("Budget")));
    assert_eq!(next.breath.unwrap().time().to_string(), "08:57:00");
    engine.handle(at(60.0 * 60.0), Event::Tick);
    assert_eq!(engine.next_meeting(), None, "one that is on is no longer ahead");
}
