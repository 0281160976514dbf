//! Where things are: settings, record, socket. Owns which place is for what; what a system has for them is
//! `system::paths`'.

use crate::system::{ipc, paths};
use crate::text::files as text;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

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
            let home = std::path::absolute(home).map_err(|e| text::no_such_folder(home, &e.to_string()))?;
            return Ok(Self::within(home));
        }
        let settings =
            confy::get_configuration_file_path("unhunch", None).map_err(|e| text::no_settings_place(&e.to_string()))?;
        let data = paths::data().ok_or(text::NO_RECORD_PLACE)?;
        Ok(Self { settings, ledger: data.join("unhunch/ledger.db"), runtime: runtime(), home: None })
    }

    fn within(home: PathBuf) -> Self {
        let mut runtime = home.join("run");
        // A socket's path has a limit of the kernel's (about a hundred bytes), which a folder deep down is beyond.
        if !ipc::fits(&socket_in(&runtime)) {
            runtime = paths::shared_temp(&format!("-{:016x}", fingerprint(home.as_os_str())));
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

    /// The socket that the main window listens on.
    pub(crate) fn door(&self) -> PathBuf {
        self.runtime.join("window")
    }

    /// The folder for what can be fetched again; none where the system says of no home folder.
    pub(crate) fn cache(&self) -> Option<PathBuf> {
        match &self.home {
            Some(home) => Some(home.join("cache")),
            None => paths::cache().map(|cache| cache.join("unhunch")),
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

fn runtime() -> PathBuf {
    let fits = |path: &PathBuf| ipc::fits(&socket_in(path));
    paths::runtime().into_iter().find(fits).unwrap_or_else(|| paths::shared_temp(""))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_of_its_own_holds_everything_and_long_ones_still_have_a_socket() {
        let home = std::path::absolute("/tmp/h").expect("a path");
        let near = Paths::find(Some(&home)).expect("an absolute path");
        assert_eq!(near.socket(), home.join("run/socket"));
        assert_eq!(near.ledger, home.join("ledger.db"));
        let far = home.join("x".repeat(120));
        let paths = Paths::find(Some(&far)).expect("an absolute path");
        assert!(ipc::fits(&paths.socket()));
        assert_eq!(paths, Paths::find(Some(&far)).expect("an absolute path"));
    }
}
