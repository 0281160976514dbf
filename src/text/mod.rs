//! Every sentence that a person sees, in plain words. PURE. Owns the wording and the way times and lengths are told;
//! never decides which sentence is called for.
//!
//! The tone: invite, never scold; "shift", never "sit straight"; no promise and no diagnosis.

/// A message in the language that counts, with its arguments by name: `text!("menu-next", name, at = clock(at))`.
macro_rules! text {
    ($id:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::text::catalog::message($id, &[$((stringify!($name), text!(@value $name $($value)?))),*])
    };
    (@value $name:ident) => { fluent_bundle::FluentValue::from($name) };
    (@value $name:ident $value:expr) => { fluent_bundle::FluentValue::from($value) };
}

/// A function for each message that has no arguments.
macro_rules! texts {
    ($($(#[$doc:meta])* $vis:vis $name:ident: $id:literal;)*) => {
        $($(#[$doc])* #[must_use] $vis fn $name() -> String { text!($id) })*
    };
}

pub mod about;
pub mod adjust;
pub mod areas;
pub mod arguments;
pub mod attention;
pub mod calendar;
pub mod calls;
mod catalog;
pub mod causes;
pub mod charts;
pub mod cli;
pub mod commands;
pub mod data;
pub mod desktop;
pub mod did_you_mean;
pub mod doctor;
pub mod exercises;
pub mod feed;
pub mod figures;
pub mod files;
pub mod formats;
pub mod fullscreen;
pub mod gallery;
pub mod guide;
pub mod hooks;
pub mod import;
pub mod launcher;
pub mod learn;
pub mod ledger;
pub mod library;
pub mod locale;
pub mod lookback;
pub mod machines;
pub mod menu;
pub mod merge;
pub mod mistakes;
pub mod notices;
pub mod outputs;
pub mod own_files;
pub mod parts;
mod pseudo;
pub mod rail;
pub mod reasons;
pub mod refusals;
pub mod removal;
pub mod review;
pub mod scenario;
pub mod senses;
pub mod settings;
pub mod setup;
pub mod stretches;
pub mod surroundings;
pub mod symptoms;
pub mod tension;
pub mod terminal;
pub mod today;
pub mod welcome;
pub mod windows;

pub use formats::{capital, clock, clock_of_day, length, list, number};

/// The tag of the language of this process: the library's content is read in it.
#[must_use]
pub fn language() -> &'static str {
    locale::Language::current().tag()
}
