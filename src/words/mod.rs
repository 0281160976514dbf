//! words
pub mod settings;
