//! Where things are: settings, record, socket. Owns the folders (0700); never knows what is in them.

use crate::text::files as text;
use rustix::fs::OFlags;
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// A socket's path holds no more than this on every system we know.
const SOCKET_PATH_MOST: usize = 100;

/// The app's places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paths {
    /// The person's settings.
    pub settings: PathBuf,
    /// The record.
    pub ledger: PathBuf,
    /// The folder of the socket and the lock.
    pub runtime: PathBuf,
    /// The folder all of it is in, when it is one of the person's own choosing.
    pub home: Option<PathBuf>,
}

impl Paths {
    /// What makes one of our own commands use these very places.
    pub(crate) fn home_arguments(&self) -> Vec<OsString> {
        self.home.iter().flat_map(|home| ["--home".into(), home.clone().into_os_string()]).collect()
    }

    /// The places of this user, or all of them in `home`.
    ///
    /// # Errors
    /// One sentence, where the system says of no home folder.
    pub(crate) fn find(home: Option<&Path>) -> Result<Self, String> {
        if let Some(home) = home {
            let home = std::path::absolute(home).map_err(|e| format!("No such folder: {} ({e}).", home.display()))?;
            return Ok(Self::within(home));
        }
        let settings = confy::get_configuration_file_path("unhunch", None)
            .map_err(|e| format!("There is no place for the settings: {e}. Set HOME to your home folder."))?;
        let data = folder("XDG_DATA_HOME", ".local/share")
            .ok_or("There is no place for the record. Set HOME to your home folder.")?;
        Ok(Self { settings, ledger: data.join("unhunch/ledger.db"), runtime: runtime(), home: None })
    }

    fn within(home: PathBuf) -> Self {
        let mut runtime = home.join("run");
        if socket_in(&runtime).as_os_str().len() > SOCKET_PATH_MOST {
            runtime = shared_temp(&format!("-{:016x}", fingerprint(home.as_os_str())));
        }
        Self { settings: home.join("settings.toml"), ledger: home.join("ledger.db"), runtime, home: Some(home) }
    }

    /// The folder of the settings, where a person's own library files are as well.
    pub(crate) fn settings_folder(&self) -> &Path {
        self.settings.parent().unwrap_or(Path::new("."))
    }

    /// The socket that the running app listens on.
    pub(crate) fn socket(&self) -> PathBuf {
        socket_in(&self.runtime)
    }

    /// The folder for what can be fetched again; none where the system says of no home folder.
    pub(crate) fn cache(&self) -> Option<PathBuf> {
        match &self.home {
            Some(home) => Some(home.join("cache")),
            None => folder("XDG_CACHE_HOME", ".cache").map(|cache| cache.join("unhunch")),
        }
    }

    /// The file whose lock the running app holds.
    pub(crate) fn lock(&self) -> PathBuf {
        self.runtime.join("lock")
    }
}

fn socket_in(runtime: &Path) -> PathBuf {
    runtime.join("socket")
}

/// An absolute folder from the environment, or one in the home folder. A relative one is as good as none (XDG).
pub(crate) fn folder(variable: &str, in_home: &str) -> Option<PathBuf> {
    absolute(variable).or_else(|| absolute("HOME").map(|home| home.join(in_home)))
}

fn absolute(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}

fn runtime() -> PathBuf {
    let places = [
        absolute("XDG_RUNTIME_DIR").filter(|dir| is_ours(dir)).map(|dir| dir.join("unhunch")),
        folder("XDG_CACHE_HOME", ".cache").map(|dir| dir.join("unhunch/run")),
    ];
    let short = |path: &PathBuf| socket_in(path).as_os_str().len() <= SOCKET_PATH_MOST;
    places.into_iter().flatten().find(short).unwrap_or_else(|| shared_temp(""))
}

/// A folder that is left over from another user's session, or not there, is of no use.
fn is_ours(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.is_dir() && meta.uid() == rustix::process::getuid().as_raw())
}

/// A folder in one that others write to as well: `private_folder` makes it, and looks at whose it is.
fn shared_temp(which: &str) -> PathBuf {
    std::env::temp_dir().join(format!("unhunch-{}{which}", rustix::process::getuid().as_raw()))
}

/// A short name for a long path, the same each time (FNV-1a).
pub(crate) fn fingerprint(text: &OsStr) -> u64 {
    fingerprint_of(text.as_encoded_bytes())
}

