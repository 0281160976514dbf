//! Prompts in a real terminal, answered by single keys; the terminal is as it was afterwards.

use crate::house::{FAST, House, until};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, tcgetattr};
use serde_json::json;
use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::sync::mpsc::{Receiver, channel};

/// No program of ours prints it.
const END: u8 = 4;

/// A terminal: our end of it, and its own.
pub(crate) fn terminal() -> (File, File) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&ours).expect("granted");
    unlockpt(&ours).expect("unlocked");
    let name = ptsname(&ours, Vec::new()).expect("a name");
    let name = std::path::Path::new(std::ffi::OsStr::from_bytes(name.to_bytes())).to_owned();
    (File::from(ours), File::options().read(true).write(true).open(name).expect("opened"))
}

/// What appears on the terminal, piece by piece.
pub(crate) fn read(mut ours: File) -> Receiver<String> {
    let (tell, heard) = channel();
    std::thread::spawn(move || {
        let (mut piece, mut kept) = ([0; 4096], Vec::new());
        while let Ok(read @ 1..) = ours.read(&mut piece) {
            kept.extend_from_slice(&piece[..read]);
            // A letter of several bytes may come in two pieces.
            let Ok(text) = std::str::from_utf8(&kept) else { continue };
            if tell.send(text.to_owned()).is_err() {
                return;
            }
            kept.clear();
        }
    });
    heard
}

/// What a program printed that has ended: `theirs` is a handle of our own on its terminal, `screen` what `read` gave.
///
/// A terminal whose last handle is closed may lose what nobody has read yet (the kernel looks for bytes first, and for the end
/// afterwards): so the end is a byte of our own, and our handle stays open until that has come.
pub(crate) fn rest(mut theirs: File, screen: &Receiver<String>) -> String {
    theirs.write_all(&[END]).expect("written");
    let mut seen = String::new();
    until("what was printed, to its end", || {
        seen.extend(screen.try_iter());
        seen.strip_suffix(char::from(END)).map(str::to_owned)
    })
}

#[test]
fn keys_answer_and_the_terminal_is_put_back() {
    let house = House::with(FAST);
    let (mut ours, theirs) = terminal();
    let modes = || tcgetattr(&theirs).expect("a terminal").local_modes;
    let before = modes();
    assert!(before.contains(LocalModes::ECHO | LocalModes::ICANON));
    let twin = || theirs.try_clone().expect("a handle");
    let mut command = house.command(&[]);
    let mut app = command.stdin(twin()).stdout(twin()).stderr(twin()).spawn().expect("started");
    let screen = read(ours.try_clone().expect("a handle"));
    let mut seen = String::new();
    until("the prompt with its keys", || {
        seen.extend(screen.try_iter());
        seen.contains("[k] Skip").then_some(())
    });
    assert!(seen.contains("No display and no session bus here"), "{seen}");
    assert!(!modes().contains(LocalModes::ECHO));
    ours.write_all(b"k").expect("typed");
    until("the skip is recorded", || (house.record()["skipped"] == json!(1)).then_some(()));
    ours.write_all(b"p").expect("typed");
    until("the pause", || (house.json(&["status", "--json"])["state"] == "paused").then_some(()));
    ours.write_all(b"rm").expect("typed");
    until("the meeting", || (house.json(&["status", "--json"])["holds"] == json!(["meeting"])).then_some(()));
    ours.write_all(b"q").expect("typed");
    assert!(until("the end", || app.try_wait().expect("asked")).success());
    assert_eq!(modes(), before);
}
