//! What is said of taking out and deleting the record. Pure.
