//! words
pub mod senses;
pub mod settings;
