//! What is said on the first window. Pure.
