//! Starting with the desktop, by an entry in the person's autostart folder (XDG). Owns that entry's form; in a Flatpak the
//! entry is the portal's, and only read.

use super::{AT_LOGIN, Standing, Trouble, portal};
use crate::system::files::{guarded, whole};
use crate::system::launcher::entry::{LONGEST, escaped, first_argument, is_program, quoted, stable, unescaped};
use crate::system::paths::folder;
use crate::system::sandbox;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Where it is kept.
pub(crate) fn place() -> Option<PathBuf> {
    // Within a Flatpak the first variable names a folder of the Flatpak's, and the second, since 1.16, what it was outside.
    let variable = if sandbox::flatpak().is_some() { "HOST_XDG_CONFIG_HOME" } else { "XDG_CONFIG_HOME" };
    let autostart = folder(variable, ".config").map(|config| config.join("autostart"));
    autostart.map(|autostart| autostart.join(format!("{}.desktop", sandbox::entry())))
}

/// How it stands.
///
/// # Errors
/// When the place cannot be read.
pub(crate) fn standing(place: &Path) -> io::Result<Standing> {
    match guarded::read(place, LONGEST) {
        Ok(text) => {
            // What it names is outside, where the sandbox does not see it.
            let there = |program: &Path| sandbox::flatpak().is_some() || is_program(program);
            Ok(judged(&String::from_utf8_lossy(&text), there))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Standing::Off),
        Err(error) => Err(error),
    }
}

fn judged(text: &str, is_program: impl Fn(&Path) -> bool) -> Standing {
    let lines = text.lines().skip_while(|line| line.trim() != "[Desktop Entry]").skip(1);
    // Groups below, such as actions, have keys of the same names.
    let lines: Vec<&str> = lines.take_while(|line| !line.starts_with('[')).collect();
    let pairs = || lines.iter().filter_map(|line| line.split_once('='));
    let value = |key: &str| pairs().find(|(name, _)| name.trim() == key).map(|(_, value)| value.trim());
    // The keys by which desktops switch an entry off and leave it there (XDG autostart, and GNOME's own).
    if value("Hidden") == Some("true") || value("X-GNOME-Autostart-enabled") == Some("false") {
        return Standing::Off;
    }
    let named = value("TryExec").map(unescaped).or_else(|| value("Exec").map(first_argument));
    match named.map(PathBuf::from).filter(|program| !is_program(program)) {
        Some(program) => Standing::Gone(program),
        None => Standing::On,
    }
}

/// Switches it on, for this program and this home; `comment` says what the program does.
///
/// # Errors
/// When the place cannot be written, or the portal does not want it.
pub(crate) fn on(place: &Path, home: Option<&Path>, comment: &str) -> Result<(), Trouble> {
    if sandbox::flatpak().is_some() {
        let home = home.into_iter().flat_map(|home| ["--home".to_owned(), home.display().to_string()]);
        let words = ["unhunch", AT_LOGIN].map(str::to_owned);
        return portal::ask(true, &words.into_iter().chain(home).collect::<Vec<_>>(), comment);
    }
    Ok(whole::write(place, text(&stable(&std::env::current_exe()?), home, comment))?)
}

/// Switches it off.
///
/// # Errors
/// When the place cannot be written, or the portal does not answer.
pub(crate) fn off(place: &Path) -> Result<(), Trouble> {
    if sandbox::flatpak().is_some() {
        return if standing(place)? == Standing::Off { Ok(()) } else { portal::ask(false, &[], "") };
    }
    match fs::remove_file(place) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn text(program: &Path, home: Option<&Path>, comment: &str) -> String {
    let home = home.map(|home| format!(" --home {}", quoted(home))).unwrap_or_default();
    let lines = [
        "[Desktop Entry]".to_owned(),
        "Type=Application".into(),
        "Name=Unhunch".into(),
        format!("Comment={comment}"),
        format!("Exec={} {AT_LOGIN}{home}", quoted(program)),
        // By this a desktop passes over an entry whose program is gone.
        format!("TryExec={}", escaped(&program.to_string_lossy())),
        "Icon=unhunch".into(),
        "Terminal=false".into(),
        "X-GNOME-Autostart-enabled=true".into(),
    ];
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_counts_as_the_desktop_takes_it() {
        let path = Path::new("/a$b %c\"d\\e/unhunch");
        let ours = text(path, None, "c");
        assert_eq!(judged(&ours, |program| program == path), Standing::On);
        assert!(ours.lines().any(|line| line.starts_with("Exec=") && line.ends_with(" --at-login")), "{ours}");
        assert_eq!(judged(&ours, |_| false), Standing::Gone(path.into()));
        let exec = ours.lines().filter(|line| !line.starts_with("TryExec")).collect::<Vec<_>>().join("\n");
        assert_eq!(judged(&exec, |_| false), Standing::Gone(path.into()), "from Exec alone");
        assert_eq!(judged(&format!("{ours}Hidden=true\n"), |_| true), Standing::Off);
        assert_eq!(judged(&ours.replace("enabled=true", "enabled=false"), |_| true), Standing::Off);
        assert_eq!(judged(&format!("{ours}[Other]\nHidden=true\n"), |_| true), Standing::On);
    }
}
