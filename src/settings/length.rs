//! Lengths of time as text. Owns the form: `90s`, `30min`, `1h20min`.

use std::time::Duration;

/// Reads `90s`, `30m`, `30min`, `1h`, `1h20m`, `1 h 20 min`: numbers each with a unit, the larger unit first, no signs and
/// no fractions. None if it is anything else or longer than a clock can hold.
#[must_use]
pub fn read(text: &str) -> Option<Duration> {
    parse(text, false)
}

/// As [`read`], and fractions and milliseconds (`0.5s`, `250ms`) as well: what a day of text may need.
#[must_use]
pub fn read_finely(text: &str) -> Option<Duration> {
    parse(text, true)
}

fn parse(text: &str, fine: bool) -> Option<Duration> {
    let mut rest = text.trim();
    let (mut total, mut above) = (Duration::ZERO, u64::MAX);
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || (fine && c == '.')).len();
        let number = rest.get(..digits)?;
        rest = rest.get(digits..)?.trim_start();
        let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
        let millis = match rest.get(..letters)? {
            "h" => 3_600_000,
            "m" | "min" => 60_000,
            "s" => 1000,
            "ms" if fine => 1,
            _ => return None,
        };
        if millis >= above {
            return None;
        }
        above = millis;
        total = total.checked_add(part(number, millis)?)?;
        rest = rest.get(letters..)?.trim_start();
    }
    (above != u64::MAX).then_some(total)
}

/// So many units of so many milliseconds.
fn part(number: &str, millis: u64) -> Option<Duration> {
    if number.contains('.') {
        let scale = Duration::from_millis(millis).as_secs_f64();
        return Duration::try_from_secs_f64(number.parse::<f64>().ok()? * scale).ok();
    }
    Some(Duration::from_millis(number.parse::<u64>().ok()?.checked_mul(millis)?))
}

/// The shortest usual way to write a length, in whole seconds: `20s`, `90s`, `2min`, `60min`, `2h`, `2h30min`.
#[must_use]
pub fn text(length: Duration) -> String {
    let all = length.as_secs();
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    if all == 0 || (all < 120 && seconds > 0) {
        return format!("{all}s");
    }
    if all < 7200 && seconds == 0 {
        return format!("{}min", all / 60);
    }
    let part = |number: u64, unit| if number > 0 { format!("{number}{unit}") } else { String::new() };
    part(hours, "h") + &part(minutes, "min") + &part(seconds, "s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_numbers_with_units() {
        for (written, seconds) in [
            ("90s", 90),
            ("30min", 1800),
            ("1h20m", 4800),
            ("1h", 3600),
            ("0s", 0),
            (" 1 h 20 min ", 4800),
            ("0min", 0),
        ] {
            assert_eq!(read(written), Some(Duration::from_secs(seconds)), "{written}");
        }
        for wrong in
            ["", " ", "5", "min", "1.5h", "-1s", "5 parsecs", "20s1h", "1m1m", "99999999999999999999s", "1H", "١s"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(read(&format!("{}h", u64::MAX)), None);
    }

    #[test]
    fn a_day_of_text_may_be_finer() {
        for (written, millis) in [("90s", 90_000), ("0.5s", 500), ("1m250ms", 60_250), ("1.5h", 5_400_000)] {
            assert_eq!(read_finely(written), Some(Duration::from_millis(millis)), "{written}");
        }
        for wrong in ["", "5", "1.2.3s", ".s", "1s1h", "-1s"] {
            assert_eq!(read_finely(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn lengths_are_written_as_people_write_them() {
        for (seconds, wanted) in [
            (0, "0s"),
            (20, "20s"),
            (60, "1min"),
            (90, "90s"),
            (150, "2min30s"),
            (3600, "60min"),
            (7200, "2h"),
            (9000, "2h30min"),
        ] {
            assert_eq!(text(Duration::from_secs(seconds)), wanted);
        }
    }
}
