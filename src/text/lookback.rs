//! What is said on the page Review of the main window, beside what the review itself says. Pure.
