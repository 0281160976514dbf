//! What the name of a zone says by itself, where the file defines none: the database's names, Windows' names and what
//! Outlook shows for them, and plain offsets. Owns that table; never looks at a file.

use crate::zones::{Named, Zone};
use chrono::FixedOffset;
use windows_timezones::WindowsTimezone;

/// Windows' zones, without the "Standard Time" at the end of most. Those that are an offset read as one.
const WINDOWS: &str = "Dateline, Aleutian, Hawaiian, Marquesas, Alaskan, Pacific Standard Time (Mexico), Pacific, \
    US Mountain, Mountain Standard Time (Mexico), Mountain, Yukon, Central America, Central, Easter Island, \
    Central Standard Time (Mexico), Canada Central, SA Pacific, Eastern Standard Time (Mexico), Eastern, Haiti, Cuba, \
    US Eastern, Turks And Caicos, Paraguay, Atlantic, Venezuela, Central Brazilian, SA Western, Pacific SA, \
    Newfoundland, Tocantins, E. South America, SA Eastern, Argentina, Greenland, Montevideo, Magallanes, Saint Pierre, \
    Bahia, Azores, Cape Verde, GMT, Greenwich, Sao Tome, Morocco, W. Europe, Central Europe, Romance, \
    Central European, W. Central Africa, Jordan, GTB, Middle East, Egypt, E. Europe, Syria, West Bank, South Africa, \
    FLE, Israel, South Sudan, Kaliningrad, Sudan, Libya, Namibia, Arabic, Turkey, Arab, Belarus, Russian, E. Africa, \
    Iran, Arabian, Astrakhan, Azerbaijan, Russia Time Zone 3, Mauritius, Saratov, Georgian, Volgograd, Caucasus, \
    Afghanistan, West Asia, Ekaterinburg, Pakistan, Qyzylorda, India, Sri Lanka, Nepal, Central Asia, Bangladesh, \
    Omsk, Myanmar, SE Asia, Altai, W. Mongolia, North Asia, N. Central Asia, Tomsk, China, North Asia East, Singapore, \
    W. Australia, Taipei, Ulaanbaatar, Aus Central W., Transbaikal, Tokyo, North Korea, Korea, Yakutsk, \
    Cen. Australia, AUS Central, E. Australia, AUS Eastern, West Pacific, Tasmania, Vladivostok, Lord Howe, \
    Bougainville, Russia Time Zone 10, Magadan, Norfolk, Sakhalin, Central Pacific, Russia Time Zone 11, New Zealand, \
    Fiji, Chatham Islands, Tonga, Samoa, Line Islands";

/// Meaning of a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// Which zone it is.
    Zone(Zone),
    /// Its standard offset, but not which zone, so that summer time is not known.
    Offset(Zone),
    /// Nothing.
    Nothing,
}

/// Whether everybody means the same zone by this name, whatever a file says of it: "Europe/Berlin", but not "EST", which
/// the database has without summer time and most files with it.
pub(super) fn is_everybodys(name: &str) -> bool {
    name.split_once('/').is_some_and(|(area, _)| !area.eq_ignore_ascii_case("Etc")) && Named::find(name).is_some()
}

/// What a name tells: the whole of it, then the part behind a path ("tzone://Microsoft/Utc",
/// "/citadel.org/20211207_1/Europe/Berlin"), then what is before a number ("Eastern Standard Time 1").
pub(super) fn told(name: &str) -> Meaning {
    let name = name.trim();
    // No name has so many parts; one that is all slashes must not be looked up as often as it is long.
    let tails = || name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..)).take(16).find_map(plain);
    let numbered = || {
        let before = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || " _-#".contains(letter));
        Some(before).filter(|before| before.len() < name.len()).and_then(plain)
    };
    if let Some(zone) = plain(name).or_else(|| shown(name)).or_else(tails).or_else(numbered) {
        return Meaning::Zone(zone);
    }
    stated(name).0.map_or(Meaning::Nothing, |offset| Meaning::Offset(Zone::Fixed(offset)))
}

/// A name of the database or of Windows, or an offset.
fn plain(name: &str) -> Option<Zone> {
    // Some programs write the half of the year that they are in. The zone is the same.
    let standard = name.replace(" Daylight ", " Standard ").replace(" Summer ", " Standard ");
    named(name).or_else(|| of_windows(&standard)).or_else(|| offset(name).map(Zone::Fixed))
}

fn named(name: &str) -> Option<Zone> {
    Named::find(name).map(Zone::Named)
}

fn of_windows(name: &str) -> Option<Zone> {
    named(name.parse::<WindowsTimezone>().ok()?.tzdb_id())
}

/// What Outlook shows: "(UTC-05:00) Eastern Time (US & Canada)", "(GMT+01.00) Amsterdam / Berlin". Lists of places differ
/// from one version and language to the next, so that one place in common is enough; the offset tells two of one name apart.
fn shown(name: &str) -> Option<Zone> {
    let (offset, places) = stated(name);
    if offset.is_some() && places.to_ascii_lowercase().starts_with("coordinated universal time") {
        return offset.map(Zone::Fixed);
    }
    let ours = pieces(places);
    let all = WINDOWS.split(", ").filter_map(|short| {
        let whole = short.ends_with(')') || short.starts_with("Russia Time");
        let full = if whole { short.to_owned() } else { format!("{short} Standard Time") };
        let zone = full.parse::<WindowsTimezone>().ok()?;
        let (its, places) = stated(zone.description());
        pieces(places).iter().any(|place| ours.contains(place)).then_some((its, zone))
    });
    let found: Vec<_> = all.collect();
    let same = found.iter().find(|(its, _)| offset.is_none() || *its == offset);
    named(same.or(found.first())?.1.tzdb_id())
}

