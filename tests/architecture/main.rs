//! The shape of the house, read from its sources: a new arrow, cycle, sentence or system must be thought about.
//!
//! [`scan`] turns a file into tokens, [`house`] into modules and the paths they name; each other file holds one kind of
//! rule, with its list of exceptions. Such a list may only shrink, and says what is so now.
//! `cargo test --test architecture -- --ignored --nocapture` prints the numbers of the house.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod arrows;
mod citations;
mod cycles;
mod form;
mod house;
mod literals;
mod messages;
mod numbers;
mod pure;
mod scan;
mod systems;
