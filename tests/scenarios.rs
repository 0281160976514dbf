//! Every day in the folders of `tests/scenarios/` holds, played by the real engine.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use unhunch::engine::content::{Content, Occasion};
use unhunch::engine::effect::Record;
use unhunch::engine::instance::{ExerciseResult, Hold, Instance, Outcome};
use unhunch::scenario::{Options, simulate};
use unhunch::text::locale::{self, Language};

fn content() -> Arc<Content> {
    Arc::new(unhunch::text::library::content(&[]).0.content)
}

/// The rows that a day leaves behind, as last written.
fn rows(text: &str) -> Vec<Instance> {
    let mut rows = std::collections::BTreeMap::new();
    play(text, &mut |record| {
        if let Record::Instance(row) = record {
            rows.insert(row.id, (**row).clone());
        }
    });
    rows.into_values().collect()
}

/// What became of each exercise that a day's only instance offered; no line may come before its instance's row.
fn offers(text: &str) -> Vec<(u32, Option<ExerciseResult>)> {
    let (mut known, mut offers) = (false, std::collections::BTreeMap::new());
    play(text, &mut |record| match record {
        Record::Instance(_) => known = true,
        Record::Offer(offer) => {
            assert!(known, "{offer:?} before its row");
            offers.insert(offer.n, offer.result);
        }
        Record::Span { .. } | Record::CheckIn { .. } | Record::Nudge { .. } => {}
    });
    offers.into_iter().collect()
}

fn play(text: &str, see: &mut dyn FnMut(&Record)) {
    play_with(content(), text, see);
}

fn play_with(content: Arc<Content>, text: &str, see: &mut dyn FnMut(&Record)) {
    let report = simulate(
        text,
        Options {
            settings: String::new(),
            content,
            first_id: 1,
            tray: false,
            print: &mut |_| {},
            keep: &mut |_, records, _, _| records.iter().for_each(&mut *see),
        },
    );
    assert_eq!(report.unwrap().failures, []);
}

#[test]
fn a_call_under_a_prompt_stops_the_response_time_and_brings_its_own_exercise() {
    let rows = rows(
        "settings nudge.posture.every=0min check_in.most=0 lull.wait=0s
         08:00:00 active
         09:00:00 expect prompt movement
         09:02:00 call on mic
         09:02:00 expect withdraw movement
         09:30:00 call off mic
         09:31:00 expect prompt movement owed again
         09:31:30 click start
         09:34:30 expect taken movement",
    );
    let row = rows.first().unwrap();
    assert_eq!(row.response_s, Some(120 + 30), "two minutes before the call and half a minute after it");
    assert_eq!(row.holds.get(&Hold::Call), Some(&(28 * 60)));
    let exercise = content().exercises.iter().find(|e| Some(&e.id) == row.exercise.as_ref()).cloned().unwrap();
    assert!(exercise.when.contains(&Occasion::PostCall), "{} is for after a call", exercise.id);
}

#[test]
fn a_break_that_was_only_tried_leaves_no_row_and_one_that_counts_leaves_all_it_offered() {
    let day = |end: &str| {
        format!(
            "settings nudge.posture.every=0min check_in.most=0 lull.wait=0s
             08:00:00 active
             08:20:00 start-break
             08:20:10 guide swap
             {end}"
        )
    };
    for end in ["08:20:20 done", "08:20:20 skip", "08:20:20 kill\n08:50:00 run"] {
        assert_eq!(rows(&day(end)), [], "{end}");
    }
    let kept = rows(&day("08:21:20 done"));
    assert_eq!(kept.iter().map(|row| row.outcome).collect::<Vec<_>>(), [Some(Outcome::Taken)]);
    assert_eq!(
        offers(&day("08:21:20 done")),
        [(1, Some(ExerciseResult::Swapped)), (2, Some(ExerciseResult::Completed)), (3, None)],
    );
}

#[test]
fn each_exercise_of_a_filled_break_has_its_line_and_the_row_is_that_of_the_first() {
    use ExerciseResult::{Completed, Hurt, Skipped, Swapped};
    let day = |lasts: &str, rest: &str| {
        format!(
            "settings nudge.posture.every=0min check_in.most=0 lull.wait=0s break.movement.lasts={lasts}
             08:00:00 active
             09:00:10 click start
             {rest}
             09:05:00 tick"
        )
    };
    for (lasts, rest, lines) in [
        ("3min", "", vec![(1, Some(Completed)), (2, Some(Completed))]),
        ("3min", "09:02:00 guide swap", vec![(1, Some(Completed)), (2, Some(Swapped)), (3, Some(Completed))]),
        ("3min", "09:02:30 done", vec![(1, Some(Completed)), (2, None)]),
        ("3min", "09:02:30 skip", vec![(1, Some(Completed)), (2, Some(Skipped))]),
        (
            "3min",
            "09:01:55 guide hurt\n09:01:58 guide undo",
            vec![(1, Some(Completed)), (2, None), (3, None), (4, Some(Completed))],
        ),
        ("2min", "09:01:55 guide hurt", vec![(1, Some(Hurt))]),
        ("2min", "09:01:55 guide hurt\n09:01:58 guide undo", vec![(1, Some(Completed))]),
    ] {
        let text = day(lasts, rest);
        assert_eq!(offers(&text), lines, "{text}");
        let row = rows(&text).pop().unwrap();
        assert_eq!((row.exercise.as_deref(), row.result), (Some("scapular-retraction"), lines[0].1), "{text}");
    }
}

