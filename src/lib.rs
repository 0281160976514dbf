//! Unhunch: a break reminder that keeps an honest record. This is the map of the house.
//!
//! What happens goes one way: [`senses`] tell what the system says, the [`shell`] stamps it, the [`engine`] decides, the
//! [`ledger`] keeps what must survive, and only then the [`outputs`] show it; what the person answers comes in again.
//!
//! | room | what it owns |
//! | --- | --- |
//! | [`engine`] | every decision; pure, driven by events and moments |
//! | [`text`] | every sentence that a person sees |
//! | [`settings`] | a person's text to values, with what is wrong and where |
//! | [`library`] | exercises, nudges, breathing patterns and notices, typed and checked |
//! | [`setup`] | the first questions as values: what is asked, what the answers change |
//! | [`figures`] | the exercises as a jointed body that moves: poses, checks, pictures |
//! | [`ledger`] | one SQLite file, its rows, and the figures over them |
//! | [`review`] | the record looked back on: text, JSON, CSV |
//! | [`sync`] | what machines of one person tell each other, line by line |
//! | [`import`] | records of other break reminders, told as days that stand apart |
//! | [`learn`] | pages to read, and what the app does with each practice |
//! | [`style`] | text for a terminal: colour and columns |
//! | [`scenario`] | days as text, played through the real engine |
//! | [`zones`] | named zones: wall time to an instant and back |
//! | [`calendar`] | the text of calendars to what happens when, and what of it is a meeting |
//! | [`senses`] | input, locking, sleep, clocks: one file a signal and system |
//! | [`outputs`] | tray and notifications |
//! | [`windows`] | guide, first questions, pages: each a short-lived process of this binary |
//! | [`system`] | clocks, folders, processes, terminal: what differs between systems, one facade a thing |
//! | [`plain`] | other people's text as it may be shown |
//! | [`parts`] | how each part that touches the world is doing, for `doctor` |
//! | [`shell`] | the loop, the clocks, the files, the commands |
//!
//! Who may know whom is held by `tests/architecture`. A new rule begins as a day in `tests/scenarios`.

pub mod calendar;
pub mod engine;
pub mod figures;
pub mod import;
pub mod learn;
pub mod ledger;
pub mod library;
pub mod outputs;
pub mod parts;
pub mod plain;
pub mod review;
pub mod scenario;
pub mod senses;
pub mod settings;
pub mod setup;
pub mod shell;
pub mod style;
pub mod sync;
pub mod system;
pub mod text;
pub mod windows;
pub mod zones;
