//! Bytes to the lines that matter. Owns what a line is in calendars as they are found: marks at the beginning, other line
//! ends, folds, encodings, lines without end; never what a line means.

use ical::param::IcalParam;
use ical::tree::leaf::IcalLeaf;
use ical::tree::line::IcalLine;
use ical::value::IcalValue;
use ical::version::IcalVersion;
use std::borrow::Cow;

/// Where a line is cut. A list of 10,000 dates has 160 KB; only a description or an attachment is longer.
const MOST_LINE: usize = 256 * 1024;

/// The lines that are read; all others are stepped over.
const WANTED: &[&str] = &[
    "ATTENDEE",
    "BEGIN",
    "CONFERENCE",
    "DESCRIPTION",
    "DTEND",
    "DTSTART",
    "DURATION",
    "END",
    "EXDATE",
    "EXRULE",
    "LOCATION",
    "METHOD",
    "ORGANIZER",
    "RDATE",
    "RECURRENCE-ID",
    "RRULE",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "TRANSP",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "UID",
    "URL",
    "X-ALT-DESC",
    "X-WR-CALNAME",
    "X-MICROSOFT-CDO-BUSYSTATUS",
];

/// One line, unfolded and decoded.
pub(super) struct ContentLine {
    /// What it says, in capitals.
    pub(super) name: String,
    /// What it says of that, names in capitals.
    pub(super) params: Vec<(String, String)>,
    /// The value as written, `\,` and its like still there.
    pub(super) value: String,
}

impl ContentLine {
    /// The value of a parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }

    /// The value as the text it stands for.
    pub(super) fn text(&self) -> String {
        unescape(&self.value)
    }
}

/// `\,`, `\;` and `\\` stand for the character, `\n` for a line's end.
pub(super) fn unescape(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                other => out.extend(other),
            },
            letter => out.push(letter),
        }
    }
    out
}

/// The text in UTF-8 with line feeds, as far as its first bytes and its line ends tell.
pub(super) fn plain(text: &[u8]) -> Cow<'_, [u8]> {
    // Windows' programs save in two bytes a letter, and say by a mark at the beginning in which order.
    let wide = |little: bool, rest: &[u8]| {
        let (pairs, _) = rest.as_chunks::<2>();
        let units: Vec<u16> =
            pairs.iter().map(|p| if little { u16::from_le_bytes(*p) } else { u16::from_be_bytes(*p) }).collect();
        Cow::Owned(String::from_utf16_lossy(&units).into_bytes())
    };
    let text = match text {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(rest),
        [0xFF, 0xFE, rest @ ..] => wide(true, rest),
        [0xFE, 0xFF, rest @ ..] => wide(false, rest),
        _ => Cow::Borrowed(text),
    };
    // Old systems end a line with a carriage return alone. Where a single line feed stands, that is the end.
    if text.contains(&b'\n') || !text.contains(&b'\r') {
        return text;
    }
    Cow::Owned(text.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }).collect())
}

/// The lines of a plain text that matter.
pub(super) fn lines(text: &[u8]) -> impl Iterator<Item = ContentLine> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            if wanted(rest)
                && let Some(line) = take(&mut rest)
            {
                return Some(line);
            }
            step_over(&mut rest);
        }
        None
    })
}

fn wanted(rest: &[u8]) -> bool {
    // No wanted name is as long: a line of megabytes is not searched for the end of its name.
    let name = rest.iter().take(64).position(|byte| b";:\r\n".contains(byte));
    let name = name.and_then(|at| rest.get(..at)).filter(|name| !name.is_empty());
    let own = |name: &[u8]| super::services::PROPERTIES.iter().any(|one| name.eq_ignore_ascii_case(one.as_bytes()));
    name.is_some_and(|name| WANTED.iter().any(|one| name.eq_ignore_ascii_case(one.as_bytes())) || own(name))
}

/// Takes a line off; none, and nothing taken, if it is no line at all.
fn take(rest: &mut &[u8]) -> Option<ContentLine> {
    let most = rest.len().min(MOST_LINE);
    let (line, tail) = IcalLine::take(rest.get(..most)?).ok()?;
    let used = most - tail.len();
    let cut = tail.is_empty() && most < rest.len();
    let line = decode(&line);
    *rest = rest.get(used..)?;
    if cut {
        step_over(rest);
    }
    (used > 0).then_some(line)
}

/// Steps over a line and what it is folded into.
fn step_over(rest: &mut &[u8]) {
    loop {
        let end = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |at| at + 1);
        *rest = rest.get(end..).unwrap_or_default();
        if !matches!(rest.first(), Some(b' ' | b'\t')) {
            return;
        }
    }
}

fn decode(line: &IcalLine<'_>) -> ContentLine {
    let params: Vec<(String, String)> = line
        .params
        .iter()
        .map(|param| {
            // A comma in a zone's name is often left without quotes: the pieces are one value.
            let values: Vec<&str> = param.values.iter().map(IcalLeaf::get).collect();
            (param.name.get().to_ascii_uppercase(), values.join(",").replace('"', ""))
        })
        .collect();
    let encoded = params.iter().any(|(name, _)| matches!(name.as_str(), "ENCODING" | "CHARSET" | "QUOTED-PRINTABLE"));
    let value = if encoded { decoded(line) } else { None };
    ContentLine {
        name: line.name.get().to_ascii_uppercase(),
        params,
        value: value.unwrap_or_else(|| line.raw_value_str().into_owned()),
    }
}

/// The value of a line that is written in another encoding, escaped again so that all values are alike.
fn decoded(line: &IcalLine<'_>) -> Option<String> {
    let prop = line.decode(IcalVersion::V2_0);
    let binary = prop.params.iter().any(|p| matches!(p, IcalParam::Encoding(e) if e.eq_ignore_ascii_case("BASE64")));
    let IcalValue::Text(text) = prop.value else { return None };
    (!binary).then(|| text.0.replace('\\', "\\\\"))
}
