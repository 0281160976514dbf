//! The applications menu by XDG: an entry, and the icon that the entry, the windows and the notifications are shown with.
//! Owns the form of those two files.

use super::entry::{LONGEST, escaped, quoted, stable};
use super::{ICON, Standing, Trouble, Wording};
use crate::system::files::{guarded, whole};
use crate::system::paths::folder;
use crate::system::sandbox;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How an entry and an icon of our making are known.
const OURS: &str = "X-Unhunch-Made=true";
const OUR_ICON: &str = "<!-- made by unhunch -->";

/// How it stands now.
pub(crate) fn standing() -> Standing {
    let own = entry();
    if let Some(file) = own.as_ref().filter(|file| file.symlink_metadata().is_ok()) {
        return if is_ours(file, OURS) { Standing::Ours(file.clone()) } else { Standing::Others(file.clone()) };
    }
    packaged().map_or(Standing::Absent, Standing::Others)
}

/// The entry of a package.
fn packaged() -> Option<PathBuf> {
    let folders = std::env::var_os("XDG_DATA_DIRS").filter(|list| !list.is_empty());
    // The default of the XDG base directories.
    let folders = folders.unwrap_or_else(|| OsString::from("/usr/local/share:/usr/share"));
    let packaged = std::env::split_paths(&folders).map(|folder| folder.join("applications").join(entry_name()));
    packaged.into_iter().find(|file| file.is_file())
}

/// Puts it there, by the path that this program keeps. Where somebody else does so, nothing is changed.
///
/// # Errors
/// What could not be written, and why.
pub(crate) fn put(home: Option<&Path>, wording: &Wording) -> Result<Standing, Trouble> {
    let before = standing();
    if sandbox::flatpak().is_some() {
        // No menu looks into the sandbox's folders, and Flatpak puts the app into it.
        return Ok(before);
    }
    if let (Standing::Ours(_), Some(file)) = (&before, packaged()) {
        // Ours would stand in front of it, and hide it when the program that ours names is gone.
        return remove().map(|()| Standing::Others(file));
    }
    if let others @ Standing::Others(_) = before {
        return Ok(others);
    }
    let (Some(entry), Some(icon)) = (entry(), icon()) else {
        return Err(Trouble::NoHome);
    };
    let trouble = |file: &Path, error| Trouble::Unwritten(file.to_owned(), error);
    let program = std::env::current_exe().map_err(|error| trouble(&entry, error))?;
    if icon.symlink_metadata().is_err() || is_ours(&icon, OUR_ICON) {
        whole::write(&icon, format!("{ICON}{OUR_ICON}\n")).map_err(|error| trouble(&icon, error))?;
    }
    whole::write(&entry, text(&stable(&program), home, wording)).map_err(|error| trouble(&entry, error))?;
    Ok(Standing::Ours(entry))
}

/// Takes what is ours away.
///
/// # Errors
/// What could not be written, and why.
pub(crate) fn remove() -> Result<(), Trouble> {
    let files = [(entry(), OURS), (icon(), OUR_ICON)];
    for file in files.into_iter().filter_map(|(file, mark)| file.filter(|file| is_ours(file, mark))) {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Trouble::Unwritten(file, error)),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

fn entry_name() -> String {
    format!("{}.desktop", sandbox::entry())
}

fn entry() -> Option<PathBuf> {
    folder("XDG_DATA_HOME", ".local/share").map(|data| data.join("applications/unhunch.desktop"))
}

fn icon() -> Option<PathBuf> {
    folder("XDG_DATA_HOME", ".local/share").map(|data| data.join("icons/hicolor/scalable/apps/unhunch.svg"))
}

fn is_ours(file: &Path, mark: &str) -> bool {
    guarded::read(file, LONGEST)
        .is_ok_and(|text| String::from_utf8_lossy(&text).lines().any(|line| line.trim() == mark))
}

fn text(program: &Path, home: Option<&Path>, wording: &Wording) -> String {
    let home = home.map(|home| format!(" --home {}", quoted(home))).unwrap_or_default();
    let exec = |command: &str| format!("Exec={}{home} {command}", quoted(program));
    let mut lines = vec![
        "[Desktop Entry]".to_owned(),
        "Type=Application".into(),
        "Name=Unhunch".into(),
        format!("GenericName={}", wording.generic_name),
        format!("Comment={}", wording.comment),
        format!("Keywords={}", wording.keywords),
        exec("launcher open"),
        format!("TryExec={}", escaped(&program.to_string_lossy())),
        "Icon=unhunch".into(),
        "Terminal=false".into(),
        "Categories=Utility;".into(),
        // A window that comes is of another process than the one that the desktop starts and would wait for.
        "StartupNotify=false".into(),
        // By this a desktop knows our windows: without it Plasma gave them its own icon, and GNOME a gear.
        "StartupWMClass=unhunch".into(),
        // GNOME would offer a new window, and there is at most one.
        "X-GNOME-SingleWindow=true".into(),
        format!("Actions={}", wording.actions.each_ref().map(|(id, ..)| format!("{id};")).concat()),
        OURS.into(),
    ];
    for (id, name, command) in &wording.actions {
        lines.extend([String::new(), format!("[Desktop Action {id}]"), format!("Name={name}"), exec(command)]);
    }
    lines.join("\n") + "\n"
}
