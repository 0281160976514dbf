//! What every window is made of: its look, its controls, what its keys mean. Owns how each of these is drawn and named for
//! those who do not see it; knows no page and no sentence.
//!
//! A page of the main window stands in a [`mod@column`] and begins with [`paragraph::title`]; its parts begin with
//! [`paragraph::section`], and help stands in [`paragraph::aside`]. What belongs together lies on a [`card`], what must be
//! known on a [`notice`]. [`button`] has the main button, plain ones and quiet ones; [`switch`], [`segments`], [`search`]
//! and [`field`] are what is set. Colours and sizes are [`theme`]'s alone: text is Small, Body, Heading or a title, distances
//! are multiples of eight. The ring around what has the keyboard is drawn for all by the frame.

pub mod button;
pub mod card;
pub mod chart;
pub mod column;
pub mod entry;
pub mod field;
pub mod focus;
pub mod keys;
pub mod month;
pub mod notice;
pub mod paragraph;
pub mod ring;
pub mod rove;
pub mod search;
pub mod segments;
pub mod switch;
pub mod theme;
pub mod timeline;
pub mod typing;
