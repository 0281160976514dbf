//! Where other programs keep what they record. Owns the list; nothing is opened here.

use crate::ledger::Program;
use crate::system::paths::data;
use std::fs;
use std::path::PathBuf;

/// Workrave's files, wherever its folder is.
const WORKRAVE: [&str; 3] = ["historystats", "todaystats", "statistics.db"];
/// Its folders: in the home folder; since 1.11 among a person's data; the Mac's. On Windows it is among the data, too.
const WORKRAVE_IN_HOME: [&str; 2] = [".workrave", "Library/Workrave"];
const WORKRAVE_IN_DATA: [&str; 2] = ["workrave", "Workrave"];
/// Below the data of a person: Qt puts the maker's name before the program's, which are the same.
const SANE_BREAK: [&str; 2] = ["SaneBreak/SaneBreak/sane-break.db", "SaneBreak/sane-break.db"];
/// Below the data of a person.
const ENTRACTE: &str = "io.drmowinckels.entracte/events.jsonl";
/// Entracte may keep it among the settings as well.
const SETTINGS_IN_HOME: &str = ".config";
/// Where each Flatpak has a folder for its data.
const FLATPAKS: &str = ".var/app";
/// Nobody has more of them; a folder without end is not walked.
const MOST_FLATPAKS: usize = 1000;

/// Every file in which a program may keep what it records, each once.
pub(super) fn all() -> impl Iterator<Item = (Program, PathBuf)> {
    let home = std::env::home_dir();
    let flatpaks = home.iter().filter_map(|home| fs::read_dir(home.join(FLATPAKS)).ok());
    let flatpaks = flatpaks.flat_map(|all| all.take(MOST_FLATPAKS).flatten()).map(|app| app.path().join("data"));
    let data: Vec<PathBuf> = data().into_iter().chain(flatpaks).collect();
    let in_data = |names: &[&str]| -> Vec<PathBuf> {
        data.iter().flat_map(|folder| names.iter().map(|name| folder.join(name))).collect()
    };
    let in_home = |names: &[&str]| -> Vec<PathBuf> {
        home.iter().flat_map(|folder| names.iter().map(|name| folder.join(name))).collect()
    };
    let workrave = in_home(&WORKRAVE_IN_HOME).into_iter().chain(in_data(&WORKRAVE_IN_DATA));
    let workrave = workrave.flat_map(|folder| WORKRAVE.map(|name| folder.join(name)));
    let settings = home.iter().map(|home| home.join(SETTINGS_IN_HOME).join(ENTRACTE));
    let entracte = in_data(&[ENTRACTE]).into_iter().chain(settings);
    let workrave = workrave.map(|file| (Program::Workrave, file));
    let sane_break = in_data(&SANE_BREAK).into_iter().map(|file| (Program::SaneBreak, file));
    let all: Vec<_> = workrave.chain(sane_break).chain(entracte.map(|file| (Program::Entracte, file))).collect();
    all.into_iter()
}
