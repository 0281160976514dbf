//! Texts laid into their facts. PURE: tables to tables. Owns what has to meet; knows neither files nor places in them.
//!
//! What comes out is an entry with text beside facts, the form in which a person's own file has it.

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The texts that only some cues have: their facts say so in the list of cues, their texts stand by the cue's number.
const OF_CUES: [&str; 2] = ["other", "last"];

/// A text and a fact that do not meet.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Apart {
    /// The text's key: `why`, or `other.3` for that of the third cue.
    pub(super) text: String,
    /// Where it stands in its piece; none if it is not there.
    pub(super) at: Option<usize>,
    pub(super) how: How,
}

/// How a text and a fact do not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The facts ask for a text that is not there.
    NoText,
    /// No fact asks for this text.
    NoFact,
    /// It has more or fewer lines than in English.
    OtherLength,
}

/// Lays a language's texts over those of the one before it, each alone: what is not translated stays.
pub(super) fn over<'t>(all: &mut DeTable<'t>, upper: DeTable<'t>, within: &str) -> Vec<Apart> {
    let mut apart = Vec::new();
    for (key, value) in upper {
        let (text, at) = (format!("{within}{}", key.get_ref()), Some(key.span().start));
        let Some(below) = all.get_mut(key.get_ref().as_ref()) else {
            apart.push(Apart { text, at, how: How::NoFact });
            continue;
        };
        match (below.get_mut(), value.into_inner()) {
            (DeValue::Table(below), DeValue::Table(upper)) => apart.extend(over(below, upper, &format!("{text}."))),
            // The facts of a cue go by its place: in a list of another length they would be those of other cues.
            (DeValue::Array(below), DeValue::Array(upper)) if below.len() != upper.len() => {
                apart.push(Apart { text, at, how: How::OtherLength });
            }
            (below, upper) => *below = upper,
        }
    }
    apart
}

/// Lays the texts into their facts: those that there `always` are, and the `marked` of which the facts say `true`.
pub(super) fn into_facts<'t>(
    facts: &mut DeTable<'t>,
    mut texts: DeTable<'t>,
    always: &[&str],
    marked: &[&str],
) -> Vec<Apart> {
    let mut apart = Vec::new();
    let asked = marked.iter().filter(|key| facts.get(**key).is_some_and(|fact| fact.get_ref().as_bool() == Some(true)));
    for key in always.iter().chain(asked).copied().collect::<Vec<_>>() {
        match texts.remove_entry(key) {
            Some((key, text)) => drop(facts.insert(key, text)),
            None => apart.push(Apart { text: key.to_owned(), at: None, how: How::NoText }),
        }
    }
    apart.extend(into_cues(facts, &mut texts));
    for (key, text) in texts {
        let key_of = |n: &str| format!("{}.{n}", key.get_ref());
        match text.get_ref().as_table().filter(|_| OF_CUES.contains(&key.get_ref().as_ref())) {
            Some(numbered) => apart.extend(numbered.keys().map(|n| unasked(key_of(n.get_ref()), n.span().start))),
            None => apart.push(unasked(key.get_ref().to_string(), key.span().start)),
        }
    }
    apart
}

fn unasked(text: String, at: usize) -> Apart {
    Apart { text, at: Some(at), how: How::NoFact }
}

/// The texts of single cues: `true` is in place of one, `false` says that the cue is left out then, which is an empty one.
fn into_cues<'t>(facts: &mut DeTable<'t>, texts: &mut DeTable<'t>) -> Vec<Apart> {
    let mut apart = Vec::new();
    let Some(DeValue::Array(cues)) = facts.get_mut("timing").map(Spanned::get_mut) else { return apart };
    for (n, cue) in (1_usize..).zip(cues.iter_mut()) {
        let DeValue::Table(cue) = cue.get_mut() else { continue };
        for key in OF_CUES {
            let Some(place) = cue.get_mut(key) else { continue };
            let text = match place.get_ref().as_bool() {
                Some(true) => numbered(texts, key, n),
                Some(false) => Some(DeValue::String("".into())),
                None => continue,
            };
            match text {
                Some(text) => *place.get_mut() = text,
                None => apart.push(Apart { text: format!("{key}.{n}"), at: None, how: How::NoText }),
            }
        }
    }
    apart
}

