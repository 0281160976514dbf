//! Text to lines. Owns the grammar; never plays anything.

use super::elsewhere;
use super::line::{Act, ScenarioLine, When};
use super::trouble::{Trouble, WordKind, Wrong};
use crate::engine::event::{Action, Device, Dismissal, Fact, GuideSays, Mark, Meet, Pause, Request, Sense};
use crate::settings::{clock, length};
use crate::zones::{Named, Zone};
use chrono::{DateTime, FixedOffset, NaiveTime};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use std::time::Duration;

/// A whole scenario.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scenario {
    pub(super) start: DateTime<FixedOffset>,
    pub(super) zone: Zone,
    pub(super) lines: Vec<ScenarioLine>,
}

/// When a scenario begins if it does not say so: a Monday morning.
const START: &str = "2026-01-05T08:00:00+00:00";

/// Reads a scenario, or says which line is wrong.
pub(super) fn scenario(text: &str) -> Result<Scenario, Wrong> {
    let start = DateTime::parse_from_rfc3339(START).unwrap_or_default();
    let mut scenario = Scenario { start, zone: Zone::Fixed(*start.offset()), lines: Vec::new() };
    for (n, raw) in text.lines().enumerate() {
        let number = n + 1;
        let words = words(raw);
        let wrong = |why| Wrong { line: number, why };
        match words.first().map(String::as_str) {
            None => {}
            Some("start") if scenario.lines.is_empty() => {
                (scenario.start, scenario.zone) = start_line(&words[1..]).map_err(wrong)?;
            }
            Some("start") => return Err(wrong(Trouble::StartTooLate)),
            Some(_) => {
                let (when, act) = line(&words).map_err(wrong)?;
                scenario.lines.push(ScenarioLine { number, when, act });
            }
        }
    }
    Ok(scenario)
}

/// Words separated by blanks; a double-quoted part keeps its blanks and loses its quotes; `#` begins a comment.
fn words(raw: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    for c in raw.chars() {
        match c {
            '"' => (quoted, begun) = (!quoted, true),
            // Only between words: within one it is part of it.
            '#' if !quoted && !begun => break,
            c if c.is_whitespace() && !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

fn start_line(words: &[String]) -> Result<(DateTime<FixedOffset>, Zone), Trouble> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (at, zone) = match words.as_slice() {
        [at] => (at, None),
        [at, "zone", zone] => (at, Some(named_zone(zone)?)),
        _ => return Err(Trouble::Start),
    };
    let at = DateTime::parse_from_rfc3339(at)
        .map_err(|e| Trouble::StartTime { word: (*at).to_owned(), because: e.to_string() })?;
    let zone = zone.map_or(Zone::Fixed(*at.offset()), Zone::Named);
    Ok((zone.local(at.to_utc()), zone))
}

fn named_zone(name: &str) -> Result<Named, Trouble> {
    Named::find(name).ok_or_else(|| Trouble::No(WordKind::Zone, name.to_owned()))
}

fn line(words: &[String]) -> Result<(When, Act), Trouble> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (when, rest) = when(&words)?;
    let act = act(rest)?;
    Ok((when, act))
}

fn when<'a, 'b>(words: &'a [&'b str]) -> Result<(When, &'a [&'b str]), Trouble> {
    let Some(first) = words.first() else { return Ok((When::Same, words)) };
    if let Some(time) = clock::finely(first) {
        return Ok((When::At { days: 0, time }, &words[1..]));
    }
    let Some(ahead) = first.strip_prefix('+') else { return Ok((When::Same, words)) };
    if let Some(days) = ahead.strip_suffix('d').and_then(|d| d.parse().ok()) {
        let clock = words.get(1).and_then(|w| clock::finely(w));
        let clock = clock.ok_or_else(|| Trouble::No(WordKind::DaysAhead, (*first).to_owned()))?;
        return Ok((When::At { days, time: clock }, &words[2..]));
    }
    Ok((When::After(length(ahead)?), &words[1..]))
}

/// A length such as `90s`, `5m`, `5min`, `1h20m`.
pub(super) fn length(word: &str) -> Result<Duration, Trouble> {
    length::read_finely(word).ok_or_else(|| Trouble::No(WordKind::Length, word.to_owned()))
}

/// When something ends: also at 24:00.
fn end(word: &str) -> Option<NaiveTime> {
    clock::end(word).or_else(|| clock::finely(word))
}

fn until(word: &str) -> Result<NaiveTime, Trouble> {
    end(word).ok_or_else(|| Trouble::No(WordKind::Time, word.to_owned()))
}

