//! Catalogs: the messages of each language, as Fluent files in `config/lang`. Owns that a file is parsed when its first
//! message is asked for, and that a message which a language lacks is told in English; never knows what one is for.

use super::locale::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::sync::OnceLock;

/// The messages of one file, parsed.
type Bundle = FluentBundle<FluentResource>;

/// A file of messages: the name that its ids begin with, and its text.
type File = (&'static str, &'static str);

/// A message's arguments by name.
pub(super) type Arguments<'a> = &'a [(&'static str, FluentValue<'a>)];

macro_rules! files {
    ($($name:literal)*) => { &[$(($name, include_str!(concat!("../../config/lang/en/", $name, ".ftl")))),*] };
}

/// The English ones: all there are.
const ENGLISH: &[File] = files![
    "about"
    "adjust"
    "areas"
    "arguments"
    "attention"
    "calendar"
    "calls"
    "causes"
    "charts"
    "cli"
    "commands"
    "data"
    "desktop"
    "doctor"
    "exercises"
    "feed"
    "figures"
    "files"
    "formats"
    "fullscreen"
    "gallery"
    "guide"
    "hooks"
    "import"
    "keys"
    "launcher"
    "learn"
    "ledger"
    "library"
    "lookback"
    "machines"
    "menu"
    "merge"
    "notices"
    "outputs"
    "parts"
    "rail"
    "reasons"
    "refusals"
    "removal"
    "review"
    "scenario"
    "senses"
    "settings"
    "setup"
    "sleep"
    "stretches"
    "surroundings"
    "symptoms"
    "tension"
    "terminal"
    "today"
    "welcome"
    "windows"
];

/// A language with what has been parsed of it.
struct Catalog {
    files: &'static [File],
    /// What becomes of the words between the arguments.
    change: Option<fn(&str) -> Cow<'_, str>>,
    parsed: [OnceLock<Bundle>; ENGLISH.len()],
}

impl Catalog {
    const fn of(files: &'static [File], change: Option<fn(&str) -> Cow<'_, str>>) -> Self {
        Self { files, change, parsed: [const { OnceLock::new() }; ENGLISH.len()] }
    }

    /// The message with its arguments; none where it is not there or asks for something else.
    fn message(&self, language: Language, id: &str, arguments: Arguments<'_>) -> Option<String> {
        let file = id.split_once('-')?.0;
        let at = self.files.iter().position(|(name, _)| *name == file)?;
        let bundle = self.parsed.get(at)?.get_or_init(|| self.parse(language, at));
        let pattern = bundle.get_message(id)?.value()?;
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        let mut wrong = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut wrong).into_owned();
        wrong.is_empty().then_some(text)
    }

    fn parse(&self, language: Language, at: usize) -> Bundle {
        let text = self.files.get(at).map_or("", |(_, text)| text);
        // A line that is no Fluent leaves out its message alone.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, _)| rest);
        let mut bundle = Bundle::new_concurrent(language.tag().parse().into_iter().collect());
        // The marks that keep an argument's direction apart are seen as boxes in terminals and menus.
        bundle.set_use_isolating(false);
        bundle.set_transform(self.change);
        // Of two messages with one id the first counts; a test finds them.
        let _ = bundle.add_resource(resource);
        bundle
    }
}

static IN_ENGLISH: Catalog = Catalog::of(ENGLISH, None);
static IN_PSEUDO: Catalog = Catalog::of(ENGLISH, Some(super::pseudo::longer));

impl Language {
    fn catalog(self) -> &'static Catalog {
        match self {
            Self::English => &IN_ENGLISH,
            Self::Pseudo => &IN_PSEUDO,
        }
    }
}

/// A message in the language that counts here, or in English; `text!` calls it. That each id and argument is there is
/// held by `tests/architecture`.
pub(super) fn message(id: &str, arguments: Arguments<'_>) -> String {
    [Language::current(), Language::English]
        .into_iter()
        .find_map(|language| language.catalog().message(language, id, arguments))
        .unwrap_or_else(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_a_language_lacks_or_gets_wrong_is_told_in_english() {
        static HALF: Catalog =
            Catalog::of(&[("formats", "formats-hours = { $hours } Stunden\nformats-minutes = { $wrong }\n")], None);
        let said = |id, argument| HALF.message(Language::English, id, &[(argument, 3.into())]);
        assert_eq!(said("formats-hours", "hours").as_deref(), Some("3 Stunden"));
        assert_eq!(said("formats-minutes", "minutes"), None);
        assert_eq!(said("formats-seconds", "seconds"), None);
        assert_eq!(message("formats-minutes", &[("minutes", 3.into())]), "3 min");
        assert_eq!(message("nothing-of-it", &[]), "nothing-of-it");
    }

    #[test]
    fn every_file_is_in_the_list() {
        let folder = std::fs::read_dir("config/lang/en").unwrap().map(|entry| entry.unwrap().file_name());
        let names = folder.filter_map(|name| Some(name.to_str()?.strip_suffix(".ftl")?.to_owned()));
        let mut names: Vec<String> = names.collect();
        names.sort_unstable();
        assert!(names.iter().map(String::as_str).eq(ENGLISH.iter().map(|(name, _)| *name)), "{names:?}");
    }

    #[test]
    fn a_file_is_parsed_when_its_first_message_is_asked_for() {
        static FRESH: Catalog = Catalog::of(ENGLISH, None);
        assert!(FRESH.parsed.iter().all(|file| file.get().is_none()));
        FRESH.message(Language::English, "formats-hours", &[("hours", 3.into())]);
        assert_eq!(FRESH.parsed.iter().filter(|file| file.get().is_some()).count(), 1);
    }
}
