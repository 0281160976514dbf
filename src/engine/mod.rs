//! The engine decides. See the contract below; nothing else in the house makes a decision.
pub mod content;
pub mod effect;
pub mod event;
pub mod instance;
pub mod moment;
pub mod rules;
pub mod view;
