//! The figures' stills for notifications, by every person: drawn once by a short-lived child, so that the running app knows
//! a folder and never a figure. Owns that folder and that child; when a picture is shown is the screen's.

use super::Exit;
use super::paths::{Paths, fingerprint_of};
use crate::engine::person::Person;
use crate::figures::{self, Figure, Palette};
use crate::library;
use crate::outputs::Picture;
use crate::system::files::{private, private_folder};
use crate::system::{launcher, process};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

/// Edge of a still in pixels.
// What services show at 128 and less, at one and a half times that.
const SIZE: u16 = 192;
/// The app's icon among them.
const ICON: &str = "unhunch.svg";
/// How long the drawing waits.
// The start of the app is over by then: the two do not share a processor.
const STARTED: Duration = Duration::from_secs(3);
/// What the pictures are made of, the text of the figures and what draws them: where any of it is another, the pictures are
/// drawn anew, within a version too.
const MADE_OF: u64 = {
    let (mut all, mut at) =
        (fingerprint_of(figures::FIGURES.as_bytes()) ^ fingerprint_of(launcher::ICON.as_bytes()), 0);
    while at < figures::DRAWN_BY.len() {
        all = all.rotate_left(7) ^ fingerprint_of(figures::DRAWN_BY[at].as_bytes());
        at += 1;
    }
    all
};

/// How every PNG begins (ISO/IEC 15948, 5.2).
const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// Where the stills of this version are.
#[derive(Debug)]
pub(crate) struct PictureCache {
    /// The folder, which is there when all of them are; none where the system says of no home folder.
    folder: Option<PathBuf>,
}

impl PictureCache {
    /// Of this user.
    pub(crate) fn of(paths: &Paths) -> Self {
        let name = format!("{}-{MADE_OF:016x}", env!("CARGO_PKG_VERSION"));
        Self { folder: paths.cache().map(|cache| cache.join("figures").join(name)) }
    }

    /// The picture of an exercise that this person shows, if there is one that is whole enough to be shown.
    pub(crate) fn picture(&self, exercise: &str, who: Person) -> Option<Picture> {
        let folder = self.folder.as_ref()?;
        let file = folder.join(name(exercise, who));
        is_png(&file).ok()?.then(|| Picture { file, icon: folder.join(ICON) })
    }

    /// Has them drawn if they are missing, once the app's start is over. A thread with little stack waits for that and for
    /// the child's end; without it, or without the child, notifications go without pictures.
    pub(crate) fn draw_soon(&self, paths: &Paths) {
        if self.folder.as_ref().is_none_or(|folder| folder.exists()) {
            return;
        }
        let mut command = process::own_command();
        command
            .args(paths.home_arguments())
            .arg("draw-figures")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let draw = move || {
            thread::sleep(STARTED);
            drop(command.status());
        };
        drop(thread::Builder::new().name("stills".into()).stack_size(64 * 1024).spawn(draw));
    }
}

/// Draws all of them, if they are missing, and removes those of other versions.
pub(crate) fn run(paths: &Paths) -> Exit {
    process::give_way();
    let Some(folder) = PictureCache::of(paths).folder else { return Exit::Refused };
    if folder.exists() || draw(&folder).is_ok() { Exit::Done } else { Exit::Refused }
}

/// They appear together: drawn in a folder beside, which then takes its name.
fn draw(folder: &Path) -> io::Result<()> {
    let all = folder.parent().ok_or(io::ErrorKind::NotFound)?;
    private_folder(all)?;
    let new = all.join(format!("new-{}", std::process::id()));
    // A killed process of the same number has left it half.
    let _ = fs::remove_dir_all(&new);
    private_folder(&new)?;
    let drawn = draw_into(&new).and_then(|()| fs::rename(&new, folder));
    for other in fs::read_dir(all)?.filter_map(Result::ok).map(|entry| entry.path()) {
        if other != folder {
            // What stays costs room and nothing else.
            let _ = fs::remove_dir_all(&other).or_else(|_| fs::remove_file(&other));
        }
    }
    drawn
}

fn name(exercise: &str, who: Person) -> String {
    format!("{exercise}.{}.png", who.token())
}

fn draw_into(folder: &Path) -> io::Result<()> {
    let icon = folder.join(ICON);
    private(OpenOptions::new().write(true).create_new(true)).open(&icon)?.write_all(launcher::ICON.as_bytes())?;
    let mut files: Vec<PathBuf> = vec![icon];
    for exercise in library::content("en", &[]).0.content.exercises {
        let Some(mut figure) = figures::of(&exercise).map(Figure::small) else { continue };
        for who in Person::ALL {
            figure = figure.by(who);
            let Some(png) = figures::to_card(&figure, figure.still(), SIZE, Palette::Light) else { continue };
            let file = folder.join(name(&exercise.id, who));
            private(OpenOptions::new().write(true).create_new(true)).open(&file)?.write_all(&png)?;
            files.push(file);
        }
    }
    // All of them on disk before the name that says so.
    files.iter().try_for_each(|file| File::open(file)?.sync_all())
}

/// Whether a file begins as a PNG does. A special file or a folder does not.
pub(crate) fn is_png(file: &Path) -> io::Result<bool> {
    if !fs::metadata(file)?.is_file() {
        return Ok(false);
    }
    let mut start = Vec::new();
    File::open(file)?.take(8).read_to_end(&mut start)?;
    Ok(start == SIGNATURE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_picture_is_handed_on() {
        let home = tempfile::tempdir().expect("a folder");
        let stills = PictureCache { folder: Some(home.path().to_owned()) };
        assert_eq!(stills.picture("cat-cow", Person::Bob), None, "missing");
        let file = home.path().join("cat-cow.bob.png");
        for damaged in ["", "\u{89}PNG", "<svg/>"] {
            fs::write(&file, damaged).expect("written");
            assert_eq!(stills.picture("cat-cow", Person::Bob), None, "{damaged:?}");
        }
        let exercise = library::content("en", &[]).0.content.exercises.remove(0);
        let figure = figures::of(&exercise).expect("a figure");
        fs::write(&file, figures::to_card(&figure, 0.0, 16, Palette::Light).expect("a picture")).expect("written");
        let picture = Picture { file, icon: home.path().join(ICON) };
        assert_eq!(stills.picture("cat-cow", Person::Bob), Some(picture));
        assert_eq!(PictureCache { folder: None }.picture("cat-cow", Person::Bob), None);
    }
}
