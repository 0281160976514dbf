//! A machine that is forgotten by the command, while the app runs and while none does: its days count no longer, nothing in the
//! folder is touched, what it writes again does not count, and all of it comes back. What it says while the app runs is heard
//! no more, nor believed. And a name of one's own.

use crate::house::{FAST, House, names, until};
use crate::merge::record;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};
use unhunch::engine::event::News;
use unhunch::ledger::{Fact, MachineId, Tells};
use unhunch::sync::{other, told};

fn sharing(folder: &Path, more: &str) -> House {
    House::with(&format!("{FAST}{more}sync.folder = '{}'\n", folder.display()))
}

fn taken(house: &House) -> Value {
    house.json(&["review", "all", "--json"])["taken"].clone()
}

/// What stands in the files of others than the one with this name.
fn texts(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let all = names(folder).into_iter().filter(|name| !name.contains("live"));
    // One that is being written may have its name no more.
    all.filter_map(|name| Some((name.clone(), fs::read(folder.join(name)).ok()?))).collect()
}

#[test]
fn a_forgotten_machine_counts_no_longer_and_can_count_again() {
    let shared = tempfile::tempdir().expect("a folder");
    let (desk, laptop) =
        (sharing(shared.path(), "sync.name = \"My desk\"\n"), sharing(shared.path(), "sync.name = \"Old one\"\n"));
    record(&laptop.ledger(), "", &["2026-01-05", "2026-02-05"]);
    laptop.start().quit();
    let written = texts(shared.path());
    let app = desk.start();
    until("the days of the laptop", || (taken(&desk) == 2).then_some(()));
    let known = desk.json(&["machines", "--json"]);
    assert_eq!(
        (&known["this"]["name"], &known["others"][0]["name"]),
        (&"My desk".into(), &"Old one".into()),
        "{known}"
    );
    let told = |known: &Value| known["others"][0]["told"].clone();
    assert!(known["others"][0]["days"].as_u64() >= Some(2) && known["others"][0]["counts"] == true, "{known}");
    let done = desk.run(&["machines", "forget", "Old one"]);
    assert!(done.code == 0 && done.out.contains("Old one is forgotten"), "{done:?}");
    assert_eq!(taken(&desk), 0);
    until("no other machine that counts", || {
        desk.part("two machines")["says"].as_str().is_some_and(|says| says.contains("no other machine")).then_some(())
    });
    assert!(desk.run(&["machines"]).out.contains("Forgotten since"));
    app.quit();
    // Nothing of it is gone, and what it writes again does not count.
    let now = texts(shared.path());
    assert!(written.iter().all(|file| now.contains(file)), "{:?}", names(shared.path()));
    let again = laptop.start();
    laptop.prompted();
    assert_eq!(laptop.run(&["skip"]).code, 0);
    again.quit();
    let app = desk.start();
    until("its day with the break", || (told(&desk.json(&["machines", "--json"])) != told(&known)).then_some(()));
    let others = |desk: &House| desk.json(&["review", "all", "--json"])["machines"].as_array().map(Vec::len);
    assert_eq!((taken(&desk), others(&desk)), (0.into(), Some(0)));
    app.quit();
    let back = desk.run(&["machines", "count", "Old one"]);
    assert!(back.code == 0 && back.out.contains("counts again"), "{back:?}");
    let all = desk.json(&["review", "all", "--json", "--machine", "Old one"]);
    assert_eq!((&all["taken"], &all["skipped"]), (&2.into(), &1.into()), "{all}");
    assert_eq!(taken(&desk), 2);
    let none = desk.run(&["machines", "forget", "phone"]);
    assert!(none.code == 1 && none.err.contains("Old one"), "{none:?}");
}

/// Another machine, played by the test: what it writes into the folder.
struct Peer<'a> {
    folder: &'a Path,
    name: &'static str,
    id: MachineId,
}

