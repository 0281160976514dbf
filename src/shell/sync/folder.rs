//! The folder as files. Owns which are read, and that one is read again only after it was changed.

use crate::ledger::MachineId;
use crate::sync::{Line, Unread, lines};
use crate::system::files::{Trouble, guarded, whole};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How the names of files end that are read.
const END: &str = "jsonl";
/// No file is longer: a month of the fullest days has 5 MiB.
const LONGEST: u64 = 64 << 20;
/// More files than these are not looked at: ten machines have 1,200 in ten years.
const MOST: usize = 20_000;

/// Folder that is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Folder(PathBuf);

/// How the files were that were read.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    files: BTreeMap<PathBuf, (u64, Option<SystemTime>)>,
    /// How the names of files begin that are not read.
    passed: Option<String>,
}

impl Seen {
    /// None yet, and those of this machine never: it knows what it wrote.
    pub(crate) fn without(machine: MachineId) -> Self {
        Self { files: BTreeMap::new(), passed: Some(own_files(machine)) }
    }
}

/// How the names of a machine's own files begin.
fn own_files(machine: MachineId) -> String {
    format!("unhunch-{machine}")
}

impl Folder {
    /// The one at this path.
    pub(crate) fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Whether it is there, and a folder.
    pub(crate) fn is_there(&self) -> bool {
        self.0.is_dir()
    }

    /// Reads every file that is another than when it was seen last, each by itself. What cannot be read is told; it
    /// is tried again the next time.
    ///
    /// # Errors
    /// When the folder is not there or cannot be looked into.
    pub(crate) fn read(
        &self,
        seen: &mut Seen,
        mut take: impl FnMut(Vec<Line>),
    ) -> io::Result<(Unread, Option<Trouble>)> {
        let (mut unread, mut trouble) = (Unread::default(), None);
        for entry in fs::read_dir(&self.0)?.take(MOST).flatten() {
            let path = entry.path();
            let own = |name: &str| seen.passed.as_ref().is_some_and(|own| name.starts_with(own));
            if path.extension().is_none_or(|end| end != END) || entry.file_name().to_str().is_some_and(own) {
                continue;
            }
            // Before it is read: what is written meanwhile is read again.
            let Ok(data) = fs::metadata(&path) else { continue };
            let print = (data.len(), data.modified().ok());
            if seen.files.get(&path) == Some(&print) {
                continue;
            }
            match guarded::read(&path, LONGEST) {
                Ok(text) => {
                    let (lines, more) = lines(&text);
                    unread = unread.and(more);
                    take(lines);
                    seen.files.insert(path, print);
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => trouble = Some(Trouble::from(&error)),
            }
        }
        Ok((unread, trouble))
    }

    /// The lines of one file of a machine's own; none where there is none.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub(crate) fn own(&self, name: &str) -> io::Result<(Vec<Line>, Vec<u8>)> {
        match guarded::read(&self.0.join(name), LONGEST) {
            Ok(text) => Ok((lines(&text).0, text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Default::default()),
            Err(error) => Err(error),
        }
    }

    /// The names of the files that a machine has written, or would have.
    ///
    /// # Errors
    /// When the folder is not there or cannot be looked into.
    pub(crate) fn own_names(&self, machine: MachineId) -> io::Result<Vec<String>> {
        let ours = own_files(machine);
        let names =
            fs::read_dir(&self.0)?.take(MOST).flatten().filter_map(|entry| entry.file_name().into_string().ok());
        Ok(names.filter(|name| name.starts_with(&ours)).collect())
    }

    /// Puts a text in place of a file, in one step, for the person alone.
    ///
    /// # Errors
    /// When the folder is not there, or the file cannot be written; the old one is as it was then.
    pub(crate) fn write(&self, name: &str, text: &str) -> io::Result<()> {
        if !self.is_there() {
            return Err(io::ErrorKind::NotFound.into());
        }
        whole::write(&self.0.join(name), text)
    }
}
