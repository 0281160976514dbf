//! Other programs that show something: the desktop's editor, the person's terminal. Owns which one is taken and
//! what is said when none works; never waits for one in the loop.

use super::output;
use crate::system::clock::Deadline;
use crate::system::open::{TERMINALS, find, opener};
use crate::system::process::{quiet, reaper, spawn};
use crate::text::cli as text;
use crate::text::data::not_opened;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Duration;

/// A terminal that ends with a failure within this has shown nothing.
// It is no program of this kind of display (lxterm under Wayland alone), or lacks a part of its own. Later, what ended
// was shown and closed.
const AT_ONCE: Duration = Duration::from_secs(5);

/// Runs one of our own commands in a window of the person's terminal: of the first one that works. `failed` hears of it
/// later if none does.
///
/// # Errors
/// One sentence, and what to do, where no terminal is found.
pub(crate) fn in_terminal(
    wanted: &str,
    arguments: &[OsString],
    failed: impl FnOnce(String) + Send + 'static,
) -> Result<(), String> {
    let program = std::env::current_exe().map_err(|e| text::no_terminal(&e.to_string()))?;
    let named = std::env::var("TERMINAL").ok();
    let candidates = candidates(wanted, named.as_deref(), |name| find(name).is_some());
    if candidates.is_empty() {
        return Err(text::no_terminal(""));
    }
    let ours: Vec<OsString> = [program.into_os_string()].into_iter().chain(arguments.iter().cloned()).collect();
    let one_after_the_other = move || {
        if let Err(why) = first_that_works(candidates, &ours) {
            failed(text::no_terminal(&why));
        }
    };
    reaper(one_after_the_other).map_err(|error| text::no_terminal(&error.to_string()))
}

/// Tries them in order until one opens a window, and waits for its end. What the last one said, if none did.
fn first_that_works(candidates: Vec<Vec<String>>, ours: &[OsString]) -> Result<(), String> {
    let mut trouble = String::new();
    for said in candidates {
        let name = said.first().cloned().unwrap_or_default();
        let mut command = Command::new(&name);
        command.args(said.iter().skip(1)).args(ours);
        let deadline = Deadline::after(AT_ONCE);
        trouble = match quiet(&mut command).and_then(|mut child| child.wait()) {
            Ok(status) if status.success() || deadline.left().is_none() => return Ok(()),
            Ok(status) => format!("{name}: {status}"),
            Err(error) => format!("{name}: {error}"),
        };
    }
    Err(trouble)
}

/// What to try, in order: the setting's, `$TERMINAL`'s, then those that are installed.
fn candidates(wanted: &str, named: Option<&str>, installed: impl Fn(&str) -> bool) -> Vec<Vec<String>> {
    let chosen = [Some(wanted), named].into_iter().flatten().filter_map(with_its_way);
    let known = TERMINALS.iter().filter(|(name, _)| installed(name)).map(|(name, way)| command(name, way));
    chosen.chain(known).collect()
}

/// A terminal that a person named, with the arguments they gave, or the ones it is known to need.
fn with_its_way(said: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = said.split_whitespace().map(String::from).collect();
    let program = words.first()?;
    if words.len() == 1 {
        let name = Path::new(program).file_name().and_then(OsStr::to_str).unwrap_or_default();
        let known = TERMINALS.iter().find(|(known, _)| *known == name).map_or(&["-e"][..], |(_, way)| way);
        words.extend(known.iter().map(|word| (*word).to_owned()));
    }
    Some(words)
}

fn command(name: &str, way: &[&str]) -> Vec<String> {
    [name].iter().chain(way).map(|word| (*word).to_owned()).collect()
}

/// Opens a folder with the desktop's own program for it. `failed` hears of it later if that does not work.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn folder(path: &Path, failed: impl FnOnce(String) + Send + 'static) -> Result<(), String> {
    by_desktop(path, not_opened, failed)
}

/// `trouble` says of a file and a reason what to do.
fn by_desktop(
    path: &Path,
    trouble: fn(&Path, &str) -> String,
    failed: impl FnOnce(String) + Send + 'static,
) -> Result<(), String> {
    let path_too = path.to_owned();
    let ended = move |status: ExitStatus| {
        if !status.success() {
            failed(trouble(&path_too, &status.to_string()));
        }
    };
    spawn(opener(path), ended).map_err(|error| trouble(path, &error.to_string()))
}

/// Opens a file with the person's editor in this terminal and waits for it; with the desktop's where none is named.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn in_editor(path: &Path) -> Result<(), String> {
    let named =
        ["VISUAL", "EDITOR"].iter().find_map(|name| std::env::var(name).ok().filter(|text| !text.trim().is_empty()));
    let Some(editor) = named else {
        return by_desktop(path, text::no_editor_named, |problem| output::problem(&problem));
    };
    let mut words = editor.split_whitespace();
    let status = Command::new(words.next().unwrap_or_default()).args(words).arg(path).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(text::no_editor(path, &status.to_string())),
        Err(error) => Err(text::no_editor(path, &error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_persons_own_terminal_comes_first_in_its_own_way() {
        let [(first, its_way), (second, way), ..] = TERMINALS;
        let named = format!("/usr/bin/{first}");
        let list = candidates("", Some(&named), |name| name == second);
        assert_eq!(list, [command(&named, its_way), command(second, way)]);
        let list = candidates("my-term --run", Some(first), |_| false);
        assert_eq!(list, [command("my-term", &["--run"]), command(first, its_way)]);
        assert_eq!(with_its_way("someterm"), Some(vec!["someterm".into(), "-e".into()]));
    }

    #[cfg(unix)] // played by a shell
    #[test]
    fn a_terminal_that_fails_at_once_gives_way_to_the_next_and_the_last_ones_reason_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let saw = folder.path().join("saw");
        let shell = |script: String| vec!["/bin/sh".to_owned(), "-c".into(), script];
        let noted = |what: &str, code: u8| shell(format!("echo {what} $0 >> {}; exit {code}", saw.display()));
        let missing = vec!["/nonexistent/terminal".to_owned()];
        let seen = || std::fs::read_to_string(&saw).unwrap_or_default();
        let ours = [OsString::from("review")];
        let list = vec![missing.clone(), noted("first", 1), noted("second", 0), noted("third", 0)];
        assert_eq!(first_that_works(list, &ours), Ok(()));
        assert_eq!(seen(), "first review\nsecond review\n", "the third is not opened beside the second");
        let why = first_that_works(vec![missing, noted("last", 3)], &ours).expect_err("none works");
        assert!(why.contains("/bin/sh") && why.contains('3'), "{why}");
    }
}
