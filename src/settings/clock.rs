//! Times of day as text: `9:00`, `09:00`, and `24:00` where something ends. Owns that form only.

use chrono::NaiveTime;

/// A time of day as `9:00` or `09:00`.
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.trim().split_once(':')?;
    // Digits alone, because reading a number would take a sign as well.
    let plain = |part: &str, least| (least..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(hour, 1) || !plain(minute, 2) {
        return None;
    }
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// When something ends: a time of day, or `24:00`, which is the midnight at the day's end.
#[must_use]
pub fn end(text: &str) -> Option<NaiveTime> {
    if text.trim() == "24:00" { Some(NaiveTime::MIN) } else { time(text) }
}

/// As [`time`], and with seconds and fractions of them as well: what a day of text may need.
#[must_use]
pub fn finely(text: &str) -> Option<NaiveTime> {
    let forms = ["%H:%M:%S", "%H:%M:%S%.f"];
    time(text).or_else(|| forms.iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_people_write_them() {
        let at = |h, m, s| NaiveTime::from_hms_opt(h, m, s);
        assert_eq!((time("9:00"), time(" 09:05 "), time("24:00")), (at(9, 0, 0), at(9, 5, 0), None));
        assert_eq!((end("24:00"), end("23:59"), end("24:01")), (at(0, 0, 0), at(23, 59, 0), None));
        assert_eq!((finely("9:00"), finely("09:00:07"), finely("soon")), (at(9, 0, 0), at(9, 0, 7), None));
        for wrong in ["9", "9:5", "25:00", "+9:00", "09:00:00", ""] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }
}
