//! What is said on the page Settings of the main window, beside what each setting is called (keys). Pure.
