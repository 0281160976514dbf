//! words
pub mod senses;
