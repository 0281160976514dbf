//! Languages: the texts of the library as they are shipped, file by file. Owns which there
//! are, and which count for a tag.

/// The tag of the language that has every text.
pub const ENGLISH: &str = "en";

/// A file of the project's own.
#[derive(Clone, Copy, Debug)]
pub(super) struct File {
    pub(super) name: &'static str,
    /// Where it stands, for those who are told of a line in it.
    pub(super) place: &'static str,
    pub(super) text: &'static str,
}

/// The texts of one language.
struct Language {
    tag: &'static str,
    files: [File; 6],
}

macro_rules! language {
    ($tag:literal) => {
        Language {
            tag: $tag,
            files: [
                language!($tag, "exercises.toml"),
                language!($tag, "nudges.toml"),
                language!($tag, "breathing.toml"),
                language!($tag, "prompts.toml"),
                language!($tag, "redflags.toml"),
                language!($tag, "practices.toml"),
            ],
        }
    };
    ($tag:literal, $name:literal) => {
        File {
            name: $name,
            place: concat!("config/lang/", $tag, "/", $name),
            text: include_str!(concat!("../../config/lang/", $tag, "/", $name)),
        }
    };
}

/// English first: each of the others is laid over it.
const LANGUAGES: [Language; 1] = [language!("en")];

/// The texts of a file for this tag (`pt-BR`), the most general first: what a language lacks counts in the one before it.
pub(super) fn texts(tag: &str, name: &str) -> Vec<File> {
    let within = |wide: &str| tag.strip_prefix(wide).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let counts = |language: &&Language| language.tag == ENGLISH || within(language.tag);
    let files = LANGUAGES.iter().filter(counts).flat_map(|language| &language.files);
    files.filter(|file| file.name == name).copied().collect()
}
