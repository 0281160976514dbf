//! Starting with the desktop, by an entry in the person's autostart folder (XDG). Owns that entry's form.

use super::told;
use crate::shell::Exit;
use crate::shell::cli::Switch;
use crate::shell::paths::{Paths, folder};
use crate::shell::whole;
use crate::words::cli as words;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Switches it, or says how it is; off is a "no", as the exit code says.
pub(super) fn run(paths: &Paths, what: Switch) -> Exit {
    let Some(file) = entry() else {
        return told(Err(words::unwritable(Path::new("autostart"), "there is no home folder")));
    };
    let done = match what {
        Switch::On => on(paths, &file),
        Switch::Off => off(&file),
        Switch::Status => Ok(()),
    };
    match done {
        Ok(()) => {
            let is_on = file.exists();
            let said = told(Ok(words::autostart(is_on, &file)));
            if what == Switch::Status && !is_on { Exit::Refused } else { said }
        }
        Err(problem) => told(Err(problem)),
    }
}

fn entry() -> Option<PathBuf> {
    folder("XDG_CONFIG_HOME", ".config").map(|config| config.join("autostart/unhunch.desktop"))
}

fn on(paths: &Paths, file: &Path) -> Result<(), String> {
    let trouble = |error: std::io::Error| words::unwritable(file, &error.to_string());
    let program = std::env::current_exe().map_err(trouble)?;
    whole::write(file, text(&program, paths.home.as_deref())).map_err(trouble)
}

fn off(file: &Path) -> Result<(), String> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(words::unwritable(file, &error.to_string())),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn text(program: &Path, home: Option<&Path>) -> String {
    let home = home.map(|home| format!(" --home {}", quoted(home))).unwrap_or_default();
    let lines = [
        "[Desktop Entry]".to_owned(),
        "Type=Application".into(),
        "Name=Unhunch".into(),
        format!("Comment={}", words::AUTOSTART_COMMENT),
        format!("Exec={}{home}", quoted(program)),
        format!("TryExec={}", escaped(&program.to_string_lossy())),
        "Icon=unhunch".into(),
        "Terminal=false".into(),
        "X-GNOME-Autostart-enabled=true".into(),
    ];
    lines.join("\n") + "\n"
}

/// An argument of `Exec`: quoted, with field codes and the characters of the quoting rule escaped, and the whole
/// escaped again as a string of the file.
fn quoted(path: &Path) -> String {
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

/// A string of a desktop entry.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t").replace('\r', "\\r")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_survives_the_quoting() {
        assert_eq!(quoted(Path::new("/opt/my apps/unhunch")), "\"/opt/my apps/unhunch\"");
        assert_eq!(quoted(Path::new("/a$b%c\"d\\e")), r#""/a\\$b%%c\\"d\\\\e""#);
        let text = text(Path::new("/usr/bin/unhunch"), None);
        assert!(
            text.contains("\nExec=\"/usr/bin/unhunch\"\n") && text.contains("\nTryExec=/usr/bin/unhunch\n"),
            "{text}"
        );
    }
}
