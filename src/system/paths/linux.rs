//! The folders of a person by the XDG base directories.

use crate::system::{files, sandbox};
use std::fs;
use std::path::{Path, PathBuf};

/// The file of a person's folders is no longer.
// It has eight lines; a device in its place would be read without end.
const LONGEST: u64 = 64 * 1024;

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
    let session = absolute("XDG_RUNTIME_DIR");
    // Each start of a Flatpak has a session's folder of its own; this one in it they have in common.
    let session = match sandbox::flatpak() {
        Some(id) => session.map(|dir| dir.join("app").join(id)),
        None => session,
    };
    let session = session.filter(|dir| is_ours(dir)).map(|dir| dir.join("unhunch"));
    session.into_iter().chain(cache().map(|dir| dir.join("unhunch/run"))).collect()
}

/// The folder of the session's sockets, where the environment may have left it out.
pub(crate) fn session(var: impl Fn(&str) -> Option<String>) -> String {
    // logind makes it there; a shell without a session of its own (su, cron) lacks the variable.
    var("XDG_RUNTIME_DIR").unwrap_or_else(|| format!("/run/user/{}", rustix::process::geteuid().as_raw()))
}

/// The folder in which a person looks for what came from elsewhere: that of downloads, of documents, or their own.
pub(crate) fn downloads() -> Option<PathBuf> {
    let named = folder("XDG_CONFIG_HOME", ".config").map(|config| config.join("user-dirs.dirs"));
    let named = named.and_then(|file| files::guarded::read(&file, LONGEST).ok()).unwrap_or_default();
    let home = absolute("HOME")?;
    let named = String::from_utf8_lossy(&named).into_owned();
    let known = [("XDG_DOWNLOAD_DIR", "Downloads"), ("XDG_DOCUMENTS_DIR", "Documents")];
    let folders =
        known.into_iter().map(|(key, usual)| user_folder(&named, key, &home).unwrap_or_else(|| home.join(usual)));
    folders.chain([home.clone()]).find(|folder| folder.is_dir())
}

/// A folder of a person's as their file of folders has it: `KEY="$HOME/..."`, or an absolute path.
fn user_folder(named: &str, key: &str, home: &Path) -> Option<PathBuf> {
    let line = named.lines().find_map(|line| line.trim().strip_prefix(key)?.strip_prefix('='))?;
    let value = line.trim().strip_prefix('"')?.strip_suffix('"')?;
    let below = value.strip_prefix("$HOME").map(|rest| home.join(rest.trim_start_matches('/')));
    Some(below.unwrap_or_else(|| value.into())).filter(|folder| folder.is_absolute())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_folders_are_read_as_the_desktop_writes_them() {
        let named = "# a comment\nXDG_DESKTOP_DIR=\"$HOME/Desktop\"\nXDG_DOWNLOAD_DIR=\"$HOME/Ordner/Neues\"\n\
            XDG_DOCUMENTS_DIR=\"/srv/me\"\nXDG_MUSIC_DIR=\"music\"\n";
        let folder = |key| user_folder(named, key, Path::new("/home/me"));
        assert_eq!(folder("XDG_DOWNLOAD_DIR"), Some("/home/me/Ordner/Neues".into()));
        assert_eq!(folder("XDG_DOCUMENTS_DIR"), Some("/srv/me".into()));
        assert_eq!((folder("XDG_MUSIC_DIR"), folder("XDG_VIDEOS_DIR")), (None, None));
    }
}
