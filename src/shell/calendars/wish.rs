//! How often a calendar itself wants to be asked, as it says in its head. PURE. Owns the reading of that; what is made of it is
//! `cache`'s.

use std::time::Duration;

/// How long a calendar itself says that it need not be asked again (`REFRESH-INTERVAL`, `X-PUBLISHED-TTL`): in its head.
pub(super) fn wish(text: &[u8]) -> Option<Duration> {
    let head = String::from_utf8_lossy(text.get(..text.len().min(4096)).unwrap_or_default()).to_ascii_uppercase();
    let said = |line: &&str| line.starts_with("REFRESH-INTERVAL") || line.starts_with("X-PUBLISHED-TTL");
    let spans = head.lines().filter(said).filter_map(|line| span(line.rsplit(':').next()?.trim()));
    spans.max()
}

/// A length of time as calendars write it: `PT1H`, `P1DT12H`, `P1W`.
fn span(text: &str) -> Option<Duration> {
    let (mut total, mut number, mut time) = (0_u64, None::<u64>, false);
    for c in text.strip_prefix('P')?.chars() {
        if let Some(digit) = c.to_digit(10) {
            number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit.into())?);
            continue;
        }
        let unit = match (c, time) {
            ('T', false) => {
                time = true;
                continue;
            }
            ('W', false) => 604_800,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        total = total.checked_add(number.take()?.checked_mul(unit)?)?;
    }
    (number.is_none() && total > 0).then(|| Duration::from_secs(total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_says_how_often_it_wants_to_be_asked() {
        let head = |line: &str| wish(format!("BEGIN:VCALENDAR\r\n{line}\r\nBEGIN:VEVENT\r\n").as_bytes());
        assert_eq!(head("REFRESH-INTERVAL;VALUE=DURATION:PT12H"), Some(Duration::from_hours(12)));
        assert_eq!(head("X-PUBLISHED-TTL:P1DT30M"), Some(Duration::from_mins(24 * 60 + 30)));
        for wrong in
            ["X-PUBLISHED-TTL:", "X-PUBLISHED-TTL:PT", "X-PUBLISHED-TTL:P5", "X-PUBLISHED-TTL:PT1D", "X-OTHER:PT1H"]
        {
            assert_eq!(head(wrong), None, "{wrong}");
        }
        assert_eq!(span("P99999999999999999999W"), None);
    }
}
