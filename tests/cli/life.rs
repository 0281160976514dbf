//! One app at a time, from its start to its end, however that comes.

use crate::house::{AGAIN, FAST, House, started, until};
#[cfg(unix)]
use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;

/// How often an end and a start are tried against each other. Under wine each takes seconds.
const TIMES: usize = if cfg!(windows) { 3 } else { 12 };

#[test]
fn a_break_is_prompted_skipped_recorded_explained_and_played_again() {
    let house = House::with(FAST);
    let app = house.start();
    house.prompted();
    // Beside a tray nothing is printed.
    if cfg!(unix) {
        until("the prompt is printed", || house.printed("out").contains("Time to move").then_some(()));
    }
    assert_eq!(house.json(&["status", "--json"])["reminder"], "movement");
    assert_eq!(house.run(&["skip"]).code, 0);
    let record = house.record();
    assert_eq!((&record["due"], &record["skipped"], &record["taken"]), (&json!(1), &json!(1), &json!(0)));
    assert_eq!(record["breaks"][0]["outcome"], "skipped");
    app.quit();
    let why = house.run(&["why"]).out;
    // Wine has nothing that shows a prompt.
    let due = if cfg!(windows) { "due movement" } else { "prompt movement" };
    assert!(why.contains(due) && why.contains("skipped movement"), "{why}");
    let log = house.run(&["log", "--scenario"]).out;
    assert!(log.starts_with("start ") && log.contains(" skip\n"), "{log}");
    let again = house.run_with(&["simulate", "-"], &log);
    assert!(again.code == 0 && again.out.contains("skipped movement"), "{log}\n{again:?}");
}

#[test]
fn the_second_start_shows_the_first_ones_status() {
    let house = House::with(FAST);
    let app = house.start();
    let second = house.run(AGAIN);
    assert_eq!(second.code, 0);
    assert!(second.out.contains("running already") && second.out.contains("movement"), "{second:?}");
    assert_eq!(house.run(&["status"]).code, 0);
    app.quit();
}

#[test]
fn it_has_ended_when_quit_says_so_and_the_next_start_finds_nobody() {
    let house = House::with(FAST);
    for _ in 0..TIMES {
        let app = house.start();
        let quit = house.run(&["quit"]);
        assert_eq!((quit.code, quit.err.as_str()), (0, ""), "{quit:?}");
        assert!(!house.socket().exists());
        let mut next = started(|| house.command(AGAIN).spawn());
        until("the next one answers", || (house.run(&["status"]).code == 0).then_some(()));
        assert!(next.try_wait().expect("asked").is_none(), "it runs, and has not found another one");
        assert!(app.ended().success());
        assert_eq!(house.run(&["quit"]).code, 0);
        assert!(next.wait().expect("ended").success());
    }
}

#[test]
fn commands_and_a_start_during_the_end_are_answered() {
    use std::process::Stdio;
    let house = House::with(FAST);
    for _ in 0..TIMES {
        let app = house.start();
        let spawn = |arguments: &[&str]| {
            started(|| house.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn())
        };
        let quits = [spawn(&["quit"]), spawn(&["quit"])];
        let (status, mut start) = (spawn(&["status"]), spawn(AGAIN));
        let codes = quits.map(|quit| {
            let said = quit.wait_with_output().expect("ended");
            (said.status.code(), String::from_utf8_lossy(&said.stderr).into_owned())
        });
        assert!(app.ended().success());
        assert!(codes.iter().any(|(code, _)| *code == Some(0)), "{codes:?}");
        // Where one that is ending can be asked until its process is gone, the next one may be there before it was seen to go.
        let just_ending = |said: &str| cfg!(windows) && said.contains("just ending");
        assert!(codes.iter().all(|(code, said)| matches!(code, Some(0 | 3)) || just_ending(said)), "{codes:?}");
        let said = status.wait_with_output().expect("ended");
        let ending = String::from_utf8_lossy(&said.stderr).contains("just ending");
        assert!(matches!((said.status.code(), ending), (Some(0 | 3), false) | (Some(1), true)), "{said:?}");
        // It has found the first one, or it runs itself; or the second to quit has ended it too.
        until("the start is over", || {
            let ended = start.try_wait().expect("asked");
            assert!(ended.is_none_or(|status| status.success()));
            (ended.is_some() || house.run(&["status"]).code == 0).then_some(())
        });
        let left = house.run(&["quit"]);
        assert!(matches!(left.code, 0 | 3) || just_ending(&left.err), "{left:?}");
        assert!(start.wait().expect("ended").success());
    }
}

