//! The folders of a person by the XDG base directories.

use crate::system::files;
use std::fs;
use std::path::{Path, PathBuf};

/// What a program keeps for good.
pub(crate) fn data() -> Option<PathBuf> {
    folder("XDG_DATA_HOME", ".local/share")
}

/// What can be had again.
pub(crate) fn cache() -> Option<PathBuf> {
    folder("XDG_CACHE_HOME", ".cache")
}

/// Where sockets and locks may be, the best first.
pub(crate) fn runtime() -> Vec<PathBuf> {
    let session = absolute("XDG_RUNTIME_DIR").filter(|dir| is_ours(dir)).map(|dir| dir.join("unhunch"));
    session.into_iter().chain(cache().map(|dir| dir.join("unhunch/run"))).collect()
}

/// The folder of the session's sockets, where the environment may have left it out.
pub(crate) fn session(var: impl Fn(&str) -> Option<String>) -> String {
    // logind makes it there; a shell without a session of its own (su, cron) lacks the variable.
    var("XDG_RUNTIME_DIR").unwrap_or_else(|| format!("/run/user/{}", rustix::process::geteuid().as_raw()))
}

/// A folder in one that others write to as well: whoever makes it looks at whose it is.
pub(crate) fn shared_temp(which: &str) -> PathBuf {
    std::env::temp_dir().join(format!("unhunch-{}{which}", rustix::process::getuid().as_raw()))
}

/// An absolute folder from the environment, or one in the home folder. A relative one is as good as none (XDG).
pub(in crate::system) fn folder(variable: &str, in_home: &str) -> Option<PathBuf> {
    absolute(variable).or_else(|| absolute("HOME").map(|home| home.join(in_home)))
}

fn absolute(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}

/// A folder that is left over from another user's session, or not there, is of no use.
fn is_ours(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.is_dir() && files::is_mine(&meta))
}