fn pieces(places: &str) -> Vec<String> {
    let all = places.split([',', '/']).map(|place| place.trim().to_lowercase());
    all.filter(|place| !place.is_empty()).collect()
}

/// The offset in brackets at the beginning of a name, and the rest.
fn stated(name: &str) -> (Option<FixedOffset>, &str) {
    let parts = name.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let found = parts.and_then(|(inner, rest)| Some((offset(inner)?, rest.trim())));
    found.map_or((None, name), |(offset, rest)| (Some(offset), rest))
}

/// "GMT-0500", "UTC+02:00", "UTC+5.30", "GMT+1", "UTC": hours and minutes east of UTC, as people write it.
fn offset(text: &str) -> Option<FixedOffset> {
    let text = text.trim().to_ascii_uppercase();
    let rest = ["UTC", "GMT"].iter().find_map(|start| text.strip_prefix(start)).map(str::trim);
    if rest == Some("") {
        return FixedOffset::east_opt(0);
    }
    let rest = rest.unwrap_or(&text);
    let east = if rest.starts_with('+') { 1 } else { -1 };
    let digits = rest.strip_prefix(['+', '-', '\u{2212}'])?;
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if digits.len() > 2 => digits.split_at_checked(digits.len() - 2)?,
        None => (digits, "0"),
    };
    let number = |text: &str| text.parse::<i32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    // No place on earth is farther from UTC than fourteen hours.
    (hours <= 14 && minutes < 60).then(|| FixedOffset::east_opt(east * (hours * 3600 + minutes * 60)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_say_what_they_are() {
        for (name, zone) in [
            ("Europe/Berlin", "Europe/Berlin"),
            ("tzone://Microsoft/Utc", "UTC"),
            ("/citadel.org/20211207_1/Europe/Berlin", "Europe/Berlin"),
            ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
            ("(GMT-05.00) Eastern Time (US & Canada)", "America/New_York"),
            ("Eastern Time (US & Canada)", "America/New_York"),
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Berlin"),
            ("(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna", "Europe/Berlin"),
            ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London"),
            ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/London"),
            ("(UTC-04:00) Georgetown, La Paz, Manaus, San Juan", "America/La_Paz"),
            ("(UTC-07:00) Chihuahua, La Paz, Mazatlan", "America/Mazatlan"),
            ("Eastern Standard Time 1", "America/New_York"),
            ("W. Europe Daylight Time", "Europe/Berlin"),
            ("Russia Time Zone 3", "Europe/Samara"),
            ("Europe/Berlin 2", "Europe/Berlin"),
        ] {
            assert_eq!(told(name), Meaning::Zone(named(zone).unwrap()), "{name}");
        }
    }

    #[test]
    fn offsets_and_what_says_nothing() {
        for (name, minutes) in [
            ("GMT-0500", -300),
            ("UTC+02:00", 120),
            ("utc-5", -300),
            ("UTC+05:30", 330),
            ("GMT+1", 60),
            ("UTC-11", -660),
            ("+0200", 120),
            ("(UTC-02:00) Coordinated Universal Time-02", -120),
        ] {
            let zone = Zone::Fixed(FixedOffset::east_opt(minutes * 60).unwrap());
            let told = told(name);
            let Meaning::Zone(found) = &told else { panic!("{name}: {told:?}") };
            assert_eq!(found.offset(chrono::DateTime::UNIX_EPOCH), zone.offset(chrono::DateTime::UNIX_EPOCH), "{name}");
        }
        let unknown = "(UTC-05:00) Heure de l'Est (É.-U. et Canada)";
        assert_eq!(told(unknown), Meaning::Offset(Zone::Fixed(FixedOffset::west_opt(5 * 3600).unwrap())));
        for name in
            ["", "Customized Time Zone", "tzone://Microsoft/Custom", "GMT+99", "UTC+1:5", "12", "(UTC+é) x", "PST"]
        {
            assert_eq!(told(name), Meaning::Nothing, "{name}");
        }
    }

    #[test]
    fn every_zone_of_windows_is_known_by_what_outlook_shows() {
        for short in WINDOWS.split(", ") {
            let zones = [short.to_owned(), format!("{short} Standard Time")];
            let zone = zones.iter().find_map(|name| name.parse::<WindowsTimezone>().ok()).unwrap();
            assert_eq!(told(zone.description()), Meaning::Zone(named(zone.tzdb_id()).unwrap()), "{short}");
        }
    }

    #[test]
    fn short_old_names_are_the_files_to_define() {
        assert!(is_everybodys("Europe/Berlin") && is_everybodys("US/Eastern"));
        for name in ["EST", "GMT", "UTC", "Etc/UTC", "W. Europe Standard Time", "Mars/Base"] {
            assert!(!is_everybodys(name), "{name}");
        }
    }
}
