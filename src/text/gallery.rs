//! What is said on the page Exercises of the main window. Pure.

use super::{areas, exercises, formats, guide, length};
use crate::engine::content::{Equipment, Exercise, Pattern, Posture};
use crate::engine::fit::Unfit;
use std::time::Duration;

texts! {
    /// The field in which words of a name, an area or a cue are written.
    pub search: "gallery-search";
    /// Those that fit.
    pub fitting: "gallery-fitting";
    /// All of them.
    pub all: "gallery-all";
    /// Those that are hidden.
    pub hidden: "gallery-hidden";
    /// Of any area.
    pub any_area: "gallery-any-area";
    /// In any posture.
    pub any_posture: "gallery-any-posture";
    /// With any equipment.
    pub any_equipment: "gallery-any-equipment";
    /// Of any length.
    pub any_length: "gallery-any-length";
    /// At any place.
    pub any_place: "gallery-any-place";
    /// Among others, who do not notice.
    pub unnoticed: "gallery-unnoticed";
    /// Nothing is left.
    pub none: "gallery-none";
    /// All are to be shown again.
    pub reset: "gallery-reset";
    /// Back to the gallery.
    pub back: "gallery-back";
    /// The figure moves.
    pub play: "gallery-play";
    /// The figure stands.
    pub pause: "gallery-pause";
    /// A break with it.
    pub try_it: "gallery-try";
    /// What trying does.
    pub try_note: "gallery-try-note";
    /// What trying does where no app runs.
    pub practice_note: "gallery-practice-note";
    /// What trying a breathing pattern does.
    pub pattern_note: "gallery-pattern-note";
    /// It is not to be offered.
    pub hide: "gallery-hide";
    /// It may be offered again.
    pub show: "gallery-show";
    /// Where what fits is set.
    pub what_fits: "gallery-what-fits";
    /// The title of the cues.
    pub how: "gallery-how";
    /// What follows the cues.
    pub other_side: "gallery-other-side";
    /// The title of why it helps.
    pub why: "gallery-why";
    /// The title of the caution.
    pub caution: "gallery-caution";
    /// It cannot begin now.
    pub break_running: "gallery-break-running";
}

/// How many of all are shown.
#[must_use]
pub fn count(shown: usize, of: usize) -> String {
    text!("gallery-count", shown, of)
}

/// The filters where they are folded away, and how many are set.
#[must_use]
pub fn filters(set: usize) -> String {
    text!("gallery-filters", set)
}

/// A filter, for those who do not see it.
#[must_use]
pub fn filter(chosen: &str) -> String {
    text!("gallery-filter", chosen)
}

/// How it is done.
#[must_use]
pub fn posture(posture: Posture) -> String {
    match posture {
        Posture::Seated => text!("gallery-seated"),
        Posture::Standing => text!("gallery-standing"),
        Posture::Floor => text!("gallery-floor"),
    }
}

/// What it needs.
#[must_use]
pub fn equipment(equipment: Equipment) -> String {
    match equipment {
        Equipment::None => text!("gallery-needs-nothing"),
        Equipment::Wall => text!("gallery-needs-wall"),
        Equipment::Band => text!("gallery-needs-band"),
        Equipment::FoamRoller => text!("gallery-needs-roller"),
        Equipment::Chair => text!("gallery-needs-chair"),
    }
}

/// It takes no longer.
#[must_use]
pub fn up_to(seconds: u32) -> String {
    text!("gallery-up-to", length = self::seconds(seconds))
}

/// It takes longer.
#[must_use]
pub fn over(seconds: u32) -> String {
    text!("gallery-over", length = self::seconds(seconds))
}

/// A length in seconds.
#[must_use]
pub fn seconds(seconds: u32) -> String {
    length(Duration::from_secs(seconds.into()))
}

/// The areas of an exercise, one after the other; what it is, where it has none.
#[must_use]
pub fn areas_of(all: &[String]) -> String {
    if all.is_empty() { text!("gallery-pattern") } else { formats::list(all.iter().map(|area| areas::name(area))) }
}

/// One of the gallery, for those who do not see it.
#[must_use]
pub fn tile(name: &str, seconds: u32, areas: &[String], against: &[Unfit]) -> String {
    let (length, areas) = (self::seconds(seconds), areas_of(areas));
    if against.is_empty() {
        text!("gallery-tile-fits", name, length, areas)
    } else {
        text!("gallery-tile-against", name, length, areas, against = exercises::against(against))
    }
}

/// What an exercise is, in a line.
#[must_use]
pub fn facts(exercise: &Exercise) -> String {
    let mut all = vec![seconds(exercise.seconds), posture(exercise.posture), equipment(exercise.equipment)];
    all.extend(guide::dose(exercise));
    all.push(areas_of(&exercise.areas));
    all.join(" \u{b7} ")
}

/// What a breathing pattern is, in a line.
#[must_use]
pub fn pattern_facts(pattern: &Pattern) -> String {
    let phase = |phase: &crate::engine::content::Phase| {
        text!("gallery-phase", act = guide::breath(phase.act), seconds = phase.s.to_string())
    };
    let mut all = vec![seconds(pattern.seconds)];
    if !pattern.phases.is_empty() {
        all.push(formats::list(pattern.phases.iter().map(phase)));
        all.push(text!("gallery-breaths", n = pattern.cycles));
    }
    all.join(" \u{b7} ")
}

/// What speaks against it.
#[must_use]
pub fn not_now(against: &[Unfit]) -> String {
    text!("gallery-not-now", against = exercises::against(against))
}

/// It is hidden from now on.
#[must_use]
pub fn is_hidden(name: &str) -> String {
    text!("gallery-is-hidden", name)
}

/// It is hidden no longer; other things may speak against it.
#[must_use]
pub fn shown(name: &str, against: &[Unfit]) -> String {
    if against.is_empty() {
        text!("gallery-shown", name)
    } else {
        text!("gallery-shown-but", name, against = exercises::against(against))
    }
}