impl Peer<'_> {
    /// It tells of a day, so that it can be forgotten.
    fn tells_of_a_day(&self) {
        let day = "2026-01-05".parse().expect("a day");
        let facts = [Tells::Name(self.name.into()), Tells::Day(day, Box::default())];
        let text = facts.map(|tells| told(&Fact { machine: self.id, revision: 1, tells })).concat();
        fs::write(self.folder.join(format!("unhunch-{}.jsonl", self.id)), text).expect("written");
    }

    /// It says this now.
    fn says(&self, news: &News) {
        let now = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970");
        let said =
            chrono::DateTime::from_timestamp_millis(now.as_millis().try_into().expect("a time")).expect("a time");
        let keys = serde_json::json!({ "name": self.name, "said": said.to_rfc3339(), "news": news });
        let revision = u64::try_from(now.as_millis()).expect("a time");
        let line = other(self.id, revision, "live", keys.as_object().expect("an object"));
        fs::write(self.folder.join(format!("unhunch-{}-live.jsonl", self.id)), line).expect("written");
    }
}

#[test]
fn what_a_forgotten_machine_says_is_heard_no_more_and_what_it_said_is_not_believed() {
    let shared = tempfile::tempdir().expect("a folder");
    // Clocks that go as they do, for what is said is believed for ten minutes. Nobody is seen here.
    let house = House::with(&format!("sense.idle = false\nsync.folder = '{}'\n", shared.path().display()));
    let peer = |name, id| Peer { folder: shared.path(), name, id: MachineId::new(id) };
    let (laptop, phone) = (peer("laptop", 7 << 64), peer("phone", 8 << 64));
    let mut app = house.start();
    let working = News::Working { used: Duration::from_mins(2) };
    let heard = |peer: &Peer<'_>, what: &str| {
        let key: String = peer.id.to_string().chars().take(16).collect();
        house.run(&["log", "--scenario"]).out.contains(&format!("elsewhere {key} {what}"))
    };
    let elsewhere =
        || house.json(&["status", "--json"])["holds"].as_array().expect("a list").contains(&"elsewhere".into());
    laptop.tells_of_a_day();
    laptop.says(&working);
    until("the laptop", || elsewhere().then_some(()));
    until("its day", || house.run(&["machines"]).out.contains("laptop").then_some(()));
    assert_eq!(house.run(&["machines", "forget", "laptop"]).code, 0);
    assert!(!elsewhere() && heard(&laptop, "gone"), "it is not believed");
    for round in ["one", "two"] {
        laptop.says(&News::Break { lasted: Duration::from_mins(5) });
        // A look into the folder may have passed the laptop's file just before: the one after that ends before the third.
        for n in 1..=3 {
            let reminder = format!("{round}-{n}");
            phone.says(&News::Declined { reminder: reminder.clone() });
            until("the phone", || heard(&phone, &format!("declined {reminder}")).then_some(()));
        }
        assert!(!heard(&laptop, "break") && !elsewhere(), "nothing is heard of the laptop");
        // Nor after a restart.
        app.quit();
        app = house.start();
    }
    assert_eq!(house.run(&["machines", "count", "laptop"]).code, 0);
    laptop.says(&working);
    until("the laptop again", || elsewhere().then_some(()));
    // Without the folder nobody is heard, and nobody believed.
    assert_eq!(house.run(&["config", "unset", "sync.folder"]).code, 0);
    until("nobody elsewhere", || (!elsewhere()).then_some(()));
    app.quit();
}

#[test]
fn a_name_of_ones_own_is_told_in_place_of_the_hosts_and_changed_while_it_runs() {
    let shared = tempfile::tempdir().expect("a folder");
    let house = sharing(shared.path(), "");
    let app = house.start();
    let told = |name: &str| {
        let all = texts(shared.path());
        all.iter()
            .any(|(_, text)| String::from_utf8_lossy(text).contains(&format!("\"name\":\"{name}\"")))
            .then_some(())
    };
    until("a file", || (!texts(shared.path()).is_empty()).then_some(()));
    assert_eq!(house.run(&["config", "set", "sync.name", "Anna's desk"]).code, 0);
    until("the new name", || told("Anna's desk"));
    let long = house.run(&["config", "set", "sync.name", &"x".repeat(65)]);
    assert!(long.code != 0 && long.err.contains("at most 64 letters"), "{long:?}");
    assert_ne!(house.run(&["config", "set", "sync.name", "a\u{202e}b"]).code, 0);
    app.quit();
}
