//! What holds whatever comes in, whenever.

use crate::events::event;
use crate::{CONTENT, at, fresh, guides};
use proptest::prelude::*;
use std::time::Duration;
use unhunch::engine::effect::{Effect, What};
use unhunch::engine::event::{Event, Sense};
use unhunch::engine::guide_view::GuideView;
use unhunch::engine::notice::NoticeKind;
use unhunch::engine::view::TrayState;
use unhunch::engine::{Engine, Memory};
use unhunch::settings;

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever comes in, whenever, also out of order: the next wake lies ahead, and waking then is never in vain for
    /// ever: time comes to rest at the wakes alone.
    #[test]
    fn the_next_wake_is_later_than_now(events in prop::collection::vec((0.0..9000.0f64, event()), 1..80)) {
        let mut engine = fresh();
        let mut latest = Duration::ZERO;
        for (seconds, event) in events {
            let now = at(seconds);
            latest = latest.max(now.elapsed);
            engine.handle(now, event);
            if let Some(wake) = engine.next_wake() {
                prop_assert!(wake.at > latest, "{} at {:?}, not after {latest:?}", wake.why, wake.at);
            }
        }
    }

    /// What is remembered is all there is: an engine that starts from it wakes when the one that goes on does, and does
    /// the same with what comes then.
    #[test]
    fn memory_is_whole(
        before in prop::collection::vec((1.0..900.0f64, event()), 1..60),
        after in prop::collection::vec((1.0..900.0f64, event()), 20),
    ) {
        let (mut engine, mut rules, mut seconds) = (fresh(), settings::defaults().rules, 0.0);
        for (gap, event) in before {
            seconds += gap;
            if let Event::Rules(new) = &event {
                rules = (**new).clone();
            }
            engine.handle(at(seconds), event);
        }
        // A start saves, a tick with nothing to say does not, and the next checkpoint counts from the last save: whatever is
        // no tick puts both at the same instant.
        engine.handle(at(seconds), Event::Rules(Box::new(rules.clone())));
        let text = serde_json::to_string(&engine.memory()).unwrap();
        let back: Memory = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&back, &engine.memory());
        prop_assume!(calm(&text));
        let (mut again, _) = Engine::start(rules.clone(), CONTENT.clone(), Some(back), 1, at(seconds));
        prop_assert_eq!(engine.next_wake(), again.next_wake());
        // What a process knows of its own: which senses have worked, and whether a window could open.
        let mut there = Sense::ALL.map(|sense| (0.0, Event::Sense { sense, up: true })).to_vec();
        there.push((0.0, Event::Rules(Box::new(rules))));
        for (gap, event) in there.into_iter().chain(after) {
            seconds += gap;
            let event = if let Event::Idle { .. } = event { Event::Idle { since: at(seconds).elapsed } } else { event };
            let (one, other) = (engine.handle(at(seconds), event.clone()), again.handle(at(seconds), event.clone()));
            prop_assert_eq!(decided(&one), decided(&other), "{:?} at {}", event, seconds);
            prop_assert_eq!(engine.next_wake(), again.next_wake(), "{:?} at {}", event, seconds);
        }
    }
}

/// Nothing that a start undoes by its own rules is on: no notification, no break that is being taken, no sense that is
/// lost or presumed, no question.
fn calm(memory: &str) -> bool {
    let memory: serde_json::Value = serde_json::from_str(memory).unwrap();
    let state = &memory["state"];
    let open = state["breaks"].as_array().unwrap().iter().filter_map(|one| one["open"]["phase"].as_object());
    let mut busy = open.filter(|phase| phase.contains_key("Prompted") || phase.contains_key("Running"));
    state["screen"] == "Empty"
        && state["question"].is_null()
        && state["breath"].is_null()
        && state["presence"]["blind"] == false
        && state["presence"]["asleep"] == false
        && state["holds"]["lost"].as_array().unwrap().is_empty()
        && busy.next().is_none()
}

fn decided(effects: &[Effect]) -> Vec<&What> {
    effects.iter().filter_map(|effect| if let Effect::Decided(one) = effect { Some(&one.what) } else { None }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// The window is told of every change once: it shows nothing that has ended, nothing when neither break nor breath
    /// is on, never beside a guide in the notification, and a new process tells it all again.
    #[test]
    fn the_window_shows_what_is_true(events in prop::collection::vec((1.0..400.0f64, event()), 1..60)) {
        let (mut engine, mut told, mut noticed, mut seconds) = (fresh(), None::<GuideView>, false, 0.0);
        for (gap, event) in events {
            seconds += gap;
            // A notification is gone once it was answered or closed, or its daemon was.
            noticed &= !matches!(event, Event::Click(_) | Event::Dismissed(_) | Event::Notifications { .. });
            for effect in engine.handle(at(seconds), event) {
                match effect {
                    Effect::Guide(view) => {
                        prop_assert_ne!(&view, &told, "the same again");
                        told = view;
                    }
                    Effect::Show(notice) => noticed = notice.kind() == NoticeKind::Guide,
                    Effect::Withdraw => noticed = false,
                    Effect::Decided(_) | Effect::Record(_) | Effect::Save | Effect::Tray(_) | Effect::Watch(_) | Effect::Refused(_) => {}
                }
            }
            let running = engine.status().state == TrayState::Break;
            if let Some(view) = &told {
                prop_assert!(view.until > at(seconds).elapsed, "it has ended: {view:?}");
                prop_assert_eq!(view.instance, engine.status().instance.filter(|_| running));
                prop_assert!(!(noticed && running), "two guides at once");
            }
        }
        let again = Engine::start(settings::defaults().rules, CONTENT.clone(), Some(engine.memory()), 1, at(seconds)).1;
        if told.is_some() {
            prop_assert_eq!(guides(&again), vec![told]);
        }
    }
}
