//! words
pub mod review;
