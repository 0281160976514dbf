//! Another language: what is said of the command line in it, and a record that goes on in another one.

use crate::house::{FAST, House, until};
use std::collections::BTreeSet;

/// The commands that a help lists.
fn below(help: &str) -> Vec<&str> {
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    list.filter(|line| line.chars().take_while(|c| *c == ' ').count() == 2)
        .filter_map(|line| line.split_whitespace().next())
        .collect()
}

/// Checks a command and those below it.
fn said_in_both(house: &House, command: &[&str], english: &House) -> usize {
    let help = |house: &House| house.run(&[command, &["--help"]].concat());
    let (here, there) = (help(english), help(house));
    assert_eq!((there.code, there.err.as_str()), (0, ""), "{command:?}: {there:?}");
    let lines: BTreeSet<&str> = here.out.lines().filter(|line| !line.trim().is_empty()).collect();
    // What stays is the place of a usage, and names that are to be typed.
    let same: Vec<&str> = there.out.lines().filter(|line| lines.contains(line) && !line.contains("--")).collect();
    assert_eq!(same, Vec::<&str>::new(), "{command:?}");
    let all = below(&here.out);
    1 + all.iter().map(|one| said_in_both(house, &[command, &[one]].concat(), english)).sum::<usize>()
}

#[test]
fn the_help_of_every_command_is_in_the_persons_language() {
    let (english, house) = (House::new(), House::with("language = \"en-XA\"\n"));
    assert!(said_in_both(&house, &[], &english) > 35);
}

#[test]
fn what_is_wrong_with_a_call_is_said_in_the_persons_language() {
    let (english, house) = (House::new(), House::with("language = \"en-XA\"\n"));
    let calls: [&[&str]; 12] = [
        &["statu"],
        &["status", "--jsn"],
        &["status", "--json", "--json"],
        &["review", "--json", "--csv"],
        &["doctor", "--seen", "--watch", "--json"],
        &["pause", "a", "b", "c", "d", "e"],
        &["check-in", "soft"],
        &["check-in", ""],
        &["config", "set"],
        &["why", "noon"],
        &["guide", "-x"],
        &["--", "status"],
    ];
    for call in calls {
        let (here, there) = (english.run(call), house.run(call));
        assert_eq!((here.code, there.code, there.out.as_str()), (2, 2, ""), "{call:?}: {there:?}");
        let same = here.err.lines().zip(there.err.lines()).find(|(a, b)| a == b && a.split_whitespace().count() > 1);
        assert_eq!((same, here.err.lines().count()), (None, there.err.lines().count()), "{call:?}: {there:?}");
    }
    let folder = house.path("elsewhere");
    std::fs::create_dir(&folder).expect("made");
    std::fs::write(folder.join("settings.toml"), "language = \"en\"\n").expect("written");
    let own = house.run(&["--home", folder.to_str().expect("a name"), "statu"]);
    assert!(own.err.starts_with("error: unrecognized subcommand 'statu'"), "the settings of that folder: {own:?}");
}

/// Areas, signs, practices and pages: nothing that a person reads there stays in English, but names and what is to be typed.
#[test]
fn what_there_is_to_read_is_in_the_persons_language() {
    let house = House::with("language = \"en-XA\"\n");
    let english = [
        (&["exercises"][..], ["top of the shoulders", "whole body"]),
        (&["exercises", "show", "chin-tuck"], ["neck", "look straight"]),
        (&["symptoms", "--list"], ["This is not medical advice", "Worth booking"]),
        (&["learn", "help"], ["This is not medical advice", "Chest pain"]),
        (&["learn", "practices"], ["Hourly movement breaks", "Nothing, because"]),
        (&["learn"], ["Posture", "Worry"]),
    ];
    for (command, phrases) in english {
        let said = house.run(command);
        let left: Vec<&str> = phrases.into_iter().filter(|phrase| said.out.contains(phrase)).collect();
        assert!(said.code == 0 && left.is_empty(), "{command:?}: {left:?} in {}", said.out);
    }
    // An area is understood by the name that it is listed with, and kept by its word.
    house.run_with(&["symptoms"], "\n\n2\nñéçk\n\n");
    assert_eq!(house.run(&["config", "get", "exercise.avoid"]).out, "neck\n");
}

#[test]
fn a_journal_of_one_language_is_explained_in_another() {
    let settings = |tag| format!("{FAST}language = \"{tag}\"\n");
    let house = House::with(&settings("en-XA"));
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    app.quit();
    let skipped = |told: &str| {
        let line = told.lines().find(|line| line.contains("skipped movement")).map(str::to_owned);
        line.unwrap_or_else(|| panic!("{told}"))
    };
    let before = skipped(&house.run(&["why"]).out);
    house.write_settings(&settings("en"));
    let after = skipped(&house.run(&["why"]).out);
    assert!(after.is_ascii() && !before.is_ascii() && after[..10] == before[..10], "{before}\n{after}");
}

/// What was kept as a sentence stays that sentence, beside a language that has come since.
#[test]
fn a_journal_of_before_the_languages_is_explained_as_it_was_written() {
    const SENTENCE: &str = "50 min at the desk since the last break";
    let house = House::with("language = \"en-XA\"\n");
    std::fs::create_dir_all(house.ledger().parent().expect("a folder")).expect("made");
    let old = rusqlite::Connection::open(house.ledger()).expect("a ledger");
    for sql in [
        include_str!("../../src/ledger/migrations/1-rows.sql"),
        include_str!("../../src/ledger/migrations/2-offers.sql"),
        "INSERT INTO journal (at_utc, at_offset, day, kind, text, why) VALUES
         (1767603600000, 3600, '2026-01-05', 'decision', 'due movement', '50 min at the desk since the last break');
         PRAGMA user_version = 2; PRAGMA application_id = 0x556e6875;",
    ] {
        old.execute_batch(sql).expect("as the version before wrote it");
    }
    drop(old);
    let app = house.start();
    let why = || house.run(&["why", "--day", "2026-01-05"]).out;
    let running = until("its day", || Some(why()).filter(|told| told.contains("due movement")));
    app.quit();
    assert_eq!(running, format!("10:00:00  {:<44}  {SENTENCE}\n", "due movement"));
    assert_eq!(why(), running);
}
