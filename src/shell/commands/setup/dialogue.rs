//! The first questions in a terminal, line by line. Owns how they are printed and when no more is asked; what a line means is
//! `setup`'s. A pipe can answer as well: a wrong answer of one ends everything, because the next line is for the next question.

use crate::setup::{Answer, Question, Setup, read};
use crate::shell::dialogue::{self, by_hand, paragraph};
use crate::shell::output;
use crate::text::setup as text;

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DialogueEnd {
    /// Every question has its answer.
    Answered,
    /// The person left.
    Left,
    /// Nothing more came in.
    Ended,
    /// Something came in that is no answer, from where nobody can be asked again: what is wrong.
    Wrong(String),
}

/// Asks one question after the other.
pub(super) fn ask(setup: &mut Setup) -> DialogueEnd {
    let of = setup.questions.len();
    paragraph(&text::why(of));
    paragraph(&text::keys());
    let mut at = 0;
    while let Some(question) = setup.questions.get_mut(at) {
        print(question, &text::place(at + 1, of));
        match answer(question) {
            Ok(Answer::Back) => at = at.saturating_sub(1),
            Ok(Answer::Chosen(chosen)) => {
                question.chosen = chosen;
                at += 1;
            }
            Ok(Answer::Keep) => at += 1,
            Ok(Answer::Leave) => return DialogueEnd::Left,
            Ok(Answer::Help) => paragraph(&text::keys()),
            Err(end) => return end,
        }
    }
    output::line("");
    DialogueEnd::Answered
}

/// The answer to a question, asked for until there is one.
fn answer(question: &Question) -> Result<Answer, DialogueEnd> {
    loop {
        match read(question, &dialogue::answer().ok_or(DialogueEnd::Ended)?) {
            Ok(said) => return Ok(said),
            Err(part) => {
                let problem = text::no_answer(&part, question.about.many());
                if !by_hand() {
                    return Err(DialogueEnd::Wrong(problem));
                }
                paragraph(&problem);
            }
        }
    }
}

fn print(question: &Question, place: &str) {
    output::line("");
    for text in [&format!("{place}  {}", question.ask), &question.note] {
        paragraph(text);
    }
    if let Some((title, text)) = &question.notice {
        paragraph(&format!("{title}. {text}"));
    }
    let many = question.about.many();
    let widest = question.choices.iter().map(|(word, _)| word.len()).max().unwrap_or(0);
    for (at, (word, label)) in question.choices.iter().enumerate() {
        let mark = if question.chosen.contains(&at) { 'x' } else { ' ' };
        let mark = if many { format!("[{mark}]") } else { format!("({mark})") };
        let label = if label.eq_ignore_ascii_case(word) { "" } else { label };
        output::line(format!("  {:>2} {mark} {word:<widest$}  {label}", at + 1).trim_end());
    }
}
