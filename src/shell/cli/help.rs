//! The definition with its texts: help, names of values and headings in the language that counts. Owns where clap has its
//! own words and which of ours take their place; knows no command.
//!
//! The definition itself has ids where a person reads texts, so that nothing of them is read for a call that is understood.

use super::Cli;
use crate::text::{arguments as text, list};
use clap::builder::{PossibleValue, Resettable, Str, StyledStr};
use clap::{Arg, Command, CommandFactory};

/// What the texts are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A terminal, where the help of an argument tells its values too.
    Terminal,
    /// Completions and the man page, which tell them in their own way.
    Reference,
}

/// The definition with its texts.
pub(crate) fn told(place: Place) -> Command {
    let mut whole = Cli::command();
    // What clap adds has texts as well.
    whole.build();
    let whole = command(whole, place);
    match place {
        Place::Terminal => whole,
        Place::Reference => whole.subcommand_value_name(text::any_command()),
    }
}

fn command(command: Command, place: Place) -> Command {
    // What only the running app calls is for no terminal.
    let place = if command.is_hide_set() { Place::Reference } else { place };
    let (about, long, after) =
        [command.get_about(), command.get_long_about(), command.get_after_help()].map(named).into();
    let named = command
        .about(Resettable::from(about))
        .long_about(Resettable::from(long))
        .after_help(Resettable::from(after))
        .subcommand_help_heading(text::commands())
        .subcommand_value_name(text::a_command())
        .mut_args(|arg| argument(arg, place))
        .mut_subcommands(|below| self::command(below, place));
    let usage = usage(&named.clone().render_usage());
    named.help_template(format!("{{before-help}}{{about-with-newline}}\n{usage}\n\n{{all-args}}{{after-help}}"))
}

/// The message of an id in the definition; what is none is for no person and stays.
fn named(id: Option<&StyledStr>) -> Option<StyledStr> {
    id.map(|id| text::named(&id.to_string()).into())
}

fn argument(arg: Arg, place: Place) -> Arg {
    let heading = if arg.is_positional() { text::arguments() } else { text::options() };
    let names = arg.get_value_names().unwrap_or_default();
    let names: Vec<Str> = names.iter().map(|id| text::named(id).into()).collect();
    let arg = arg.help_heading(heading).value_names(names);
    match (arg.get_id().as_str(), arg.get_long_help().is_some()) {
        ("help", false) => arg.help(text::help()),
        ("help", true) => arg.help(text::help_and_more()).long_help(text::help_and_less()),
        ("version", _) => arg.help(text::version()),
        _ => {
            let help = named(arg.get_help());
            match place {
                Place::Reference => arg.help(Resettable::from(help)),
                Place::Terminal => with_values(arg, help),
            }
        }
    }
}

/// Tells what an argument can be after its help.
fn with_values(arg: Arg, help: Option<StyledStr>) -> Arg {
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let known = arg.get_possible_values();
    let known: Vec<_> = known.iter().filter(|value| !value.is_hide_set()).map(PossibleValue::get_name).collect();
    let takes = arg.get_action().takes_values();
    let told = [
        help.map(|help| help.ansi().to_string()),
        (takes && !default.is_empty()).then(|| text::default(&default.join(" "))),
        (takes && !known.is_empty()).then(|| text::values(&list(known))),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    arg.help(told.join(" ")).hide_default_value(true).hide_possible_values(true)
}

/// A usage of clap's with our words: it has no other way to name what stands in all of them.
pub(super) fn usage(claps: &StyledStr) -> String {
    let told = claps.ansi().to_string();
    told.replacen("Usage:", &text::usage(), 1).replace("[OPTIONS]", &text::any_options())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &Command, check: &mut impl FnMut(&str, Option<String>)) {
        let told = |text: Option<&StyledStr>| text.map(ToString::to_string);
        check(command.get_name(), told(command.get_about()));
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            check(arg.get_id().as_str(), told(arg.get_help()));
            for name in arg.get_value_names().unwrap_or_default() {
                check(arg.get_id().as_str(), Some(name.to_string()));
            }
        }
        command.get_subcommands().filter(|below| !below.is_hide_set()).for_each(|below| each(below, check));
    }

    #[test]
    fn everything_that_the_help_shows_has_a_text() {
        let mut checked = 0;
        each(&told(Place::Terminal), &mut |name, text| {
            checked += 1;
            assert!(text.is_some_and(|text| !text.is_empty() && !text.contains("arguments-")), "{name}");
        });
        assert!(checked > 100, "{checked}");
    }
}
