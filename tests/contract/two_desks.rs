//! Two engines that tell each other, and one person who goes to and fro between them.

use crate::{CONTENT, at};
use std::time::Duration;
use unhunch::engine::Engine;
use unhunch::engine::effect::{Effect, What};
use unhunch::engine::event::{Action, Elsewhere, Event, News};
use unhunch::engine::instance::{Hold, Outcome};
use unhunch::engine::moment::Stamp;
use unhunch::engine::telling::told_by;
use unhunch::settings;

/// The person's steps, in seconds: fine enough for what is asked here.
const STEP: u32 = 5;
/// A machine in use says so again after this.
const AGAIN: u32 = 300;

/// Nobody was seen yet, which is no news.
fn nobody() -> (News, u32) {
    (News::Away { idle: Duration::ZERO, used: Duration::ZERO }, 0)
}

struct Two {
    desks: [Engine; 2],
    /// How fine the idle sense of each is to be.
    watch: [u32; 2],
    /// When input last ended at each, and has not been told yet.
    ended: [Option<u32>; 2],
    /// What each told last of itself, and when.
    told: [Option<(News, u32)>; 2],
    /// What was asked for and how it ended: when, where, what.
    seen: Vec<(u32, usize, String)>,
    /// Nothing gets from one to the other.
    parted: bool,
}

impl Two {
    fn new() -> Self {
        let mut rules = settings::defaults().rules;
        (rules.nudges, rules.check_in_most) = (Vec::new(), 0);
        let desk = || Engine::start(rules.clone(), CONTENT.clone(), None, 1, at(0.0)).0;
        Self {
            desks: [desk(), desk()],
            watch: [60; 2],
            ended: [None; 2],
            told: [Some(nobody()), Some(nobody())],
            seen: Vec::new(),
            parted: false,
        }
    }

    fn handle(&mut self, now: u32, i: usize, event: Event) {
        let effects = self.desks[i].handle(at(now.into()), event);
        for effect in &effects {
            if let Effect::Watch(fine) = effect {
                self.watch[i] = u32::try_from(fine.as_secs()).unwrap();
            }
            let Effect::Decided(one) = effect else { continue };
            let seen = if let What::Closed { outcome, .. } = &one.what {
                outcome.token().to_owned()
            } else if let What::Prompt { .. } = &one.what {
                "prompt".to_owned()
            } else {
                continue;
            };
            self.seen.push((now, i, seen));
        }
        self.tell_all(now, i, told_by(&effects));
        let telling = self.desks[i].telling();
        let new = match (&self.told[i], &telling) {
            (Some((News::Working { .. }, since)), News::Working { .. }) => now >= since + AGAIN,
            (Some((News::Away { .. }, _)), News::Away { .. })
            | (Some((News::Resting { .. }, _)), News::Resting { .. }) => false,
            _ => true,
        };
        if new {
            self.told[i] = Some((telling.clone(), now));
            self.tell_all(now, i, vec![(at(now.into()).local, telling)]);
        }
    }

    fn tell_all(&mut self, now: u32, i: usize, news: Vec<(Stamp, News)>) {
        if self.parted {
            return;
        }
        for (said, news) in news {
            let name = ["laptop", "desktop"][i].to_owned();
            let told = Event::Elsewhere(Box::new(Elsewhere { machine: name.clone(), name, said, news }));
            self.handle(now, 1 - i, told);
        }
    }

    /// The person is at one of the desks, or at none, from `from` to `to`.
    fn be(&mut self, place: Option<usize>, from: u32, to: u32) {
        for i in [0, 1] {
            if place != Some(i) {
                self.ended[i] = Some(from);
            }
        }
        for now in (from..to).step_by(STEP as usize) {
            for i in [0, 1] {
                if now == from && place == Some(i) {
                    self.ended[i] = None;
                    self.handle(now, i, Event::Active);
                } else if self.ended[i].is_some_and(|ended| now >= ended + self.watch[i]) {
                    let since = Duration::from_secs(self.ended[i].take().unwrap().into());
                    self.handle(now, i, Event::Idle { since });
                } else {
                    self.handle(now, i, Event::Tick);
                }
            }
        }
    }

    fn seen(&self, what: &str) -> Vec<(u32, usize)> {
        self.seen.iter().filter(|(_, _, seen)| seen == what).map(|(now, i, _)| (*now, *i)).collect()
    }
}

#[test]
fn whoever_goes_to_and_fro_is_asked_once_where_they_are() {
    let mut two = Two::new();
    for turn in 0..3 {
        two.be(Some(0), turn * 1200, turn * 1200 + 600);
        two.be(Some(1), turn * 1200 + 600, turn * 1200 + 1200);
    }
    assert_eq!(two.seen, []);
    two.be(Some(0), 3600, 3800);
    let [(asked, 0)] = two.seen("prompt")[..] else { panic!("{:?}", two.seen) };
    assert!((3600..3800).contains(&asked), "{:?}", two.seen);
    // The break is taken here, and rests the body there.
    two.handle(3800, 0, Event::Click(Action::Start));
    two.be(None, 3805, 4100);
    let [(taken, 0)] = two.seen(Outcome::Taken.token())[..] else { panic!("{:?}", two.seen) };
    two.be(Some(1), 4100, taken + 4000);
    // What had fallen due at the other desk as it was left is had as well.
    assert_eq!(two.seen(Outcome::Natural.token()), [(taken, 1)], "{:?}", two.seen);
    let [_, (again, place)] = two.seen("prompt")[..] else { panic!("{:?}", two.seen) };
    assert!(place == 1 && (taken + 3500..taken + 3900).contains(&again), "{:?}", two.seen);
}

#[test]
fn the_desk_that_is_left_keeps_quiet_and_takes_no_credit() {
    let mut two = Two::new();
    two.be(Some(1), 0, 2400);
    two.be(Some(0), 2400, 3300);
    assert_eq!(two.desks[1].status().holds, [Hold::Elsewhere.token()]);
    assert!(two.desks[0].status().holds.is_empty());
    assert_eq!(two.seen, []);
    two.be(Some(0), 3300, 3900);
    assert_eq!(two.seen("prompt").len(), 1, "{:?}", two.seen);
    // Away from both: the machine where the person was last has the break, the other no row.
    two.be(None, 3900, 5000);
    assert!(two.seen.iter().all(|(_, place, _)| *place == 0), "{:?}", two.seen);
}

#[test]
fn without_word_of_each_other_each_goes_by_itself() {
    let mut two = Two::new();
    two.parted = true;
    two.be(Some(1), 0, 2400);
    two.be(Some(0), 2400, 3300);
    assert_eq!(two.seen(Outcome::Natural.token()), [(2700, 1)]);
    let memory = serde_json::to_string(&two.desks[0].memory()).unwrap();
    assert!(!memory.contains("other_desks") && !memory.contains("elsewhere"), "{memory}");
}
