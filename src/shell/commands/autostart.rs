//! Starting with the desktop, by an entry in the person's autostart folder (XDG). Owns that entry's form.

use crate::guarded;
use crate::shell::Exit;
use crate::shell::answer::told;
use crate::shell::cli::Switch;
use crate::shell::entry::{LONGEST, escaped, first_argument, is_program, quoted, stable, unescaped};
use crate::shell::paths::{Paths, folder};
use crate::shell::{launcher, whole};
use crate::text::{cli as text, files as said};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Switches it, or says how it is; off is a "no", as the exit code says.
pub(super) fn run(paths: &Paths, what: Switch) -> Exit {
    let Some(file) = entry() else {
        return told(Err(text::unwritable(Path::new("autostart"), said::NO_HOME_FOLDER)));
    };
    let done = match what {
        Switch::On => on(paths, &file),
        Switch::Off => off(&file),
        Switch::Status => Ok(()),
    };
    match done.and_then(|()| standing(&file)) {
        Ok(Standing::Gone(program)) => told(Err(said::autostart_gone(&program, &file))),
        Ok(standing) => {
            let is_on = standing == Standing::On;
            let said = told(Ok(text::autostart(is_on, &file)));
            if what == Switch::On {
                // Its name and icon are what the desktop shows of a program that it starts.
                told(launcher::put(paths).map(|standing| standing.says()));
            }
            if what == Switch::Status && !is_on { Exit::Refused } else { said }
        }
        Err(problem) => told(Err(problem)),
    }
}

/// What the desktop makes of the entry.
#[derive(Debug, PartialEq, Eq)]
enum Standing {
    On,
    /// There is none, or it is switched off.
    Off,
    /// It names what is no program: the desktop passes over it without a word.
    Gone(PathBuf),
}

fn standing(file: &Path) -> Result<Standing, String> {
    match guarded::read(file, LONGEST) {
        Ok(text) => Ok(judged(&String::from_utf8_lossy(&text), is_program)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Standing::Off),
        Err(error) => Err(text::unreadable(file, &error.to_string())),
    }
}

fn judged(text: &str, is_program: impl Fn(&Path) -> bool) -> Standing {
    let lines = text.lines().skip_while(|line| line.trim() != "[Desktop Entry]").skip(1);
    let lines: Vec<&str> = lines.take_while(|line| !line.starts_with('[')).collect();
    let pairs = || lines.iter().filter_map(|line| line.split_once('='));
    let value = |key: &str| pairs().find(|(name, _)| name.trim() == key).map(|(_, value)| value.trim());
    if value("Hidden") == Some("true") || value("X-GNOME-Autostart-enabled") == Some("false") {
        return Standing::Off;
    }
    let named = value("TryExec").map(unescaped).or_else(|| value("Exec").map(first_argument));
    match named.map(PathBuf::from).filter(|program| !is_program(program)) {
        Some(program) => Standing::Gone(program),
        None => Standing::On,
    }
}

fn entry() -> Option<PathBuf> {
    folder("XDG_CONFIG_HOME", ".config").map(|config| config.join("autostart/unhunch.desktop"))
}

fn on(paths: &Paths, file: &Path) -> Result<(), String> {
    let trouble = |error: std::io::Error| text::unwritable(file, &error.to_string());
    let program = stable(&std::env::current_exe().map_err(trouble)?);
    whole::write(file, text(&program, paths.home.as_deref())).map_err(trouble)
}

fn off(file: &Path) -> Result<(), String> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(text::unwritable(file, &error.to_string())),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn text(program: &Path, home: Option<&Path>) -> String {
    let home = home.map(|home| format!(" --home {}", quoted(home))).unwrap_or_default();
    let lines = [
        "[Desktop Entry]".to_owned(),
        "Type=Application".into(),
        "Name=Unhunch".into(),
        format!("Comment={}", text::ENTRY_COMMENT),
        format!("Exec={}{home}", quoted(program)),
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
        let ours = text(path, None);
        assert_eq!(judged(&ours, |program| program == path), Standing::On);
        assert_eq!(judged(&ours, |_| false), Standing::Gone(path.into()));
        let exec = ours.lines().filter(|line| !line.starts_with("TryExec")).collect::<Vec<_>>().join("\n");
        assert_eq!(judged(&exec, |_| false), Standing::Gone(path.into()), "from Exec alone");
        assert_eq!(judged(&format!("{ours}Hidden=true\n"), |_| true), Standing::Off);
        assert_eq!(judged(&ours.replace("enabled=true", "enabled=false"), |_| true), Standing::Off);
        assert_eq!(judged(&format!("{ours}[Other]\nHidden=true\n"), |_| true), Standing::On);
    }
}
