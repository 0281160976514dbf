//! What is wrong with a call, in the language that counts. Owns how clap's finding becomes our sentences, laid out as clap
//! does it; never judges a call.

use super::help;
use crate::text::arguments::{self as text, Like};
use clap::builder::styling::Style;
use clap::builder::{StyledStr, Styles};
use clap::error::{ContextKind, ContextValue, Error, ErrorFormatter, ErrorKind};
use std::error::Error as _;

/// The colours, as the help has them.
const STYLES: Styles = Styles::styled();

/// Our sentences.
pub(crate) struct Complaint;

impl ErrorFormatter for Complaint {
    fn format_error(error: &Error<Self>) -> StyledStr {
        let sentence = format!("{} {}", styled(STYLES.get_error(), &text::error()), sentence(error));
        let tip = styled(STYLES.get_valid(), &text::tip());
        let tips: Vec<String> = tips(error).iter().map(|told| format!("  {tip} {told}")).collect();
        let usage = match error.get(ContextKind::Usage) {
            Some(ContextValue::StyledStr(usage)) => help::usage(usage),
            _ => String::new(),
        };
        let read = text::read_help(&styled(STYLES.get_literal(), "--help"));
        let paragraphs = [sentence, tips.join("\n"), usage, read];
        let told: Vec<String> = paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()).collect();
        (told.join("\n\n") + "\n").into()
    }
}

fn styled(style: &Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

fn invalid(text: &str) -> String {
    styled(STYLES.get_invalid(), text)
}

fn valid(text: &str) -> String {
    styled(STYLES.get_valid(), text)
}

fn literal(text: &str) -> String {
    styled(STYLES.get_literal(), text)
}

/// What clap found of this kind, as texts.
fn found<F: ErrorFormatter>(error: &Error<F>, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    }
}

/// The same where it is one at most.
fn one<F: ErrorFormatter>(error: &Error<F>, kind: ContextKind) -> String {
    found(error, kind).into_iter().next().unwrap_or_default()
}

/// A list below a sentence.
fn below(sentence: &str, list: &[String], style: fn(&str) -> String) -> String {
    list.iter().fold(sentence.to_owned(), |told, one| format!("{told}\n  {}", style(one)))
}

/// A list in brackets below a sentence, unless it is empty.
fn bracketed(sentence: String, list: &[String], tells: fn(&str) -> String) -> String {
    if list.is_empty() {
        sentence
    } else {
        format!("{sentence}\n  {}", tells(&crate::text::list(list.iter().map(|one| valid(one)))))
    }
}

fn sentence<F: ErrorFormatter>(error: &Error<F>) -> String {
    let (argument, value) = (one(error, ContextKind::InvalidArg), one(error, ContextKind::InvalidValue));
    let command = one(error, ContextKind::InvalidSubcommand);
    match error.kind() {
        ErrorKind::ArgumentConflict => conflict(error, &argument, &command),
        ErrorKind::InvalidValue => {
            let told = if value.is_empty() {
                text::no_value(&invalid(&argument))
            } else {
                text::bad_value(&invalid(&value), &literal(&argument), None)
            };
            bracketed(told, &found(error, ContextKind::ValidValue), text::values)
        }
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string);
            text::bad_value(&invalid(&value), &literal(&argument), why.as_deref())
        }
        ErrorKind::InvalidSubcommand => text::no_such_command(&invalid(&command)),
        ErrorKind::MissingRequiredArgument => below(&text::missing(), &found(error, ContextKind::InvalidArg), valid),
        ErrorKind::MissingSubcommand => {
            let known = found(error, ContextKind::ValidSubcommand);
            bracketed(text::no_command(&invalid(&command)), &known, text::known_commands)
        }
        ErrorKind::TooManyValues => text::one_value_more(&invalid(&value), &literal(&argument)),
        ErrorKind::UnknownArgument => text::no_such_argument(&invalid(&argument)),
        ErrorKind::InvalidUtf8 => text::not_unicode(),
        // Nothing in the definition leads to these.
        kind @ (ErrorKind::NoEquals
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion
        | ErrorKind::Io
        | ErrorKind::Format
        | _) => kind.to_string(),
    }
}

/// Two that do not go together.
fn conflict<F: ErrorFormatter>(error: &Error<F>, argument: &str, command: &str) -> String {
    let others = found(error, ContextKind::PriorArg);
    let several = matches!(error.get(ContextKind::PriorArg), Some(ContextValue::Strings(_)));
    if !several && others.first().is_some_and(|other| other == argument) {
        return text::twice(&invalid(argument));
    }
    let other = (!several).then(|| invalid(others.first().map_or("", String::as_str)));
    let told = if argument.is_empty() {
        text::command_not_with(&invalid(command), other.as_deref())
    } else {
        text::not_with(&invalid(argument), other.as_deref())
    };
    if several { below(&told, &others, invalid) } else { told }
}

/// What may have been meant.
fn tips<F: ErrorFormatter>(error: &Error<F>) -> Vec<String> {
    let like = [
        (ContextKind::SuggestedSubcommand, Like::Command),
        (ContextKind::SuggestedArg, Like::Argument),
        (ContextKind::SuggestedValue, Like::Value),
    ];
    let names = |kind| found(error, kind).iter().map(|name| valid(name)).collect::<Vec<_>>();
    let like = like.into_iter().map(|(kind, what)| (what, names(kind)));
    let mut all: Vec<String> =
        like.filter(|(_, names)| !names.is_empty()).map(|(what, names)| text::similar(what, &names)).collect();
    if let Some(ContextValue::StyledStrs(claps)) = error.get(ContextKind::Suggested) {
        let argument = one(error, ContextKind::InvalidArg);
        all.extend(claps.iter().map(|tip| dashes(&argument, tip)));
    }
    all
}

/// A tip of clap's, which comes as a sentence: how two dashes make a value of an argument, or not.
fn dashes(argument: &str, claps: &StyledStr) -> String {
    let instead = format!("-- {argument}");
    if claps.to_string().contains(&instead) {
        text::as_a_value(&invalid(argument), &valid(&instead))
    } else if argument.starts_with('-') {
        claps.ansi().to_string()
    } else {
        text::is_a_command(&valid(argument), &invalid("--"))
    }
}
