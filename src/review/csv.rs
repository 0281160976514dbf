//! The rows as CSV (RFC 4180), safe to open in a spreadsheet.

use super::json::time;
use super::period::Review;
use crate::engine::instance::Instance;
use serde::Serialize;

/// The columns, in order.
pub(super) const HEAD: [&str; 22] = [
    "id",
    "reminder",
    "day",
    "due",
    "zone",
    "first_prompt",
    "start",
    "end",
    "outcome",
    "evidence",
    "away_s",
    "prompts",
    "snoozes",
    "snoozed_s",
    "response_s",
    "holds",
    "exercise",
    "result",
    "delivery",
    "short",
    "cancelled",
    "edited",
];

/// The review's rows, one a line, under a line of names. Times are RFC 3339 with offset; seconds are whole; holds are
/// `NAME:SECONDS` with blanks between. Where other machines are known, a last column has the machine's id.
#[must_use]
pub fn csv(review: &Review) -> String {
    let machines = &review.origins.machines;
    let this = machines.iter().find(|machine| machine.this).map(|machine| machine.id);
    let whole = |own: [String; 22], machine: String| {
        let last = (!machines.is_empty()).then_some(machine);
        line(&own.into_iter().chain(last).collect::<Vec<_>>())
    };
    let mut out = whole(HEAD.map(str::to_owned), "machine".into());
    for row in &review.rows {
        let mut own = fields(row);
        let mut of = this;
        if let Some((machine, id)) = review.origins.of(row.id) {
            own[0] = id.to_string();
            of = Some(machine);
        }
        out += &whole(own, of.map(|id| id.to_string()).unwrap_or_default());
    }
    out
}

/// These fields as a line.
pub(super) fn line(fields: &[String]) -> String {
    // The form's own end of a line (RFC 4180, 2), on every system.
    fields.iter().map(|field| escape(field)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A row's fields, in the order of the columns.
pub(super) fn fields(row: &Instance) -> [String; 22] {
    let holds: Vec<String> = row.holds.iter().map(|(hold, seconds)| format!("{}:{seconds}", hold.token())).collect();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        row.id.to_string(),
        row.reminder.clone(),
        row.day.to_string(),
        time(row.due),
        text(&row.zone),
        row.first_prompt.map(time).unwrap_or_default(),
        row.start.map(time).unwrap_or_default(),
        row.end.map(time).unwrap_or_default(),
        token(&row.outcome),
        token(&row.evidence),
        row.away_s.to_string(),
        row.prompts.to_string(),
        row.snoozes.to_string(),
        row.snoozed_s.to_string(),
        row.response_s.map(|seconds| seconds.to_string()).unwrap_or_default(),
        holds.join(" "),
        text(&row.exercise),
        token(&row.result),
        token(&row.delivery),
        row.short.to_string(),
        token(&row.cancelled),
        row.edited.to_string(),
    ]
}

/// The token of one of our closed lists; nothing for none.
pub(super) fn token<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Quotes what needs quotes. A field that a spreadsheet would take for a formula gets an apostrophe in front.
fn escape(field: &str) -> String {
    let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let field = if formula { format!("'{field}") } else { field.to_owned() };
    if field.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn fields_are_quoted_and_formulas_defused() {
        assert_eq!(escape("plain"), "plain");
        assert_eq!(escape("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(escape("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        for start in ["+", "-", "@", "\t"] {
            assert_eq!(escape(&format!("{start}1")), format!("'{start}1"));
        }
    }
}
