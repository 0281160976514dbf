//! The contract of the engine, driven directly: wakes, silence, cost, and time that runs backwards.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use unhunch::engine::Engine;
use unhunch::engine::content::Content;
use unhunch::engine::effect::{Effect, Notice, NoticeKind};
use unhunch::engine::event::{
    Action, Device, Dismissal, Event, Fact, Feeling, GuideSays, Mark, Meet, Meeting, Pause, Request, Sense,
};
use unhunch::engine::guide::{GuidePlace, GuideView, Subject};
use unhunch::engine::instance::Hold;
use unhunch::engine::moment::Moment;
use unhunch::engine::rules::Rules;
use unhunch::engine::view::{Hidden, MenuAction, MenuItem, TrayState, TrayView};
use unhunch::scenario;
use unhunch::settings;

static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| Arc::new(unhunch::library::content(&[]).0.content));

fn at(seconds: f64) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-01-05T08:00:00+00:00").unwrap();
    let elapsed = Duration::from_secs_f64(seconds);
    Moment { elapsed, asleep: Duration::ZERO, local: start + TimeDelta::from_std(elapsed).unwrap() }
}

fn fresh() -> Engine {
    Engine::start(settings::defaults().rules, CONTENT.clone(), None, 1, at(0.0)).0
}

const GUIDE: &[GuideSays] = &[GuideSays::Done, GuideSays::Swap, GuideSays::Hurt, GuideSays::Close, GuideSays::Failed];

fn rules(window: bool) -> Rules {
    let guide = if window { GuidePlace::Window } else { GuidePlace::Notification };
    Rules { guide, ..settings::defaults().rules }
}

fn event() -> impl Strategy<Value = Event> {
    let ask = |r: Request| Just(Event::Ask(r));
    prop_oneof![
        4 => Just(Event::Active),
        4 => (0..400u64).prop_map(|s| Event::Idle { since: Duration::from_secs(s) }),
        2 => Just(Event::Tick),
        1 => any::<bool>().prop_map(Event::Locked),
        1 => any::<bool>().prop_map(Event::Sleeping),
        1 => (0..Fact::ALL.len(), any::<bool>()).prop_map(|(i, on)| Event::Desktop { fact: Fact::ALL[i], on }),
        1 => (0..Device::ALL.len(), any::<bool>())
            .prop_map(|(i, on)| Event::Call { device: Device::ALL[i], on, program: None }),
        1 => any::<bool>().prop_map(|up| Event::Notifications { up }),
        1 => (0..Sense::ALL.len(), any::<bool>()).prop_map(|(i, up)| Event::Sense { sense: Sense::ALL[i], up }),
        1 => Just(Event::Click(Action::Start)),
        1 => Just(Event::Click(Action::Snooze)),
        1 => prop::sample::select(&[Action::Now, Action::Later, Action::More][..]).prop_map(Event::Click),
        1 => Just(Event::Dismissed(Dismissal::Closed)),
        1 => ask(Request::Start),
        1 => ask(Request::Guide),
        1 => ask(Request::Done),
        1 => ask(Request::Skip),
        1 => ask(Request::Pause(Pause::For(Duration::from_mins(30)))),
        1 => ask(Request::Pause(Pause::Day)),
        1 => ask(Request::Resume),
        1 => (0..4000u64).prop_map(|s| Event::Ask(Request::Meet(Meet::For(Duration::from_secs(s))))),
        1 => ask(Request::Meet(Meet::Done)),
        1 => ask(Request::CheckIn(Feeling::Sore)),
        2 => prop::sample::select(GUIDE).prop_map(Event::Guide),
        1 => ask(Request::Guide),
        1 => (0..300u32, 1..60u32).prop_map(|(from, lasts)| meeting(from, from + lasts, None)),
        1 => prop::sample::select(&[Action::Done, Action::Swap, Action::Hurt][..]).prop_map(Event::Click),
        1 => any::<bool>().prop_map(|window| Event::Rules(Box::new(rules(window)))),
    ]
}

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

    /// What is remembered is all there is: an engine started from it wakes at the same time as the one that goes on.
    #[test]
    fn memory_is_whole(events in prop::collection::vec((1.0..900.0f64, event()), 1..60)) {
        let mut engine = fresh();
        let mut seconds = 0.0;
        for (gap, event) in events {
            seconds += gap;
            engine.handle(at(seconds), event);
        }
        let text = serde_json::to_string(&engine.memory()).unwrap();
        let back: unhunch::engine::Memory = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&back, &engine.memory());
    }
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
                    Effect::Show(notice) => noticed = notice.kind == NoticeKind::Guide,
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

