//! What machines tell each other while they run, in a file of its own for each: `unhunch-ID-live.jsonl`, written anew with
//! each word. Owns how long a word stays, and which of another machine's are new; what follows from them is the engine's.

use super::Folder;
use crate::engine::event::{Elsewhere, News};
use crate::engine::moment::Stamp;
use crate::ledger::{Machine, MachineId};
use crate::plain::harmless;
use crate::sync::{Line, other};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io;

/// The kind of these lines.
const KIND: &str = "live";
/// What lies further back is no news to anybody: an hour, and what clocks may be apart.
pub(crate) const KEPT: TimeDelta = TimeDelta::minutes(70);
/// What is said for later than this is believed by nobody.
const AHEAD: TimeDelta = TimeDelta::minutes(10);
/// The longest name of a machine, in characters.
const LONGEST_NAME: usize = 64;

/// A line's own keys.
#[derive(Serialize, Deserialize)]
struct Keys {
    name: String,
    said: Stamp,
    news: News,
}

/// Of two words of one sort the later one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    State,
    Rest,
    Declined,
}

impl Sort {
    fn of(news: &News) -> Self {
        match news {
            News::Working { .. } | News::Away { .. } | News::Resting { .. } | News::Gone => Self::State,
            News::Break { .. } | News::Rest { .. } => Self::Rest,
            News::Declined { .. } => Self::Declined,
        }
    }
}

/// What this machine has told of itself.
#[derive(Debug, Default)]
pub(super) struct Live {
    words: Vec<(Stamp, News)>,
    last: BTreeMap<Sort, Stamp>,
    /// What an earlier run told is known.
    loaded: bool,
    unwritten: bool,
}

impl Live {
    /// Takes in what has just happened at this machine, each with its time.
    pub(super) fn say(&mut self, now: Stamp, words: impl IntoIterator<Item = (Stamp, News)>) {
        for (said, news) in words {
            self.unwritten = true;
            let sort = Sort::of(&news);
            // A clock that was far ahead is none to go on from.
            let after = self.last.get(&sort).filter(|last| **last <= now + AHEAD);
            let said = after.map_or(said, |last| said.max(*last + TimeDelta::milliseconds(1)));
            self.last.insert(sort, said);
            // How a machine is it is now alone.
            self.words.retain(|(_, before)| sort != Sort::State || Sort::of(before) != Sort::State);
            self.words.push((said, news));
        }
        self.words.retain(|(said, _)| now - *said < KEPT && *said <= now + AHEAD);
    }

    /// Whether there is something that is not in the file yet.
    pub(super) fn waits(&self) -> bool {
        self.unwritten
    }

    /// The file may be gone.
    pub(super) fn again(&mut self) {
        self.unwritten |= !self.words.is_empty();
    }

    /// Puts the words into the folder, where that is not done yet.
    ///
    /// # Errors
    /// When the folder is not there, or the file cannot be read or written.
    pub(super) fn write(&mut self, folder: &Folder, own: &Machine, now: Stamp) -> io::Result<()> {
        if !self.unwritten {
            return Ok(());
        }
        let file = format!("unhunch-{}-live.jsonl", own.id);
        if !self.loaded {
            let before = folder.own(&file)?.0;
            let before = before.iter().filter_map(|line| word(line).filter(|(id, _)| *id == own.id));
            let since = std::mem::take(self);
            self.say(now, before.map(|(_, Keys { said, news, .. })| (said, news)));
            self.say(now, since.words);
            self.loaded = true;
        }
        let text: String = self.words.iter().filter_map(|(said, news)| line(own, *said, news)).collect();
        folder.write(&file, &text)?;
        self.unwritten = false;
        Ok(())
    }
}

fn line(own: &Machine, said: Stamp, news: &News) -> Option<String> {
    let keys = Keys { name: own.name.clone(), said, news: news.clone() };
    let Ok(Value::Object(keys)) = serde_json::to_value(keys) else { return None };
    Some(other(own.id, u64::try_from(said.timestamp_millis()).ok()?, KIND, &keys))
}

fn word(line: &Line) -> Option<(MachineId, Keys)> {
    let Line::Other { machine, kind, keys, .. } = line else { return None };
    let known = (kind == KIND).then(|| serde_json::from_value(Value::Object(keys.clone())).ok());
    Some((*machine, known.flatten()?))
}

