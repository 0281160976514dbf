//! `kill -9` at random moments of a fast day: the record opens, adds up, and has every answer that was confirmed.

use crate::harness::{App, Daemon, Desktop, Running, SOON, Session, now};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

const KILLS: u32 = 200;
/// Ten minutes a second; a break every five of them.
const DAY: &str = "clock.speed = 600
break.movement.every = \"5min\"
break.movement.lasts = \"2min\"
nudge.posture.every = \"3min\"
snooze.length = \"1min\"
lull.wait = \"0s\"
answer.within = \"30min\"
guide.where = \"notification\"
check_in.most = 0
";

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// What the app confirmed: the instance and what must stand in its row for ever.
type Confirmed = BTreeMap<u64, &'static str>;

/// Lives for a random time, giving one answer on the way if there is something to answer. Only what was due has a row for
/// sure: a start that comes too late begins a break of the person's own, which has none once it is skipped.
fn live(session: &Session, dice: &mut Dice, due: &mut BTreeSet<u64>, confirmed: &mut Confirmed) {
    let end = now() + Duration::from_millis(dice.below(500));
    while now() < end {
        let open = serde_json::from_str::<Value>(&session.ask(&["status", "--json"]).out).unwrap_or_default();
        let Some(id) = open["instance"].as_u64() else { continue };
        if open["state"] == "due" {
            due.insert(id);
        }
        let (command, outcome) =
            [("skip", "skipped"), ("snooze", ""), ("start", "")][usize::try_from(dice.below(3)).unwrap()];
        if session.ask(&[command]).code == 0 && !outcome.is_empty() && due.contains(&id) {
            confirmed.insert(id, outcome);
        }
    }
}

/// The file as the killed process left it.
fn check_file(session: &Session) {
    let ledger = session.data().join("unhunch/ledger.db");
    let file = rusqlite::Connection::open(&ledger).expect("the ledger opens");
    let health: String = file.query_row("PRAGMA quick_check", (), |row| row.get(0)).expect("the ledger answers");
    assert_eq!(health, "ok");
}

/// The invariants of the record, over all of it.
fn check_record(session: &Session, confirmed: &Confirmed) {
    let review = session.json(&["review", "all", "--json", "--breaks"]);
    let rows = review["breaks"].as_array().expect("rows");
    let ids: BTreeSet<u64> = rows.iter().map(|row| row["id"].as_u64().expect("an id")).collect();
    assert_eq!(ids.len(), rows.len(), "every id once");
    let count = |outcome: &str| rows.iter().filter(|row| row["outcome"] == outcome).count() as u64;
    let outcomes = ["taken", "natural", "skipped", "missed", "excused"];
    for outcome in outcomes {
        assert_eq!(review[outcome], count(outcome), "{outcome}");
    }
    assert_eq!(review["due"], outcomes.iter().map(|outcome| count(outcome)).sum::<u64>());
    let open = rows.iter().filter(|row| row["outcome"].is_null()).count() as u64;
    assert!(open <= 1, "one open instance at most");
    assert_eq!(review["due"].as_u64().unwrap() + review["cancelled"].as_u64().unwrap() + open, rows.len() as u64);
    for (id, outcome) in confirmed {
        let row = rows.iter().find(|row| row["id"] == *id).unwrap_or_else(|| panic!("row {id} is lost"));
        assert_eq!(row["outcome"], *outcome, "what was confirmed stays: {row}");
    }
    assert!(
        confirmed.len() > 5 && rows.len() > 20,
        "the day was busy: {} answers, {} rows",
        confirmed.len(),
        rows.len()
    );
}

#[test]
fn two_hundred_kills_lose_nothing() {
    let mut desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.settings(DAY);
    let _person: Running = desktop.person();
    let (mut dice, mut due, mut confirmed) = (Dice(2), BTreeSet::new(), Confirmed::new());
    for kill in 0..KILLS {
        let mut app = if kill % 4 == 0 { App::launch(session) } else { App::start(session) };
        live(session, &mut dice, &mut due, &mut confirmed);
        app.running.kill();
        if session.data().join("unhunch/ledger.db").exists() {
            check_file(session);
        }
    }
    // Xfce's tray may break on two hundred icons that die while it reads them (it uses one that it has freed): a new panel
    // shows what is there now.
    desktop.kill_panel();
    desktop.start_panel();
    let session = desktop.session();
    let _app = App::start(session);
    crate::harness::until("one icon", SOON, || (session.icons().len() == 1).then_some(()));
    check_record(session, &confirmed);
}