fn numbered<'t>(texts: &mut DeTable<'t>, key: &str, n: usize) -> Option<DeValue<'t>> {
    let DeValue::Table(all) = texts.get_mut(key)?.get_mut() else { return None };
    all.remove(n.to_string().as_str()).map(Spanned::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACTS: &str =
        "id = 'x'\nown = true\ntiming = [{ s = 1, other = true }, { s = 2, last = false }, { s = 3, last = true }]";
    const ENGLISH: &str = "name = 'N'\nsteps = ['a', 'b', 'c']\nown = 'o'\nother.1 = 'left'\nlast.3 = 'end'";

    fn table(text: &str) -> DeTable<'_> {
        DeTable::parse(text).expect("TOML").into_inner()
    }

    /// What comes out, as TOML that is easily compared, and what does not meet.
    fn laid(texts: &[&str]) -> (toml::Table, Vec<(String, How)>) {
        let mut all = table(texts[0]);
        let mut apart: Vec<Apart> = texts[1..].iter().flat_map(|text| over(&mut all, table(text), "")).collect();
        let mut facts = table(FACTS);
        apart.extend(into_facts(&mut facts, all, &["name", "steps"], &["own", "none"]));
        let told = apart.into_iter().map(|one| (one.text, one.how)).collect();
        let value = toml::de::ValueDeserializer::from(Spanned::new(0..0, DeValue::Table(facts)));
        (Deserialize::deserialize(value).expect("a table"), told)
    }

    #[test]
    fn texts_are_laid_into_their_facts() {
        let (entry, apart) = laid(&[ENGLISH]);
        assert_eq!(apart, []);
        let timing = "[{ s = 1, other = 'left' }, { s = 2, last = '' }, { s = 3, last = 'end' }]";
        let whole = format!("id = 'x'\nown = 'o'\nname = 'N'\nsteps = ['a', 'b', 'c']\ntiming = {timing}");
        assert_eq!(entry, whole.parse().expect("TOML"));
    }

    #[test]
    fn what_a_language_lacks_counts_in_english_alone() {
        let (entry, apart) = laid(&[ENGLISH, "name = 'M'\nlast.3 = 'Ende'"]);
        assert_eq!(apart, []);
        let said = |key: &str| entry[key].as_str().map(str::to_owned);
        assert_eq!((said("name"), said("own")), (Some("M".into()), Some("o".into())));
        assert_eq!(entry["timing"][2]["last"].as_str(), Some("Ende"));
        assert_eq!(entry["timing"][0]["other"].as_str(), Some("left"));
        let (entry, apart) = laid(&[ENGLISH, "steps = ['one']"]);
        assert_eq!(apart, [("steps".into(), How::OtherLength)]);
        assert_eq!(entry["steps"].as_array().map(Vec::len), Some(3));
    }

    #[test]
    fn a_text_without_a_fact_and_a_fact_without_its_text_are_named() {
        let english = ENGLISH.replace("name = 'N'", "nick = 'N'").replace("other.1", "other.2");
        let missing =
            [("name", How::NoText), ("other.1", How::NoText), ("nick", How::NoFact), ("other.2", How::NoFact)];
        assert_eq!(laid(&[&english]).1, missing.map(|(text, how)| (text.to_owned(), how)));
        let of_another = laid(&[ENGLISH, "other.2 = 'x'\nseconds = 5"]).1;
        assert_eq!(of_another, ["other.2", "seconds"].map(|text| (text.to_owned(), How::NoFact)));
    }
}
