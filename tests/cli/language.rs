//! The setting `language`: what is said from then on is said in the new one, by the app that runs as by a command.

use crate::house::{AGAIN, FAST, House, until};
use std::time::Duration;
use unhunch::engine::notice::{Notice, NoticeText, Snooze};
use unhunch::text::locale::{self, Language};
use unhunch::text::{attention, library, notices};

/// The title of the movement break's prompt, and the line that says of the settings' seventh that it does not count.
fn said() -> (String, String) {
    let (content, _) = library::content(&[]);
    let text = NoticeText::Prompt {
        reminder: "movement".into(),
        exercise: None,
        lasts: Duration::from_mins(3),
        snooze: Snooze::Never,
        short: None,
    };
    let notice = Notice { text, actions: Vec::new() };
    (notices::wording(&notice, &content.content).title, attention::settings(&[7], 0).0)
}

#[test]
fn the_app_that_runs_speaks_the_language_that_is_set() {
    let nonsense = format!("{FAST}nonsense = 3\n");
    let house = House::with(&nonsense);
    let app = house.start();
    house.prompted();
    // Beside a tray no prompt is printed.
    let printed = |text: &str| !cfg!(unix) || house.printed("out").contains(text);
    let (english, other) = (said(), locale::within(Language::Pseudo, said));
    assert!(house.attention().contains(&english.1), "{:?}", house.attention());
    assert!(printed(&english.0), "{}", house.printed("out"));

    house.write_settings(&format!("{nonsense}language = \"en-XA\"\n"));
    until("the new language", || house.attention().contains(&other.1).then_some(()));
    assert!(house.run(&["status"]).out.contains(&other.1));
    assert!(!house.printed("out").contains(&other.0), "{}", house.printed("out"));
    assert_eq!(house.run(&["skip"]).code, 0);
    until("a prompt in it", || printed(&other.0).then_some(()));
    house.prompted();
    let exercise = house.json(&["status", "--json"])["exercise"].as_str().map(String::from).expect("one is offered");
    let (content, _) = locale::within(Language::Pseudo, || library::content(&[]));
    let exercise = content.content.exercises.into_iter().find(|known| known.id == exercise).expect("a known one");
    assert!(printed(&exercise.name), "{}", house.printed("out"));
    app.quit();
}

#[test]
fn who_starts_it_again_is_answered_in_the_language_that_is_set() {
    let house = House::with("language = \"en-XA\"\n");
    let app = house.start();
    let twice = house.run(AGAIN);
    let status = house.run(&["status"]);
    assert!(twice.out.ends_with(&status.out) && !twice.out.contains("is running already"), "{twice:?} {status:?}");
    app.quit();
}

#[cfg(unix)] // where variables say the language of who asks
#[test]
fn what_is_wrong_with_a_file_is_told_in_the_language_of_who_asks() {
    let house = House::with("goal = [\n");
    let app = house.start_with(&[("LC_ALL", "en_XA.UTF-8")]);
    let part = |name: &str, sentence: &str| {
        let said = |other: Option<&str>| {
            let mut doctor = house.command(&["doctor"]);
            let output = doctor.envs(other.map(|tag| ("LC_ALL", tag))).output().expect("the program runs");
            String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        until(name, || (house.part(name)["state"] == "failed" && said(None).contains(sentence)).then_some(()));
        let other = said(Some("en_XA.UTF-8"));
        assert!(!other.contains(sentence) && !house.printed("err").contains(sentence), "{other}");
    };
    part("settings", "is no TOML, so the defaults count until it is put right; a copy is kept at");
    assert_eq!(house.printed("err").matches("broken-1").count(), 1, "{}", house.printed("err"));
    let status = house.run(&["status"]);
    assert!(status.out.contains("Settings cannot be read: the defaults count"), "{status:?}");
    std::fs::write(house.path("config/unhunch/nudges.toml"), "[[nudge]\n").expect("written");
    part("library", "a file of your own counts for nothing: nudges.toml, line 1: This file is not TOML (");
    house.write_settings("goal = [[\n");
    part("settings", "is no TOML now, so what counted before goes on");
    let set = house.run(&["config", "set", "goal", "70"]);
    assert!(set.code == 1 && set.err.contains("This text is not TOML ("), "{set:?}");
    app.quit();
}

#[test]
fn a_setting_that_holds_nothing_any_more_is_said_to_be_empty() {
    let house = House::with("exercise.avoid = [\"neck\"]\n");
    let said = house.run(&["config", "set", "exercise.avoid", ""]);
    assert_eq!((said.code, said.out.trim()), (0, "exercise.avoid is empty now."), "{said:?}");
}
