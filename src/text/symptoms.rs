//! What is said of symptoms. The signs and what to do about them are the library's own words (`redflags.toml`), which go
//! nowhere without their notice; here is how they are laid out, asked and answered. Pure. Never a diagnosis, never a promise.

use super::{areas, formats, setup};
use crate::library::{Flag, RedFlags, Tier, TierId};

texts! {
    /// What the check-ins said, before the tier's text.
    pub sore: "symptoms-sore";
    /// Where there is more.
    pub more: "symptoms-more";
}

/// The notice, on one line.
#[must_use]
pub fn notice(flags: &RedFlags) -> String {
    format!("{}. {}", flags.notice_title, flags.notice_in_one())
}

/// All signs by tier, most urgent first, with what is worth doing.
#[must_use]
pub fn list(flags: &RedFlags) -> Vec<String> {
    let mut lines = vec![notice(flags)];
    for tier in &flags.tiers {
        lines.extend([String::new(), tier.title.clone(), tier.text.clone()]);
        for flag in of(flags, tier.id) {
            let own = flag.own_text.as_ref().map(|own| format!(" {own}")).unwrap_or_default();
            lines.push(format!("  - {}{own}", flag.text));
        }
    }
    lines
}

/// The signs of a tier.
pub fn of(flags: &RedFlags, tier: TierId) -> impl Iterator<Item = &Flag> {
    flags.flags.iter().filter(move |flag| flag.tier == tier)
}

texts! {
    /// Before the first question.
    pub how: "symptoms-how";
}

/// One tier as a question.
#[must_use]
pub fn ask(flags: &RedFlags, tier: TierId) -> Vec<String> {
    let question = match tier {
        TierId::Emergency => text!("symptoms-ask-emergency"),
        TierId::Urgent => text!("symptoms-ask-urgent"),
        TierId::Soon => text!("symptoms-ask-soon"),
        TierId::Mind => text!("symptoms-ask-mind"),
    };
    let signs = of(flags, tier).enumerate().map(|(at, flag)| format!("  {}. {}", at + 1, flag.text));
    std::iter::once(question).chain(signs).collect()
}

/// Something that is no answer.
#[must_use]
pub fn no_answer(said: &str, most: usize) -> String {
    text!("symptoms-no-answer", said, most)
}

/// What is worth doing about these signs of a tier: its text, or theirs in its place, with the notice.
#[must_use]
pub fn advice(flags: &RedFlags, tier: &Tier, chosen: &[&Flag]) -> Vec<String> {
    let mut lines = vec![tier.title.clone()];
    if chosen.iter().any(|flag| flag.own_text.is_none()) {
        lines.push(tier.text.clone());
    }
    lines.extend(chosen.iter().filter_map(|flag| flag.own_text.clone()));
    if tier.id == TierId::Mind {
        lines.push(self_harm());
    }
    lines.push(notice(flags));
    lines
}

texts! {
    /// The way from the gentlest tier to the most urgent one.
    self_harm: "symptoms-self-harm";
}

/// What can be done about a tier, as a question that only a yes answers.
#[must_use]
pub fn offer(tier: TierId) -> String {
    match tier {
        TierId::Emergency => text!("symptoms-offer-emergency"),
        TierId::Urgent => {
            text!("symptoms-offer-urgent")
        }
        TierId::Soon => {
            text!("symptoms-offer-soon")
        }
        TierId::Mind => text!("symptoms-offer-mind"),
    }
}

texts! {
    /// What else may do good where nothing is to be stopped.
    pub calm: "symptoms-calm";
}

/// Areas that exercises can spare, by the settings' words and with their names: those of the body, not the conditions.
#[must_use]
pub fn areas() -> Vec<(&'static str, String)> {
    let conditions = ["balance", "dizzy", "breath", "heart", "high-bp", "osteoporosis", "pregnancy", "recent-surgery"];
    let words = setup::avoid().into_iter().map(|choice| choice.0).filter(|word| !conditions.contains(word));
    words.map(|word| (word, areas::name(word))).collect()
}

fn all_areas() -> String {
    formats::list(areas().into_iter().map(|area| area.1))
}

/// The areas, on one line.
#[must_use]
pub fn areas_line() -> String {
    format!("  {}", all_areas())
}

/// An area that exercises do not know.
#[must_use]
pub fn no_area(said: &str) -> String {
    text!("symptoms-no-area", said, areas = all_areas())
}

texts! {
    /// Prompts are off for the day.
    pub quiet: "symptoms-quiet";
    /// No app runs, so none can prompt.
    pub quiet_already: "symptoms-quiet-already";
    /// Only easy things from now on.
    pub easy: "symptoms-easy";
    /// It was so before.
    pub easy_already: "symptoms-easy-already";
    /// No more reflections.
    pub no_question: "symptoms-no-question";
}

/// These areas are spared from now on.
#[must_use]
pub fn spared(all: &[String]) -> String {
    text!("symptoms-spared", areas = formats::list(all.iter().map(|word| areas::name(word))))
}

texts! {
    /// Nothing was named.
    pub none: "symptoms-none";
    /// The person left, or nobody answers.
    pub left: "symptoms-left";
    /// After the last question.
    pub kept: "symptoms-kept";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::content::AVOID;
    use crate::library::red_flags;

    const HEART_OF_IT: &str = "does not examine you, diagnose anything or replace care";

    #[test]
    fn every_text_on_symptoms_comes_with_the_notice() {
        let flags = red_flags("en");
        assert!(list(&flags).concat().contains(HEART_OF_IT));
        for tier in &flags.tiers {
            for flag in of(&flags, tier.id) {
                let text = advice(&flags, tier, &[flag]).join("\n");
                assert!(text.contains(HEART_OF_IT), "{text}");
                assert!(text.contains(&flags.notice_title) && text.starts_with(&tier.title), "{text}");
            }
        }
    }

    #[test]
    fn a_sign_with_words_of_its_own_is_told_those() {
        let flags = red_flags("en");
        let tier = flags.tier(TierId::Emergency).unwrap();
        let sign = |id: &str| flags.flags.iter().find(|flag| flag.id == id).unwrap();
        let (harm, chest) = (sign("self-harm"), sign("chest"));
        let own = harm.own_text.as_deref().unwrap();
        let says = |chosen: &[&Flag], part: &str| advice(&flags, tier, chosen).iter().any(|line| line == part);
        assert!(says(&[harm], own) && !says(&[harm], &tier.text));
        assert!(says(&[chest], &tier.text) && !says(&[chest], own));
        assert!(says(&[chest, harm], &tier.text) && says(&[chest, harm], own));
    }

    #[test]
    fn no_emergency_number_and_no_verdict() {
        let flags = red_flags("en");
        let said: Vec<String> = flags.tiers.iter().flat_map(|tier| ask(&flags, tier.id)).chain(list(&flags)).collect();
        let said = said.join("\n") + &self_harm() + &none() + &calm() + &sore();
        for number in ["112", "911", "999", "116"] {
            assert!(!said.contains(number), "{number}");
        }
        assert!(said.contains("local emergency number"));
        for verdict in ["you have ", "nothing serious", "you are fine", "harmless.", "will help", "should have"] {
            assert!(!said.to_lowercase().contains(verdict), "{verdict}");
        }
    }

    #[test]
    fn areas_are_parts_of_the_body_that_exercises_know() {
        assert!(areas().iter().all(|area| AVOID.contains(&area.0)) && areas().iter().any(|area| area.0 == "neck"));
        assert_eq!(areas().len(), 10);
    }
}
