//! Where a sound server listens that speaks PulseAudio's protocol. Owns the reading of its environment variables;
//! never connects.

use crate::system::files::guarded;
use crate::system::paths;
use std::path::{Path, PathBuf};

/// How long a cookie is, in bytes.
// PA_NATIVE_COOKIE_LENGTH of PulseAudio's protocol.
const COOKIE: usize = 256;

/// Where the sound server is to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// Its socket.
    pub socket: PathBuf,
    /// The file with the secret that it may ask for.
    pub cookie: Option<PathBuf>,
}

impl Sound {
    /// The one of this session.
    pub(crate) fn find() -> Option<Self> {
        let var = |name: &str| std::env::var(name).ok().filter(|text| !text.is_empty());
        Self::read(var, Path::new(&paths::session(var)))
    }

    /// The place that the environment names, or the usual one below the runtime folder. `None` if it names only
    /// servers of other machines: their microphones are not this person's.
    pub(crate) fn read(var: impl Fn(&str) -> Option<String>, runtime: &Path) -> Option<Self> {
        let usual = || {
            // As libpulse looks: in PULSE_RUNTIME_PATH itself, else in `pulse` below the runtime folder.
            let folder = var("PULSE_RUNTIME_PATH").map_or_else(|| runtime.join("pulse"), PathBuf::from);
            Some(folder.join("native"))
        };
        let socket = var("PULSE_SERVER").map_or_else(usual, |servers| local(&servers))?;
        let config = || {
            let folder = var("XDG_CONFIG_HOME").map(PathBuf::from);
            let folder = folder.or_else(|| var("HOME").map(|home| PathBuf::from(home).join(".config")));
            folder.map(|folder| folder.join("pulse/cookie"))
        };
        Some(Self { socket, cookie: var("PULSE_COOKIE").map(PathBuf::from).or_else(config) })
    }

    /// The secret; zeros if there is none: a server that runs as the same person needs none.
    #[must_use]
    pub fn secret(&self) -> Vec<u8> {
        let read = self.cookie.as_ref().and_then(|path| guarded::read(path, COOKIE as u64).ok());
        read.filter(|read| read.len() == COOKIE).unwrap_or_else(|| vec![0; COOKIE])
    }
}

/// The first server of a list that is a socket of this machine: `/path`, `unix:/path`, `{machine}unix:/path`.
fn local(servers: &str) -> Option<PathBuf> {
    servers.split_whitespace().find_map(|server| {
        let server = server.strip_prefix('{').and_then(|rest| rest.split_once('}')).map_or(server, |(_, rest)| rest);
        let path = server.strip_prefix("unix:").unwrap_or(server);
        path.starts_with('/').then(|| PathBuf::from(path))
    })
}

#[cfg(test)]
mod tests {
    use super::{Sound, local};
    use std::path::{Path, PathBuf};

    fn read(vars: &[(&str, &str)]) -> Option<Sound> {
        let var = |name: &str| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        Sound::read(var, Path::new("/run/me"))
    }

    #[test]
    fn the_socket_is_where_the_servers_put_it() {
        let socket = |vars: &[(&str, &str)]| read(vars).unwrap().socket;
        assert_eq!(socket(&[]), PathBuf::from("/run/me/pulse/native"));
        assert_eq!(socket(&[("PULSE_RUNTIME_PATH", "/run/p")]), PathBuf::from("/run/p/native"));
        assert_eq!(socket(&[("PULSE_SERVER", "unix:/a/b"), ("PULSE_RUNTIME_PATH", "/p")]), PathBuf::from("/a/b"));
    }

    #[test]
    fn only_sockets_of_this_machine_are_taken() {
        assert_eq!(local("/a"), Some("/a".into()));
        assert_eq!(local("{0123abcd}unix:/a {x}tcp:host"), Some("/a".into()));
        assert_eq!(local("tcp:host:4713 unix:/b"), Some("/b".into()));
        assert_eq!(local("tcp:host:4713 host"), None);
        assert_eq!(local("{unix:/a"), None);
        assert_eq!(read(&[("PULSE_SERVER", "tcp:host")]), None);
    }

    #[test]
    fn the_secret_is_a_file_of_the_right_length_or_zeros() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("cookie");
        let sound = Sound { socket: PathBuf::new(), cookie: Some(file.clone()) };
        assert_eq!(sound.secret(), vec![0; 256]);
        std::fs::write(&file, [7; 255]).unwrap();
        assert_eq!(sound.secret(), vec![0; 256]);
        std::fs::write(&file, [7; 256]).unwrap();
        assert_eq!(sound.secret(), vec![7; 256]);
        let folder = Sound { socket: PathBuf::new(), cookie: Some(home.path().to_owned()) };
        assert_eq!(folder.secret(), vec![0; 256]);
        let vars = [("HOME", "/home/me"), ("XDG_CONFIG_HOME", "/c"), ("PULSE_COOKIE", "/k")];
        assert_eq!(read(&vars[..1]).unwrap().cookie, Some("/home/me/.config/pulse/cookie".into()));
        assert_eq!(read(&vars[..2]).unwrap().cookie, Some("/c/pulse/cookie".into()));
        assert_eq!(read(&vars).unwrap().cookie, Some("/k".into()));
    }
}
