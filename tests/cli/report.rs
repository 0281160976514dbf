//! The report for those who look into a fault: what is in it, and that nothing private is.

use crate::house::{FAST, House, started, this_machine, until};

/// What the person would not want others to read.
const PRIVATE: [&str; 7] =
    ["annamaria", "metoprolol", "Project Falcon", "falcon", "pregnancy", "secret-token", "anna@example.org"];

const OWN: &str = "break.metoprolol.every = \"10min\"\nbreak.metoprolol.lasts = \"1min\"\nexercise.avoid = [\"pregnancy\"]\n\
    calendar.me = [\"anna@example.org\"]\ngoal = 71\n";

fn report(house: &House) -> String {
    let mut command = house.command(&["report"]);
    let user = if cfg!(windows) { "USERNAME" } else { "USER" };
    let command = command.env(user, "annamaria").env("XDG_CURRENT_DESKTOP", "XFCE").env("XDG_SESSION_TYPE", "x11");
    let output = started(|| command.output());
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("text")
}

fn nothing_private(house: &House, told: &str) {
    let home = house.path("");
    let home = home.to_str().expect("text").trim_end_matches(['/', '\\']);
    let host = this_machine();
    let folder = home.rsplit(['/', '\\']).next().expect("a name");
    for word in PRIVATE.into_iter().chain([home, folder]) {
        assert!(!told.contains(word), "{word} in\n{told}");
    }
    let words = |letter: char| !(letter.is_alphanumeric() || matches!(letter, '-' | '_'));
    assert!(!told.split(words).any(|word| word == host), "{host} in\n{told}");
}

#[test]
fn it_has_what_is_needed_and_nothing_private() {
    let house = House::new();
    let falcon = house.path("Project Falcon.ics");
    std::fs::write(&falcon, "no calendar").expect("written");
    let sources =
        format!("calendar.sources = ['{}', \"https://falcon.invalid/secret-token/basic.ics\"]\n", falcon.display());
    // Below a file no folder can be made.
    let shared = house.path("Project Falcon.ics").join("Project Falcon");
    let sources = format!("{sources}sync.folder = '{}'\n", shared.display());
    house.write_settings(&format!("{FAST}{OWN}{sources}"));
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    until("all parts to be heard of", || {
        let told = report(&house);
        (told.contains("notifications") && told.contains("calendar 1") && told.contains("two machines")).then_some(())
    });
    for running in [true, false] {
        let told = report(&house);
        let version = format!("Unhunch {}", env!("CARGO_PKG_VERSION"));
        let desktop: &[&str] = if cfg!(unix) { &["Desktop: XFCE", "Session: x11"] } else { &[] };
        let all = [version.as_str(), "System: ", "ledger", "goal = 71", "start 20", "skip"];
        for part in all.iter().chain(desktop) {
            assert!(told.contains(part), "{part} is not in\n{told}");
        }
        assert!(told.contains("break.own-"), "{told}");
        nothing_private(&house, &told);
        if running {
            assert_eq!(house.run(&["quit"]).code, 0);
        }
    }
    drop(app);
}

#[test]
fn it_is_there_where_nothing_else_is() {
    let house = House::with("break.metoprolol = [\ncalendar.me = [\"anna@example.org\"]\n");
    let told = report(&house);
    assert!(told.contains("not running") && told.contains("nothing recorded"), "{told}");
    nothing_private(&house, &told);
}
