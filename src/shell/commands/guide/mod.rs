//! `unhunch guide`: an exercise being done. Owns what a window is to show and what is done with what the person says there;
//! draws nothing.

mod beside;
mod practice;
mod sound;

pub(super) use beside::beside;
pub(super) use practice::practice;
