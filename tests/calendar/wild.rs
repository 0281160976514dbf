//! 500 calendars as programs write them and as they arrive: six styles, then cut off, folded, mangled, in other encodings.
//! The same each time: each comes from its number.

use crate::watch::read_within;
use std::fmt::Write;
use std::time::Duration;

const BOUND: Duration = Duration::from_secs(10);

/// Numbers that look random and are the same each time (xorshift).
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.next(of.len())]
    }
}

const RULES: &[&str] = &[
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;WKST=SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261231T235959Z",
    "FREQ=DAILY;COUNT=2000",
    "FREQ=MONTHLY;BYDAY=3MO",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=16",
    "FREQ=YEARLY;UNTIL=20300101",
    "FREQ=DAILY;UNTIL=20260317T090000",
    "FREQ=SOMETIMES",
];

const TITLES: &[&str] =
    &["Standup", "Zurück im Büro\\, später", "会議", "1:1; with \\\"quotes\\\"", "", "  ", "🎉 party\\nline"];

/// What a program puts around its events, how it tells times, and what else it writes.
struct Style {
    head: &'static str,
    zone: &'static str,
    extra: &'static [&'static str],
}

const OUTLOOK_ZONE: &str = "BEGIN:VTIMEZONE\nTZID:W. Europe Standard Time\nBEGIN:STANDARD\nDTSTART:16010101T030000\n\
    TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n\
    DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\n\
    END:DAYLIGHT\nEND:VTIMEZONE";
const EVOLUTION_ZONE: &str = "BEGIN:VTIMEZONE\nTZID:/freeassociation.sourceforge.net/America/Los_Angeles\nX-LIC-LOCATION:\
    America/Los_Angeles\nBEGIN:STANDARD\nTZNAME:PST\nDTSTART:19700101T000000\nTZOFFSETFROM:-0700\nTZOFFSETTO:-0800\n\
    RDATE:20251102T020000\nEND:STANDARD\nBEGIN:DAYLIGHT\nTZNAME:PDT\nDTSTART:20260308T020000\nTZOFFSETFROM:-0800\n\
    TZOFFSETTO:-0700\nEND:DAYLIGHT\nEND:VTIMEZONE";

const STYLES: &[Style] = &[
    Style {
        head: "METHOD:PUBLISH\nPRODID:Microsoft Exchange Server 2010\nVERSION:2.0",
        zone: ";TZID=W. Europe Standard Time",
        extra: &[
            "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
            "X-MICROSOFT-CDO-INSTTYPE:1",
            "DESCRIPTION:\\n____\\nMicrosoft Teams meeting\\nhttps://teams.microsoft.com/l/meetup-join/19%3ameeting_x",
            "X-ALT-DESC;FMTTYPE=text/html:<html><a href=\"https://zoom.us/j/1\">x</a></html>",
        ],
    },
    Style {
        head: "PRODID:-//Google Inc//Google Calendar 70.9054//EN\nVERSION:2.0\nCALSCALE:GREGORIAN\nX-WR-CALNAME:me@example.org",
        zone: ";TZID=Europe/Berlin",
        extra: &[
            "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Ann;X-NUM-GUESTS=0:mailto:ann@example.org",
            "TRANSP:OPAQUE",
        ],
    },
    Style {
        head: "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\nVERSION:2.0",
        zone: ";TZID=/mozilla.org/20050126_1/America/New_York",
        extra: &["X-MOZ-GENERATION:3", "TRANSP:TRANSPARENT", "X-MOZ-LASTACK:20260101T000000Z"],
    },
    Style {
        head: "PRODID:-//Ximian//NONSGML Evolution Calendar//EN\nVERSION:2.0",
        zone: ";TZID=/freeassociation.sourceforge.net/America/Los_Angeles",
        extra: &["CLASS:PUBLIC", "X-EVOLUTION-CALDAV-HREF:x", "LOCATION:https://jitsi.example.org/room"],
    },
    Style {
        head: "VERSION:2.0\nPRODID:-//Apple Inc.//macOS 14//EN",
        zone: "",
        extra: &["X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC", "STATUS:TENTATIVE", "CREATED:20260101T000000Z"],
    },
    Style {
        head: "VERSION:1.0\nPRODID:vcal",
        zone: "",
        extra: &["SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Z=FCrich=\n =20tomorrow", "CATEGORIES:MEETING"],
    },
];

fn calendar(style: &Style, dice: &mut Dice) -> String {
    let mut text = format!("BEGIN:VCALENDAR\n{}\n", style.head);
    for zone in [OUTLOOK_ZONE, EVOLUTION_ZONE].iter().filter(|_| dice.next(4) > 0) {
        writeln!(text, "{zone}").unwrap();
    }
    for uid in 0..=dice.next(40) {
        event(&mut text, style, uid, dice);
    }
    text + "BEGIN:VTODO\nUID:t\nSUMMARY:x\nEND:VTODO\nEND:VCALENDAR\n"
}

