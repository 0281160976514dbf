//! Reading files that may be anything by now. Owns the guard: what is no plain file is refused and never waited for, and
//! every reading has an end. Never knows what is in a file.

use super::{Trouble, no_wait};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Whether something else than a file is there, behind links too.
///
/// # Errors
/// When it is.
pub(crate) fn only_a_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(there) if !there.is_file() => Err(Trouble::NoFile.into()),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Opens a file to read it. A pipe or a device is refused and never waited for.
///
/// # Errors
/// When it cannot be opened, or is no file.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    // Opening some devices does something: the kind is looked at before, and again in case it has changed.
    only_a_file(path)?;
    let file = no_wait(OpenOptions::new().read(true)).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(Trouble::NoFile.into()) }
}

/// The bytes of a file, of which there are at most so many.
///
/// # Errors
/// When it cannot be read, is no file, or is longer.
pub(crate) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    to_its_end(open(path)?, most)
}

/// All that comes from a reader, which is at most so much.
///
/// # Errors
/// When it cannot be read, or is longer.
pub(crate) fn to_its_end(from: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(Trouble::TooLong.into()) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::ErrorKind;

    #[test]
    fn nothing_but_a_file_is_read_and_none_without_end() {
        let dir = tempfile::tempdir().expect("a folder");
        assert_eq!(Trouble::from(&read(dir.path(), 9).expect_err("refused")), Trouble::NoFile);
        assert_eq!(read(&dir.path().join("none"), 9).expect_err("refused").kind(), ErrorKind::NotFound);
        fs::write(dir.path().join("a"), "123").expect("written");
        assert_eq!(read(&dir.path().join("a"), 3).expect("read"), b"123");
        assert_eq!(read(&dir.path().join("a"), 2).expect_err("refused").kind(), ErrorKind::FileTooLarge);
        assert_eq!(to_its_end(io::repeat(0), 9).expect_err("refused").kind(), ErrorKind::FileTooLarge);
    }

    #[cfg(unix)] // which has pipes and devices among its files
    #[test]
    fn pipes_and_devices_are_refused_and_not_waited_for() {
        let dir = tempfile::tempdir().expect("a folder");
        let pipe = dir.path().join("pipe");
        crate::system::files::pipe(&pipe);
        for path in [pipe.as_path(), Path::new("/dev/zero")] {
            assert_eq!(Trouble::from(&read(path, 9).expect_err("refused")), Trouble::NoFile);
            assert_eq!(Trouble::from(&only_a_file(path).expect_err("refused")), Trouble::NoFile);
        }
    }
}