#[test]
fn one_whole_exercise_is_a_break_and_a_little_less_is_none() {
    let mut only = (*content()).clone();
    only.exercises.retain(|e| e.id == "jaw-rest");
    let lasts = only.exercises.first().unwrap().seconds;
    assert!(lasts < 60, "longer than the minimum says nothing");
    let only = Arc::new(only);
    let whole = [("done", ""), ("guide close", "+1s done"), ("guide swap", "+1s done")];
    for (at, outcome, ends) in whole.into_iter().flat_map(|end| [(lasts, "taken", end), (lasts - 3, "short", end)]) {
        let day = format!(
            "settings nudge.posture.every=0min check_in.most=0 lull.wait=0s
             08:00:00 active
             09:00:10 click start
             09:00:11 idle
             +{at}s {}
             {}
             expect {outcome} movement",
            ends.0, ends.1
        );
        play_with(Arc::clone(&only), &day, &mut |_| {});
    }
}

#[test]
fn a_break_after_a_meeting_of_ones_own_is_made_for_it() {
    let rows = rows(
        "settings nudge.posture.every=0min check_in.most=0 lull.wait=0s
         08:00:00 active
         08:30:00 meet 45m
         09:15:00 expect ask meeting
         09:15:10 click now
         09:18:10 expect taken movement",
    );
    let row = rows.first().unwrap();
    assert_eq!((rows.len(), row.holds.get(&Hold::Meeting)), (1, Some(&(15 * 60))));
    let exercise = content().exercises.iter().find(|e| Some(&e.id) == row.exercise.as_ref()).cloned().unwrap();
    assert!(exercise.when.contains(&Occasion::PostCall), "{} is for after a call", exercise.id);
}

/// What the rule book of days shows is true: its example holds, and every input of its table is one.
#[test]
fn the_rule_book_of_days_can_be_played() {
    let book = include_str!("../src/scenario/scenario.md");
    let example = book.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    play(example, &mut |_| {});
    let rows = book.lines().filter(|line| line.starts_with("| `")).filter_map(|line| line.split('|').nth(1));
    let inputs: Vec<&str> = rows.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert!(inputs.len() >= 40, "{inputs:?}");
    for input in inputs {
        play(&format!("08:00:00 active\n08:01:00 {input}"), &mut |_| {});
    }
}

/// The files below a folder: one folder a subject.
fn days(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { days(&path, files) } else { files.push(path) }
    }
}

/// Every day by its place below the folder, with its text; only those that `DAY` names, where it does.
fn all_days() -> Vec<(String, String)> {
    let home = Path::new("tests/scenarios");
    let mut files = Vec::new();
    days(home, &mut files);
    assert!(files.len() >= 60, "the days are there");
    let only = std::env::var("DAY").unwrap_or_default();
    files.retain(|file| file.to_string_lossy().contains(&only));
    files.sort();
    let name = |file: &PathBuf| file.strip_prefix(home).unwrap().display().to_string();
    files.iter().map(|file| (name(file), std::fs::read_to_string(file).unwrap())).collect()
}

/// What a day printed, and what of it failed.
fn printed(name: &str, text: &str, tray: bool) -> (Vec<String>, Vec<String>) {
    let mut printed = Vec::new();
    let report = simulate(
        text,
        Options {
            settings: String::new(),
            content: content(),
            first_id: 1,
            tray,
            print: &mut |p| printed.push(format!("    {} {}", p.at.format("%d %H:%M:%S"), p.words)),
            keep: &mut |_, _, _, _| {},
        },
    );
    let failures = match report {
        Ok(report) => report.failures.iter().map(|f| format!("{name}:{}: {}", f.line, f.missed.sentence())).collect(),
        Err(e) => vec![format!("{name}:{}: {}", e.line, e.why.sentence())],
    };
    (printed, failures)
}

#[test]
fn every_day_holds() {
    let (mut wrong, only) = (Vec::new(), std::env::var("DAY").is_ok());
    for (name, text) in all_days() {
        let (printed, failures) = printed(&name, &text, only);
        if !failures.is_empty() {
            wrong.extend(failures);
            wrong.extend(printed.into_iter().filter(|_| only));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n{} lines", wrong.join("\n"), wrong.len());
}

#[test]
fn every_day_is_decided_alike_in_any_language() {
    for (name, text) in all_days() {
        let english = printed(&name, &text, false).0;
        let other = locale::within(Language::Pseudo, || printed(&name, &text, false).0);
        assert_eq!(english, other, "{name}");
    }
}
