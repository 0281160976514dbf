//! What is said about a person's own library files: what does not fit in an entry. Pure functions; decides nothing.

/// The file is no TOML.
#[must_use]
pub fn not_toml(because: &str) -> String {
    format!(
        "This file is not TOML ({}), so none of it counts. Begin from the form of the library's own files.",
        because.lines().next().unwrap_or_default()
    )
}

/// A file that is not read.
#[must_use]
pub fn no_such_file(known: &[&str]) -> String {
    format!("A library file of this name is not read. Use one of {}.", known.join(", "))
}

/// A file of another form.
#[must_use]
pub fn other_schema(known: i64) -> String {
    format!("This file is not of the form that this version reads, so none of it counts. Write schema = {known}.")
}

/// A list that the file cannot have.
#[must_use]
pub fn no_such_list(name: &str, known: &[&str]) -> String {
    let known: Vec<String> = known.iter().map(|list| format!("[[{list}]]")).collect();
    format!("{name:?} is not read in this file. Use {}.", known.join(", "))
}

/// An entry that lacks something or has too much; `because` is the reader's own half sentence.
#[must_use]
pub fn bad_entry(id: Option<&str>, because: &str) -> String {
    let name = id.map_or_else(|| "This entry".to_owned(), |id| format!("The entry {id:?}"));
    format!("{name} is left out: {}.", because.lines().next().unwrap_or_default().trim_end_matches('.'))
}

/// An id that came before in the same file.
#[must_use]
pub fn twice() -> String {
    "its id is in this file before, and the first one counts".to_owned()
}

/// A text that is empty, too long or of several lines.
#[must_use]
pub fn bad_text(field: &str, most: usize) -> String {
    format!("{field} takes one line of 1 to {most} characters")
}

/// A number out of its range.
#[must_use]
pub fn bad_number(field: &str, least: u32, most: u32) -> String {
    format!("{field} takes a number from {least} to {most}")
}

/// A word that is not in the vocabulary.
#[must_use]
pub fn bad_word(field: &str, word: &str, known: &[&str]) -> String {
    format!("{field} does not know {word:?}, only {}", known.join(", "))
}

/// Something must be said that is not.
#[must_use]
pub fn needs(field: &str, what: &str) -> String {
    format!("{field} needs {what}")
}

/// A sum that does not come out.
#[must_use]
pub fn bad_sum(field: &str, wanted: &str) -> String {
    format!("{field} does not add up, it should be {wanted}")
}
