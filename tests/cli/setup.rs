//! The first questions through a pipe: what the answers change, and that nothing else does.

#[cfg(target_os = "linux")]
use crate::house::CommandOutput;
use crate::house::House;
#[cfg(unix)]
use crate::house::{names, until};
#[cfg(unix)]
use std::fs::File;
#[cfg(unix)]
use std::time::{Duration, Instant};

fn shown(house: &House, key: &str) -> String {
    house.run(&["config", "show", key]).out.trim().to_owned()
}

fn text(house: &House) -> String {
    std::fs::read_to_string(house.settings()).unwrap_or_default()
}

#[test]
fn a_pipe_answers_and_comments_stay() {
    let house = House::with("# mine\nexercise.open_office = true # by the window\ngoal = 70\n");
    let said = house.run_with(&["setup"], "chair, 3\nno\n2\nneck,high-bp\nyes\n");
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(shown(&house, "exercise.equipment"), "chair,band");
    assert_eq!(shown(&house, "exercise.seated_only"), "true");
    assert_eq!(shown(&house, "exercise.avoid"), "neck,high-bp");
    assert!(text(&house).starts_with("# mine\nexercise.open_office = false # by the window\ngoal = 70\n"));
    assert!(
        said.out.contains("leave alone? Neck, High blood pressure. (exercise.avoid)")
            && said.out.contains("`unhunch setup` asks again")
    );
    assert!(!said.out.contains("worth having a doctor"), "{said:?}");
    let before = text(&house);
    let again = house.run_with(&["setup"], "\n\n\n\n\n");
    assert!(again.code == 0 && again.out.contains("Everything stays as it was."), "{again:?}");
    assert!(again.out.contains("1 [x] neck") && again.out.contains("15 [x] high-bp"), "it begins with what counts");
    assert_eq!(text(&house), before);
}

#[test]
fn who_has_not_been_looked_at_is_told_and_it_is_kept_nowhere() {
    for (answer, told) in [("no", true), ("not sure", true), ("yes", false), ("no pain", false), ("", false)] {
        let house = House::new();
        let said = house.run_with(&["setup"], &format!("\n\n\n\n{answer}\n"));
        let notice = "This is not medical advice. This app offers general movement";
        assert!(said.code == 0 && said.out.replace('\n', " ").contains(notice), "{said:?}");
        let word = said.out.replace('\n', " ").contains("worth having a doctor or physiotherapist look at it");
        assert_eq!(word, told, "{answer}: {said:?}");
        assert!(!house.settings().exists(), "nothing was changed, so nothing is written");
    }
}

#[test]
fn what_ends_too_early_or_is_no_answer_changes_nothing() {
    let house = House::with("goal = 70\n");
    let cases = [("", 1), ("1\nno\n", 1), ("1\nno\nno\nneck\n", 1), ("1\nmaybe\nno\nneck\nyes\n", 2), ("1\nquit\n", 0)];
    for (input, code) in cases {
        let said = house.run_with(&["setup"], input);
        assert_eq!(said.code, code, "{input:?}: {said:?}");
        assert_eq!(text(&house), "goal = 70\n", "{input:?}");
    }
    let wrong = house.run_with(&["setup"], "1, table\n");
    assert!(wrong.err.contains("\"table\" is none of these"), "{wrong:?}");
}

#[test]
fn settings_that_are_no_toml_are_said_before_anything_is_asked() {
    let house = House::with("goal = [\n");
    let said = house.run_with(&["setup"], "1\n");
    assert!(said.code == 1 && said.out.is_empty() && said.err.contains("is no TOML"), "{said:?}");
}

#[cfg(target_os = "linux")] // elsewhere there is always a display
#[test]
fn no_window_can_open_here_and_it_says_what_to_do() {
    let house = House::new();
    let CommandOutput { code, err, .. } = house.run(&["setup", "--window"]);
    assert!(code == 1 && err.contains("`unhunch setup` asks the questions in a terminal"), "{err}");
}

#[cfg(target_os = "linux")] // elsewhere there is always a window that says it
#[test]
fn the_very_first_start_says_once_that_there_are_questions() {
    let house = House::new();
    let app = house.start();
    assert_eq!(house.printed("out").matches("unhunch setup").count(), 1, "{}", house.printed("out"));
    app.quit();
    house.start().quit();
    assert_eq!(house.printed("out").matches("unhunch setup").count(), 1, "{}", house.printed("out"));
    let other = House::with("");
    other.start().quit();
    assert!(!other.printed("out").contains("unhunch setup"), "whoever has settings has been here");
}

#[cfg(unix)] // whose folder for temporary files is set
#[test]
#[expect(clippy::disallowed_methods, reason = "real time is what is tested")]
fn the_demo_asks_nobody() {
    let house = House::new();
    let out = File::create(house.path("out")).expect("made");
    let mut command = house.command(&["demo"]);
    let mut demo = command.env("TMPDIR", house.path("run")).stdout(out).spawn().expect("started");
    until("it runs", || house.printed("out").contains("Answer with `unhunch start`").then_some(()));
    let own = names(&house.path("run")).into_iter().find(|name| name.starts_with("unhunch-demo")).expect("its home");
    let own = house.path("run").join(own);
    let own = own.to_str().expect("text");
    until("it answers", || (house.run(&["--home", own, "status"]).code == 0).then_some(()));
    assert!(!house.printed("out").contains("unhunch setup"), "{}", house.printed("out"));
    // A guide of three minutes would be over after three seconds, but it keeps real time.
    assert_eq!(house.run(&["--home", own, "start"]).code, 0);
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(6) {
        let status = house.json(&["--home", own, "status", "--json"]);
        assert_eq!(status["state"], "break", "after {:?}: {status}", begun.elapsed());
    }
    assert_eq!(house.run(&["--home", own, "done"]).code, 0);
    assert_ne!(house.json(&["--home", own, "status", "--json"])["state"], "break");
    demo.kill().and_then(|()| demo.wait()).expect("ended");
}
