//! Unhunch: a break reminder that keeps an honest record. (Map of the crate.)
pub mod engine;
pub mod ledger;
pub mod library;
pub mod outputs;
pub mod parts;
pub mod review;
pub mod scenario;
pub mod senses;
pub mod settings;
pub mod shell;
pub mod words;
