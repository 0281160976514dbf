//! Starting with the session on macOS: a launch agent of the person's.

use super::{AT_LOGIN, Standing, Trouble};
use crate::system::files::{guarded, whole};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// No agent of ours is as long as this, in bytes.
const LONGEST: u64 = 64 << 10;

/// Where it is kept.
pub(crate) fn place() -> Option<PathBuf> {
    std::env::home_dir().map(|home| home.join("Library/LaunchAgents/unhunch.plist"))
}

/// How it stands.
///
/// # Errors
/// When the place cannot be read.
pub(crate) fn standing(place: &Path) -> io::Result<Standing> {
    match guarded::read(place, LONGEST) {
        Ok(text) => Ok(judged(&String::from_utf8_lossy(&text), Path::is_file)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Standing::Off),
        Err(error) => Err(error),
    }
}

/// Its first text in an array is the program.
fn judged(text: &str, is_program: impl Fn(&Path) -> bool) -> Standing {
    let program = text.split("<array>").nth(1).and_then(|rest| rest.split("<string>").nth(1));
    let program = program.and_then(|rest| rest.split("</string>").next()).map(plain).unwrap_or_default();
    if is_program(Path::new(&program)) { Standing::On } else { Standing::Gone(program.into()) }
}

/// Switches it on, for this program and this home.
///
/// # Errors
/// When the place cannot be written.
pub(crate) fn on(place: &Path, home: Option<&Path>, _comment: &str) -> Result<(), Trouble> {
    Ok(whole::write(place, text(&std::env::current_exe()?, home))?)
}

/// Switches it off.
///
/// # Errors
/// When the place cannot be written.
pub(crate) fn off(place: &Path) -> Result<(), Trouble> {
    match fs::remove_file(place) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn text(program: &Path, home: Option<&Path>) -> String {
    let home = home.map(|home| ["--home".to_owned(), home.display().to_string()]).into_iter().flatten();
    let words = [program.display().to_string(), AT_LOGIN.to_owned()].into_iter().chain(home);
    let words: String =
        words.flat_map(|word| ["<string>".to_owned(), escaped(&word), "</string>".to_owned()]).collect();
    let head = r#"<?xml version="1.0"?>"#;
    let (label, at_login) = ("<key>Label</key><string>unhunch</string>", "<key>RunAtLoad</key><true/>");
    format!("{head}<plist><dict>{label}<key>ProgramArguments</key><array>{words}</array>{at_login}</dict></plist>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agent_names_its_program() {
        let path = Path::new("/Applications/a & <b>/unhunch");
        let agent = text(path, Some(Path::new("/tmp/h")));
        assert_eq!(judged(&agent, |program| program == path), Standing::On);
        assert_eq!(judged(&agent, |_| false), Standing::Gone(path.into()));
    }
}
