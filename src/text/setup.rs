//! The first questions: what is asked, what the answers mean, and how they are given. Pure.

use super::list;

/// One thing to choose: the word that is typed, and what it means.
pub type Choice = (&'static str, String);

/// What is at hand, by the settings' words.
#[must_use]
pub fn equipment() -> Vec<Choice> {
    vec![
        ("chair", text!("setup-equipment-chair")),
        ("wall", text!("setup-equipment-wall")),
        ("band", text!("setup-equipment-band")),
        ("foam roller", text!("setup-equipment-foam-roller")),
    ]
}

/// Areas and conditions, by the settings' words.
#[must_use]
pub fn avoid() -> Vec<Choice> {
    vec![
        ("neck", text!("setup-avoid-neck")),
        ("shoulder", text!("setup-avoid-shoulder")),
        ("elbow", text!("setup-avoid-elbow")),
        ("wrist", text!("setup-avoid-wrist")),
        ("jaw", text!("setup-avoid-jaw")),
        ("eye", text!("setup-avoid-eye")),
        ("low-back", text!("setup-avoid-low-back")),
        ("hip", text!("setup-avoid-hip")),
        ("knee", text!("setup-avoid-knee")),
        ("ankle", text!("setup-avoid-ankle")),
        ("balance", text!("setup-avoid-balance")),
        ("dizzy", text!("setup-avoid-dizzy")),
        ("breath", text!("setup-avoid-breath")),
        ("heart", text!("setup-avoid-heart")),
        ("high-bp", text!("setup-avoid-high-bp")),
        ("osteoporosis", text!("setup-avoid-osteoporosis")),
        ("pregnancy", text!("setup-avoid-pregnancy")),
        ("recent-surgery", text!("setup-avoid-recent-surgery")),
    ]
}

/// Yes or no.
#[must_use]
pub fn yes_no() -> Vec<Choice> {
    vec![("yes", text!("setup-yes-no-yes")), ("no", text!("setup-yes-no-no"))]
}

/// Whether it has been looked at.
#[must_use]
pub fn looked() -> Vec<Choice> {
    vec![
        ("yes", text!("setup-looked-yes")),
        ("no", text!("setup-looked-no")),
        ("not sure", text!("setup-looked-not-sure")),
        ("no pain", text!("setup-looked-no-pain")),
    ]
}

/// The question of equipment, and what the answer does.
#[must_use]
pub fn ask_equipment() -> (String, String) {
    (text!("setup-ask-equipment"), text!("setup-ask-equipment-note"))
}

/// The question of standing.
#[must_use]
pub fn ask_standing() -> (String, String) {
    (text!("setup-ask-standing"), text!("setup-ask-standing-note"))
}

/// The question of the office.
#[must_use]
pub fn ask_office() -> (String, String) {
    (text!("setup-ask-office"), text!("setup-ask-office-note"))
}

/// The question of what to leave alone.
#[must_use]
pub fn ask_avoid() -> (String, String) {
    (text!("setup-ask-avoid"), text!("setup-ask-avoid-note"))
}

texts! {
    /// What is done with the answer to the last question; the question itself is the library's.
    pub looked_note: "setup-looked-note";
    /// Said to whoever has not had it looked at, or is not sure.
    pub worth_a_look: "setup-worth-a-look";
}

/// Why there are questions.
#[must_use]
pub fn why(questions: usize) -> String {
    text!("setup-why", questions)
}

texts! {
    /// The window's buttons.
    pub next: "setup-next";
    /// To the question before.
    pub back: "setup-back";
    /// After the last question.
    pub save: "setup-save";
    /// Leaves everything as it is.
    pub not_now: "setup-not-now";
    /// Closes the window when all is done.
    pub close: "setup-close";
    /// Above what came of the answers.
    pub done: "setup-done";
    /// Above what went wrong.
    pub not_kept: "setup-not-kept";
    /// How the terminal is answered.
    pub keys: "setup-keys";
}

/// Which question of how many.
#[must_use]
pub fn place(at: usize, of: usize) -> String {
    text!("setup-place", at, of)
}

/// Something that is no answer.
#[must_use]
pub fn no_answer(said: &str, many: bool) -> String {
    if many { text!("setup-no-answers", said) } else { text!("setup-no-answer", said) }
}

texts! {
    /// The answers ended before the questions did.
    pub ended: "setup-ended";
}

/// An answer became a setting.
#[must_use]
pub fn changed(asked: &str, chosen: &[&str]) -> String {
    let chosen = if chosen.is_empty() { nothing() } else { list(chosen) };
    format!("{asked} {chosen}.")
}

texts! {
    /// An answer of many that names none.
    nothing: "setup-nothing";
    /// Every answer is as it was.
    pub as_before: "setup-as-before";
}

/// How many exercises are left.
#[must_use]
pub fn fitting((fitting, of): (usize, usize)) -> String {
    match fitting {
        0 => text!("setup-fitting-none", of),
        some => text!("setup-fitting", fitting = some, of),
    }
}

texts! {
    /// The window of the first start did not do its work.
    pub unasked: "setup-unasked";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every word of the settings has plain words here, and none is invented.
    #[test]
    fn the_words_are_the_settings_own() {
        let mut words: Vec<&str> = avoid().into_iter().map(|(word, _)| word).collect();
        words.sort_unstable();
        assert_eq!(words, crate::engine::content::AVOID);
    }
}
