//! What the program tells of itself: completions, the man page. Owns nothing but the printing.

use crate::shell::answer::told;
use crate::shell::cli::{Place, told as definition};
use crate::shell::{Exit, output};
use clap::{Arg, Command};
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};

/// The completions of a shell.
pub(super) fn completions(shell: Shell) -> Exit {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut definition(Place::Reference), "unhunch", &mut out);
    output::data(&String::from_utf8_lossy(&out));
    Exit::Done
}

/// The man page, with every command on it.
pub(super) fn man() -> Exit {
    let mut out = Vec::new();
    match page(&mut out) {
        Ok(()) => {
            output::data(&String::from_utf8_lossy(&out));
            Exit::Done
        }
        Err(error) => told(Err(error.to_string())),
    }
}

fn page(out: &mut Vec<u8>) -> std::io::Result<()> {
    let man = Man::new(definition(Place::Reference));
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_description_section(out)?;
    man.render_options_section(out)?;
    let mut commands = Roff::new();
    commands.control("SH", ["COMMANDS"]);
    let whole = definition(Place::Reference);
    for command in whole.get_subcommands().filter(|command| !command.is_hide_set()) {
        on_page(command, &mut commands);
    }
    commands.to_writer(out)?;
    man.render_extra_section(out)
}

/// One command with what it takes, and the commands below it.
fn on_page(command: &Command, page: &mut Roff) {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.lines().next().unwrap_or_default().replace("Usage: ", "").replace(" [OPTIONS]", "");
    page.control("TP", []).text([bold(usage)]);
    page.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    let own = |arg: &&Arg| !arg.is_hide_set() && !arg.is_global_set() && arg.get_id() != "help";
    for arg in command.get_arguments().filter(own) {
        let name = arg.get_long().map_or_else(|| arg.to_string(), |long| format!("--{long}"));
        page.control("RS", []).control("TP", []).text([italic(name)]);
        page.text([roman(arg.get_help().map(ToString::to_string).unwrap_or_default())]);
        page.control("RE", []);
    }
    for below in command.get_subcommands() {
        on_page(below, page);
    }
}
