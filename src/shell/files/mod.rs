//! A person's own files on disk: settings and library. Owns reading, changing and watching them; what they mean is
//! `settings`' and `library`'s. Never writes over anything that was not understood.

mod library;

pub(crate) use library::{Own, Wrong, own_library};

use super::paths::Paths;
use crate::library::OWN_FILES;
use crate::parts::FileProblem;
use crate::settings::{self, Problem, Settings, Wrong as WrongSetting};
use crate::system::files::temporary::Temporary;
use crate::system::files::{Trouble, guarded, persons_folder, way, whole};
use crate::system::watch::{self, Watch};
use crate::text::{own_files as text, settings as of_settings};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// No file of a person's own is as long as this.
// A device in its place would be read until the memory is full.
const LONGEST: u64 = 4 << 20;
/// What the name of a demo's folder begins with.
pub(crate) const DEMO: &str = "unhunch-demo";
/// What stands for bytes that are no UTF-8.
// No file of ours may hold it, so that what holds it counts for nothing.
const NO_TEXT: &str = "\u{1}";

/// A settings text and what it says.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    /// The text; empty where there is no file.
    pub text: String,
    /// What counts.
    pub settings: Settings,
    /// What is wrong, by line.
    pub problems: Vec<Problem>,
    /// The text is no TOML: the defaults count.
    pub broken: bool,
}

/// Reads the settings. No file is as good as an empty one.
///
/// # Errors
/// Where the file is there and cannot be read.
pub(crate) fn load(path: &Path) -> Result<Loaded, FileProblem> {
    let (text, wrong) = read(path)?;
    let (settings, problems) = settings::parse(&text);
    let broken = wrong.is_some() || problems.iter().any(Problem::whole);
    let problems = wrong.map_or(problems, |line| vec![Problem::at(line, WrongSetting::NotUtf8)]);
    Ok(Loaded { text, settings, problems, broken })
}

/// The person's settings for a command, which says at once what is wrong.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn settings(paths: &Paths) -> Result<Loaded, String> {
    load(&paths.settings).map_err(|problem| text::problem(&problem))
}

/// The language that the settings ask for; empty, as where they cannot be read, for the system's.
pub(crate) fn language(paths: &Paths) -> String {
    load(&paths.settings).map(|loaded| loaded.settings.language).unwrap_or_default()
}

/// A file's text, and the first line with bytes that are none.
fn read(path: &Path) -> Result<(String, Option<usize>), FileProblem> {
    match guarded::read(path, LONGEST) {
        Ok(bytes) => Ok(text_of(&bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok((String::new(), None)),
        Err(error) => Err(FileProblem::Unreadable(shown(path), (&error).into())),
    }
}

/// A path as it is shown.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn text_of(bytes: &[u8]) -> (String, Option<usize>) {
    let (mut text, mut wrong) = (String::with_capacity(bytes.len()), None);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            wrong = wrong.or_else(|| Some(1 + text.matches('\n').count()));
            text.push_str(NO_TEXT);
        }
    }
    (text, wrong)
}

/// Keeps a copy of a settings file that is no TOML beside it, once for each content, so that it is there whatever
/// becomes of the file.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn keep_broken(path: &Path) -> io::Result<PathBuf> {
    let bytes = guarded::read(path, LONGEST)?;
    let name = |n: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".broken-{n}"));
        PathBuf::from(name)
    };
    for kept in (1..=u32::MAX).map(name) {
        match guarded::read(&kept, LONGEST) {
            Ok(there) if there == bytes => return Ok(kept),
            Err(error) if error.kind() == ErrorKind::NotFound => return whole::write(&kept, bytes).map(|()| kept),
            Ok(_) | Err(_) => {}
        }
    }
    Err(Trouble::TooMany.into())
}

/// A settings file before and after a change.
#[derive(Debug)]
pub(crate) struct Change {
    /// What it was.
    pub before: Loaded,
    /// What it says now.
    pub text: String,
}

/// Changes the settings file by what `how` makes of its text. Nobody else's change is lost by it, and a file that is
/// not understood stays as it is.
///
/// # Errors
/// What is wrong with the file, or with what was to stand in it.
pub(crate) fn change(path: &Path, how: impl FnOnce(&Loaded) -> Result<String, Problem>) -> Result<Change, FileProblem> {
    let trouble = |error: &io::Error| FileProblem::Unwritable(shown(path), error.into());
    // Read and written in one turn: of two changes at once the second would undo the first.
    let _turn = whole::turn(path).map_err(|error| trouble(&error))?;
    let before = load(path)?;
    let wrong = before.problems.first().filter(|_| before.broken).cloned();
    let text = wrong.map_or_else(|| how(&before), Err);
    let text = text.map_err(|problem| FileProblem::in_settings(path, problem))?;
    if text != before.text {
        whole::write(path, &text).map_err(|error| trouble(&error))?;
    }
    Ok(Change { before, text })
}

