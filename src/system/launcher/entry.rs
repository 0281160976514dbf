//! Desktop entries (XDG): how a program is named in one so that it is found, today and after an update. Owns their quoting;
//! which entries there are is `launcher`'s and `autostart`'s.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// No entry is as long as this, in bytes.
pub(in crate::system) const LONGEST: u64 = 64 << 10;

/// The path that this program will still have when a newer version is there: its image, or as it was called by. The file
/// behind a link, and the mount of an image, are of this version alone.
pub(in crate::system) fn stable(running: &Path) -> PathBuf {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    // The variables are inherited by everything that an image starts: they say something of what runs from its mount
    // alone.
    let mounted = variable("APPDIR").is_some_and(|mount| running.starts_with(mount));
    if let Some(image) = variable("APPIMAGE").filter(|image| mounted && image.is_file()) {
        return image;
    }
    let called = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
    let called = if called.components().count() > 1 { Some(called) } else { called.to_str().and_then(find) };
    let same = |path: &PathBuf| fs::canonicalize(path).ok() == fs::canonicalize(running).ok();
    called.and_then(|path| std::path::absolute(path).ok()).filter(same).unwrap_or_else(|| running.to_owned())
}

/// Whether this is a program that can be started.
pub(in crate::system) fn is_program(path: &Path) -> bool {
    let file = if path.is_absolute() { Some(path.to_owned()) } else { path.to_str().and_then(find) };
    let may_run = |meta: fs::Metadata| meta.is_file() && meta.permissions().mode() & 0o111 != 0;
    file.and_then(|file| fs::metadata(file).ok()).is_some_and(may_run)
}

/// Where a program is.
fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// An argument of `Exec`: quoted, with field codes and the characters of the quoting rule escaped, and the whole
/// escaped again as a string of the file.
pub(in crate::system) fn quoted(path: &Path) -> String {
    let mut out = String::from("\"");
    for c in path.to_string_lossy().chars() {
        match c {
            '"' | '`' | '$' | '\\' => out.extend(['\\', c]),
            '%' => out.push_str("%%"),
            _ => out.push(c),
        }
    }
    out.push('"');
    escaped(&out)
}

/// The first argument of `Exec`.
pub(in crate::system) fn first_argument(exec: &str) -> String {
    let text = unescaped(exec);
    let Some(quoted) = text.strip_prefix('"') else {
        return text.split_whitespace().next().unwrap_or_default().to_owned();
    };
    let (mut out, mut letters) = (String::new(), quoted.chars());
    while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
        out.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    out.replace("%%", "%")
}

/// A string of a desktop entry, read.
pub(in crate::system) fn unescaped(text: &str) -> String {
    let (mut out, mut letters) = (String::new(), text.chars());
    while let Some(letter) = letters.next() {
        let meant = if letter == '\\' {
            letters.next().map(|letter| match letter {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                's' => ' ',
                other => other,
            })
        } else {
            Some(letter)
        };
        out.extend(meant);
    }
    out
}

/// A string of a desktop entry.
pub(in crate::system) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t").replace('\r', "\\r")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_survives_the_quoting() {
        assert_eq!(quoted(Path::new("/opt/my apps/unhunch")), "\"/opt/my apps/unhunch\"");
        assert_eq!(quoted(Path::new("/a$b%c\"d\\e")), r#""/a\\$b%%c\\"d\\\\e""#);
        assert_eq!(first_argument(&quoted(Path::new("/a$b %c\"d\\e"))), "/a$b %c\"d\\e");
    }
}
