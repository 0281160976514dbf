//! The real program in a home of its own, without a desktop: what it prints, its exit codes, its files, its socket.
//! Beside a module that does not run on Windows stands why.

#![expect(clippy::expect_used, reason = "what goes wrong in a helper fails the test")]

#[path = "../common/until.rs"]
mod until;

mod answers;
#[cfg(unix)]
mod asked; // a terminal, and signals
#[cfg(all(target_os = "linux", feature = "desktop"))]
mod bus; // a session bus
mod delete;
#[cfg(unix)]
mod disk; // links, pipes, modes, and folders of somebody else
mod doctor;
mod exercises;
mod export;
#[cfg(target_os = "linux")]
mod failing; // a disk that strace lets fail, and one that is full
mod files;
mod forget;
#[cfg(unix)]
mod guide; // displays that are not there or do not answer, and processes as Linux lists them
mod hooks;
mod house;
mod import;
mod language;
#[cfg(unix)]
mod launcher; // an entry in the menu of a Linux desktop
mod learn;
mod life;
mod looking_back;
mod machines;
mod merge;
#[cfg(unix)]
mod neighbour; // another user of the same machine, played by root
#[cfg(unix)]
mod picture_cache; // modes, and a minute of drawing
mod record;
mod report;
#[cfg(target_os = "linux")]
mod sandbox; // a sandbox of Flatpak
#[cfg(unix)]
mod session; // a display and a bus that go
mod setup;
#[cfg(unix)]
mod socket; // a socket that is a file
#[cfg(unix)]
mod spoilt; // a ledger that is removed while it is open
mod symptoms;
#[cfg(unix)]
mod terminal; // a terminal
mod translated;
#[cfg(unix)]
mod traps; // links, pipes, and memory as Linux tells of it
#[cfg(unix)]
mod uninstall; // entries in the menu and the session of a Linux desktop
mod versions;
#[cfg(unix)]
mod width; // a terminal of so many columns
