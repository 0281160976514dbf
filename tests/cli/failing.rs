//! A disk that fails or is full: reads that fail once, writes that fail for a while, no room. What was answered is in the
//! record, or it is said that it is not.

use crate::house::{FAST, House, names, until};
use std::fs::{File, read_to_string};
use std::io::Write;
use std::process::{Command, Stdio};

/// Set for the part of a test that runs where it may mount.
const WITHIN: &str = "UNHUNCH_TEST_MAY_MOUNT";

/// Whether this machine lets a test do that; one that does not leaves the test out, and says so.
#[expect(clippy::print_stderr, reason = "a test that is left out is named")]
fn can(test: &str, program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    let done = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let can = done.is_ok_and(|status| status.success());
    if !can {
        eprintln!("{test} is left out: {program} cannot run here");
    }
    can
}

#[test]
fn a_read_that_fails_once_at_the_start_sets_nothing_aside() {
    if !can("a read that fails", "strace", &["-o", "/dev/null", "true"]) {
        return;
    }
    let house = House::with(FAST);
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    app.quit();
    let (ledger, trace) = (house.ledger(), house.path("trace"));
    let (ledger, log) = (ledger.to_str().expect("text"), trace.to_str().expect("text"));
    let mut hit = 0;
    for position in 1.. {
        let fails = format!("inject=pread64:error=EIO:when={position}");
        let app =
            house.start_by("strace", &["-f", "-qq", "-o", log, "-P", ledger, "-e", "trace=pread64", "-e", &fails]);
        until("nothing waits to be recorded", || {
            house.json(&["status", "--json"])["not_recorded"].is_null().then_some(())
        });
        assert_eq!(house.part("ledger")["says"], "", "position {position}");
        app.quit();
        let record = house.record();
        assert_eq!(record["skipped"], 1, "position {position}: {record}");
        let there = names(&house.path("data/unhunch"));
        assert!(!there.iter().any(|name| name.contains("damaged")), "position {position}: {there:?}");
        if !read_to_string(&trace).expect("a trace").contains("(INJECTED)") {
            break;
        }
        hit += 1;
    }
    assert!(hit >= 10, "a start reads the ledger more often than {hit} times");
}

/// What is said to answers.
#[derive(Debug, Default)]
struct Answers {
    recorded: i64,
    not_recorded: i64,
}

impl Answers {
    fn give(&mut self, house: &House, times: usize) {
        for _ in 0..times {
            house.prompted();
            let said = house.run(&["skip"]);
            match said.code {
                0 => self.recorded += 1,
                5 if said.err.contains("Not recorded: ") => self.not_recorded += 1,
                _ => panic!("{said:?}"),
            }
        }
    }

    /// All of them are in the record, now that it can be written.
    fn are_all_there(&self, house: &House) {
        until("all is written", || house.json(&["status", "--json"])["not_recorded"].is_null().then_some(()));
        assert_eq!(house.record()["skipped"], self.recorded + self.not_recorded, "{self:?}");
    }
}

fn fill(house: &House) {
    let mut file = File::create(house.path("data/fill")).expect("made");
    while file.write_all(&[0; 512]).is_ok() {}
}

fn make_room(house: &House) {
    std::fs::remove_file(house.path("data/fill")).expect("removed");
}

#[test]
fn with_answers_flowing_while_the_disk_is_full_and_fails_none_is_lost_unsaid() {
    if std::env::var_os(WITHIN).is_some() {
        return answers_flow();
    }
    if !can("a full disk", "unshare", &["--mount", "--map-root-user", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) {
        return;
    }
    let me = std::env::current_exe().expect("this program");
    let name = "failing::with_answers_flowing_while_the_disk_is_full_and_fails_none_is_lost_unsaid";
    let mut within = Command::new("unshare");
    within.args(["--mount", "--map-root-user"]).arg(me).args(["--exact", name]).env(WITHIN, "yes");
    let output = within.output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

fn answers_flow() {
    let house = House::with(FAST);
    std::fs::create_dir(house.path("data")).expect("made");
    let mount =
        Command::new("mount").args(["-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs"]).arg(house.path("data")).status();
    assert!(mount.expect("it runs").success());
    let mut answers = Answers::default();
    let app = house.start();
    for _ in 0..2 {
        answers.give(&house, 2);
        fill(&house);
        answers.give(&house, 4);
        make_room(&house);
        answers.are_all_there(&house);
    }
    assert!(answers.not_recorded > 0, "{answers:?}");
    // Killed while it is full: what was said not to be recorded may be gone, and nothing else.
    let (before, mut full) = (answers.recorded + answers.not_recorded, Answers::default());
    fill(&house);
    full.give(&house, 4);
    app.kill();
    make_room(&house);
    let app = house.start();
    let kept = house.record()["skipped"].as_i64().expect("a number") - before;
    assert!(kept >= full.recorded && kept <= full.recorded + full.not_recorded, "{kept} of {full:?}");
    app.quit();
    fails_for_a_while(&house, before + kept);
    assert!(Command::new("umount").arg(house.path("data")).status().expect("it runs").success());
}

/// The disk takes nothing for a while: what is to be made certain on it fails.
fn fails_for_a_while(house: &House, before: i64) {
    if !can("a disk that fails", "strace", &["-o", "/dev/null", "true"]) {
        return;
    }
    let (trace, mut answers) = (house.path("trace"), Answers { recorded: before, not_recorded: 0 });
    let log = trace.to_str().expect("text");
    let calls = "fsync,fdatasync";
    let fails = format!("inject={calls}:error=EIO:when=12..200");
    let app = house.start_by("strace", &["-f", "-qq", "-o", log, "-e", &format!("trace={calls}"), "-e", &fails]);
    answers.give(house, 12);
    answers.are_all_there(house);
    app.quit();
    assert!(read_to_string(&trace).expect("a trace").contains("(INJECTED)"));
    assert!(answers.not_recorded > 0, "{answers:?}");
}
