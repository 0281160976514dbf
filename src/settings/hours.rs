//! Working hours as text: `Mon-Fri 09:00-12:30 13:30-18:00; Sat 10:00-12:00`. Owns that form only.

use super::clock;
use crate::engine::rules::Hours;
use chrono::NaiveTime;

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// As they are written.
const SHORT: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Reads groups of days and ranges; `;` and `,` may stand between any two words. A range without days before it is for
/// every day, one over midnight is split, overlapping ones are joined. The error is the word that does not fit.
pub(super) fn read(text: &str) -> Result<Hours, String> {
    let mut ranges = Vec::new();
    let (mut days, mut told_when): (Vec<u8>, bool) = (Vec::new(), true);
    for word in text.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|w| !w.is_empty()) {
        if let Some(more) = days_of(word) {
            if told_when {
                days.clear();
            }
            days.extend(more);
            told_when = false;
        } else {
            let (from, to) = range(word).ok_or(word)?;
            let on = if days.is_empty() { (0..7).collect() } else { days.clone() };
            ranges.extend(on.into_iter().flat_map(|day| split(day, from, to)));
            told_when = true;
        }
    }
    if !told_when {
        return Err(text.trim().to_owned());
    }
    Ok(Hours { ranges: joined(ranges) })
}

/// The hours of each day of the week, from Monday, as a person reads them: "09:00-12:30, 13:30-18:00". None where the text
/// is none of hours.
#[must_use]
pub fn by_day(text: &str) -> Option<[String; 7]> {
    let hours = read(text).ok()?;
    Some(told(&hours.ranges))
}

/// The ranges of each day.
fn told(ranges: &[(u8, NaiveTime, NaiveTime)]) -> [String; 7] {
    let end = |at: NaiveTime| if at == NaiveTime::MIN { "24:00".to_owned() } else { at.format("%H:%M").to_string() };
    let day = |day| {
        let on = ranges.iter().filter(|(on, ..)| usize::from(*on) == day);
        on.map(|(_, from, to)| format!("{}-{}", from.format("%H:%M"), end(*to))).collect::<Vec<_>>().join(", ")
    };
    std::array::from_fn(day)
}

/// The hours of each day as one text, days in a row that have the same ones together: "Mon-Fri 09:00-17:00".
#[must_use]
pub fn week(days: &[String; 7]) -> String {
    let short = |day: usize| SHORT.get(day).copied().unwrap_or_default();
    let (mut parts, mut from) = (Vec::new(), 0);
    for run in days.chunk_by(|one, next| one == next) {
        let last = from + run.len() - 1;
        let span = if last == from { short(from).to_owned() } else { format!("{}-{}", short(from), short(last)) };
        parts.extend(
            run.first().filter(|hours| !hours.is_empty()).map(|hours| format!("{span} {}", hours.replace(',', ""))),
        );
        from = last + 1;
    }
    parts.join("; ")
}

fn days_of(word: &str) -> Option<Vec<u8>> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let (first, last) = (day(first)?, day(last)?);
    let many = (last + 7 - first) % 7;
    Some((0..=many).map(|ahead| (first + ahead) % 7).collect())
}

fn day(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let found = DAYS.iter().position(|day| word.len() >= 3 && day.starts_with(&word))?;
    u8::try_from(found).ok()
}

/// From and to; the day's end is 00:00. None for an empty range.
fn range(word: &str) -> Option<(NaiveTime, NaiveTime)> {
    let (from, to) = word.split_once('-')?;
    let (from, to) = (clock::time(from)?, clock::end(to)?);
    (from != to || to == NaiveTime::MIN).then_some((from, to))
}

fn split(day: u8, from: NaiveTime, to: NaiveTime) -> Vec<(u8, NaiveTime, NaiveTime)> {
    // Hours are looked up by the weekday that it is: what lies after midnight stands on the next day.
    if from < to || to == NaiveTime::MIN {
        vec![(day, from, to)]
    } else {
        vec![(day, from, NaiveTime::MIN), ((day + 1) % 7, NaiveTime::MIN, to)]
    }
}

/// Sorted, with ranges that touch or overlap made one.
fn joined(mut ranges: Vec<(u8, NaiveTime, NaiveTime)>) -> Vec<(u8, NaiveTime, NaiveTime)> {
    ranges.sort_unstable();
    let mut out: Vec<(u8, NaiveTime, NaiveTime)> = Vec::with_capacity(ranges.len());
    for (day, from, to) in ranges {
        match out.last_mut() {
            Some(last) if last.0 == day && (last.2 == NaiveTime::MIN || from <= last.2) => {
                if last.2 != NaiveTime::MIN && (to == NaiveTime::MIN || to > last.2) {
                    last.2 = to;
                }
            }
            _ => out.push((day, from, to)),
        }
    }
    out
}

/// The hours without this one of each day, as text; none where they have nothing of it, or nothing else.
#[must_use]
pub fn without(hours: &Hours, hour: u32) -> Option<String> {
    let gap = (NaiveTime::from_hms_opt(hour, 0, 0)?, NaiveTime::from_hms_opt((hour + 1) % 24, 0, 0)?);
    let always = || (0..7).map(|day| (day, NaiveTime::MIN, NaiveTime::MIN)).collect();
    let ranges: Vec<(u8, NaiveTime, NaiveTime)> = if hours.ranges.is_empty() { always() } else { hours.ranges.clone() };
    let left: Vec<_> = ranges.iter().flat_map(|range| beside(*range, gap)).collect();
    let text = week(&told(&left));
    (left != ranges && !text.is_empty()).then_some(text)
}

