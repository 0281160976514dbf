//! The entry: hands over to the shell.
fn main() {}
