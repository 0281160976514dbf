//! Languages: which there are, and which one counts. Owns the choice between the setting and the system's; never a message.

use std::cell::Cell;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// A language in which messages can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// What every message is written in first.
    English,
    /// English with accents and longer words, made when it is told: shows what is not a message, and what is cut off.
    Pseudo,
}

/// The one that counts for the process. A place in `ALL`; English until told otherwise.
static CHOSEN: AtomicU8 = AtomicU8::new(0);

thread_local! {
    /// The one that counts on this thread in its place.
    static HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

impl Language {
    /// Every one, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::Pseudo];

    /// Its tag (BCP 47), as the setting has it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Pseudo => "en-XA",
        }
    }

    /// The one that counts now, here.
    pub(super) fn current() -> Self {
        HERE.get().or_else(|| Self::ALL.get(usize::from(CHOSEN.load(Relaxed))).copied()).unwrap_or(Self::English)
    }

    /// The one for a name as the setting or the system writes it: `de-AT`, `de_AT.UTF-8@euro`, `C`. A country that is
    /// not there is its language; a language that is not there is English.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let tag = name.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        let language = tag.split('-').next().unwrap_or_default();
        let find = |tag: &str| Self::ALL.into_iter().find(|known| known.tag().eq_ignore_ascii_case(tag));
        find(&tag).or_else(|| find(language)).unwrap_or(Self::English)
    }
}

/// Takes up the setting `language`, for the whole process; empty is the system's, as these variables name it.
pub fn choose(setting: &str, variable: impl Fn(&str) -> Option<String>) {
    let language = if setting.is_empty() { of_system(variable) } else { Language::of(setting) };
    let place = Language::ALL.iter().position(|known| *known == language).unwrap_or_default();
    CHOSEN.store(u8::try_from(place).unwrap_or_default(), Relaxed);
}

/// The system's language of messages, in the order in which POSIX asks for it.
fn of_system(variable: impl Fn(&str) -> Option<String>) -> Language {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).map_or(Language::English, |name| Language::of(&name))
}

/// Does something in another language, on this thread alone.
pub fn within<T>(language: Language, does: impl FnOnce() -> T) -> T {
    /// Gives the one before back, also where something panics.
    struct Before(Option<Language>);
    impl Drop for Before {
        fn drop(&mut self) {
            HERE.set(self.0);
        }
    }
    let _before = Before(HERE.replace(Some(language)));
    does()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_the_names_that_systems_give_it() {
        for (name, tag) in
            [("en_XA.UTF-8", "en-XA"), ("en-xa", "en-XA"), ("en_GB.UTF-8@euro", "en"), ("C", "en"), ("de", "en")]
        {
            assert_eq!(Language::of(name).tag(), tag, "{name}");
        }
        assert!(
            Language::ALL.iter().map(|language| language.tag()).eq(crate::settings::LANGUAGES[1..].iter().copied())
        );
    }

    #[test]
    fn the_first_variable_that_says_something_counts() {
        let of = |all: &[(&str, &str)]| {
            of_system(|name| all.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "en_XA"), ("LANG", "C")]), Language::Pseudo);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "en_XA")]), Language::English);
        assert_eq!(of(&[]), Language::English);
    }

    #[test]
    fn another_language_counts_within_and_on_this_thread_alone() {
        within(Language::Pseudo, || {
            assert_eq!(Language::current(), Language::Pseudo);
            assert_eq!(std::thread::spawn(Language::current).join().unwrap(), Language::English);
            within(Language::English, || assert_eq!(Language::current(), Language::English));
            assert_eq!(Language::current(), Language::Pseudo);
        });
        assert_eq!(Language::current(), Language::English);
    }
}
