//! The guide beside a break: its window, its notification, and what hurts.

use crate::{at, fresh, guides, notices, rules};
use std::time::Duration;
use unhunch::engine::Engine;
use unhunch::engine::effect::Effect;
use unhunch::engine::event::{Action, Event, GuideSays, Request};
use unhunch::engine::guide_view::{GuideView, Subject};
use unhunch::engine::status::Hidden;

/// What the guide's notification says while a break of 3 min runs, from cue to cue.
fn cues(engine: &mut Engine, from: f64) -> Vec<String> {
    let ends = Duration::from_secs_f64(from + 180.0);
    let mut said = Vec::new();
    while let Some(wake) = engine.next_wake().filter(|wake| wake.at < ends) {
        let effects = engine.handle(at(wake.at.as_secs_f64()), Event::Tick);
        said.extend(notices(&effects).iter().map(|notice| notice.body.clone()));
    }
    engine.handle(at(from + 180.0), Event::Tick);
    said
}

#[test]
fn a_window_that_cannot_open_is_told_of_once() {
    const WORDS: &str = "window could not open";
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    let opened = engine.handle(at(10.0), Event::Ask(Request::Start));
    assert!(matches!(guides(&opened)[..], [Some(_)]) && notices(&opened).is_empty(), "{opened:?}");
    let failed = engine.handle(at(11.0), Event::Guide(GuideSays::Failed));
    assert_eq!(guides(&failed), [None]);
    assert!(matches!(&notices(&failed)[..], [one] if one.body.contains(WORDS)), "{failed:?}");
    let rest = cues(&mut engine, 10.0);
    assert!(rest.len() >= 3 && !rest.iter().any(|body| body.contains(WORDS)), "{rest:?}");
    let next = engine.handle(at(300.0), Event::Ask(Request::Start));
    assert!(guides(&next).is_empty() && notices(&next).len() == 1, "{next:?}");
    assert!(!notices(&next)[0].body.contains(WORDS), "{next:?}");
    let again = engine.handle(at(301.0), Event::Ask(Request::Guide));
    assert!(matches!(guides(&again)[..], [Some(_)]), "the person may ask for it: {again:?}");
    assert!(again.contains(&Effect::Withdraw), "{again:?}");
}

#[test]
fn a_window_costs_no_wakes_of_its_own() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    engine.handle(at(10.0), Event::Ask(Request::Start));
    assert_eq!(cues(&mut engine, 10.0), Vec::<String>::new());
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Rules(Box::new(rules(false))));
    engine.handle(at(1.0), Event::Active);
    engine.handle(at(10.0), Event::Ask(Request::Start));
    assert!(cues(&mut engine, 10.0).len() >= 3, "the notification steps through the cues");
}

#[test]
fn after_a_hurt_the_next_guide_says_when_to_stop_once() {
    let stop = unhunch::library::red_flags("en").stop_line;
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Rules(Box::new(rules(false))));
    engine.handle(at(1.0), Event::Active);
    let first = engine.handle(at(10.0), Event::Ask(Request::Start));
    assert!(!notices(&first)[0].body.contains(&stop));
    let offered: Vec<Action> = notices(&first)[0].actions.iter().map(|(action, _)| *action).collect();
    assert_eq!(offered, [Action::Done, Action::Swap, Action::Hurt]);
    let next = engine.handle(at(12.0), Event::Click(Action::Hurt));
    assert!(matches!(&notices(&next)[..], [one] if one.body.contains(&stop)), "{next:?}");
    let swapped = engine.handle(at(14.0), Event::Click(Action::Swap));
    assert!(!notices(&swapped)[0].body.contains(&stop));
    assert!(cues(&mut engine, 10.0).iter().all(|body| !body.contains(&stop)));
}

#[test]
fn what_was_hidden_is_listed_with_its_end_and_unhidden_by_name() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    let shown = engine.handle(at(10.0), Event::Ask(Request::Start));
    let Some(Some(GuideView { subject: Subject::Exercise(id), .. })) = guides(&shown).pop() else {
        panic!("{shown:?}")
    };
    engine.handle(at(12.0), Event::Guide(GuideSays::Hurt));
    let hidden = vec![Hidden { id: id.clone(), until: None }];
    assert_eq!(engine.status().hidden, hidden);
    assert_eq!(engine.memory().hidden(at(13.0).local), hidden, "also where the app does not run");
    let refused = |effects: &[Effect]| effects.iter().any(|e| matches!(e, Effect::Refused(_)));
    assert!(refused(&engine.handle(at(14.0), Event::Ask(Request::Hide(id.clone())))), "it is hidden already");
    assert!(refused(&engine.handle(at(14.0), Event::Ask(Request::Unhide("no-such".into())))));
    assert!(!refused(&engine.handle(at(14.0), Event::Ask(Request::Unhide(id)))));
    assert_eq!(engine.status().hidden, []);
}
