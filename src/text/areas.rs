//! Areas of the body: the names of those that exercises work, and of what they can spare. Pure. The words are the library's
//! and the settings'.

/// What an area is called; one that nobody knows by its own word.
#[must_use]
pub fn name(word: &str) -> String {
    match word {
        "ankle" => text!("areas-ankle"),
        "balance" => text!("areas-balance"),
        "breath" => text!("areas-breath"),
        "calves" => text!("areas-calves"),
        "dizzy" => text!("areas-dizzy"),
        "elbow" => text!("areas-elbow"),
        "eye" => text!("areas-eye"),
        "eyes" => text!("areas-eyes"),
        "hamstrings" => text!("areas-hamstrings"),
        "heart" => text!("areas-heart"),
        "high-bp" => text!("areas-high-bp"),
        "hip" => text!("areas-hip"),
        "hips" => text!("areas-hips"),
        "jaw" => text!("areas-jaw"),
        "knee" => text!("areas-knee"),
        "levator scapulae" => text!("areas-levator-scapulae"),
        "low-back" => text!("areas-low-back"),
        "mind" => text!("areas-mind"),
        "neck" => text!("areas-neck"),
        "osteoporosis" => text!("areas-osteoporosis"),
        "pectorals" => text!("areas-pectorals"),
        "pregnancy" => text!("areas-pregnancy"),
        "recent-surgery" => text!("areas-recent-surgery"),
        "rhomboids" => text!("areas-rhomboids"),
        "shoulder" => text!("areas-shoulder"),
        "shoulders" => text!("areas-shoulders"),
        "thoracic spine" => text!("areas-thoracic-spine"),
        "upper trapezius" => text!("areas-upper-trapezius"),
        "whole body" => text!("areas-whole-body"),
        "wrist" => text!("areas-wrist"),
        "wrists/forearms" => text!("areas-wrists-forearms"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::engine::content::AVOID;
    use crate::library::AREAS;
    use crate::text::locale::{Language, within};

    #[test]
    fn every_area_has_a_name() {
        for word in AREAS.iter().chain(&AVOID) {
            assert_ne!(within(Language::Pseudo, || name(word)), *word);
        }
        assert_eq!(name("left ear"), "left ear");
    }
}
