//! Every event there is, made at random. The lists are matches without a wildcard as well: a new variant of what can come
//! in does not compile until it stands here.

use crate::{CONTENT, meeting, rules};
use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;
use proptest::strategy::{BoxedStrategy, Union};
use std::time::Duration;
use unhunch::engine::event::{
    Action, Device, Dismissal, Elsewhere, Event, Fact, Feeling, GuideSays, Meet, News, Pause, Request, Sense,
};

/// One of the strategies, by weight; each stands behind the variant that it makes.
macro_rules! any_of {
    ($type:ident: $($weight:literal $pattern:pat => $strategy:expr),+ $(,)?) => {{
        let _every_variant = |one: &$type| match one { $($pattern => ()),+ };
        Union::new_weighted(vec![$(($weight, $strategy.boxed())),+])
    }};
}

/// One of the variants, which carry nothing.
macro_rules! one_of {
    ($type:ident: $($variant:ident),+ $(,)?) => {{
        let _every_variant = |one: $type| match one { $($type::$variant => ()),+ };
        prop::sample::select(vec![$($type::$variant),+])
    }};
}

fn action() -> impl Strategy<Value = Action> {
    one_of!(Action: Start, Snooze, Skip, Done, Shifted, Fine, Loose, Tight, Sore, Now, Later, More, Swap, Hurt, Undo)
}

fn fact() -> impl Strategy<Value = Fact> {
    prop::sample::select(&Fact::ALL[..])
}

fn device() -> impl Strategy<Value = Device> {
    prop::sample::select(&Device::ALL[..])
}

fn sense() -> impl Strategy<Value = Sense> {
    prop::sample::select(&Sense::ALL[..])
}

fn seconds(most: u64) -> impl Strategy<Value = Duration> {
    (0..most).prop_map(Duration::from_secs)
}

/// A local time of the day on which these tests play, and a little after.
fn local() -> impl Strategy<Value = chrono::NaiveDateTime> {
    (0..100_000i64).prop_map(|s| DateTime::from_timestamp(1_767_600_000 + s, 0).unwrap().naive_utc())
}

fn id() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["ankle-pumps", "chin-tuck", "no-such"]).prop_map(str::to_owned)
}

fn request() -> impl Strategy<Value = Request> {
    any_of!(Request:
        3 Request::Start => Just(Request::Start),
        2 Request::Guide => Just(Request::Guide),
        2 Request::Done => Just(Request::Done),
        2 Request::Skip => Just(Request::Skip),
        1 Request::Snooze => Just(Request::Snooze),
        3 Request::Pause(_) => pause().prop_map(Request::Pause),
        1 Request::Resume => Just(Request::Resume),
        3 Request::Meet(_) => meet().prop_map(Request::Meet),
        1 Request::CheckIn(_) => one_of!(Feeling: Loose, Tight, Sore).prop_map(Request::CheckIn),
        1 Request::Hide(_) => id().prop_map(Request::Hide),
        1 Request::Unhide(_) => id().prop_map(Request::Unhide),
        1 Request::Try(_) => id().prop_map(Request::Try),
    )
}

fn pause() -> impl Strategy<Value = Pause> {
    any_of!(Pause:
        2 Pause::For(_) => seconds(4000).prop_map(Pause::For),
        1 Pause::Until(_) => local().prop_map(Pause::Until),
        1 Pause::Call => Just(Pause::Call),
        1 Pause::Day => Just(Pause::Day),
    )
}

fn meet() -> impl Strategy<Value = Meet> {
    any_of!(Meet:
        2 Meet::For(_) => seconds(4000).prop_map(Meet::For),
        1 Meet::Until(_) => local().prop_map(Meet::Until),
        1 Meet::Done => Just(Meet::Done),
    )
}

