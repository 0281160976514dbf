//! Files that were set aside: their names, what was carried over from each, and whether the person has seen that.
//! Deletes them only with the whole record, when the person wants that.

use super::disk::{BESIDE, beside};
use crate::system::files::guarded;
use serde::{Deserialize, Serialize};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// No note is as long as this.
const LONGEST_NOTE: u64 = 4096;

/// Why a file was set aside; its name says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It could not be read, or not whole.
    Damaged,
    /// It was put in the place of the ledger that was in use.
    Replaced,
}

impl Why {
    const ALL: [Self; 2] = [Self::Damaged, Self::Replaced];

    fn token(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Replaced => "replaced",
        }
    }
}

/// What became of the rows of a file that was set aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Salvaged {
    /// Rows that are in the ledger now.
    pub carried: u64,
    /// Rows that could not be read; none where nobody can say how many there were.
    pub lost: Option<u64>,
}

/// A file that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// Where it is.
    pub file: PathBuf,
    /// Why.
    pub why: Why,
    /// What was carried over from it.
    pub salvaged: Salvaged,
}

/// What lies beside such a file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Note {
    #[serde(flatten)]
    salvaged: Salvaged,
    seen: bool,
    /// Nothing was carried over yet.
    #[serde(default)]
    waits: bool,
    /// What it was set aside for has no trace in it: more may be lost than can be counted.
    #[serde(default)]
    unsure: bool,
}

/// The files set aside from this ledger that the person has not been told of, as far as is known.
#[must_use]
pub fn unseen(ledger: &Path) -> Vec<Aside> {
    let asides = all(ledger).into_iter().map(|(why, file)| (note(&file), why, file));
    let unseen = asides.filter(|(note, ..)| !note.seen);
    unseen.map(|(note, why, file)| Aside { file, why, salvaged: note.salvaged }).collect()
}

/// The person has seen all of them. How many there were.
///
/// # Errors
/// When that cannot be kept.
pub fn seen(ledger: &Path) -> io::Result<usize> {
    let unseen = unseen(ledger);
    for aside in &unseen {
        write_note(&aside.file, &Note { seen: true, ..note(&aside.file) })?;
    }
    Ok(unseen.len())
}

/// All files that were set aside from this ledger.
pub fn files(ledger: &Path) -> impl Iterator<Item = PathBuf> {
    all(ledger).into_iter().map(|(_, file)| file)
}

/// Deletes all of them, with what lies beside each.
///
/// # Errors
/// When one stays.
pub fn delete(ledger: &Path) -> io::Result<()> {
    for file in files(ledger) {
        for end in [""].iter().chain(&BESIDE).chain(&[".note"]) {
            match fs::remove_file(beside(&file, end)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
    }
    Ok(())
}

/// The files that nothing was carried over from yet.
pub(super) fn untouched(ledger: &Path) -> impl Iterator<Item = (Why, PathBuf)> {
    all(ledger).into_iter().filter(|(_, file)| note(file).waits)
}

/// Takes back what [`keep_count`] kept.
pub(super) fn forget_count(kept: &Path) -> io::Result<()> {
    write_note(kept, &Note { waits: true, ..note(kept) })
}

/// Keeps that more may be lost of a file than can be counted.
pub(super) fn keep_unsure(kept: &Path) -> io::Result<()> {
    write_note(kept, &Note { unsure: true, ..note(kept) })
}

/// Whether that is so.
pub(super) fn is_unsure(kept: &Path) -> bool {
    note(kept).unsure
}

/// Keeps what was carried over from a file.
pub(super) fn keep_count(kept: &Path, salvaged: Salvaged) -> io::Result<()> {
    write_note(kept, &Note { salvaged, waits: false, ..note(kept) })
}

fn all(ledger: &Path) -> Vec<(Why, PathBuf)> {
    let Some(entries) = ledger.parent().and_then(|folder| fs::read_dir(folder).ok()) else { return Vec::new() };
    let names: Vec<OsString> = entries.flatten().map(|entry| entry.file_name()).collect();
    let number = |name: &OsStr, why: Why| -> Option<u32> {
        let start = format!("{}.{}-", ledger.file_stem()?.to_str()?, why.token());
        let rest = name.to_str()?.strip_prefix(&start)?;
        rest.get(..rest.find(|c: char| !c.is_ascii_digit())?)?.parse().ok()
    };
    let of = |why: Why| names.iter().filter_map(move |name| number(name, why)).map(move |n| (why, n));
    let found: std::collections::BTreeSet<(Why, u32)> = Why::ALL.into_iter().flat_map(of).collect();
    found.into_iter().map(|(why, n)| (why, named(ledger, why, n))).collect()
}

fn note(kept: &Path) -> Note {
    // Where the note is missing or spoilt nothing is known to be done. It is told and carried over once more, which
    // changes no row that is there.
    let text = guarded::read(&beside(kept, ".note"), LONGEST_NOTE).ok();
    text.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or(Note { waits: true, ..Note::default() })
}

fn write_note(kept: &Path, note: &Note) -> io::Result<()> {
    let path = beside(kept, ".note");
    // For the person alone, before anything is in it.
    super::disk::create(&path)?;
    let text = serde_json::to_string(note).map_err(io::Error::other)?;
    fs::OpenOptions::new().write(true).truncate(true).open(path)?.write_all(text.as_bytes())
}

/// Renames the file, and what SQLite keeps beside it, to the first free `NAME.damaged-N.EXT`.
pub(super) fn set_aside(path: &Path, why: Why) -> io::Result<PathBuf> {
    // A log that lies there alone would be taken for that of the file which comes beside it.
    let taken = |kept: &Path| kept.exists() || BESIDE.iter().any(|end| beside(kept, end).exists());
    let name = |n| named(path, why, n);
    let kept = (1..=u32::MAX).map(name).find(|kept| !taken(kept)).unwrap_or_else(|| name(0));
    // The file first: a kill in between leaves a log without one, and the next opening looks for that.
    for end in [""].iter().chain(&BESIDE) {
        match fs::rename(beside(path, end), beside(&kept, end)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(kept)
}

fn named(path: &Path, why: Why, n: u32) -> PathBuf {
    let mut name = OsString::from(path.file_stem().unwrap_or_default());
    name.push(format!(".{}-{n}", why.token()));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}
