//! words

pub mod outputs;
