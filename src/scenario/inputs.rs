//! The words of the scenario language for what went in, by which a day is replayed. Owns these lines; what came out is
//! `print`'s.

use super::elsewhere;
use crate::engine::event::{Event, Meet, Meeting, Pause, Request};
use crate::engine::moment::{Moment, Stamp};
use chrono::NaiveTime;

/// The lines that give an event back in a replay, without titles or names; none for a mere tick.
/// `now` is the moment of the event.
#[must_use]
pub fn input_lines(event: &Event, now: &Moment) -> Vec<String> {
    let one = |text: String| vec![text];
    let switch = |on: bool| if on { "on" } else { "off" };
    match event {
        Event::Tick | Event::Rules(_) | Event::Library(_) | Event::Today { .. } | Event::Deleted { .. } => Vec::new(),
        Event::Active => one("active".into()),
        Event::Idle { since } => {
            let ago = now.elapsed.saturating_sub(*since);
            // To the millisecond: the end of a break is backdated to it, and a replay is to decide the same.
            one(if ago.is_zero() { "idle".into() } else { format!("idle {}ms", ago.as_millis()) })
        }
        Event::Locked(on) => one(if *on { "lock" } else { "unlock" }.into()),
        Event::Sleeping(on) => one(if *on { "sleep" } else { "wake" }.into()),
        Event::Desktop { fact, on } => one(format!("{} {}", token(fact), switch(*on))),
        Event::Call { device, on, .. } => one(format!("call {} {}", switch(*on), token(device))),
        Event::Meetings(meetings) => {
            // What a calendar says replaces what it said before, but the meetings of a day as text add up.
            let mut lines = one("meetings none".into());
            lines.extend(meetings.iter().filter_map(|meeting| meeting_line(meeting, now.local)));
            lines
        }
        Event::Click(action) => one(format!("click {}", token(action))),
        Event::Dismissed(crate::engine::event::Dismissal::Closed) => one("close".into()),
        Event::Dismissed(crate::engine::event::Dismissal::Expired) => one("expire".into()),
        Event::Guide(says) => one(format!("guide {}", token(says))),
        // What is no id at all is refused, and could not be read back.
        Event::Ask(Request::Try(id) | Request::Hide(id) | Request::Unhide(id)) if !is_id(id) => Vec::new(),
        Event::Ask(request) => one(request_words(request)),
        Event::Notifications { up } => one(format!("notifications {}", if *up { "up" } else { "down" })),
        Event::Sense { sense, up } => one(format!("sense {} {}", sense.token(), if *up { "back" } else { "lost" })),
        Event::SenseOff(sense) => one(format!("sense {} off", sense.token())),
        Event::Zone(zone) => zone.iter().map(|z| format!("zone {z}")).collect(),
        Event::Elsewhere(told) => elsewhere::line(told, now.local).into_iter().collect(),
        Event::Quit => one("quit".into()),
    }
}

/// A meeting as seen now: what is left of it today, or tomorrow's. Later ones are told again before their day.
fn meeting_line(meeting: &Meeting, now: Stamp) -> Option<String> {
    let midnight = now.date_naive().and_time(NaiveTime::MIN);
    let [start, end] = [meeting.start, meeting.end].map(|at| at.with_timezone(now.offset()).naive_local());
    if end <= now.naive_local() {
        return None;
    }
    let start = start.max(midnight);
    let day = match (start.date() - midnight.date()).num_days() {
        0 => "",
        1 => "tomorrow ",
        _ => return None,
    };
    Some(format!("meeting {day}{}-{} {}", start.format("%H:%M"), end.format("%H:%M"), token(&meeting.mark)))
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn request_words(request: &Request) -> String {
    match request {
        Request::Start => "start-break".into(),
        Request::Try(id) => format!("start-break {id}"),
        Request::Guide => "guide".into(),
        Request::Done => "done".into(),
        Request::Skip => "skip".into(),
        Request::Snooze => "snooze".into(),
        Request::Resume => "resume".into(),
        Request::CheckIn(feeling) => format!("check-in {}", token(feeling)),
        Request::Hide(id) => format!("exercises hide {id}"),
        Request::Unhide(id) => format!("exercises show {id}"),
        Request::Meet(Meet::For(span)) => format!("meet {}s", span.as_secs()),
        Request::Meet(Meet::Until(at)) => format!("meet until {}", at.format("%H:%M")),
        Request::Meet(Meet::Done) => "meet done".into(),
        Request::Pause(Pause::For(span)) => format!("pause {}s", span.as_secs()),
        Request::Pause(Pause::Until(at)) => format!("pause until {}", at.format("%H:%M")),
        Request::Pause(Pause::Call) => "pause call".into(),
        Request::Pause(Pause::Day) => "pause day".into(),
    }
}

/// The engine's own word for a value of one of its vocabularies.
fn token<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}
