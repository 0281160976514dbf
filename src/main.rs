//! The entry: hands over to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    unhunch::shell::main()
}
