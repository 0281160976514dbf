//! What every window is made of: its look, its controls, what its keys mean. Owns how each of these is drawn and named for
//! those who do not see it; knows no page and no sentence.

pub mod button;
pub mod theme;
pub mod typing;
