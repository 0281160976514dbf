//! The extract as ActivityWatch takes it in: buckets of events (its schemas export.v0 and bucket.v0; times are UTC, lengths
//! seconds). Owns its keys, which are ActivityWatch's, and those in `data`, which may be added to and are never renamed.

use super::Extract;
use crate::engine::instance::{Evidence, Instance, Outcome};
use crate::engine::moment::Stamp;
use crate::ledger::CheckIn;
use chrono::SecondsFormat;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Debug, Serialize)]
struct Export {
    buckets: BTreeMap<String, Bucket>,
}

#[derive(Debug, Serialize)]
struct Bucket {
    id: String,
    /// Of which kind its events are.
    r#type: &'static str,
    client: &'static str,
    hostname: String,
    created: String,
    events: Vec<Event>,
}

#[derive(Debug, Serialize)]
struct Event {
    timestamp: String,
    /// In seconds.
    duration: f64,
    data: Value,
}

/// The buckets of this machine: its breaks that have ended, and its check-ins. The shape of the days is not in it:
/// ActivityWatch sees for itself when somebody was there.
pub(super) fn text(extract: &Extract, made: Stamp, machine: &str) -> String {
    let breaks: Vec<Event> = extract.rows.iter().filter_map(of_break).collect();
    let check_ins: Vec<Event> = extract.check_ins.iter().map(of_check_in).collect();
    let all = [("unhunch-breaks", "unhunch.break", breaks), ("unhunch-check-ins", "unhunch.check-in", check_ins)];
    let bucket = |(name, r#type, events): (&str, &'static str, Vec<Event>)| {
        // The machine's name is at the end of every bucket's id there.
        let id = format!("{name}_{machine}");
        let (client, hostname, created) = ("unhunch", machine.to_owned(), utc(made));
        (id.clone(), Bucket { id, r#type, client, hostname, created, events })
    };
    let export = Export { buckets: all.into_iter().filter(|(.., events)| !events.is_empty()).map(bucket).collect() };
    // Nothing in it can fail: its keys are texts, and its numbers finite.
    serde_json::to_string_pretty(&export).unwrap_or_default()
}

fn of_break(row: &Instance) -> Option<Event> {
    let outcome = row.outcome?;
    // Only what was had took time; all others are at the time when they were due.
    let had = matches!(outcome, Outcome::Taken | Outcome::Natural);
    let from = row.start.filter(|_| had).unwrap_or(row.due);
    let lasted = row.end.filter(|_| had).and_then(|end| (end - from).to_std().ok()).unwrap_or_default();
    let data = json!({
        "break": row.reminder,
        "instance": row.id,
        "outcome": outcome.token(),
        "evidence": row.evidence.map(Evidence::token),
        "away_s": row.away_s,
        "exercise": row.exercise,
    });
    Some(Event { timestamp: utc(from), duration: lasted.as_secs_f64(), data })
}

fn of_check_in(one: &CheckIn) -> Event {
    Event { timestamp: utc(one.at), duration: 0.0, data: json!({ "answer": one.answer }) }
}

fn utc(at: Stamp) -> String {
    at.to_utc().to_rfc3339_opts(SecondsFormat::Millis, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Action;
    use crate::ledger::History;

    fn at(text: &str) -> Stamp {
        format!("2026-01-05T{text}+01:00").parse().expect("a time")
    }

    fn row(id: u64, due: &str, outcome: Option<Outcome>) -> Instance {
        let day = at(due).date_naive();
        Instance { outcome, ..Instance::fell_due(id, "movement", at(due), day, None) }
    }

    #[test]
    fn buckets_are_as_their_schema_has_them_and_only_what_was_had_takes_time() {
        let taken = Instance {
            start: Some(at("09:00:10")),
            end: Some(at("09:03:10.500")),
            evidence: Some(Evidence::Observed),
            away_s: 170,
            exercise: Some("shrugs".into()),
            ..row(1, "09:00:00", Some(Outcome::Taken))
        };
        let skipped = Instance {
            start: Some(at("10:00:05")),
            end: Some(at("10:00:09")),
            ..row(2, "10:00:00", Some(Outcome::Skipped))
        };
        let history = History {
            rows: vec![taken, skipped, row(3, "11:00:00", None)],
            check_ins: vec![CheckIn { at: at("12:00:00"), day: at("12:00:00").date_naive(), answer: Action::Tight }],
            ..History::default()
        };
        let extract = Extract::of(history, None, at("12:00:00").date_naive(), chrono::NaiveTime::MIN);
        let told: Value = serde_json::from_str(&text(&extract, at("17:00:00"), "desk")).expect("JSON");
        let bucket = |id: &str, kind: &str, events: Value| {
            json!({ "id": id, "type": kind, "client": "unhunch", "hostname": "desk",
                    "created": "2026-01-05T16:00:00.000Z", "events": events })
        };
        let breaks = json!([
            { "timestamp": "2026-01-05T08:00:10.000Z", "duration": 180.5,
              "data": { "break": "movement", "instance": 1, "outcome": "taken", "evidence": "observed", "away_s": 170,
                        "exercise": "shrugs" } },
            { "timestamp": "2026-01-05T09:00:00.000Z", "duration": 0.0,
              "data": { "break": "movement", "instance": 2, "outcome": "skipped", "evidence": null, "away_s": 0,
                        "exercise": null } },
        ]);
        let check_ins =
            json!([{ "timestamp": "2026-01-05T11:00:00.000Z", "duration": 0.0, "data": { "answer": "tight" } }]);
        let wanted = json!({ "buckets": {
            "unhunch-breaks_desk": bucket("unhunch-breaks_desk", "unhunch.break", breaks),
            "unhunch-check-ins_desk": bucket("unhunch-check-ins_desk", "unhunch.check-in", check_ins),
        } });
        assert_eq!(told, wanted);
    }
}