fn event(text: &mut String, style: &Style, uid: usize, dice: &mut Dice) {
    let (month, day, hour) = (1 + dice.next(12), 1 + dice.next(28), dice.next(24));
    let date = format!("{}{month:02}{day:02}", 2019 + dice.next(8));
    let zone = style.zone;
    writeln!(text, "BEGIN:VEVENT\nUID:{uid}@x\nDTSTAMP:20260101T000000Z\nSUMMARY:{}", dice.one(TITLES)).unwrap();
    match dice.next(6) {
        0 => writeln!(text, "DTSTART;VALUE=DATE:{date}"),
        1 => writeln!(
            text,
            "DTSTART:{date}T{hour:02}0000Z\nDURATION:{}",
            dice.one(&["PT30M", "P1D", "-PT1H", "PT", "x"])
        ),
        _ => writeln!(text, "DTSTART{zone}:{date}T{hour:02}1500\nDTEND{zone}:{date}T{:02}4500", hour.min(22) + 1),
    }
    .unwrap();
    if dice.next(2) == 0 {
        writeln!(text, "RRULE:{}\nEXDATE{zone}:20260316T{hour:02}1500", dice.one(RULES)).unwrap();
    }
    writeln!(text, "{}", dice.one(style.extra)).unwrap();
    if dice.next(3) == 0 {
        writeln!(text, "BEGIN:VALARM\nTRIGGER:-PT15M\nACTION:DISPLAY\nDESCRIPTION:x\nEND:VALARM").unwrap();
    }
    writeln!(text, "SEQUENCE:{}\nEND:VEVENT", dice.next(3)).unwrap();
    if dice.next(4) == 0 {
        writeln!(
            text,
            "BEGIN:VEVENT\nUID:{uid}@x\nRECURRENCE-ID{}{zone}:{date}T{hour:02}1500\nDTSTART{zone}:20260316T{hour:02}0000\n\
             SUMMARY:moved\nEND:VEVENT",
            dice.one(&["", ";RANGE=THISANDFUTURE"])
        )
        .unwrap();
    }
}

/// What happens to a text on its way.
fn mangled(text: &str, dice: &mut Dice) -> Vec<u8> {
    let lines: Vec<&str> = text.lines().collect();
    let folded = |at: usize| {
        let fold = |line: &&str| line.as_bytes().chunks(at).collect::<Vec<_>>().join(&b"\r\n "[..]);
        lines.iter().map(fold).collect::<Vec<_>>().join(&b"\r\n"[..])
    };
    let mut bytes = text.as_bytes().to_vec();
    match dice.next(14) {
        0 => bytes.truncate(dice.next(text.len())),
        1 => return text.replace('\n', "\r\n").into_bytes(),
        2 => return text.replace('\n', "\r").into_bytes(),
        3 => return folded(75),
        4 => return folded(1 + dice.next(20)),
        5 => return text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
        6 => return [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        7 => return [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
        8 => return text.split_inclusive('\n').filter(|_| dice.next(10) > 0).collect::<String>().into(),
        9 => return lines.iter().map(|line| line.repeat(1 + dice.next(3)) + "\n").collect::<String>().into(),
        10 => return text.replace("END:VEVENT\n", "").into_bytes(),
        11 => return text.to_lowercase().into_bytes(),
        _ => {
            for _ in 0..=dice.next(60) {
                let (at, byte) = (dice.next(bytes.len()), u8::try_from(dice.next(256)).unwrap());
                bytes[at] = byte;
            }
        }
    }
    bytes
}

#[test]
fn calendars_as_they_are_written_have_what_was_put_in() {
    for (number, style) in STYLES.iter().enumerate() {
        let mut dice = Dice::new(1 + number as u64);
        let text = calendar(style, &mut dice).replace(
            "BEGIN:VTODO",
            "BEGIN:VEVENT\nUID:sure\nDTSTART:20260316T170000Z\nDURATION:PT1H\nEND:VEVENT\nBEGIN:VTODO",
        );
        let reading = read_within(BOUND, style.head, text.into_bytes()).unwrap();
        assert_eq!(reading.occurrences.iter().filter(|one| one.uid == "sure").count(), 1, "{}", style.head);
    }
}

#[test]
fn five_hundred_calendars_as_they_arrive() {
    let mut read = 0;
    for number in 0..500 {
        let mut dice = Dice::new(1000 + number);
        let style = &STYLES[dice.next(STYLES.len())];
        let text = calendar(style, &mut dice);
        let bytes = mangled(&text, &mut dice);
        let reading = read_within(BOUND, &format!("calendar {number}"), bytes);
        read += usize::from(reading.is_ok_and(|reading| !reading.occurrences.is_empty()));
    }
    assert!(read > 350, "most of them still say something: {read}");
}
