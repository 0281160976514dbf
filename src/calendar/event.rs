//! Lines to events and zones, as they stand in the file. Owns which line belongs to what, however it is nested or broken
//! off; never when anything happens.

use super::file::{Event, File, Observance, TimeForm, When, ZoneText, civil};
use super::text::{ContentLine, lines};
use super::{Answer, Attendee, Problem, links};
use ical::recur::IcalRecurDateTime;
use ical::value::{duration::IcalDuration, utc_offset::IcalUtcOffset};

/// The deepest level that is read; an alarm in an event in a calendar is on the third.
const DEEPEST: usize = 16;
const MOST_EVENTS: usize = 100_000;
const MOST_ZONES: usize = 200;
const MOST_OBSERVANCES: usize = 200;
const MOST_DATES: usize = 10_000;
const MOST_RULES: usize = 16;
const MOST_ATTENDEES: usize = 1000;
/// The longest title, address or uid that is kept, in characters.
const MOST_LETTERS: usize = 500;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Calendar,
    Event,
    Zone,
    Observance,
    Other,
}

impl Part {
    fn of(name: &str) -> Self {
        match name.trim().to_ascii_uppercase().as_str() {
            "VCALENDAR" => Self::Calendar,
            "VEVENT" => Self::Event,
            "VTIMEZONE" => Self::Zone,
            "STANDARD" | "DAYLIGHT" => Self::Observance,
            _ => Self::Other,
        }
    }
}

/// Reads a plain text.
pub(super) fn read(text: &[u8]) -> Result<File, Problem> {
    let mut reader = Reader::default();
    lines(text).for_each(|line| reader.line(&line));
    reader.close(0);
    if reader.begun { Ok(reader.file) } else { Err(Problem::NoCalendar) }
}

#[derive(Default)]
struct Reader {
    file: File,
    open: Vec<Part>,
    /// How many levels below [`DEEPEST`].
    deeper: usize,
    begun: bool,
    event: Event,
    zone: ZoneText,
    observance: Observance,
    owner: Option<String>,
    called_off: bool,
}

impl Reader {
    fn line(&mut self, line: &ContentLine) {
        match line.name.as_str() {
            "BEGIN" => self.begin(Part::of(&line.value)),
            "END" if self.deeper > 0 => self.deeper -= 1,
            "END" => {
                let part = Part::of(&line.value);
                if let Some(at) = self.open.iter().rposition(|one| *one == part) {
                    self.close(at);
                }
            }
            name => match self.open.last() {
                Some(Part::Event) => fill(&mut self.event, name, line),
                Some(Part::Observance) => observe(&mut self.observance, name, line),
                Some(Part::Zone) if name == "TZID" => self.zone.id = short(&line.text()),
                Some(Part::Calendar) if name == "X-WR-CALNAME" => {
                    self.owner = Some(address(&line.text())).filter(|name| name.contains('@'));
                }
                Some(Part::Calendar) if name == "METHOD" => {
                    self.called_off = line.value.trim().eq_ignore_ascii_case("CANCEL");
                }
                _ => {}
            },
        }
    }

    /// What cannot stand within an event ends it: its own end is missing.
    fn begin(&mut self, part: Part) {
        let within = match part {
            Part::Calendar | Part::Event | Part::Zone => [Part::Event, Part::Zone].as_slice(),
            Part::Observance => [Part::Observance].as_slice(),
            Part::Other => [].as_slice(),
        };
        if let Some(at) = self.open.iter().position(|one| within.contains(one)) {
            self.close(at);
        }
        self.begun |= matches!(part, Part::Calendar | Part::Event);
        if self.open.len() < DEEPEST {
            self.open.push(part);
        } else {
            self.deeper += 1;
        }
    }

    /// Ends what is open from this depth on.
    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            match self.open.pop() {
                Some(Part::Event) => {
                    let mut event = std::mem::take(&mut self.event);
                    event.facts.owner.clone_from(&self.owner);
                    event.facts.cancelled |= self.called_off;
                    if self.file.events.len() < MOST_EVENTS {
                        self.file.events.push(event);
                    } else {
                        self.file.left_out += 1;
                    }
                }
                Some(Part::Zone) => {
                    let zone = std::mem::take(&mut self.zone);
                    if self.file.zones.len() < MOST_ZONES && !zone.id.is_empty() {
                        self.file.zones.push(zone);
                    }
                }
                Some(Part::Observance) => {
                    let observance = std::mem::take(&mut self.observance);
                    if self.zone.observances.len() < MOST_OBSERVANCES {
                        self.zone.observances.push(observance);
                    }
                }
                Some(Part::Calendar) => (self.owner, self.called_off) = (None, false),
                Some(Part::Other) | None => {}
            }
        }
    }
}

fn fill(event: &mut Event, name: &str, line: &ContentLine) {
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
        "X-MICROSOFT-CDO-BUSYSTATUS" => {
            facts.free |= is("FREE");
            facts.away |= is("OOF") || is("WORKINGELSEWHERE");
            facts.tentative |= is("TENTATIVE");
        }
        "ATTENDEE" if facts.attendees.len() < MOST_ATTENDEES => facts.attendees.extend(attendee(line)),
        "ORGANIZER" => facts.organizer = Some(address(&line.value)).filter(|one| !one.is_empty()),
        "LOCATION" => facts.link = facts.link || links::place(&line.text()),
        "URL" | "DESCRIPTION" | "X-ALT-DESC" => facts.link = facts.link || links::any(&line.text()),
        name if links::PROPERTIES.contains(&name) => facts.link |= !line.value.trim().is_empty(),
        _ => {}
    }
}

fn observe(observance: &mut Observance, name: &str, line: &ContentLine) {
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
    let mail = mail.or_else(|| line.param("EMAIL").map(address)).unwrap_or_else(|| address(&line.value));
    Some(Attendee { address: mail, answer })
}

fn address(text: &str) -> String {
    let text = short(text.trim()).to_lowercase();
    text.strip_prefix("mailto:").map(str::to_owned).unwrap_or(text)
}

fn short(text: &str) -> String {
    text.chars().take(MOST_LETTERS).collect()
}

fn dates(all: &mut Vec<When>, line: &ContentLine) {
    let room = MOST_DATES.saturating_sub(all.len());
    all.extend(line.value.split(',').filter_map(|one| when(line, one.split('/').next().unwrap_or(one))).take(room));
}

/// Reads `20260316`, `20260316T100000` or `20260316T100000Z`.
fn when(line: &ContentLine, value: &str) -> Option<When> {
    let value = value.trim();
    let civil = civil(IcalRecurDateTime::parse(value).ok()?)?;
    let form = match line.param("TZID") {
        _ if value.ends_with(['Z', 'z']) => TimeForm::Utc,
        Some(id) if !id.trim().is_empty() => TimeForm::In(short(id.trim())),
        _ => TimeForm::Floating,
    };
    Some(When { civil, day: value.len() == 8, form })
}
