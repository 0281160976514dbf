//! words
pub mod library;
pub mod settings;
