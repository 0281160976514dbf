//! A Flatpak, by the file that it puts into the sandbox's root (flatpak-metadata(5)). The environment tells it as well, and
//! is inherited by what is no longer in it.

use crate::system::files::guarded;
use std::path::Path;
use std::sync::LazyLock;

/// What Flatpak says of the sandbox. It has some dozens of lines; a longer one is none, in bytes.
const LONGEST: u64 = 64 << 10;

/// The app's id in the Flatpak that it runs in; none where it runs in none.
pub(crate) fn flatpak() -> Option<&'static str> {
    static ID: LazyLock<Option<String>> = LazyLock::new(|| {
        let info = guarded::read(Path::new("/.flatpak-info"), LONGEST).ok()?;
        id(&String::from_utf8_lossy(&info))
    });
    ID.as_deref()
}

/// The name of the app's desktop entry, without its ending: Flatpak exports none but those that begin with the app's id.
pub(crate) fn entry() -> &'static str {
    flatpak().unwrap_or("unhunch")
}

fn id(info: &str) -> Option<String> {
    let mut lines = info.lines().map(str::trim).skip_while(|line| *line != "[Application]").skip(1);
    let mut group = lines.by_ref().take_while(|line| !line.starts_with('['));
    let name = group.find_map(|line| line.strip_prefix("name="))?;
    // By D-Bus's rule for such names, so that it stays one part of a path.
    let plain = |c: char| c.is_ascii_alphanumeric() || ['.', '-', '_'].contains(&c);
    (!name.is_empty() && name.chars().all(plain) && !name.starts_with('.')).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn the_id_is_that_of_the_application() {
        let info = "[Instance]\nname=no\n[Application]\nname=org.unhunch.Unhunch\nruntime=r\n[Context]\nname=no\n";
        assert_eq!(id(info).as_deref(), Some("org.unhunch.Unhunch"));
        // A runtime that is tried out has no application.
        assert_eq!(id("[Runtime]\nname=org.x\n"), None);
        assert_eq!(id("[Application]\n[Context]\nname=no\n"), None);
        assert_eq!(id("[Application]\nname=../../etc\n"), None, "never more than one part of a path");
    }
}