/// Makes the settings file from the commented defaults, if there is none.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn make_settings(path: &Path) -> Result<(), String> {
    if path.exists() {
        return Ok(());
    }
    // Looked for once more: it may have been made while we waited for our turn.
    let template = |before: &Loaded| {
        if path.exists() { before.text.clone() } else { settings::template(&of_settings::template_head()) }
    };
    change(path, |before| Ok(template(before))).map(drop).map_err(|problem| text::problem(&problem))
}

/// Keeps a settings file aside that is not understood, and makes another from the commented defaults; where the old one is
/// now, and the new text.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn begin_anew(path: &Path) -> Result<(PathBuf, String), String> {
    let trouble = |error: &io::Error| text::problem(&FileProblem::Unwritable(shown(path), error.into()));
    let _turn = whole::turn(path).map_err(|error| trouble(&error))?;
    let kept = keep_broken(path).map_err(|error| trouble(&error))?;
    let fresh = settings::template(&of_settings::template_head());
    whole::write(path, &fresh).map_err(|error| trouble(&error))?;
    Ok((kept, fresh))
}

/// Removes what killed commands have left of their writing, and killed demos as a whole.
pub(crate) fn sweep(paths: &Paths) {
    Temporary::sweep(DEMO);
    let Ok(target) = way::target(&paths.settings) else { return };
    if let (Some(folder), Some(name)) = (target.parent(), target.file_name()) {
        // The copies of broken ones too.
        whole::sweep(folder, |rest| rest.as_encoded_bytes().starts_with(name.as_encoded_bytes()));
    }
}

/// Calls `changed` whenever one of a person's own files may have changed, until the value is dropped. Nothing is
/// looked at meanwhile.
///
/// # Errors
/// When the folder cannot be made or watched.
pub(crate) fn watch(paths: &Paths, changed: impl Fn() + Send + 'static) -> Result<Watch, FileProblem> {
    let folder = paths.settings_folder();
    let own = OWN_FILES.iter().map(|name| folder.join(name));
    let files = own.chain([paths.settings.clone()]).collect();
    let watched = persons_folder(folder).and_then(|()| watch::start(files, changed));
    watched.map_err(|error| FileProblem::Unwatched(shown(folder), (&error).into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn home() -> (tempfile::TempDir, Paths) {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(dir.path())).expect("an absolute path");
        (dir, paths)
    }

    #[test]
    fn a_broken_file_is_kept_once_for_each_content() {
        let (_dir, paths) = home();
        fs::write(&paths.settings, "not = [toml").expect("written");
        let loaded = load(&paths.settings).expect("read");
        assert!(loaded.broken && loaded.settings == settings::defaults());
        let first = keep_broken(&paths.settings).expect("kept");
        assert_eq!(keep_broken(&paths.settings).expect("kept"), first);
        assert!(first.ends_with("settings.toml.broken-1"));
        fs::write(&paths.settings, "another = [").expect("written");
        let second = keep_broken(&paths.settings).expect("kept");
        assert!(second.ends_with("settings.toml.broken-2"));
        assert_eq!(fs::read_to_string(&paths.settings).expect("read"), "another = [");
        assert_eq!(fs::read_to_string(&first).expect("read"), "not = [toml");
    }

    #[test]
    fn no_file_is_an_empty_one_and_a_folder_is_a_problem() {
        let (_dir, paths) = home();
        assert_eq!(load(&paths.settings).expect("read").text, "");
        fs::create_dir(&paths.settings).expect("made");
        assert!(load(&paths.settings).is_err());
    }

    #[test]
    fn bytes_that_are_no_text_are_named_with_their_line_and_nothing_is_written() {
        let (_dir, paths) = home();
        for bytes in [&b"goal = 70\n# gr\xfc\xdfe\n"[..], b"goal = 70\nterminal = \"caf\xe9\"\n"] {
            fs::write(&paths.settings, bytes).expect("written");
            let loaded = load(&paths.settings).expect("read");
            assert!(loaded.broken && loaded.settings == settings::defaults());
            assert_eq!((loaded.problems.len(), loaded.problems[0].line), (1, 2));
            assert!(settings::parse(&loaded.text).1[0].whole(), "nobody takes it for settings");
            let refused = change(&paths.settings, |now| settings::set(&now.text, "goal", "80")).expect_err("refused");
            let refused = text::problem(&refused);
            assert!(refused.contains("line 2") && refused.contains("UTF-8"), "{refused}");
            assert_eq!(fs::read(&paths.settings).expect("there"), bytes);
            assert_eq!(fs::read(keep_broken(&paths.settings).expect("kept")).expect("there"), bytes);
        }
    }
}
