//! Where things are: settings, record, socket. Owns the folders (0700) and the writing of whole files (0600);
//! never knows what is in them.

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
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
            runtime = shared_temp().join(format!("{:016x}", fingerprint(home.as_os_str())));
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
    places.into_iter().flatten().find(short).unwrap_or_else(shared_temp)
}

/// A folder that is left over from another user's session, or not there, is of no use.
fn is_ours(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.is_dir() && meta.uid() == rustix::process::getuid().as_raw())
}

fn shared_temp() -> PathBuf {
    std::env::temp_dir().join(format!("unhunch-{}", rustix::process::getuid().as_raw()))
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

/// Makes a folder that only this user can look into, and refuses one that is somebody else's.
///
/// # Errors
/// When it cannot be made, or belongs to another user.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    let meta = fs::metadata(path)?;
    if meta.uid() != rustix::process::getuid().as_raw() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the folder belongs to another user"));
    }
    if meta.mode() & 0o077 != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Puts `text` in place of the file in one step: a reader sees the old or the new, never a half.
/// A link stays a link; what it points to is replaced.
///
/// # Errors
/// When the folder or the file cannot be written; the old file is as it was then.
pub(crate) fn write_whole(path: &Path, text: impl AsRef<[u8]>) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Some(folder) = target.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let mut name = target.as_os_str().to_owned();
    name.push(format!(".new-{}", std::process::id()));
    let new = PathBuf::from(name);
    let written = write_new(&new, text.as_ref()).and_then(|()| fs::rename(&new, &target));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

fn write_new(path: &Path, text: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text)?;
    file.sync_all()
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
    fn whole_files_are_private_follow_links_and_leave_no_rest() {
        let dir = tempfile::tempdir().expect("a folder");
        let (real, link) = (dir.path().join("real.toml"), dir.path().join("link.toml"));
        fs::write(&real, "old").expect("written");
        std::os::unix::fs::symlink(&real, &link).expect("linked");
        write_whole(&link, "new").expect("written");
        assert_eq!(fs::read_to_string(&real).expect("read"), "new");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::metadata(&real).expect("there").mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(dir.path()).expect("read").count(), 2);
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
}
