//! The setting `language`: what is said from then on is said in the new one, by the app that runs as by a command.

use crate::house::{FAST, House, until};
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
    let attention = || house.json(&["status", "--json"])["attention"][0].as_str().map(String::from);
    let (english, other) = (said(), locale::within(Language::Pseudo, said));
    assert_eq!(attention().as_ref(), Some(&english.1));
    assert!(house.printed("out").contains(&english.0), "{}", house.printed("out"));

    house.write_settings(&format!("{nonsense}language = \"en-XA\"\n"));
    until("the new language", || (attention().as_ref() == Some(&other.1)).then_some(()));
    assert!(house.run(&["status"]).out.contains(&other.1));
    assert!(!house.printed("out").contains(&other.0), "{}", house.printed("out"));
    assert_eq!(house.run(&["skip"]).code, 0);
    until("a prompt in it", || house.printed("out").contains(&other.0).then_some(()));
    let exercise = house.json(&["status", "--json"])["exercise"].as_str().map(String::from).expect("one is offered");
    let (content, _) = locale::within(Language::Pseudo, || library::content(&[]));
    let exercise = content.content.exercises.into_iter().find(|known| known.id == exercise).expect("a known one");
    assert!(house.printed("out").contains(&exercise.name), "{}", house.printed("out"));
    app.quit();
}

#[test]
fn who_starts_it_again_is_answered_in_the_language_that_is_set() {
    let house = House::with("language = \"en-XA\"\n");
    let app = house.start();
    let twice = house.run(&[]);
    let status = house.run(&["status"]);
    assert!(twice.out.ends_with(&status.out) && !twice.out.contains("is running already"), "{twice:?} {status:?}");
    app.quit();
}
