//! The windows by their labels, without a display: what stands in them, what their keys and buttons do, and how they are
//! named for those who do not see them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod about;
mod colours;
mod data;
mod exercises;
mod front;
mod guide;
mod house;
mod imports;
mod learn;
mod machines;
mod rail;
mod review;
mod settings;
mod surroundings;
mod today;
mod welcome;
