//! Copies of pictures for a system that takes the file it is given. Owns their names, one a notice, and the clearing of those
//! that were never taken.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Around the number in a copy's name.
const BEFORE: &str = "notice-";
const AFTER: &str = ".png";

/// Copies the picture for the notice of this number.
pub(super) fn make(picture: &Path, folder: &Path, number: u64) -> io::Result<PathBuf> {
    let copy = folder.join(format!("{BEFORE}{number}{AFTER}"));
    fs::copy(picture, &copy)?;
    Ok(copy)
}

/// Removes the copies that another process of the app left: numbers begin anew with each.
pub(super) fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(is_copy) {
            // One that stays is written over by the next of its number.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_copy(name: &str) -> bool {
    let number = name.strip_prefix(BEFORE).and_then(|rest| rest.strip_suffix(AFTER));
    number.is_some_and(|number| number.parse::<u64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::{clear, make};
    use std::fs;

    #[test]
    fn each_notice_has_a_copy_of_its_own_and_only_copies_are_cleared() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::write(at("neck.png"), "picture").unwrap();
        let (one, two) =
            (make(&at("neck.png"), home.path(), 1).unwrap(), make(&at("neck.png"), home.path(), 2).unwrap());
        assert_ne!(one, two);
        fs::remove_file(&one).unwrap();
        assert_eq!(fs::read_to_string(&two).unwrap(), "picture", "the system took the other one");
        for theirs in ["notice-.png", "notice-x.png", "notice-3.jpg", "ledger.sqlite"] {
            fs::write(at(theirs), "").unwrap();
        }
        clear(home.path());
        let mut left: Vec<_> = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["ledger.sqlite", "neck.png", "notice-.png", "notice-3.jpg", "notice-x.png"]);
    }
}
