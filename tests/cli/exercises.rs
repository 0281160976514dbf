//! Which exercises fit, which are hidden, and what is said of names that do not exist.

use crate::house::House;
#[cfg(unix)]
use crate::house::{FAST, until};
#[cfg(unix)]
use crate::terminal::{read, rest, terminal};
use serde_json::Value;
#[cfg(unix)]
use std::io::Write;

/// What is said of one in the list.
fn said(house: &House, id: &str) -> String {
    let list = house.run(&["exercises", "list"]).out;
    let found = list.lines().find(|line| line.split(' ').next() == Some(id)).map(String::from);
    found.unwrap_or_else(|| panic!("{id} is in the list: {list}"))
}

fn hidden(house: &House) -> String {
    house.run(&["config", "show", "exercise.hidden"]).out.trim().to_owned()
}

#[test]
fn the_list_says_what_speaks_against_each() {
    let house = House::with("exercise.avoid = [\"neck\"]\nexercise.open_office = true\n");
    assert!(said(&house, "band-row").contains("- needs a band"));
    assert!(said(&house, "chin-tuck").ends_with("- avoid neck"));
    assert!(said(&house, "aerobic-30").contains("30 min is longer than a break"));
    assert!(!said(&house, "ankle-pumps").contains(" - "));
    assert_eq!(house.run(&["exercises"]), house.run(&["exercises", "list"]));
    let fitting = house.run(&["exercises", "--fitting"]).out;
    assert!(fitting.contains("ankle-pumps") && !fitting.contains("chin-tuck") && !fitting.contains(" - "), "{fitting}");
    let page = house.run(&["exercises", "show", "chin-tuck"]).out;
    assert!(page.contains("Not offered now: avoid neck."), "{page}");
}

#[test]
fn programs_get_the_same_as_json() {
    let house = House::with("exercise.avoid = [\"neck\"]\n");
    let all = house.json(&["exercises", "list", "--json"]);
    let all = all.as_array().expect("a list");
    let one = |id: &str| all.iter().find(|one| one["id"] == id).cloned().unwrap_or_default();
    assert_eq!(one("chin-tuck")["against"], serde_json::json!([{"reason": "avoid", "what": "neck"}]));
    assert_eq!(one("band-row")["against"], serde_json::json!([{"reason": "equipment", "what": "band"}]));
    assert_eq!(one("ankle-pumps")["fits"], true);
    let fitting = house.json(&["exercises", "--json", "--fitting"]);
    let fits = |one: &&Value| one["fits"] == true;
    assert_eq!(fitting.as_array().expect("a list").len(), all.iter().filter(fits).count());
}

#[test]
fn several_are_hidden_and_shown_again_and_comments_stay() {
    let house = House::with("# mine\ngoal = 70 # high\n");
    let hide = house.run(&["exercises", "hide", "chin-tuck", "ankle-pumps"]);
    assert!(hide.code == 0 && hide.out.lines().count() == 2, "{hide:?}");
    assert_eq!(hidden(&house), "chin-tuck,ankle-pumps");
    assert!(said(&house, "ankle-pumps").ends_with("- hidden by you"));
    let again = house.run(&["exercises", "hide", "chin-tuck", "chin-tuck"]);
    assert!(again.code == 0 && again.out.matches("hidden already").count() == 2, "{again:?}");
    let unhide = house.run(&["exercises", "unhide", "chin-tuck", "band-row"]);
    assert!(unhide.code == 0 && unhide.out.contains("may be offered again"), "{unhide:?}");
    assert!(unhide.out.contains("is not hidden"), "{unhide:?}");
    assert_eq!(hidden(&house), "ankle-pumps");
    assert_eq!(house.run(&["exercises", "unhide", "ankle-pumps"]).code, 0);
    assert_eq!(hidden(&house), "");
    let text = std::fs::read_to_string(house.settings()).expect("there");
    assert!(text.starts_with("# mine\ngoal = 70 # high\n"), "{text}");
}

#[test]
fn shown_again_it_may_still_not_fit() {
    let house = House::with("exercise.hidden = [\"band-row\", \"gone\"]\n");
    let unhide = house.run(&["exercises", "unhide", "band-row", "gone"]);
    assert!(unhide.code == 0 && unhide.out.contains("not offered now: needs a band"), "{unhide:?}");
    assert_eq!(hidden(&house), "", "what has left the library can be shown again, too");
}

#[test]
fn unknown_names_change_nothing_and_near_ones_are_suggested() {
    let house = House::new();
    for command in ["show", "hide", "unhide"] {
        let wrong = house.run(&["exercises", command, "chin-tcuk"]);
        assert!(wrong.code == 2 && wrong.err.contains("Did you mean chin-tuck?"), "{wrong:?}");
    }
    let both = house.run(&["exercises", "hide", "chin-tuck", "nonsense", "band-rwo"]);
    assert_eq!((both.code, both.err.lines().count()), (2, 2), "{both:?}");
    assert!(both.err.contains("`unhunch exercises` lists them") && !house.settings().exists(), "{both:?}");
    assert_eq!(house.run(&["exercises", "hide"]).code, 2);
}

#[test]
fn a_record_that_cannot_be_read_is_said_and_hides_nothing() {
    let house = House::new();
    std::fs::create_dir_all(house.ledger()).expect("a folder where the record belongs");
    let list = house.run(&["exercises"]);
    assert!(list.code == 0 && list.out.contains("chin-tuck") && !list.err.is_empty(), "{list:?}");
    let setup = house.run_with(&["setup"], "\ny\ny\n\n\n");
    assert!(setup.code == 0 && setup.out.contains("exercise.open_office"), "{setup:?}");
}

