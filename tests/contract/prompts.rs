//! What a prompt asks of the senses and says of snoozes, and what is said of senses that are lost.

use crate::{at, fresh, notices};
use std::time::Duration;
use unhunch::engine::Engine;
use unhunch::engine::effect::Effect;
use unhunch::engine::event::{Action, Event, Request, Sense};
use unhunch::engine::refusal::Refusal;
use unhunch::engine::rules::Rules;
use unhunch::settings;
use unhunch::text::refusals;

/// A day with one break of 20 s, prompted at once when it falls due.
fn micro(engine: &mut Engine, change: impl Fn(&mut Rules)) -> Vec<Effect> {
    let mut rules = settings::defaults().rules;
    rules.nudges.clear();
    (rules.breaks[0].every, rules.breaks[0].lasts) = (Duration::from_mins(20), Duration::from_secs(20));
    rules.lull_wait = Duration::ZERO;
    change(&mut rules);
    engine.handle(at(0.0), Event::Rules(Box::new(rules)));
    engine.handle(at(1.0), Event::Active);
    engine.handle(at(1201.0), Event::Tick)
}

#[test]
fn a_short_break_asks_for_finer_input_only_while_a_pause_may_begin_it() {
    let watches = |effects: &[Effect]| -> Vec<u64> {
        effects.iter().filter_map(|e| if let Effect::Watch(fine) = e { Some(fine.as_secs()) } else { None }).collect()
    };
    let mut engine = fresh();
    assert_eq!(watches(&micro(&mut engine, |_| {})), [16]);
    let wake = engine.next_wake().unwrap();
    assert_eq!(wake.at, at(1247.0).elapsed, "{}", wake.why);
    assert_eq!(watches(&engine.handle(at(1247.0), Event::Tick)), [60]);
    let mut engine = fresh();
    let long = micro(&mut engine, |rules| rules.breaks[0].lasts = Duration::from_secs(75));
    assert_eq!(watches(&long), [0; 0], "a minute is what every break of 75 s and more asks");
}

#[test]
fn what_is_said_of_snoozes_is_true() {
    let prompt = |effects: &[Effect]| notices(effects).remove(0);
    let spent = "Snoozed as often as you allow yourself";
    for most in [0, 2] {
        let mut engine = fresh();
        let first = prompt(&micro(&mut engine, |rules| {
            rules.snooze_most = most;
            rules.snooze_length = Duration::from_mins(11);
        }));
        assert!(!first.body.contains(spent), "{}", first.body);
        assert!(first.actions.iter().all(|(action, _)| *action != Action::Snooze));
        let refused = engine.handle(at(1202.0), Event::Ask(Request::Snooze));
        let said = refused.iter().find_map(|e| if let Effect::Refused(why) = e { Some(why) } else { None });
        assert_eq!(said, Some(&Refusal::NoSnooze));
        let told = refusals::refusal(&Refusal::NoSnooze);
        assert!(told.starts_with("The settings leave this break no snooze"), "{told}");
    }
    let mut engine = fresh();
    assert!(!prompt(&micro(&mut engine, |rules| rules.snooze_most = 1)).body.contains(spent));
    engine.handle(at(1202.0), Event::Click(Action::Snooze));
    let again = prompt(&engine.handle(at(1502.0), Event::Tick));
    assert!(again.body.contains(spent), "{}", again.body);
    // A stale notification offers it still: the click is no answer, and the prompt comes back without the offer.
    let refused = prompt(&engine.handle(at(1503.0), Event::Click(Action::Snooze)));
    assert_eq!(refused, again);
}

#[test]
fn only_a_sense_that_worked_is_lost_and_it_is_said_once() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    let mut seconds = 1.0;
    let mut announced = |sense, up| {
        seconds += 1.0;
        let effects = engine.handle(at(seconds), Event::Sense { sense, up });
        effects.iter().filter(|e| format!("{e:?}").contains("SenseLost")).count()
    };
    for sense in Sense::ALL.into_iter().filter(|sense| *sense != Sense::Idle) {
        assert_eq!(announced(sense, false), 0, "{sense:?} was never there");
        assert_eq!(announced(sense, true), 0);
        assert_eq!(announced(sense, false), 1, "{sense:?} worked");
        assert_eq!(announced(sense, false), 0, "{sense:?} has been told of");
    }
    assert_eq!(announced(Sense::Idle, false), 1, "there was input");
}
