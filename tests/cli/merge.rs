//! The record of another machine brought in by the command: told before, done by the running app or alone, pooled, told apart,
//! and taken out again.

use crate::house::{FAST, House};
use rusqlite::Connection;
use std::path::Path;
use unhunch::engine::effect::Record;
use unhunch::engine::instance::{Instance, Outcome};
use unhunch::engine::moment::Stamp;
use unhunch::ledger::{Ledger, Step};

/// Breaks in a ledger of this machine's name, due on these days at noon.
pub(crate) fn record(ledger: &Path, name: &str, days: &[&str]) {
    let mut ledger = Ledger::open(ledger).expect("opened").ledger;
    ledger.name_machine(name).expect("named");
    let row = |(id, day): (u64, &&str)| {
        let due: Stamp = format!("{day}T12:00:00Z").parse().expect("a time");
        let row = Instance::fell_due(id, "movement", due, due.date_naive(), None);
        Record::Instance(Box::new(Instance { outcome: Some(Outcome::Taken), ..row }))
    };
    let records: Vec<Record> = (1..).zip(days).map(row).collect();
    ledger.commit(&Step { records: &records, ..Step::default() }).expect("kept");
}

fn taken(house: &House, machine: &str) -> u64 {
    house.json(&["review", "all", "--json", "--machine", machine])["taken"].as_u64().expect("a number")
}

#[test]
fn another_machine_stands_beside_this_one_and_is_taken_out_again() {
    let (here, there) = (House::with(FAST), House::new());
    record(&here.ledger(), "desk", &["2026-01-05"]);
    record(&there.ledger(), "laptop", &["2026-01-06", "2026-01-07"]);
    let file = there.ledger().to_str().expect("text").to_owned();
    let alone = here.json(&["review", "all", "--json", "--breaks"]);
    assert_eq!(
        (&alone["machines"], &alone["breaks"][0]["machine"]),
        (&serde_json::json!([]), &serde_json::Value::Null)
    );
    let dry = here.run(&["merge", "--dry-run", &file]);
    assert!(dry.code == 0 && dry.out.contains("2 new") && dry.out.contains("Nothing was changed"), "{dry:?}");
    assert_eq!(taken(&here, "all"), 1);
    let app = here.start();
    let done = here.run(&["merge", &file]);
    assert!(done.code == 0 && done.out.contains("2 new"), "{done:?}");
    let again = here.run(&["merge", &file]);
    assert!(again.code == 0 && again.out.contains("nothing changes"), "{again:?}");
    assert_eq!(["all", "this", "laptop", "desk"].map(|machine| taken(&here, machine)), [3, 1, 2, 1]);
    let nobody = here.run(&["review", "--machine", "phone"]);
    assert!(nobody.code != 0 && nobody.err.contains("phone") && nobody.err.contains("laptop"), "{nobody:?}");
    let all = here.json(&["review", "all", "--json", "--breaks"]);
    let names: Vec<&str> =
        all["machines"].as_array().expect("a list").iter().filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(names, ["desk", "laptop"]);
    // The running app's own break may have fallen due meanwhile.
    let of = |n: usize| {
        let taken = all["breaks"].as_array().expect("a list").iter().filter(|it| it["outcome"] == "taken");
        taken.filter(|it| it["machine"] == all["machines"][n]["id"]).count()
    };
    assert_eq!((of(0), of(1)), (1, 2));
    assert!(all["breaks"].as_array().expect("a list").iter().all(|it| it["id"].as_u64().is_some_and(|id| id < 100)));
    let table = here.run(&["review", "all", "--csv"]).out;
    assert!(table.lines().next().is_some_and(|head| head.ends_with(",machine")), "{table}");
    assert!(here.run(&["review", "all"]).out.contains("Of these machines together: desk, laptop"));
    for (day, machine) in [("2026-01-05", None), ("2026-01-06", Some("laptop"))] {
        let told = here.run(&["review", day]).out;
        let own = told.lines().find(|line| line.contains("12:00  ● taken"));
        assert_eq!(own.map(|line| line.contains("laptop")), Some(machine.is_some()), "{told}");
    }
    let undone = here.run(&["merge", "--undo", "laptop"]);
    assert!(undone.code == 0 && undone.out.contains("2 days of laptop"), "{undone:?}");
    assert_eq!(taken(&here, "all"), 1);
    assert_eq!(here.run(&["merge", "--undo", "laptop"]).code, 1);
    app.quit();
}

