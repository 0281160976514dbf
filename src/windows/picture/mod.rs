//! Pictures that move: an exercise's figure and a pattern's circle, in time and on a canvas. Owns what moves when, how often it
//! is drawn and its lines; never what a window says or when anything is over.

pub(in crate::windows) mod breath;
pub(in crate::windows) mod course;
mod motion;
pub(in crate::windows) mod pace;
pub(in crate::windows) mod paint;