fn act(words: &[&str]) -> Result<Act, Trouble> {
    let switch = |word: &str| match word {
        "on" | "up" | "back" => Ok(true),
        "off" | "down" | "lost" => Ok(false),
        _ => Err(Trouble::No(WordKind::Switch, word.to_owned())),
    };
    Ok(match words {
        ["settings", pairs @ ..] => Act::Settings(pairs.iter().map(|p| pair(p)).collect::<Result<_, _>>()?),
        ["active"] => Act::Active,
        ["idle"] => Act::Idle(Duration::ZERO),
        ["idle", ago] => Act::Idle(length(ago)?),
        ["lock"] => Act::Lock(true),
        ["unlock"] => Act::Lock(false),
        ["sleep"] => Act::Sleep { announced: true },
        ["sleep", "unannounced"] => Act::Sleep { announced: false },
        ["wake"] => Act::Wake { announced: true },
        ["wake", "unannounced"] => Act::Wake { announced: false },
        ["call", "off"] => Act::HangUp,
        ["call", on, device] => Act::Call { device: token::<Device>(device)?, on: switch(on)?, program: None },
        ["call", "on", device, program] => {
            Act::Call { device: token::<Device>(device)?, on: true, program: Some((*program).to_owned()) }
        }
        ["meeting", "tomorrow", span, mark @ ..] => meeting(1, span, mark)?,
        ["meeting", span, mark @ ..] => meeting(0, span, mark)?,
        ["meetings", "none"] => Act::NoMeetings,
        ["watching" | "awake" | "fullscreen" | "presenting" | "dnd", on] => {
            Act::Desktop { fact: token::<Fact>(words[0])?, on: switch(on)? }
        }
        ["click", action] => Act::Click(token::<Action>(action)?),
        ["close"] => Act::Dismiss(Dismissal::Closed),
        ["expire"] => Act::Dismiss(Dismissal::Expired),
        ["guide", says] => Act::Guide(token::<GuideSays>(says)?),
        ["kill"] => Act::Kill,
        ["run"] => Act::Run,
        ["quit"] => Act::Quit,
        ["clock", step] => clock(step)?,
        ["zone", name] => Act::Zone(named_zone(name)?),
        ["notifications", up] => Act::Notifications(switch(up)?),
        ["sense", sense, "off"] => Act::SenseOff(token::<Sense>(sense)?),
        ["sense", sense, up] => Act::Sense { sense: token::<Sense>(sense)?, up: switch(up)? },
        ["elsewhere", name, rest @ ..] => elsewhere::act(name, rest)?,
        ["tick"] => Act::Tick,
        ["expect", "nothing"] => Act::ExpectNothing,
        ["expect", first, rest @ ..] => {
            Act::Expect(std::iter::once(first).chain(rest).map(|w| (*w).to_owned()).collect())
        }
        [] => return Err(Trouble::NothingToDo),
        _ => asked(words)?,
    })
}

/// What the person asks for, by tray or command line.
fn asked(words: &[&str]) -> Result<Act, Trouble> {
    Ok(match words {
        ["pause", "until", at] => Act::PauseUntil(until(at)?),
        ["pause", "call" | "meeting"] => Act::Ask(Request::Pause(Pause::Call)),
        ["pause", "day"] => Act::Ask(Request::Pause(Pause::Day)),
        ["pause", span @ ..] => Act::Ask(Request::Pause(Pause::For(length(&span.join(" "))?))),
        ["meet", "until", at] => Act::MeetUntil(until(at)?),
        ["meet", "done"] => Act::Ask(Request::Meet(Meet::Done)),
        ["meet", span @ ..] => Act::Ask(Request::Meet(Meet::For(length(&span.join(" "))?))),
        ["guide"] => Act::Ask(Request::Guide),
        ["exercises", "hide", id] => Act::Ask(Request::Hide((*id).to_owned())),
        ["exercises", "show", id] => Act::Ask(Request::Unhide((*id).to_owned())),
        ["check-in", feeling] => Act::Ask(Request::CheckIn(token(feeling)?)),
        ["resume"] => Act::Ask(Request::Resume),
        ["start-break"] => Act::Ask(Request::Start),
        ["start-break", id] => Act::Ask(Request::Try((*id).to_owned())),
        ["done"] => Act::Ask(Request::Done),
        ["skip"] => Act::Ask(Request::Skip),
        ["snooze"] => Act::Ask(Request::Snooze),
        _ => return Err(Trouble::Unknown(words.join(" "))),
    })
}

/// A word of one of the engine's own vocabularies.
fn token<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Trouble> {
    let words: StrDeserializer<'a, Error> = text.into_deserializer();
    T::deserialize(words).map_err(|e| Trouble::NoToken(e.to_string()))
}

fn pair(text: &str) -> Result<(String, String), Trouble> {
    let (key, value) = text.split_once('=').ok_or_else(|| Trouble::No(WordKind::Setting, text.to_owned()))?;
    Ok((key.to_owned(), value.to_owned()))
}

fn meeting(days: u64, span: &str, mark: &[&str]) -> Result<Act, Trouble> {
    let mark = match mark {
        [] => Mark::Busy,
        [mark] => token(mark)?,
        [..] => return Err(Trouble::Marks(mark.join(" "))),
    };
    let times = span.split_once('-').and_then(|(from, to)| Some((clock::finely(from)?, end(to)?)));
    let (from, to) = times.ok_or_else(|| Trouble::No(WordKind::Span, span.to_owned()))?;
    Ok(Act::Meeting { days, from, to, mark })
}

fn clock(step: &str) -> Result<Act, Trouble> {
    let wrong = || Trouble::No(WordKind::Step, step.to_owned());
    let ahead = match step.as_bytes().first() {
        Some(b'+') => true,
        Some(b'-') => false,
        _ => return Err(wrong()),
    };
    Ok(Act::Clock { ahead, by: length(&step[1..])? })
}