/// What other machines have told so far.
#[derive(Debug, Default)]
pub(super) struct Ears(BTreeMap<(MachineId, Sort), Stamp>);

impl Ears {
    /// What is new among these lines, in the order in which it was said.
    pub(super) fn hear(&mut self, own: MachineId, lines: &[Line]) -> Vec<Elsewhere> {
        let mut all: Vec<(MachineId, Keys)> = lines.iter().filter_map(word).filter(|(id, _)| *id != own).collect();
        all.sort_by_key(|(_, keys)| keys.said);
        let new = all.into_iter().filter(|(id, Keys { said, news, .. })| {
            let last = self.0.get(&(*id, Sort::of(news)));
            let new = last.is_none_or(|last| last < said);
            if new {
                self.0.insert((*id, Sort::of(news)), *said);
            }
            new
        });
        let new = new.map(|(id, Keys { name, said, news })| {
            let name = harmless(&name).chars().take(LONGEST_NAME).collect();
            Elsewhere { machine: id.to_string(), name, said, news }
        });
        new.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sync::Seen;
    use std::time::Duration;

    fn at(minute: u32) -> Stamp {
        format!("2026-01-05T09:{minute:02}:00+01:00").parse().expect("a time")
    }

    fn machine(bits: u128, name: &str) -> Machine {
        Machine { id: MachineId::new(bits), name: name.into(), this: true }
    }

    fn rest(minutes: u64) -> News {
        News::Break { lasted: Duration::from_mins(minutes) }
    }

    fn away() -> News {
        News::Away { idle: Duration::from_mins(1), used: Duration::from_mins(9) }
    }

    fn all(folder: &Folder) -> Vec<Line> {
        let mut lines = Vec::new();
        folder.read(&mut Seen::default(), |more| lines.extend(more)).expect("read");
        lines
    }

    #[test]
    fn what_one_writes_the_other_hears_once_and_nobody_hears_themselves() {
        let home = tempfile::tempdir().expect("a folder");
        let (folder, own) = (Folder::at(home.path()), machine(1, "lap\u{202e}top"));
        let mut live = Live::default();
        live.say(at(1), [(at(1), News::Working { used: Duration::ZERO })]);
        live.say(at(9), [(at(8), rest(3)), (at(9), away())]);
        live.write(&folder, &own, at(9)).expect("written");
        let told = |said, news| Elsewhere { machine: own.id.to_string(), name: "lap top".into(), said, news };
        let mut ears = Ears::default();
        assert_eq!(ears.hear(MachineId::new(2), &all(&folder)), [told(at(8), rest(3)), told(at(9), away())]);
        assert_eq!(ears.hear(MachineId::new(2), &all(&folder)), []);
        assert_eq!(Ears::default().hear(own.id, &all(&folder)), []);
        // A file that is cut is read up to there.
        let text = std::fs::read(home.path().join(format!("unhunch-{}-live.jsonl", own.id))).expect("there");
        assert_eq!(Ears::default().hear(MachineId::new(2), &crate::sync::lines(&text[..text.len() - 9]).0).len(), 1);
    }

    #[test]
    fn each_word_is_later_than_the_one_before_also_over_a_restart_and_none_stays_for_long() {
        let home = tempfile::tempdir().expect("a folder");
        let (folder, own) = (Folder::at(home.path()), machine(1, "laptop"));
        let mut live = Live::default();
        live.say(at(20), [(at(20), rest(1)), (at(20), rest(3)), (at(20), away())]);
        live.write(&folder, &own, at(20)).expect("written");
        let mut again = Live::default();
        // The clock was set back meanwhile.
        again.say(at(19), [(at(19), away()), (at(19), rest(5))]);
        again.write(&folder, &own, at(19)).expect("written");
        let heard = Ears::default().hear(MachineId::new(2), &all(&folder));
        let rests: Vec<(i64, &News)> = heard
            .iter()
            .filter(|it| matches!(it.news, News::Break { .. }))
            .map(|it| ((it.said - at(20)).num_milliseconds(), &it.news))
            .collect();
        assert_eq!(rests, [(0, &rest(1)), (1, &rest(3)), (2, &rest(5))]);
        assert_eq!(heard.len(), 4, "how it is, once");
        let late = at(20) + KEPT;
        again.say(late, [(late, away())]);
        again.write(&folder, &own, late).expect("written");
        assert_eq!(Ears::default().hear(MachineId::new(2), &all(&folder)).len(), 3, "{KEPT}");
    }
}