/// As [`fingerprint`], for what is known when the program is built.
pub(crate) const fn fingerprint_of(text: &[u8]) -> u64 {
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while at < text.len() {
        hash = (hash ^ text[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

/// Makes a folder that only this user can look into, and refuses one that is somebody else's, or a link that somebody
/// else has put there. Only for folders of our own: one that a person made is not to be closed.
///
/// # Errors
/// When it cannot be made, or belongs to another user.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    let (name, folder) = (fs::symlink_metadata(path)?, fs::metadata(path)?);
    if [&name, &folder].iter().any(|meta| meta.uid() != rustix::process::getuid().as_raw()) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, text::NOT_YOURS));
    }
    // Where our own link leads is a folder that the person has chosen.
    if !name.is_symlink() && folder.mode() & 0o077 != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Makes a folder for a person's files, closed to others; one that is there stays as it is.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn persons_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// A folder for a while in the system's folder for such, gone with this value. Whoever is killed leaves it to the next
/// one: while it is in use it is locked.
#[derive(Debug)]
pub(crate) struct Temporary {
    path: PathBuf,
    _lock: Option<fs::File>,
}

impl Temporary {
    /// Makes one, under a name that nobody could know before.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(crate) fn new(name: &str) -> io::Result<Self> {
        loop {
            let mut chance = [0; 8];
            io::Read::read_exact(&mut fs::File::open("/dev/urandom")?, &mut chance)?;
            let path = std::env::temp_dir().join(format!("{name}-{:016x}", u64::from_ne_bytes(chance)));
            // Fails if anything has that name, be it a link that leads nowhere.
            DirBuilder::new().mode(0o700).create(&path)?;
            match unused(&path) {
                // Some file systems of a network lock no folder: there nobody can sweep either.
                Err(TryLockError::Error(_)) if path.is_dir() => return Ok(Self { path, _lock: None }),
                // Who sweeps may have met it between the two.
                Ok(None) | Err(_) => {}
                Ok(lock) => return Ok(Self { path, _lock: lock }),
            }
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Removes what killed processes of ours have left under this name.
    pub(crate) fn sweep(name: &str) {
        let is_one = |entry: &OsStr| {
            let rest = entry.to_str().and_then(|entry| entry.strip_prefix(name)?.strip_prefix('-'));
            rest.is_some_and(|rest| rest.len() == 16 && rest.bytes().all(|b| b.is_ascii_hexdigit()))
        };
        for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
            if is_one(&entry.file_name())
                && let Ok(lock @ Some(_)) = unused(&entry.path())
            {
                drop(Self { path: entry.path(), _lock: lock });
            }
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // What stays costs room and nothing else.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// The lock of a folder that nobody uses; none if it is not ours, a link, or no longer at its path.
fn unused(path: &Path) -> Result<Option<fs::File>, TryLockError> {
    let guard = i32::try_from((OFlags::NOFOLLOW | OFlags::DIRECTORY).bits()).unwrap_or_default();
    let Ok(folder) = OpenOptions::new().read(true).custom_flags(guard).open(path) else { return Ok(None) };
    folder.try_lock()?;
    let same = |there: fs::Metadata| {
        folder.metadata().is_ok_and(|open| (open.dev(), open.ino()) == (there.dev(), there.ino()))
            && there.uid() == rustix::process::getuid().as_raw()
    };
    Ok(fs::symlink_metadata(path).is_ok_and(same).then_some(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_of_its_own_holds_everything_and_long_ones_still_have_a_socket() {
        let near = Paths::find(Some(Path::new("/tmp/h"))).expect("an absolute path");
        assert_eq!(near.socket(), Path::new("/tmp/h/run/socket"));
        assert_eq!(near.ledger, Path::new("/tmp/h/ledger.db"));
        let far = Path::new("/tmp").join("x".repeat(120));
        let paths = Paths::find(Some(&far)).expect("an absolute path");
        assert!(paths.socket().as_os_str().len() <= SOCKET_PATH_MOST);
        assert_eq!(paths, Paths::find(Some(&far)).expect("an absolute path"));
    }

    #[test]
    fn a_private_folder_is_closed_to_others() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("a/b");
        private_folder(&path).expect("made");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("opened");
        private_folder(&path).expect("closed again");
        assert_eq!(fs::metadata(&path).expect("there").mode() & 0o777, 0o700);
    }

    #[test]
    fn where_a_link_leads_no_mode_is_changed_and_a_persons_folder_keeps_its_own() {
        let dir = tempfile::tempdir().expect("a folder");
        let mode = |path: &Path| fs::metadata(path).expect("there").mode() & 0o7777;
        let (open, link) = (dir.path().join("open"), dir.path().join("link"));
        fs::create_dir(&open).expect("made");
        fs::set_permissions(&open, fs::Permissions::from_mode(0o1777)).expect("opened");
        std::os::unix::fs::symlink(&open, &link).expect("linked");
        private_folder(&link).expect("ours");
        persons_folder(&open).expect("there");
        assert_eq!(mode(&open), 0o1777);
        persons_folder(&dir.path().join("new")).expect("made");
        assert_eq!(mode(&dir.path().join("new")), 0o700);
    }

    #[test]
    fn a_temporary_folder_is_new_each_time_and_goes_when_nobody_uses_it() {
        let made = || Temporary::new("unhunch-test").expect("made");
        let (one, other) = (made(), made());
        assert_ne!(one.path(), other.path());
        assert_eq!(fs::metadata(one.path()).expect("there").mode() & 0o777, 0o700);
        let named =
            |first: u8| std::env::temp_dir().join(format!("unhunch-test-{first:02x}{:014x}", std::process::id()));
        let (left, link) = (named(1), named(2));
        fs::create_dir_all(left.join("run")).expect("made");
        std::os::unix::fs::symlink(other.path(), &link).expect("linked");
        Temporary::sweep("unhunch-test");
        assert!(!left.exists() && one.path().exists() && other.path().exists());
        assert!(fs::symlink_metadata(&link).is_ok(), "a link is none of ours");
        fs::remove_file(&link).expect("removed");
        let gone = one.path().to_owned();
        drop(one);
        assert!(!gone.exists());
    }
}