#[test]
fn of_many_started_at_once_one_runs_and_all_others_say_so() {
    let house = House::with(FAST);
    let mut apps: Vec<_> = (0..6).map(|_| started(|| house.command(AGAIN).spawn())).collect();
    until("one answers", || (house.run(&["status"]).code == 0).then_some(()));
    let mut ended = 0;
    until("five have ended", || {
        apps.retain_mut(|app| match app.try_wait().expect("asked") {
            Some(status) => {
                assert!(status.success());
                ended += 1;
                false
            }
            None => true,
        });
        (ended == 5).then_some(())
    });
    assert_eq!(house.run(&["quit"]).code, 0);
    assert!(apps.pop().expect("the one that ran").wait().expect("ended").success());
}

#[test]
fn a_killed_app_leaves_a_socket_that_the_next_one_clears_and_the_break_stays_open() {
    let house = House::with(FAST);
    let app = house.start();
    house.prompted();
    let open = house.json(&["status", "--json"])["instance"].clone();
    app.kill();
    assert_eq!(house.socket().exists(), cfg!(unix), "a pipe of Windows goes with its last handle");
    assert_eq!(house.run(&["status"]).code, 3);
    let app = house.start();
    house.prompted();
    assert_eq!(house.json(&["status", "--json"])["instance"], open);
    assert_eq!(house.run(&["skip"]).code, 0);
    let record = house.record();
    let rows = record["breaks"].as_array().expect("rows");
    assert_eq!(rows.iter().filter(|row| row["id"] == open).count(), 1, "{record}");
    // Under wine so much time passes that another may have fallen due meanwhile.
    assert!(cfg!(windows) || rows.len() == 1, "{record}");
    app.quit();
    assert!(!house.socket().exists());
}

#[test]
fn killed_again_and_again_it_loses_no_answer_and_counts_none_twice() {
    let house = House::with(FAST);
    let mut skipped = 0;
    let rounds = if cfg!(windows) { 8 } else { 24 };
    for round in 0..rounds {
        let app = house.start();
        let moment = std::time::Duration::from_millis(u64::from(round * 7919 % 400_u32));
        std::thread::sleep(moment);
        match round % 4 {
            0 => {
                // One that was only tried before it was due leaves no row when it is skipped.
                house.prompted();
                assert_eq!(house.run(&["skip"]).code, 0);
                skipped += 1;
            }
            1 => drop(house.run(&["snooze"])),
            2 => drop(house.run(&["start"])),
            _ => {}
        }
        app.kill();
    }
    let app = house.start();
    let record = house.record();
    let count = |key: &str| record[key].as_i64().expect("a number");
    let known = ["taken", "natural", "skipped", "missed", "excused"].map(count);
    assert_eq!(count("due"), known.iter().sum::<i64>(), "{record}");
    assert!(count("skipped") >= skipped, "{skipped} {record}");
    let rows = record["breaks"].as_array().expect("rows");
    let ids: std::collections::BTreeSet<i64> = rows.iter().filter_map(|row| row["id"].as_i64()).collect();
    assert_eq!(ids.len(), rows.len());
    assert!(rows.iter().filter(|row| row["outcome"].is_null()).count() <= 1, "{record}");
    assert_eq!(house.part("ledger")["says"], "");
    app.quit();
}

#[cfg(unix)] // which has signals
#[test]
fn signals_end_it_in_order() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let house = House::with(FAST);
        let app = house.start();
        let id = Pid::from_raw(i32::try_from(app.id()).expect("a number")).expect("a process");
        kill_process(id, signal).expect("sent");
        assert!(app.ended().success());
        assert!(!house.socket().exists());
        assert!(house.run(&["log", "--scenario"]).out.ends_with("quit\n"));
    }
}

#[test]
fn a_watcher_hears_of_each_change_until_the_end() {
    use std::io::{BufRead, BufReader};
    let house = House::with(FAST);
    let app = house.start();
    let mut watch = house.command(&["status", "--watch", "--json"]);
    let mut child = watch.stdout(std::process::Stdio::piped()).spawn().expect("started");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut next = || lines.next().map(|line| line.expect("text"));
    assert!(next().expect("the present").contains("\"state\""));
    assert_eq!(house.run(&["pause", "2h"]).code, 0);
    until("the pause", || next().expect("a change").contains("\"paused\"").then_some(()));
    app.quit();
    while next().is_some() {}
    assert!(child.wait().expect("ended").success());
}