fn guides(effects: &[Effect]) -> Vec<Option<GuideView>> {
    effects.iter().filter_map(|e| if let Effect::Guide(view) = e { Some(view.clone()) } else { None }).collect()
}

fn notices(effects: &[Effect]) -> Vec<&Notice> {
    effects.iter().filter_map(|e| if let Effect::Show(notice) = e { Some(&**notice) } else { None }).collect()
}

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
    let stop = unhunch::library::red_flags().stop_line;
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

#[test]
fn a_quiet_hour_costs_about_a_dozen_wakes() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    let mut wakes = Vec::new();
    while let Some(wake) = engine.next_wake().filter(|w| w.at < Duration::from_hours(1)) {
        wakes.push(wake.why);
        engine.handle(at(wake.at.as_secs_f64()), Event::Tick);
    }
    assert!((10..=16).contains(&wakes.len()), "{} wakes: {wakes:?}", wakes.len());
}

#[test]
fn an_absent_evening_costs_next_to_nothing() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    engine.handle(at(60.0), Event::Idle { since: Duration::from_mins(1) });
    let mut wakes = Vec::new();
    while let Some(wake) = engine.next_wake().filter(|w| w.at < Duration::from_hours(12)) {
        wakes.push(wake.why);
        engine.handle(at(wake.at.as_secs_f64()), Event::Tick);
    }
    assert!(wakes.len() <= 4, "{} wakes: {wakes:?}", wakes.len());
}

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
    let prompt = |effects: &[Effect]| {
        effects.iter().find_map(|e| if let Effect::Show(notice) = e { Some((**notice).clone()) } else { None }).unwrap()
    };
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
        let said = refused.iter().find_map(|e| if let Effect::Refused(why) = e { Some(why.as_str()) } else { None });
        assert!(said.unwrap().starts_with("The settings leave this break no snooze"), "{said:?}");
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
fn the_memory_stays_small() {
    let mut engine = fresh();
    let mut seconds = 0.0;
    for _ in 0..40 {
        seconds += 3600.0;
        engine.handle(at(seconds), Event::Active);
        engine.handle(at(seconds + 1.0), Event::Ask(Request::Start));
        engine.handle(at(seconds + 200.0), Event::Tick);
    }
    let size = serde_json::to_string(&engine.memory()).unwrap().len();
    assert!(size < 16_384, "{size} bytes are written at every step");
}

#[test]
fn equal_views_are_not_drawn_twice() {
    let mut engine = fresh();
    let first = engine.handle(at(1.0), Event::Active);
    assert!(first.iter().any(|e| matches!(e, Effect::Tray(_))));
    let again = engine.handle(at(2.0), Event::Active);
    assert!(!again.iter().any(|e| matches!(e, Effect::Tray(_) | Effect::Watch(_))), "{again:?}");
}

fn view(effects: &[Effect]) -> TrayView {
    let drawn =
        effects.iter().rev().find_map(|e| if let Effect::Tray(view) = e { Some((**view).clone()) } else { None });
    drawn.unwrap()
}

/// The lines of the submenu that holds this request, by their labels.
fn labels(menu: &[MenuItem]) -> Vec<String> {
    let lines = menu.iter().flat_map(|item| match item {
        MenuItem::Label(text) | MenuItem::Item(text, _) => vec![text.clone()],
        MenuItem::Submenu(text, items) => std::iter::once(text.clone()).chain(labels(items)).collect(),
        MenuItem::Separator => Vec::new(),
    });
    lines.collect()
}

fn meeting(from: u32, to: u32, title: Option<&str>) -> Event {
    let stamp = |minute: u32| at(f64::from(minute * 60)).local;
    Event::Meetings(vec![Meeting {
        start: stamp(from),
        end: stamp(to),
        mark: Mark::Busy,
        title: title.map(str::to_owned),
    }])
}

fn call(on: bool) -> Event {
    Event::Call { device: Device::Mic, on, program: None }
}

#[test]
fn a_pause_says_what_it_waits_for() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    let pauses = |view: TrayView| labels(&view.menu).into_iter().filter(|l| l.starts_with("Until")).collect::<Vec<_>>();
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
    assert_eq!(engine.status().holds, [Hold::Meeting.word()]);
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
        let refused = said.iter().any(|e| matches!(e, Effect::Refused(why) if why.contains("`unhunch ")));
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
                let first = view.menu.remove(0);
                in_menu += usize::from(first == MenuItem::Label(format!("{}: Xanadu budget", view.tooltip)));
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
