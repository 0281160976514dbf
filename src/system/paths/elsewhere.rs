//! The folders of a person as Windows and macOS name them.

use etcetera::BaseStrategy;
use etcetera::base_strategy::choose_native_strategy;
use std::path::PathBuf;

fn known() -> Option<impl BaseStrategy> {
    choose_native_strategy().ok()
}

/// What a program keeps for good.
pub(crate) fn data() -> Option<PathBuf> {
    known().map(|known| known.data_dir())
}

/// What can be had again.
pub(crate) fn cache() -> Option<PathBuf> {
    known().map(|known| known.cache_dir())
}

/// Where sockets and locks may be, the best first: there is no folder of the session.
pub(crate) fn runtime() -> Vec<PathBuf> {
    cache().map(|dir| dir.join("unhunch/run")).into_iter().collect()
}

/// A folder for what is short-lived; each person has one of their own.
pub(crate) fn shared_temp(which: &str) -> PathBuf {
    std::env::temp_dir().join(format!("unhunch{which}"))
}

/// The folder in which a person looks for what came from elsewhere.
pub(crate) fn downloads() -> Option<PathBuf> {
    let home = std::env::home_dir()?;
    [home.join("Downloads"), home.join("Documents"), home].into_iter().find(|folder| folder.is_dir())
}