#[test]
fn alone_it_does_the_same_and_what_is_no_other_machines_record_is_refused() {
    let (here, there) = (House::with(FAST), House::new());
    record(&here.ledger(), "desk", &["2026-01-05"]);
    record(&there.ledger(), "laptop", &["2026-01-06"]);
    let file = there.ledger().to_str().expect("text").to_owned();
    assert!(here.run(&["merge", &file]).out.contains("1 new"));
    assert_eq!(taken(&here, "all"), 2);
    // What is deleted here does not come back with the same record, and is not deleted there.
    let asked = here.run(&["delete", "--from", "2026-01-06", "--to", "2026-01-06"]);
    assert!(
        asked.out.contains("stays in their own records") || asked.err.contains("stays in their own records"),
        "{asked:?}"
    );
    let asked = here.run(&["delete", "--from", "2026-01-05", "--to", "2026-01-05"]);
    assert!(!format!("{asked:?}").contains("their own records"), "{asked:?}");
    assert_eq!(here.run(&["delete", "--from", "2026-01-06", "--to", "2026-01-06", "--yes"]).code, 0);
    assert!(here.run(&["merge", &file]).out.contains("nothing changes"));
    assert_eq!(taken(&here, "all"), 1);
    let own = here.run(&["merge", here.ledger().to_str().expect("text")]);
    assert!(own.code == 2 && own.err.contains("this machine"), "{own:?}");
    let copy = here.path("copy.db");
    std::fs::copy(here.ledger(), &copy).expect("copied");
    assert_eq!(here.run(&["merge", copy.to_str().expect("text")]).code, 2);
    let none = here.run(&["merge", here.settings().to_str().expect("text")]);
    assert!(none.code == 2 && none.err.contains("no record of a machine"), "{none:?}");
}

/// Makes of a ledger what the version before machines had.
fn as_before_machines(ledger: &Path) {
    let file = Connection::open(ledger).expect("opened");
    file.execute_batch(
        "DROP VIEW counted_day; DROP TABLE forgotten; DROP TABLE machine; DROP TABLE peer_day; DROP TABLE erased;
         PRAGMA user_version = 6;",
    )
    .expect("made");
}

#[test]
fn the_record_of_an_earlier_version_is_taken_over_once_whoever_it_turns_out_to_be() {
    let (here, there) = (House::with(FAST), House::new());
    record(&here.ledger(), "desk", &["2026-01-05"]);
    record(&there.ledger(), "laptop", &["2026-01-06", "2026-01-07"]);
    let old = there.path("old.db");
    std::fs::copy(there.ledger(), &old).expect("copied");
    as_before_machines(&old);
    let before = std::fs::read(&old).expect("read");
    let file = old.to_str().expect("text");
    for says in ["2 new", "nothing changes"] {
        let merged = here.run(&["merge", file]);
        assert!(merged.code == 0 && merged.out.contains(says), "{merged:?}");
        assert_eq!(taken(&here, "all"), 3);
    }
    assert_eq!(std::fs::read(&old).expect("read"), before, "it stays as it was");
    // The machine has a newer version now, and tells the same days by its own id.
    assert_eq!(here.run(&["merge", there.ledger().to_str().expect("text")]).code, 0);
    assert_eq!((taken(&here, "all"), taken(&here, "laptop")), (3, 2));
    let again = here.run(&["merge", file]);
    assert!(again.code == 0 && again.out.contains("nothing changes"), "{again:?}");
    assert_eq!(taken(&here, "all"), 3);
    // An old copy of this machine's own record is no other machine's.
    let own = here.path("own.db");
    std::fs::copy(here.ledger(), &own).expect("copied");
    as_before_machines(&own);
    let refused = here.run(&["merge", own.to_str().expect("text")]);
    assert!(refused.code == 2 && refused.err.contains("this machine"), "{refused:?}");
}

