//! The first questions: what is asked, what the answers mean, and how they are given. Pure.

use std::path::Path;

/// One thing to choose: the word that is typed, and what it means.
pub type Choice = (&'static str, &'static str);

/// What is at hand, by the settings' words.
pub const EQUIPMENT: [Choice; 4] = [
    ("chair", "A chair that stands firmly"),
    ("wall", "A free stretch of wall"),
    ("band", "A resistance band"),
    ("foam roller", "A foam roller"),
];

/// Areas and conditions, by the settings' words.
pub const AVOID: [Choice; 18] = [
    ("neck", "Neck"),
    ("shoulder", "Shoulder"),
    ("elbow", "Elbow"),
    ("wrist", "Wrist or hand"),
    ("jaw", "Jaw"),
    ("eye", "Eyes"),
    ("low-back", "Lower back"),
    ("hip", "Hip"),
    ("knee", "Knee"),
    ("ankle", "Ankle or foot"),
    ("balance", "Unsteady on the feet"),
    ("dizzy", "Gets dizzy easily"),
    ("breath", "Breathing, and holding the breath"),
    ("heart", "Heart"),
    ("high-bp", "High blood pressure"),
    ("osteoporosis", "Thin bones (osteoporosis)"),
    ("pregnancy", "Pregnancy"),
    ("recent-surgery", "An operation not long ago"),
];

/// Yes or no.
pub const YES_NO: [Choice; 2] = [("yes", "Yes"), ("no", "No")];

/// Whether it has been looked at.
pub const LOOKED: [Choice; 4] =
    [("yes", "Yes"), ("no", "No"), ("not sure", "Not sure"), ("no pain", "I have no such pain")];

/// The question of equipment, and what the answer does.
pub const ASK_EQUIPMENT: (&str, &str) =
    ("What is at hand where you work?", "Exercises that need anything else are left out.");

/// The question of standing.
pub const ASK_STANDING: (&str, &str) =
    ("Can you stand up for an exercise?", "With no, only exercises that are done sitting are offered.");

/// The question of the office.
pub const ASK_OFFICE: (&str, &str) =
    ("Can others see you where you work?", "With yes, only what nobody would notice is offered.");

/// The question of what to leave alone.
pub const ASK_AVOID: (&str, &str) = (
    "Is there anything to leave alone?",
    "Exercises that load it are left out. The answer stays in your settings file on this computer.",
);

/// What is done with the answer to the last question; the question itself is the library's.
pub const LOOKED_NOTE: &str = "The answer is kept nowhere.";

/// Said to whoever has not had it looked at, or is not sure.
pub const WORTH_A_LOOK: &str = "It is worth having a doctor or physiotherapist look at it once, whenever it suits you. \
                                When to see someone, and how soon, is in `unhunch learn help`.";

/// The window's title, and its first line.
pub const TITLE: &str = "What fits you";

/// Why there are questions.
#[must_use]
pub fn why(questions: usize) -> String {
    format!("{questions} short questions, so that the exercises fit you. Each begins with what counts now.")
}

/// The window's buttons.
pub const NEXT: &str = "Next";
/// To the question before.
pub const BACK: &str = "Back";
/// After the last question.
pub const SAVE: &str = "Save";
/// Leaves everything as it is.
pub const NOT_NOW: &str = "Not now";
/// Closes the window when all is done.
pub const CLOSE: &str = "Close";
/// Above what came of the answers.
pub const DONE: &str = "That is all";
/// Above what went wrong.
pub const NOT_KEPT: &str = "The answers could not be kept";

/// How the terminal is answered.
pub const KEYS: &str = "Enter keeps what is marked. A number or a word answers; several go with commas, and none is \
                        none of them. back goes back, ? says this again, and quit or Ctrl-C leaves everything as it is.";

/// Which question of how many.
#[must_use]
pub fn place(at: usize, of: usize) -> String {
    format!("{at} of {of}")
}

/// Something that is no answer.
#[must_use]
pub fn no_answer(said: &str, many: bool) -> String {
    let which = if many { "numbers or words of the list, with commas" } else { "one number or word of the list" };
    format!("\"{said}\" is none of these. Say {which}; Enter keeps what is marked.")
}

/// The person left.
pub const LEFT: &str = "Nothing was changed. `unhunch setup` asks again.";

/// The answers ended before the questions did.
pub const ENDED: &str = "The answers ended before the questions did, so nothing was changed.";

/// An answer became a setting.
#[must_use]
pub fn changed(asked: &str, chosen: &[&str], key: &str) -> String {
    let chosen = if chosen.is_empty() { NOTHING.to_owned() } else { chosen.join(", ") };
    format!("{asked} {chosen}. ({key})")
}

/// An answer of many that names none.
const NOTHING: &str = "Nothing";

/// Every answer is as it was.
pub const AS_BEFORE: &str = "Everything stays as it was.";

/// How many exercises are left.
#[must_use]
pub fn fitting((fitting, of): (usize, usize)) -> String {
    match fitting {
        0 => format!("None of the {of} exercises fits that; breaks are free time then."),
        some => format!("{some} of {of} exercises fit now; `unhunch exercises` lists them."),
    }
}

/// How to change it all later.
pub const LATER: &str =
    "All of it can be changed at any time: `unhunch setup` asks again, `unhunch config` has each setting.";

/// The settings are no TOML, so nothing can be put into them.
#[must_use]
pub fn broken(file: &Path) -> String {
    format!("{} is no TOML, so no answer could be kept. `unhunch config check` says what is wrong.", file.display())
}

/// No window could open.
#[must_use]
pub fn no_window(why: &str) -> String {
    format!("{why} `unhunch setup` asks the questions in a terminal.")
}

/// The window of the first start did not do its work.
pub const UNASKED: &str =
    "The first questions could not be shown.\n`unhunch setup` asks them in a terminal, whenever it suits you.";

/// At the first start without a desktop.
pub const HINT: &str = "New here? `unhunch setup` asks a few questions, so that the exercises fit you.";

#[cfg(test)]
mod tests {
    use super::*;

    /// Every word of the settings has plain words here, and none is invented.
    #[test]
    fn the_words_are_the_settings_own() {
        let mut words = AVOID.map(|(word, _)| word);
        words.sort_unstable();
        assert_eq!(words, crate::engine::content::AVOID);
    }
}