/// What a command prints on a terminal with all colours.
#[cfg(unix)] // a terminal, which is a file there
fn on_a_terminal(house: &House, arguments: &[&str], set: (&str, &str)) -> String {
    let (ours, theirs) = terminal();
    let mut command = house.command(arguments);
    let twin = theirs.try_clone().expect("a handle");
    let mut program = command.env("COLORTERM", "truecolor").env(set.0, set.1).stdout(twin).spawn().expect("started");
    let screen = read(ours);
    assert!(until("its end", || program.try_wait().expect("asked")).success());
    rest(theirs, &screen)
}

#[cfg(unix)] // a terminal, which is a file there
#[test]
fn a_terminal_with_all_colours_shows_the_figure() {
    let house = House::with(&format!("{FAST}break.movement.lasts = \"1min\"\n"));
    let show = |set| on_a_terminal(&house, &["exercises", "show", "chin-tuck"], set);
    assert!(show(("TERM", "xterm")).contains('\u{2580}'));
    assert!(!show(("NO_COLOR", "1")).contains('\u{2580}'));

    let app = house.start();
    assert_eq!(house.run(&["start"]).code, 0);
    until("an exercise done to its end", || {
        let review = house.json(&["review", "all", "--json", "--breaks"]);
        (review["breaks"][0]["evidence"] == "guided").then_some(())
    });
    app.quit();
    let review = on_a_terminal(&house, &["review", "all"], ("TERM", "xterm"));
    assert!(review.contains('\u{2580}') && review.contains("Done most: "), "{review}");
    assert!(!house.run(&["review", "all"]).out.contains('\u{2580}'), "nobody sees it in a pipe");
}

#[test]
fn settings_that_are_no_toml_are_left_alone() {
    let house = House::with("goal = [\n");
    assert_eq!(house.run(&["exercises", "hide", "chin-tuck"]).code, 1);
    assert_eq!(std::fs::read_to_string(house.settings()).expect("there"), "goal = [\n");
}

/// Starts a break in a terminal and says that its exercise hurts; which one that is. The app ends.
#[cfg(unix)] // a terminal, which is a file there
fn hurt(house: &House, meanwhile: impl FnOnce(&str)) -> String {
    let (mut ours, theirs) = terminal();
    let twin = || theirs.try_clone().expect("a handle");
    let mut command = house.command(&[]);
    let mut app = command.stdin(twin()).stdout(twin()).stderr(twin()).spawn().expect("started");
    let screen = read(ours.try_clone().expect("a handle"));
    let mut seen = String::new();
    let mut wait_for = |text: &str| {
        until(text, || {
            seen.extend(screen.try_iter());
            seen.find(text).map(|at| seen.drain(..at + text.len()).collect::<String>())
        })
    };
    wait_for("Keys:");
    until("the app answers", || (house.run(&["status"]).code == 0).then_some(()));
    ours.write_all(b"s").expect("typed");
    let before = wait_for("Hurts");
    let exercise = house.json(&["status", "--json"])["exercise"].as_str().map(String::from).expect("an exercise");
    let key = before.rsplit(['[', ']']).nth(1).expect("its key").to_owned();
    ours.write_all(key.as_bytes()).expect("typed");
    until("it is hidden", || said(house, &exercise).contains("hidden, because it hurt").then_some(()));
    meanwhile(&exercise);
    ours.write_all(b"q").expect("typed");
    assert!(until("the end", || app.try_wait().expect("asked")).success());
    exercise
}

#[cfg(unix)] // a terminal, which is a file there
#[test]
fn what_is_shown_again_but_not_recorded_ends_with_its_own_code() {
    let house = House::with("clock.speed = 10\n");
    let unhide = |id: &str| {
        let other = rusqlite::Connection::open(house.ledger()).expect("opened");
        other.execute_batch("BEGIN IMMEDIATE").expect("held");
        let unhide = house.run(&["exercises", "unhide", id]);
        assert!(unhide.code == 5 && unhide.err.contains("Not recorded: "), "{unhide:?}");
        assert!(unhide.out.contains("may be offered again"), "{unhide:?}");
        other.execute_batch("ROLLBACK").expect("let go");
    };
    hurt(&house, unhide);
    unhide(&hurt(&house, |_| {}));
}

#[cfg(unix)] // a terminal, which is a file there
#[test]
fn what_hurt_is_shown_again_by_the_running_app_or_without_one() {
    let house = House::with("# mine\nclock.speed = 10\n");
    let hidden_by_itself = |id: &str| said(&house, id).contains("hidden, because it hurt");
    hurt(&house, |id| {
        let unhide = house.run(&["exercises", "unhide", id, "band-row"]);
        assert!(unhide.code == 0 && unhide.out.contains("may be offered again"), "{unhide:?}");
        assert!(!hidden_by_itself(id));
    });
    let id = hurt(&house, |_| {});
    assert!(hidden_by_itself(&id), "it stays so when the app has ended");
    assert_eq!(house.run(&["exercises", "hide", &id]).code, 0);
    assert!(said(&house, &id).contains("hidden by you"));
    let unhide = house.run(&["exercises", "unhide", &id]);
    assert!(unhide.code == 0 && unhide.out.contains("may be offered again"), "{unhide:?}");
    assert!(!said(&house, &id).contains("hidden"), "one word lifts whatever hides it");
    let app = house.start();
    assert!(!said(&house, &id).contains("hidden"), "the app takes it up");
    app.quit();
    assert_eq!(house.run(&["why"]).out.matches("unhidden").count(), 2);
}
