//! Lines to events and zones, as they stand in the file. Owns which line belongs to what, however it is nested or broken
//! off; never when anything happens.

use super::Problem;
use super::file::{File, Observance, VEvent, ZoneText};
use super::property::{address, fill, observe, short};
use super::text::{ContentLine, lines};

/// The deepest level that is read; an alarm in an event in a calendar is on the third.
const DEEPEST: usize = 16;
// Whoever makes a file can let it go on for ever. Each list ends far beyond a person's calendar, so that what reading one
// costs has an end too; what lies beyond is left out, and the rest counts.
const MOST_EVENTS: usize = 100_000;
const MOST_ZONES: usize = 200;
const MOST_OBSERVANCES: usize = 200;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Component {
    Calendar,
    Event,
    Zone,
    Observance,
    Other,
}

impl Component {
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
    open: Vec<Component>,
    /// How many levels below [`DEEPEST`].
    deeper: usize,
    begun: bool,
    event: VEvent,
    zone: ZoneText,
    observance: Observance,
    owner: Option<String>,
    called_off: bool,
}

impl Reader {
    fn line(&mut self, line: &ContentLine) {
        match line.name.as_str() {
            "BEGIN" => self.begin(Component::of(&line.value)),
            "END" if self.deeper > 0 => self.deeper -= 1,
            "END" => {
                let part = Component::of(&line.value);
                // Ends that are missing in between are made up for: what is within this level is over with it. An end
                // of nothing that is open is passed over.
                if let Some(at) = self.open.iter().rposition(|one| *one == part) {
                    self.close(at);
                }
            }
            name => match self.open.last() {
                Some(Component::Event) => fill(&mut self.event, name, line),
                Some(Component::Observance) => observe(&mut self.observance, name, line),
                Some(Component::Zone) if name == "TZID" => self.zone.id = short(&line.text()),
                Some(Component::Calendar) if name == "X-WR-CALNAME" => {
                    self.owner = Some(address(&line.text())).filter(|name| name.contains('@'));
                }
                Some(Component::Calendar) if name == "METHOD" => {
                    // A message with this method calls off whatever is in it (RFC 5546 3.2.5), also where the events
                    // do not say so.
                    self.called_off = line.value.trim().eq_ignore_ascii_case("CANCEL");
                }
                _ => {}
            },
        }
    }

    /// What cannot stand within an event ends it: its own end is missing.
    fn begin(&mut self, part: Component) {
        let within = match part {
            Component::Calendar | Component::Event | Component::Zone => [Component::Event, Component::Zone].as_slice(),
            Component::Observance => [Component::Observance].as_slice(),
            Component::Other => [].as_slice(),
        };
        if let Some(at) = self.open.iter().position(|one| within.contains(one)) {
            self.close(at);
        }
        self.begun |= matches!(part, Component::Calendar | Component::Event);
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
                Some(Component::Event) => {
                    let mut event = std::mem::take(&mut self.event);
                    event.facts.owner.clone_from(&self.owner);
                    event.facts.cancelled |= self.called_off;
                    if self.file.events.len() < MOST_EVENTS {
                        self.file.events.push(event);
                    } else {
                        self.file.left_out += 1;
                    }
                }
                Some(Component::Zone) => {
                    let zone = std::mem::take(&mut self.zone);
                    if self.file.zones.len() < MOST_ZONES && !zone.id.is_empty() {
                        self.file.zones.push(zone);
                    }
                }
                Some(Component::Observance) => {
                    let observance = std::mem::take(&mut self.observance);
                    if self.zone.observances.len() < MOST_OBSERVANCES {
                        self.zone.observances.push(observance);
                    }
                }
                // A file can hold several calendars: what is said of one does not count for the next.
                Some(Component::Calendar) => (self.owner, self.called_off) = (None, false),
                Some(Component::Other) | None => {}
            }
        }
    }
}
