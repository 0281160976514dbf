//! What is said on the page Exercises of the main window. Pure.
