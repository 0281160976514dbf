//! Which occurrences count as meetings. Owns that one policy; never what a meeting does to a break.

use super::{Answer, Extent, Occurrence};
use crate::engine::event::{Mark, Meeting};
use crate::zones::Zone;
use chrono::TimeDelta;
use serde::Serialize;

/// The longest that counts: what is longer is a conference, a duty or a journey, and nobody sits through it on end.
pub const LONGEST: TimeDelta = TimeDelta::hours(12);

/// What the person says of meetings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Everything busy counts, also without anybody else in it.
    pub all_busy: bool,
    /// The person's own mail addresses.
    pub me: Vec<String>,
}

/// Why an occurrence is no meeting; `text::calendar` has the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyNot {
    /// It is on whole days.
    AllDay,
    /// It was called off.
    Cancelled,
    /// The person said no.
    Declined,
    /// The calendar says that it takes no time.
    Free,
    /// The calendar says that the person is away or elsewhere.
    Away,
    /// It has no length.
    NoLength,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// Nobody else is in it, and it names no place to meet on the net.
    Alone,
}

/// Whether an occurrence counts, and how it is marked then.
///
/// # Errors
/// Why it does not.
pub fn verdict(occurrence: &Occurrence, policy: &Policy) -> Result<Mark, WhyNot> {
    let facts = &occurrence.facts;
    let Extent::Timed { start, end } = occurrence.span else { return Err(WhyNot::AllDay) };
    let answer = own_answer(occurrence, policy);
    let invited = facts.attendees.iter().map(|one| &one.address);
    let others =
        !facts.attendees.is_empty() && invited.chain(&facts.organizer).any(|one| !is_me(one, occurrence, policy));
    let why_not = [
        (facts.cancelled, WhyNot::Cancelled),
        (answer == Some(Answer::Declined), WhyNot::Declined),
        (facts.free, WhyNot::Free),
        (facts.away, WhyNot::Away),
        (end <= start, WhyNot::NoLength),
        (end - start > LONGEST, WhyNot::TooLong),
        (!(policy.all_busy || others || facts.link), WhyNot::Alone),
    ];
    match why_not.into_iter().find(|(so, _)| *so) {
        Some((_, why_not)) => Err(why_not),
        None if facts.tentative || answer == Some(Answer::Tentative) => Ok(Mark::Tentative),
        None => Ok(Mark::Busy),
    }
}

/// What the person answered. Who does not say which addresses are theirs is known by the name of the calendar, or where
/// nobody else is asked.
fn own_answer(occurrence: &Occurrence, policy: &Policy) -> Option<Answer> {
    let facts = &occurrence.facts;
    match facts.attendees.as_slice() {
        [one] if policy.me.is_empty() && facts.owner.is_none() => Some(one.answer),
        all => all.iter().find(|one| is_me(&one.address, occurrence, policy)).map(|one| one.answer),
    }
}

fn is_me(address: &str, occurrence: &Occurrence, policy: &Policy) -> bool {
    // Whoever says which addresses are theirs knows better than the name of a calendar.
    let owner = occurrence.facts.owner.iter().filter(|_| policy.me.is_empty());
    policy.me.iter().chain(owner).any(|mine| mine.trim().eq_ignore_ascii_case(address))
}

/// The meetings among all, in their order, told on the local clock; with their titles.
#[must_use]
pub fn meetings(all: &[Occurrence], policy: &Policy, local: &Zone) -> Vec<Meeting> {
    let meeting = |one: &Occurrence| {
        let (Ok(mark), Extent::Timed { start, end }) = (verdict(one, policy), one.span) else { return None };
        Some(Meeting { start: local.local(start), end: local.local(end), mark, title: one.title.clone() })
    };
    all.iter().filter_map(meeting).collect()
}