/// What one of two other machines says, by a clock that may be wrong.
fn elsewhere() -> impl Strategy<Value = Elsewhere> {
    let name = prop::sample::select(vec!["movement", "no-such"]).prop_map(str::to_owned);
    let news = any_of!(News:
        4 News::Working { .. } => seconds(4000).prop_map(|used| News::Working { used }),
        3 News::Away { .. } => (seconds(600), seconds(4000)).prop_map(|(idle, used)| News::Away { idle, used }),
        2 News::Resting { .. } => (seconds(400), seconds(4000)).prop_map(|(since, used)| News::Resting { since, used }),
        2 News::Break { .. } => seconds(400).prop_map(|lasted| News::Break { lasted }),
        1 News::Rest { .. } => seconds(800).prop_map(|lasted| News::Rest { lasted }),
        1 News::Declined { .. } => name.prop_map(|reminder| News::Declined { reminder }),
        1 News::Gone => Just(News::Gone),
    );
    let machine = prop::sample::select(vec!["laptop", "desktop"]).prop_map(str::to_owned);
    (machine, local(), news).prop_map(|(machine, said, news)| Elsewhere {
        name: machine.clone(),
        machine,
        said: said.and_utc().fixed_offset(),
        news,
    })
}

/// Any event, the likely ones oftener. An orderly end comes last or not at all: [`event`] leaves it out.
fn any_event() -> BoxedStrategy<Event> {
    let guide = one_of!(GuideSays: Done, Swap, Hurt, Undo, Close, Failed);
    let all = any_of!(Event:
        8 Event::Tick => Just(Event::Tick),
        16 Event::Active => Just(Event::Active),
        16 Event::Idle { .. } => seconds(400).prop_map(|since| Event::Idle { since }),
        4 Event::Locked(_) => any::<bool>().prop_map(Event::Locked),
        4 Event::Sleeping(_) => any::<bool>().prop_map(Event::Sleeping),
        4 Event::Desktop { .. } => (fact(), any::<bool>()).prop_map(|(fact, on)| Event::Desktop { fact, on }),
        4 Event::Call { .. } =>
            (device(), any::<bool>()).prop_map(|(device, on)| Event::Call { device, on, program: None }),
        4 Event::Meetings(_) => (0..300u32, 1..60u32).prop_map(|(from, lasts)| meeting(from, from + lasts, None)),
        16 Event::Click(_) => action().prop_map(Event::Click),
        4 Event::Dismissed(_) => one_of!(Dismissal: Closed, Expired).prop_map(Event::Dismissed),
        8 Event::Guide(_) => guide.prop_map(Event::Guide),
        24 Event::Ask(_) => request().prop_map(Event::Ask),
        4 Event::Notifications { .. } => any::<bool>().prop_map(|up| Event::Notifications { up }),
        4 Event::Sense { .. } => (sense(), any::<bool>()).prop_map(|(sense, up)| Event::Sense { sense, up }),
        2 Event::SenseOff(_) => sense().prop_map(Event::SenseOff),
        4 Event::Rules(_) => any::<bool>().prop_map(|window| Event::Rules(Box::new(rules(window)))),
        1 Event::Library(_) => Just(Event::Library(CONTENT.clone())),
        1 Event::Today { .. } => (0..4u32, 4..8u32).prop_map(|(done, of)| Event::Today { done, of }),
        1 Event::Deleted { .. } => (0..4u32, 4..8u32)
            .prop_map(|(done, of)| Event::Deleted { from: NaiveDate::MIN, to: NaiveDate::MAX, done, of }),
        1 Event::Zone(_) => Just(Event::Zone(Some("Europe/Berlin".into()))),
        6 Event::Elsewhere(_) => elsewhere().prop_map(|told| Event::Elsewhere(Box::new(told))),
        1 Event::Quit => Just(Event::Quit),
    );
    all.boxed()
}

/// Any event of a process that goes on.
pub(crate) fn event() -> impl Strategy<Value = Event> {
    any_event().prop_filter("the process goes on", |event| *event != Event::Quit)
}
