//! What needs the person's attention: for each matter one short line (tooltip, menu, `status`) and the sentence of its one
//! notification, a title and what to do after a line break. Pure.

/// What counts in place of a settings file that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// At the start: the defaults.
    Defaults,
    /// While running: what counted before.
    Before,
}

/// Lines of the settings that do not count, and how many more; 0 for one that no single line is to blame for.
#[must_use]
pub fn settings(lines: &[usize], more: usize) -> (String, String) {
    let mut known: Vec<usize> = lines.iter().copied().filter(|line| *line > 0).collect();
    known.dedup();
    let shown: Vec<String> = known.iter().take(3).map(ToString::to_string).collect();
    let which = match (shown.len(), known.len() + more) {
        (0, _) => "Settings: something in them does not count".into(),
        (1, 1) => format!("Settings: line {} does not count", shown[0]),
        (few, all) if few == all => format!(
            "Settings: lines {} do not count",
            shown.join(" and ").replacen(" and ", ", ", shown.len().saturating_sub(2))
        ),
        (_, all) => format!("Settings: {all} lines do not count, the first is line {}", shown[0]),
    };
    let told = format!("{which}\nEverything else counts. Settings in the menu opens the file.");
    (which, told)
}

/// The settings file as a whole cannot be read.
#[must_use]
pub fn no_settings(instead: Instead) -> (String, String) {
    let counts = match instead {
        Instead::Defaults => "the defaults count",
        Instead::Before => "what counted before goes on",
    };
    let line = format!("Settings cannot be read: {counts}");
    let told = format!("{line}\nSettings in the menu opens the file. It counts again as soon as it is put right.");
    (line, told)
}

/// Entries of the person's own library files that are left out.
#[must_use]
pub fn library(entries: usize) -> (String, String) {
    let line = match entries {
        1 => "Your own exercises: 1 entry is left out".into(),
        more => format!("Your own exercises: {more} entries are left out"),
    };
    let told = format!("{line}\nEverything else counts.");
    (line, told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_named_where_they_are_known_and_few() {
        let line = |lines: &[usize]| settings(lines, 0).0;
        assert_eq!(line(&[4]), "Settings: line 4 does not count");
        assert_eq!(line(&[4, 4, 9]), "Settings: lines 4 and 9 do not count");
        assert_eq!(line(&[1, 2, 9]), "Settings: lines 1, 2 and 9 do not count");
        assert_eq!(line(&[1, 2, 3, 4]), "Settings: 4 lines do not count, the first is line 1");
        assert!(settings(&[1, 2, 3, 4], 96).0.contains(": 100 lines do not count"));
        assert_eq!(line(&[0]), "Settings: something in them does not count");
    }
}
