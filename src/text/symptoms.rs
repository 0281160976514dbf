//! What is said of symptoms. The signs and what to do about them are the library's own words (`redflags.toml`), which go
//! nowhere without their notice; here is how they are laid out, asked and answered. Pure. Never a diagnosis, never a promise.

use super::setup;
use crate::library::{Flag, RedFlags, Tier, TierId};

/// What the check-ins said, before the tier's text.
pub const SORE: &str = "You noted sore on most days of the last three weeks.";
/// Where there is more.
pub const MORE: &str = "`unhunch symptoms` lists what is worth having looked at, and how soon.";

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

/// Before the first question.
pub const HOW: &str = "Four short lists, the most urgent first. Your answers are kept nowhere. Type the numbers of what \
                       is so for you, with commas; Enter is none of them, q leaves.";

/// One tier as a question.
#[must_use]
pub fn ask(flags: &RedFlags, tier: TierId) -> Vec<String> {
    let question = match tier {
        TierId::Emergency => "Is any of these so now, or was it in the last hours?",
        TierId::Urgent => "Have you noticed any of these?",
        TierId::Soon => "Is any of these so?",
        TierId::Mind => "And is any of these so?",
    };
    let signs = of(flags, tier).enumerate().map(|(at, flag)| format!("  {}. {}", at + 1, flag.text));
    std::iter::once(question.to_owned()).chain(signs).collect()
}

/// Something that is no answer.
#[must_use]
pub fn no_answer(said: &str, most: usize) -> String {
    format!("\"{said}\" is none of these. Type numbers from 1 to {most}, with commas; Enter is none of them, q leaves.")
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
        lines.push(SELF_HARM.to_owned());
    }
    lines.push(notice(flags));
    lines
}

/// The way from the gentlest tier to the most urgent one.
const SELF_HARM: &str = "If there is any thought of harming yourself, that is an emergency: call your local emergency number \
                         or a crisis line, or tell someone near you and stay with them.";

/// What can be done about a tier, as a question that only a yes answers.
#[must_use]
pub fn offer(tier: TierId) -> &'static str {
    match tier {
        TierId::Emergency => "Shall Unhunch be quiet until tomorrow? Nothing is counted against you. [y/N]",
        TierId::Urgent => {
            "Shall only calm walking and breathing be offered until you turn the rest on again? They are for as long as they \
             are comfortable. [y/N]"
        }
        TierId::Soon => {
            "Shall exercises that load a sore area be left out? Type the areas, with commas; Enter leaves all as it is."
        }
        TierId::Mind => "Shall the daily question to think about stop? [y/N]",
    }
}

/// What else may do good where nothing is to be stopped.
pub const CALM: &str = "If it is comfortable, a slow breath or a short walk may do good: `unhunch exercises` has both.";

/// Areas that exercises can spare, by the settings' words: those of the body, not the conditions.
#[must_use]
pub fn areas() -> Vec<&'static str> {
    let conditions = ["balance", "dizzy", "breath", "heart", "high-bp", "osteoporosis", "pregnancy", "recent-surgery"];
    setup::AVOID.iter().map(|choice| choice.0).filter(|word| !conditions.contains(word)).collect()
}

/// The areas, on one line.
#[must_use]
pub fn areas_line() -> String {
    format!("  {}", areas().join(", "))
}

/// An area that exercises do not know.
#[must_use]
pub fn no_area(said: &str) -> String {
    format!("\"{said}\" is none of these. Type {}, with commas; Enter leaves all as it is.", areas().join(", "))
}

/// Prompts are off for the day.
pub const QUIET: &str = "Unhunch is quiet until tomorrow; `unhunch resume` ends that.";
/// No app runs, so none can prompt.
pub const QUIET_ALREADY: &str = "Unhunch is not running, so nothing of it will come up.";
/// Only easy things from now on.
pub const EASY: &str = "Only calm walking and breathing from now on; `unhunch config set exercise.easy_only false` turns the rest on again.";
/// It was so before.
pub const EASY_ALREADY: &str = "Only calm walking and breathing are offered already; `unhunch config set \
                                exercise.easy_only false` turns the rest on again.";
/// No more reflections.
pub const NO_QUESTION: &str = "The daily question is off; `unhunch config set reflect.at 17:00` turns it on again.";

/// These areas are spared from now on.
#[must_use]
pub fn spared(all: &[String]) -> String {
    format!(
        "Exercises that load {} are left out now; `unhunch config set exercise.avoid ...` or `unhunch setup` changes it.",
        all.join(", ")
    )
}

/// Nothing was named.
pub const NONE: &str =
    "You named none of these. If something worries you all the same, ask somebody who can look at it.";
/// The person left, or nobody answers.
pub const LEFT: &str = "That is all for now. `unhunch symptoms --list` shows the lists.";
/// After the last question.
pub const KEPT: &str = "None of your answers was kept.";

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
        let said = said.join("\n") + SELF_HARM + NONE + CALM + SORE;
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
        assert!(areas().iter().all(|area| AVOID.contains(area)) && areas().contains(&"neck"));
        assert_eq!(areas().len(), 10);
    }
}
