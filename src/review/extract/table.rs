//! The extract as one table (RFC 4180): a line for each of all kinds. Owns its columns: first what the line is, then those of
//! the review's CSV, then what only other kinds have, and last the machine of a break where others than this one are known.

use super::Extract;
use crate::engine::instance::Instance;
use crate::ledger::ImportedDay;
use crate::review::csv;
use crate::review::json::time;

/// The columns behind those of a break; those of a day of another program follow.
const BEHIND: [&str; 2] = ["kind", "answer"];

/// All lines under a line of names, the breaks first.
pub(super) fn text(extract: &Extract) -> String {
    // A line of another kind: of a break's columns it has these alone.
    let other = |what: &str, has: &[(&str, String)], behind: [String; 2]| {
        let column = |name: &&str| has.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
        let own = csv::HEAD.iter().map(|name| column(name).to_owned());
        [what.to_owned()].into_iter().chain(own).chain(behind).collect::<Vec<_>>()
    };
    let breaks = extract.rows.iter().map(|row| {
        let (id, machine) = extract.recorded(row);
        let own = ["break".to_owned()].into_iter().chain(csv::fields(&Instance { id, ..row.clone() }));
        (own.collect::<Vec<_>>(), machine)
    });
    let check_ins = extract.check_ins.iter().map(|one| {
        let has = [("day", one.day.to_string()), ("start", time(one.at))];
        other("check-in", &has, [String::new(), csv::token(&one.answer)])
    });
    let nudges = extract.nudges.iter().map(|one| {
        let has = [("day", one.day.to_string()), ("start", time(one.at)), ("reminder", one.reminder.clone())];
        other("nudge", &has, [String::new(), csv::token(&one.answer)])
    });
    let spans = extract.spans.iter().map(|span| {
        let has = [("start", time(span.from)), ("end", time(span.to))];
        other("span", &has, [span.kind.token().to_owned(), String::new()])
    });
    let imported = extract.imported.iter().map(|one| {
        let mut line =
            other("imported", &[("day", one.day.to_string())], [one.program.token().to_owned(), String::new()]);
        line.extend(one.figures().map(|figure| figure.map_or_else(String::new, |n| n.to_string())));
        line
    });
    let names = ["record"].into_iter().chain(csv::HEAD).chain(BEHIND).chain(ImportedDay::FIGURES);
    let head: Vec<String> = names.map(str::to_owned).collect();
    let columns = head.len();
    let others = check_ins.chain(nudges).chain(spans).chain(imported).map(|line| (line, None));
    let lines =
        breaks.chain(others).map(|(line, machine)| (line, machine.map(|id| id.to_string()).unwrap_or_default()));
    let machines = !extract.origins.machines.is_empty();
    let whole = [(head, "machine".to_owned())].into_iter().chain(lines).map(|(mut line, machine)| {
        // What a kind has not is empty.
        line.resize(columns, String::new());
        line.extend(machines.then_some(machine));
        csv::line(&line)
    });
    whole.collect()
}
