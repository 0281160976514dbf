//! What every window is made of: its look, its controls, what its keys mean. Owns how each of these is drawn and named for
//! those who do not see it; knows no page and no sentence.

pub mod button;
pub mod column;
pub mod entry;
pub mod field;
pub mod focus;
pub mod keys;
pub mod notice;
pub mod paragraph;
pub mod ring;
pub mod split;
pub mod switch;
pub mod theme;
pub mod timeline;
pub mod typing;
