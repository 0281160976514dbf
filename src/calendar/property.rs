//! Properties of events and zones: what one line says of the event or rule that it stands in. Owns which properties are
//! read and how much of each is kept; never which line belongs to what.

use super::file::{Observance, TimeForm, VEvent, When, civil};
use super::text::ContentLine;
use super::{Answer, Attendee, links, services};
use ical::recur::IcalRecurDateTime;
use ical::value::{duration::IcalDuration, utc_offset::IcalUtcOffset};

// An event is held until its end is read, and a hostile one has none: each of its lists needs an end of its own.
const MOST_DATES: usize = 10_000;
const MOST_RULES: usize = 16;
const MOST_ATTENDEES: usize = 1000;
/// The longest title, address or uid that is kept, in characters.
const MOST_LETTERS: usize = 500;

/// What a line says of an event.
pub(super) fn fill(event: &mut VEvent, name: &str, line: &ContentLine) {
    let facts = &mut event.facts;
    let is = |word: &str| line.value.trim().eq_ignore_ascii_case(word);
    match name {
        "UID" => event.uid = short(&line.text()),
        "SEQUENCE" => event.sequence = line.value.trim().parse().unwrap_or(0),
        "DTSTART" => event.start = when(line, &line.value),
        "DTEND" => event.end = when(line, &line.value),
        "DURATION" => event.length = IcalDuration::from(line.value.trim()).seconds(),
        "RRULE" if event.rules.len() < MOST_RULES => event.rules.push(line.value.clone()),
        "EXRULE" if event.not_rules.len() < MOST_RULES => event.not_rules.push(line.value.clone()),
        "RDATE" => dates(&mut event.dates, line),
        "EXDATE" => dates(&mut event.not_dates, line),
        "RECURRENCE-ID" => {
            let later = line.param("RANGE").is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"));
            event.instead = when(line, &line.value).map(|when| (when, later));
        }
        "SUMMARY" => event.title = Some(short(line.text().trim())).filter(|title| !title.is_empty()),
        "STATUS" => {
            facts.cancelled = is("CANCELLED") || is("CANCELED");
            facts.tentative |= is("TENTATIVE");
        }
        "TRANSP" => facts.free |= is("TRANSPARENT"),
        // Outlook's own word knows more than TRANSP does: away and working elsewhere are busy there.
        "X-MICROSOFT-CDO-BUSYSTATUS" => {
            facts.free |= is("FREE");
            facts.away |= is("OOF") || is("WORKINGELSEWHERE");
            facts.tentative |= is("TENTATIVE");
        }
        "ATTENDEE" if facts.attendees.len() < MOST_ATTENDEES => facts.attendees.extend(attendee(line)),
        "ORGANIZER" => facts.organizer = Some(address(&line.value)).filter(|one| !one.is_empty()),
        "LOCATION" => facts.link = facts.link || links::place(&line.text()),
        "URL" | "DESCRIPTION" | "X-ALT-DESC" => facts.link = facts.link || links::any(&line.text()),
        name if services::PROPERTIES.contains(&name) => facts.link |= !line.value.trim().is_empty(),
        _ => {}
    }
}

/// What a line says of a rule of a zone.
pub(super) fn observe(observance: &mut Observance, name: &str, line: &ContentLine) {
    match name {
        "DTSTART" => observance.start = when(line, &line.value).map(|when| when.civil),
        "TZOFFSETFROM" => observance.from = IcalUtcOffset::from(line.value.trim()).seconds(),
        "TZOFFSETTO" => observance.to = IcalUtcOffset::from(line.value.trim()).seconds(),
        "RRULE" if observance.rules.len() < MOST_RULES => observance.rules.push(line.value.clone()),
        "RDATE" => {
            let mut all = Vec::new();
            dates(&mut all, line);
            all.truncate(MOST_DATES.saturating_sub(observance.dates.len()));
            observance.dates.extend(all.into_iter().map(|when| when.civil));
        }
        _ => {}
    }
}

/// A person who is asked; a room or a device is none.
fn attendee(line: &ContentLine) -> Option<Attendee> {
    if line.param("CUTYPE").is_some_and(|kind| ["ROOM", "RESOURCE"].iter().any(|one| kind.eq_ignore_ascii_case(one))) {
        return None;
    }
    let answer = match line.param("PARTSTAT").unwrap_or_default().to_ascii_uppercase().as_str() {
        "ACCEPTED" => Answer::Accepted,
        "TENTATIVE" => Answer::Tentative,
        "DECLINED" => Answer::Declined,
        _ => Answer::Open,
    };
    let mail = Some(address(&line.value)).filter(|one| one.contains('@'));
    // A server may name a person by an address of its own, and put the mail address beside it (RFC 7986 6.2).
    let mail = mail.or_else(|| line.param("EMAIL").map(address)).unwrap_or_else(|| address(&line.value));
    Some(Attendee { address: mail, answer })
}

/// A mail address as others write it too.
pub(super) fn address(text: &str) -> String {
    let text = short(text.trim()).to_lowercase();
    text.strip_prefix("mailto:").map(str::to_owned).unwrap_or(text)
}

/// As much of a text as is kept.
pub(super) fn short(text: &str) -> String {
    text.chars().take(MOST_LETTERS).collect()
}

fn dates(all: &mut Vec<When>, line: &ContentLine) {
    let room = MOST_DATES.saturating_sub(all.len());
    // A date can be a period, with its end or its length behind a stroke (RFC 5545 3.8.5.2): it begins like any other.
    all.extend(line.value.split(',').filter_map(|one| when(line, one.split('/').next().unwrap_or(one))).take(room));
}

/// Reads `20260316`, `20260316T100000` or `20260316T100000Z`.
fn when(line: &ContentLine, value: &str) -> Option<When> {
    let value = value.trim();
    let civil = civil(IcalRecurDateTime::parse(value).ok()?)?;
    let form = match line.param("TZID") {
        // A zone must not stand beside a time in UTC (RFC 5545 3.2.19). Where it does, the time itself is the plainer
        // word.
        _ if value.ends_with(['Z', 'z']) => TimeForm::Utc,
        Some(id) if !id.trim().is_empty() => TimeForm::In(short(id.trim())),
        _ => TimeForm::Floating,
    };
    Some(When { civil, day: value.len() == 8, form })
}
