//! What is said on the page About of the main window. Pure.
