//! `unhunch guide`: an exercise being done. Owns what a window is to show and what is done with what the person says there;
//! draws nothing.

mod practice;
mod process;
mod sound;

pub(super) use practice::practice;
pub(super) use process::of_break;
