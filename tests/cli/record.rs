//! What was answered is in the record, or it is said that it is not: one writer a ledger, whatever may happen to it.

use crate::house::{AGAIN, FAST, House, started, until};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The program in the same home and without the runtime folder, as `ssh`, `su` and cron start it.
pub(crate) fn from_elsewhere(house: &House, arguments: &[&str]) -> Command {
    let mut command = house.command(arguments);
    command.env_remove("XDG_RUNTIME_DIR");
    command
}

pub(crate) fn said(mut command: Command) -> (i32, String) {
    let output = started(|| command.output());
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn one_ledger_has_one_app_that_is_found_from_every_environment() {
    let house = House::with(FAST);
    let app = house.start();
    let (code, out) = said(from_elsewhere(&house, &["status"]));
    assert!(code == 0 && out.contains("movement"), "{code} {out}");
    let (code, out) = said(from_elsewhere(&house, AGAIN));
    assert!(code == 0 && out.contains("running already") && out.contains("movement"), "{code} {out}");
    house.prompted();
    assert_eq!(said(from_elsewhere(&house, &["skip"])).0, 0);
    assert_eq!(house.record()["skipped"], 1);
    assert_eq!(said(from_elsewhere(&house, &["quit"])).0, 0);
    assert!(app.ended().success());
    assert_eq!(said(from_elsewhere(&house, &["status"])).0, 3);
    let app = house.start();
    app.kill();
    assert_eq!(said(from_elsewhere(&house, &["status"])).0, 3, "the word of a killed one leads nowhere");
}

/// As many as `UNHUNCH_KILLS` says. Two starters, each with a runtime folder of its own, begin at the same time; whoever
/// runs is asked and killed.
#[test]
fn with_two_starters_killed_at_random_no_answer_is_lost_or_written_twice() {
    let kills = std::env::var("UNHUNCH_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(8_u32);
    let house = House::with(FAST);
    let (mut skipped, mut feels, mut random) = (0, None, 0x2545_f491_4f6c_dd1d_u64);
    let mut next = |most: u64| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random % most
    };
    for _ in 0..kills {
        let mut starters = [house.command(AGAIN), from_elsewhere(&house, AGAIN)].map(quietly);
        let asked = next(3);
        if asked > 0 {
            until("one of them answers", || (house.run(&["status"]).code == 0).then_some(()));
            skipped += i64::from(house.run(&["skip"]).code == 0);
            let word = ["loose", "tight", "sore"][usize::try_from(next(3)).expect("small")];
            feels = (said(from_elsewhere(&house, &["check-in", word])).0 == 0).then_some(word);
        }
        std::thread::sleep(std::time::Duration::from_millis(next(200)));
        if asked > 1 {
            until("one of them has ended", || {
                starters.iter_mut().any(|app| app.try_wait().expect("asked").is_some()).then_some(())
            });
        }
        for app in &mut starters {
            let _ = app.kill();
            let _ = app.wait();
        }
    }
    let app = house.start();
    let record = house.record();
    let rows = record["breaks"].as_array().expect("rows");
    let ids: std::collections::BTreeSet<i64> = rows.iter().filter_map(|row| row["id"].as_i64()).collect();
    assert_eq!(ids.len(), rows.len());
    assert!(record["skipped"].as_i64().expect("a number") >= skipped, "{skipped} skipped: {record}");
    assert!(rows.iter().filter(|row| row["outcome"].is_null()).count() <= 1, "{record}");
    assert_eq!(house.part("ledger")["says"], "");
    app.quit();
    let ledger = rusqlite::Connection::open(house.ledger()).expect("opened");
    let last = "SELECT answer FROM check_in ORDER BY at_utc DESC LIMIT 1";
    let last: Option<String> = ledger.query_row(last, [], |row| row.get(0)).ok();
    assert!(feels.is_none_or(|word| last.as_deref() == Some(word)), "{feels:?} is not {last:?}");
}

fn quietly(mut command: Command) -> Child {
    started(|| command.stdout(Stdio::null()).stderr(Stdio::null()).spawn())
}

/// One of the files that a ledger is.
pub(crate) fn beside(ledger: &Path, end: &str) -> PathBuf {
    ledger.with_extension(format!("db{end}"))
}

#[test]
fn another_program_that_closes_the_ledger_takes_no_log_away() {
    let house = House::with(FAST);
    let app = house.start();
    for already in 0..3 {
        house.prompted();
        assert_eq!(house.run(&["skip"]).code, 0);
        let other = rusqlite::Connection::open(house.ledger()).expect("opened");
        let rows: i64 = other.query_row("SELECT count(*) FROM instance", [], |row| row.get(0)).expect("counted");
        assert!(rows > already, "{rows}");
        other.close().expect("closed");
        assert!(beside(&house.ledger(), "-wal").exists(), "whoever closes it last deletes it, and that is the app");
    }
    app.kill();
    assert_eq!(house.record()["skipped"], 3);
}

#[test]
fn another_writer_keeps_nobody_waiting_and_all_is_written_when_it_is_done() {
    let house = House::with(FAST);
    let app = house.start();
    house.prompted();
    let other = rusqlite::Connection::open(house.ledger()).expect("opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    let skip = house.run(&["skip"]);
    assert!(skip.code == 5 && skip.err.contains("Not recorded: "), "{skip:?}");
    for look in [&["review"][..], &["review", "--csv"], &["why"], &["log", "--scenario"]] {
        let looked = house.run(look);
        assert!(looked.err.contains("Not recorded: "), "{looked:?}");
    }
    let review = house.run(&["review", "all", "--json", "--breaks"]);
    let told: serde_json::Value = serde_json::from_str(&review.out).expect("JSON");
    assert!(
        review.code == 0 && told["not_recorded"].is_string() && review.err.contains("Not recorded: "),
        "{review:?}"
    );
    let id = told["breaks"][0]["id"].to_string();
    let correct = house.run(&["review", "correct", &id, "taken"]);
    assert!(correct.code == 5 && correct.err.contains("Not recorded: "), "{correct:?}");
    let symptoms = house.run_with(&["symptoms"], "1\ny\n");
    assert!(symptoms.code == 5 && symptoms.err.contains("Not recorded: "), "{symptoms:?}");
    app.kill();
    let alone = house.run(&["review", "correct", &id, "taken"]);
    assert!(alone.code == 1 && alone.err.contains("still open"), "a correction that may not be is refused: {alone:?}");
    let app = house.start();
    assert_eq!(house.run(&["pause", "day"]).code, 5, "a start beside it answers as well");
    other.execute_batch("ROLLBACK").expect("let go");
    until("it is written, without being asked for anything", || {
        house.json(&["status", "--json"])["not_recorded"].is_null().then_some(())
    });
    let review = house.run(&["review", "--json"]);
    assert!(review.err.is_empty() && review.out.contains("\"not_recorded\": null"), "{review:?}");
    app.quit();
}

#[cfg(unix)] // where a display is named by a variable
#[test]
fn a_guide_that_is_asked_for_says_that_its_break_is_not_recorded() {
    let house = House::with("nudge.posture.every = \"0s\"\ncheck_in.most = 0\n");
    let app = house.start_with(&[("DISPLAY", ":987")]);
    let other = rusqlite::Connection::open(house.ledger()).expect("opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    let guide = house.run(&["guide"]);
    assert!(guide.code == 1 && guide.err.contains("could not open"), "{guide:?}");
    assert!(guide.err.contains("Not recorded: "), "{guide:?}");
    other.execute_batch("ROLLBACK").expect("let go");
    app.quit();
}
