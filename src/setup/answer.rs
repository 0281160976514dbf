//! What a person types to a question. Owns how numbers and words are read; never asks again.

use super::Question;
use std::collections::BTreeSet;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is to be as it is marked.
    Keep,
    /// These, by place.
    Chosen(BTreeSet<usize>),
    /// Back to the question before.
    Back,
    /// How is this answered?
    Help,
    /// No more questions, and nothing changed.
    Leave,
}

/// Reads one line: numbers from 1, words or their unmistakable beginnings, with commas where several can be chosen.
///
/// # Errors
/// The part that is no answer.
pub fn read(question: &Question, line: &str) -> Result<Answer, String> {
    let line = line.trim().to_lowercase();
    match line.as_str() {
        "" => return Ok(Answer::Keep),
        "back" | "b" => return Ok(Answer::Back),
        "help" | "h" | "?" => return Ok(Answer::Help),
        "quit" | "q" => return Ok(Answer::Leave),
        "none" if question.about.many() => return Ok(Answer::Chosen(BTreeSet::new())),
        _ => {}
    }
    if !question.about.many() {
        return one(question, &line).map(|place| Answer::Chosen(BTreeSet::from([place]))).ok_or(line);
    }
    let mut chosen = BTreeSet::new();
    for part in line.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        // The whole of it first: "foam roller" is one answer of two words.
        match one(question, part) {
            Some(place) => drop(chosen.insert(place)),
            None => {
                for word in part.split_whitespace() {
                    chosen.insert(one(question, word).ok_or_else(|| part.to_owned())?);
                }
            }
        }
    }
    Ok(Answer::Chosen(chosen))
}

fn one(question: &Question, part: &str) -> Option<usize> {
    let places = 0..question.choices.len();
    if let Ok(number) = part.parse::<usize>() {
        return number.checked_sub(1).filter(|place| places.contains(place));
    }
    let word = |place: &usize| question.choices.get(*place).map_or("", |(word, _)| word);
    let begins: Vec<usize> = places.filter(|place| word(place).starts_with(part)).collect();
    match begins[..] {
        [one] => Some(one),
        // "no" is an answer, although "not sure" begins with it as well.
        _ => begins.into_iter().find(|place| word(place) == part),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Setup;
    use super::*;

    fn said(at: usize, line: &str) -> Result<Answer, String> {
        let setup = Setup::new(&crate::engine::rules::Fit::default(), &crate::library::red_flags("en"));
        read(&setup.questions[at], line)
    }

    fn chosen(places: &[usize]) -> Answer {
        Answer::Chosen(places.iter().copied().collect())
    }

    #[test]
    fn numbers_words_and_beginnings_answer() {
        for line in ["1, 4", "chair,foam roller", "4 1", "c,foam", " CHAIR , 4 ,, 1"] {
            assert_eq!(said(0, line), Ok(chosen(&[0, 3])), "{line}");
        }
        assert_eq!(said(0, "none"), Ok(chosen(&[])));
        assert_eq!(said(1, "y"), Ok(chosen(&[0])));
        assert_eq!(said(1, "2"), Ok(chosen(&[1])));
        assert_eq!(said(3, "neck, low-back"), Ok(chosen(&[0, 6])));
        assert_eq!(said(4, "no"), Ok(chosen(&[1])));
        assert_eq!(said(4, "not sure"), Ok(chosen(&[2])));
    }

    #[test]
    fn what_is_no_answer_is_named() {
        let wrong =
            [(0, "5", "5"), (0, "0", "0"), (0, "chair, table", "table"), (1, "1,2", "1,2"), (1, "maybe", "maybe")];
        for (at, line, part) in wrong {
            assert_eq!(said(at, line), Err(part.to_owned()), "{line}");
        }
        assert_eq!(said(0, "foam roller chair"), Err("foam roller chair".into()));
        assert_eq!(said(4, "n"), Err("n".into()));
        assert_eq!(said(3, "h, e"), Err("h".into()));
        assert_eq!(said(1, "none"), Err("none".into()));
        assert!(said(0, "99999999999999999999999").is_err());
    }

    #[test]
    fn the_keys_work_everywhere() {
        for at in 0..5 {
            assert_eq!(said(at, "\n"), Ok(Answer::Keep));
            assert_eq!(said(at, " Back\r\n"), Ok(Answer::Back));
            assert_eq!(said(at, "?"), Ok(Answer::Help));
            assert_eq!(said(at, "q"), Ok(Answer::Leave));
        }
    }
}
