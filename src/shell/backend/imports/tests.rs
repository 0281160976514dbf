//! From a file to the review and back, as the window orders it.

use super::super::Backend;
use crate::ledger::{Ledger, Program};
use crate::shell::paths::Paths;
use crate::text::import as text;
use crate::windows::main::talk::{ImportOrder, ImportUpdate, MainOrder, MainUpdate};
use crate::windows::main::updates;
use std::fs;
use std::sync::Arc;

const HISTORY: &str = "WorkRaveStats 4\nD 5 0 126 9 0 5 0 126 17 0\nB 1 7 4 2 1 1 1 3 60\nm 6 7200 0 0 0 0 0\n";

#[test]
fn a_file_is_told_brought_in_and_taken_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let paths = Paths::find(Some(dir.path())).expect("an absolute path");
    let (window, updates) = updates();
    let backend = Backend { paths, window, parts_watch: Arc::default() };
    let ordered = |order: ImportOrder| -> Vec<MainUpdate> {
        backend.import(order);
        updates.all().collect()
    };
    let days = || {
        let ledger = Ledger::open_read_only(&backend.paths.ledger);
        ledger.map_or(0, |ledger| ledger.last_import(Program::Workrave).expect("read").map_or(0, |_| 1))
    };
    let file = dir.path().join("historystats");
    fs::write(&file, HISTORY).expect("written");
    let shown = file.display().to_string();
    // As it is pasted from a file manager, of which Windows' gives the path alone.
    let named = if shown.starts_with('/') { format!("file://{shown}\n") } else { shown };
    let told = ordered(ImportOrder::Read(named.clone()));
    let [MainUpdate::Import(ImportUpdate::Offers(offers, notes))] = &told[..] else { panic!("{told:?}") };
    assert!(offers.len() == 1 && offers[0].files == [file.clone()] && notes.is_empty(), "{offers:?}");
    assert_eq!(days(), 0, "nothing was brought in yet");
    let told = ordered(ImportOrder::BringIn(offers[0].files.clone()));
    let [MainUpdate::Banner(banner), MainUpdate::Import(ImportUpdate::Changed)] = &told[..] else { panic!("{told:?}") };
    assert_eq!(days(), 1);
    let again = ordered(ImportOrder::Read(named));
    let [MainUpdate::Import(ImportUpdate::Offers(offers, _))] = &again[..] else { panic!("{again:?}") };
    assert!(offers[0].files.is_empty() && offers[0].told.iter().any(|told| told.contains("nothing changes")));
    let Some(MainOrder::Import(undo)) = banner.undo.as_deref().cloned() else { panic!("{banner:?}") };
    assert_eq!(ordered(undo).len(), 2);
    assert_eq!(days(), 0);
}

#[test]
fn what_is_no_record_is_refused_in_the_windows_own_words() {
    let dir = tempfile::tempdir().expect("a folder");
    let paths = Paths::find(Some(dir.path())).expect("an absolute path");
    let (window, updates) = updates();
    let backend = Backend { paths, window, parts_watch: Arc::default() };
    let notes = dir.path().join("notes");
    fs::write(&notes, "dear diary").expect("written");
    let expected = text::no_record(&notes, &crate::import::NoRecord::Unknown);
    backend.import(ImportOrder::Read(notes.display().to_string()));
    let told: Vec<MainUpdate> = updates.all().collect();
    assert_eq!(told, [ImportUpdate::Refused(expected.clone()).into()]);
    assert!(!expected.contains('`'));
    assert!(!backend.paths.ledger.exists());
}
