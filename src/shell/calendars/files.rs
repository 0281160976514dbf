//! A calendar file, or a folder of them. Owns what of a folder is read and the limits of it; never writes.

use crate::calendar::MOST_BYTES;
use crate::parts::calendar::Why;
use crate::senses::calendar::{DEPTH, is_calendar};
use crate::system::files::guarded;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Calendar files of one folder that are read at most, and their bytes.
// A synchronised folder has a file for each event: some thousands in years. What is far beyond is no calendar.
const MOST_FILES: usize = 20_000;
const MOST_OF_ALL: u64 = 64 << 20;

/// Hands each file to `read`: the one, or those of the folder.
///
/// # Errors
/// Why there is nothing to read, or not all of it. Files of a folder that cannot be read are handed on as
/// what went wrong.
pub(crate) fn each(path: &Path, mut read: impl FnMut(&Path, Result<Vec<u8>, Why>)) -> Result<(), Why> {
    let kind = fs::metadata(path).map_err(|error| why(&error))?;
    if kind.is_file() {
        read(path, Ok(text(path).map_err(|error| why(&error))?));
        return Ok(());
    }
    if !kind.is_dir() {
        return Err(Why::NoFile);
    }
    let mut files = Vec::new();
    walk(path, DEPTH, &mut files).map_err(|error| why(&error))?;
    files.sort();
    let mut left = MOST_OF_ALL;
    for file in &files {
        let text = text(file).map_err(|error| why(&error));
        left = left.saturating_sub(text.as_ref().map_or(0, |text| text.len() as u64));
        if files.len() > MOST_FILES || left == 0 {
            return Err(Why::TooMany);
        }
        read(file, text);
    }
    Ok(())
}

/// Whether there are calendars in a folder.
pub(crate) fn holds_calendars(folder: &Path) -> bool {
    let mut files = Vec::new();
    walk(folder, DEPTH, &mut files).is_ok() && !files.is_empty()
}

fn walk(folder: &Path, depth: u32, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (name, path) = (entry.file_name(), entry.path());
        if entry.file_type()?.is_dir() {
            // A folder inside that may not be read is not the person's calendar.
            if depth > 0 && !name.as_encoded_bytes().starts_with(b".") {
                let _ = walk(&path, depth - 1, files);
            }
        } else if is_calendar(name.as_encoded_bytes()) && files.len() <= MOST_FILES {
            files.push(path);
        }
    }
    Ok(())
}

/// Reads one file; a pipe or device that took its place meanwhile is not waited for.
fn text(path: &Path) -> io::Result<Vec<u8>> {
    guarded::read(path, MOST_BYTES as u64)
}

fn why(error: &io::Error) -> Why {
    let kind = error.kind();
    if [ErrorKind::NotFound, ErrorKind::NotADirectory].contains(&kind) {
        Why::NotThere
    } else if kind == ErrorKind::FileTooLarge {
        Why::TooLong
    } else if kind == ErrorKind::Other {
        Why::NoFile
    } else {
        Why::Unreadable(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &Path) -> Result<Vec<String>, Why> {
        let mut names = Vec::new();
        each(path, |file, text| {
            let said = text.map_or_else(|why| format!("{why:?}"), |text| String::from_utf8_lossy(&text).into_owned());
            names.push(
                format!("{} {said}", file.strip_prefix(path).unwrap().display())
                    .replace(std::path::MAIN_SEPARATOR, "/"),
            );
        })?;
        Ok(names)
    }

    #[test]
    fn a_folder_is_read_as_deep_as_calendars_lie_and_nothing_else_in_it() {
        let home = tempfile::tempdir().unwrap();
        let write = |name: &str| {
            let path = home.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        };
        for name in
            ["b.ics", "a/c.ICS", "a/b/c/d.ics", "a/b/c/d/e.ics", ".hidden.ics", ".git/f.ics", "notes.txt", "ics"]
        {
            write(name);
        }
        assert_eq!(names(home.path()), Ok(vec!["a/b/c/d.ics x".into(), "a/c.ICS x".into(), "b.ics x".into()]));
    }

    #[cfg(unix)] // with pipes among its files
    #[test]
    fn what_cannot_be_read_is_said_and_nothing_waits() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(names(&home.path().join("none")), Err(Why::NotThere));
        let pipe = home.path().join("pipe.ics");
        crate::system::files::pipe(&pipe);
        assert_eq!(names(&pipe), Err(Why::NoFile));
        assert_eq!(names(home.path()), Ok(vec!["pipe.ics NoFile".to_owned()]));
        let long = home.path().join("long.ics");
        fs::File::create(&long).unwrap().set_len(MOST_BYTES as u64 + 1).unwrap();
        assert_eq!(names(&long), Err(Why::TooLong));
    }
}
