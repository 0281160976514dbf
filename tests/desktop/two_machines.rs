//! One person at two machines that share a folder, each with a screen, a mouse and the app in a home of its own: work at one is
//! work for both, and a break that is taken at one rests the other.

use crate::harness::{App, Daemon, Desktop, SOON, Session, away, until};
use std::path::Path;
use std::time::Duration;

/// A minute a second, as slow as each machine can still be believed for some seconds; a break that is begun by leaving.
const SHARED: &str = "clock.speed = 60
break.movement.every = \"20min\"
break.movement.lasts = \"100s\"
nudge.posture.every = \"0s\"
lull.wait = \"0s\"
settle = \"0s\"
guide.where = \"notification\"
check_in.most = 0
";
/// Less than `every` by nearly half of what is worked at the other machine, in seconds.
const SOONER: i64 = 16 * 60;
/// The whole of `every`, and as long again.
const LONG: Duration = Duration::from_secs(40);

fn machine(name: &str, folder: &Path) -> Desktop {
    let desktop = Desktop::with(Daemon::Dunst);
    // Half a day from now, so that none begins meanwhile.
    let hour = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs() / 3600;
    let starts = (hour + 12) % 24;
    let own =
        format!("day.starts = \"{starts:02}:00\"\nsync.folder = \"{}\"\nsync.name = \"{name}\"\n", folder.display());
    desktop.session().settings(&format!("{SHARED}{own}"));
    desktop
}

fn held(session: &Session, hold: &str) -> bool {
    session.status()["holds"].as_array().is_some_and(|all| all.contains(&hold.into()))
}

fn progress(session: &Session) -> u64 {
    session.status()["progress"].as_u64().expect("a number")
}

/// The time of day of the first line of the day's journal that has this, in seconds.
fn first(session: &Session, what: &str) -> i64 {
    let log = session.tell(&["log", "--scenario"]);
    let line = log.lines().find(|line| line.contains(what)).unwrap_or_else(|| panic!("no {what:?} in {log}"));
    let word = |word: &&str| word.parse::<chrono::NaiveTime>().ok();
    let time = line.split_whitespace().find_map(|it| word(&it)).expect("a time");
    (time - chrono::NaiveTime::MIN).num_seconds()
}

#[test]
fn work_at_one_machine_counts_at_the_other_and_a_break_there_rests_this_one() {
    let shared = tempfile::tempdir().expect("a folder");
    let (at_desk, at_laptop) = (machine("desk", shared.path()), machine("laptop", shared.path()));
    let (desk, laptop) = (at_desk.session(), at_laptop.session());
    // Their clocks run a minute a second, and are apart by what lies between their starts.
    let _apps = [App::launch(desk), App::launch(laptop)];
    for session in [desk, laptop] {
        until("each to know of the other", SOON, || {
            let part = session.part("two machines");
            (part["state"] == "works" && part["says"].as_str()?.contains("1 other machine")).then_some(())
        });
    }
    let person = at_desk.person();
    until("the laptop to hear of work at the desk", SOON, || held(laptop, "elsewhere").then_some(()));
    until("half an interval at the desk", LONG, || (progress(desk) >= 6).then_some(()));
    drop(person);
    let person = at_laptop.person();
    until("the desk to hear of work at the laptop", SOON, || held(desk, "elsewhere").then_some(()));
    until("the break at the laptop", LONG, || (laptop.status()["state"] == "due").then_some(()));
    let worked = first(laptop, "due movement") - first(laptop, "free elsewhere");
    assert!(worked.rem_euclid(24 * 3600) < SOONER, "{worked} s at the laptop alone");
    assert_ne!(desk.status()["state"], "due", "it asks where the person is");
    until("the desk to know of the work at the laptop", SOON, || (progress(desk) >= 9).then_some(()));
    drop(person);
    until("the break to begin by leaving", SOON, || (laptop.status()["state"] == "break").then_some(()));
    away();
    let _person = at_laptop.person();
    let row = laptop.until_closed(SOON);
    assert_eq!((&row["outcome"], &row["evidence"]), (&"taken".into(), &"observed".into()), "{row}");
    until("the desk to begin anew", SOON, || (progress(desk) <= 3).then_some(()));
    // One rest is one rest, on whichever machine it is looked at.
    for session in [desk, laptop] {
        until("the record of both", SOON, || {
            let all = session.json(&["review", "all", "--json"]);
            let both = all["machines"].as_array().is_some_and(|all| all.len() == 2);
            (both && all["taken"] == 1 && all["natural"] == 0 && all["due"] == 1).then_some(())
        });
    }
}