#[test]
fn an_export_tells_which_machine_each_break_is_of_and_can_be_of_one() {
    let (here, there) = (House::with(FAST), House::new());
    record(&here.ledger(), "desk", &["2026-01-05"]);
    record(&there.ledger(), "laptop", &["2026-01-06", "2026-01-07"]);
    let head = |house: &House| house.run(&["export", "--csv"]).out.lines().next().map(str::to_owned).expect("a head");
    let before = head(&here);
    let alone = here.json(&["export"]);
    assert_eq!(
        (&alone["machines"], &alone["breaks"][0]["machine"]),
        (&serde_json::json!([]), &serde_json::Value::Null)
    );
    assert_eq!(here.run(&["merge", there.ledger().to_str().expect("text")]).code, 0);
    // The columns are as they were; the machine's is the last.
    assert_eq!(head(&here), format!("{before},machine"));
    let all = here.json(&["export"]);
    let of = |name: &str| {
        let machines = all["machines"].as_array().expect("a list");
        let id = &machines.iter().find(|it| it["name"] == name).expect("known")["id"];
        let own: Vec<_> = all["breaks"].as_array().expect("a list").iter().filter(|it| it["machine"] == *id).collect();
        own.iter().map(|it| it["id"].as_u64().expect("a number")).collect::<Vec<_>>()
    };
    // An id is that of the machine that recorded it.
    assert_eq!((of("desk"), of("laptop")), (vec![1], vec![1, 2]));
    let count =
        |machine: &str| here.json(&["export", "--machine", machine])["breaks"].as_array().expect("a list").len();
    assert_eq!(["all", "this", "laptop"].map(count), [3, 1, 2]);
    assert_eq!(here.run(&["export", "--machine", "phone"]).code, 1);
    // The event of a break is the same, whichever machine it is taken out on.
    let uids = |house: &House| {
        let text = house.run(&["export", "--ics"]).out;
        text.lines().filter(|line| line.starts_with("UID:break")).map(str::to_owned).collect::<Vec<_>>()
    };
    let (ours, theirs) = (uids(&here), uids(&there));
    assert!(ours.len() == 3 && theirs.iter().all(|uid| ours.contains(uid)), "{ours:?} {theirs:?}");
    // One form names this machine, and has its breaks alone.
    let watched = here.json(&["export", "--activitywatch"]);
    let buckets = watched["buckets"].as_object().expect("an object");
    assert_eq!(buckets.values().map(|it| it["events"].as_array().expect("a list").len()).sum::<usize>(), 1);
}

#[test]
fn a_machine_that_is_forgotten_stays_so_when_its_days_are_taken_out_and_brought_in_again() {
    let (here, there) = (House::with(FAST), House::new());
    record(&here.ledger(), "desk", &["2026-01-05"]);
    record(&there.ledger(), "laptop", &["2026-01-06", "2026-01-07"]);
    let merge = || here.run(&["merge", there.ledger().to_str().expect("text")]);
    assert!(merge().out.contains("2 new"));
    assert_eq!(here.run(&["machines", "forget", "laptop"]).code, 0);
    assert!(here.run(&["merge", "--undo", "laptop"]).out.contains("2 days of laptop"));
    let again = merge();
    assert!(again.out.contains("2 new") && again.out.contains("forgotten here: laptop"), "{again:?}");
    assert_eq!(taken(&here, "all"), 1);
    assert_eq!(here.run(&["machines", "count", "laptop"]).code, 0);
    assert_eq!(taken(&here, "all"), 3);
}