/// What is left of a range beside a gap. Midnight as an end is later than every other time.
fn beside(
    (day, from, to): (u8, NaiveTime, NaiveTime),
    gap: (NaiveTime, NaiveTime),
) -> impl Iterator<Item = (u8, NaiveTime, NaiveTime)> {
    let before = |a: NaiveTime, b: NaiveTime| a != NaiveTime::MIN && (b == NaiveTime::MIN || a < b);
    let earlier = if before(to, gap.0) { to } else { gap.0 };
    let later = (gap.1 != NaiveTime::MIN).then(|| from.max(gap.1));
    let first = (from < earlier).then_some((day, from, earlier));
    let second = later.filter(|later| to == NaiveTime::MIN || *later < to).map(|later| (day, later, to));
    first.into_iter().chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let hours = read(text).unwrap();
        hours.ranges.iter().map(|(d, f, t)| format!("{d} {}-{}", f.format("%H:%M"), t.format("%H:%M"))).collect()
    }

    #[test]
    fn groups_of_days_and_ranges() {
        assert_eq!(told(""), [""; 0]);
        assert_eq!(
            told("Mon-Tue 09:00-12:30 13:30-18:00"),
            ["0 09:00-12:30", "0 13:30-18:00", "1 09:00-12:30", "1 13:30-18:00"]
        );
        assert_eq!(told("Mon-Thu 9:00-17:00; Fri 09:00-13:00").last().unwrap(), "4 09:00-13:00");
        assert_eq!(
            told("Mon,Wed 09:00-17:00, Friday 09:00-13:00"),
            ["0 09:00-17:00", "2 09:00-17:00", "4 09:00-13:00"]
        );
        assert_eq!(told("sat-mon 10:00-11:00"), ["0 10:00-11:00", "5 10:00-11:00", "6 10:00-11:00"]);
        assert_eq!(told("09:00-17:00").len(), 7);
    }

    #[test]
    fn a_range_over_midnight_is_split_and_overlaps_are_joined() {
        assert_eq!(told("Sun 22:00-02:00"), ["0 00:00-02:00", "6 22:00-00:00"]);
        assert_eq!(told("Mon 22:00-24:00"), ["0 22:00-00:00"]);
        assert_eq!(told("Mon 00:00-24:00"), ["0 00:00-00:00"]);
        assert_eq!(told("Mon 09:00-12:00 11:00-13:00 13:00-14:00"), ["0 09:00-14:00"]);
        assert_eq!(told("Mon 20:00-24:00 21:00-22:00"), ["0 20:00-00:00"]);
        assert_eq!(told("Mon 20:00-22:00 21:00-24:00"), ["0 20:00-00:00"]);
    }

    #[test]
    fn a_week_is_told_by_its_days_and_written_again_in_short() {
        let text = "Mon-Thu 09:00-12:30 13:30-18:00; Fri 09:00-13:00; Sun 22:00-24:00";
        let days = by_day(text).unwrap();
        assert_eq!((days[0].as_str(), days[5].as_str()), ("09:00-12:30, 13:30-18:00", ""));
        assert_eq!(week(&days), text);
        assert_eq!(by_day(&week(&days)), Some(days));
        assert_eq!((week(&Default::default()), by_day("Mon")), (String::new(), None));
        assert_eq!(week(&by_day("09:00-17:00").unwrap()), "Mon-Sun 09:00-17:00");
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (text, word) in [
            ("Mon-Fri", "Mon-Fri"),
            ("Mon 09:00-09:00", "09:00-09:00"),
            ("Mon 25:00-26:00", "25:00-26:00"),
            ("Mon 9-17", "9-17"),
            ("Mo 09:00-17:00", "Mo"),
            ("Mon 09:00-17:00 Tue", "Mon 09:00-17:00 Tue"),
            ("Mon +9:00-17:00", "+9:00-17:00"),
        ] {
            assert_eq!(read(text), Err(word.to_owned()));
        }
    }

    #[test]
    fn an_hour_is_taken_out_and_what_is_left_reads_as_it_was_meant() {
        for (hours, hour, left) in [
            ("", 15, "Mon-Sun 00:00-15:00 16:00-24:00"),
            ("", 0, "Mon-Sun 01:00-24:00"),
            ("", 23, "Mon-Sun 00:00-23:00"),
            (
                "Mon-Thu 08:30-12:30 13:15-18:00; Fri 08:30-15:30",
                15,
                "Mon-Thu 08:30-12:30 13:15-15:00 16:00-18:00; Fri 08:30-15:00",
            ),
            ("Tue, Thu 09:00-12:00", 10, "Tue 09:00-10:00 11:00-12:00; Thu 09:00-10:00 11:00-12:00"),
            ("Sat 10:15-10:45; Sun 10:30-12:00", 10, "Sun 11:00-12:00"),
            ("Fri 22:00-02:00", 23, "Fri 22:00-23:00; Sat 00:00-02:00"),
        ] {
            let text = without(&read(hours).unwrap(), hour).unwrap();
            assert_eq!(text, left, "{hours}");
            assert_eq!(without(&read(&text).unwrap(), hour), None, "nothing is left of that hour");
        }
        assert_eq!(without(&read("Mon 10:00-11:00").unwrap(), 10), None);
    }
}
