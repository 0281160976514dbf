//! The real program in a home of its own, without a desktop: what it prints, its exit codes, its files, its socket.
//! Beside each module stands why it does not run on Windows. A home is set by the variables of Linux, and no other system looks
//! at them: there it would have to be named to each command.

#![cfg(unix)] // a person's terminal, its signals, and files with modes
#![expect(clippy::expect_used, reason = "what goes wrong in a helper fails the test")]

#[path = "../common/until.rs"]
mod until;

mod answers; // its home is set by variables
#[cfg(feature = "desktop")]
mod bus; // a session bus
mod delete; // its home is set by variables
mod disk; // links, pipes, modes, and folders of somebody else
mod doctor; // its home is set by variables
mod exercises; // its home is set by variables, and a terminal
mod export; // its home is set by variables, and modes
mod failing; // a disk that strace lets fail, and one that is full
mod files; // its home is set by variables, and modes
mod guide; // displays that are not there or do not answer
mod hooks; // scripts of a shell
mod house; // the home for the others
mod import; // its home is set by variables
mod language; // its home is set by variables, as is the language
mod launcher; // an entry in the menu of a Linux desktop
mod learn; // its home is set by variables, and a terminal
mod life; // its home is set by variables, and signals
mod looking_back; // its home is set by variables
mod machines; // its home is set by variables
mod merge; // its home is set by variables
mod neighbour; // another user of the same machine, played by root
mod picture_cache; // modes
mod record; // a ledger that is removed while it is open
mod report; // its home is set by variables
#[cfg(target_os = "linux")]
mod sandbox; // a sandbox of Flatpak
mod session; // a display and a bus that go
mod setup; // a terminal, and signals
mod socket; // a socket that is a file
mod symptoms; // its home is set by variables, and a terminal
mod terminal; // a terminal
mod translated; // its home is set by variables
mod traps; // links, pipes, and memory as Linux tells of it
mod uninstall; // entries in the menu and the session of a Linux desktop
mod versions; // its home is set by variables
mod width; // a terminal of so many columns
