//! The guide without a window: the cues as lines with their times. Owns when each is said; prints nothing.

use super::Subject;
use crate::engine::timetable::{self, Beat};
use crate::text::guide as text;
use crate::windows::picture::breath;
use std::time::Duration;

/// How long a subject lasts by itself.
#[must_use]
pub fn lasts(subject: &Subject) -> Duration {
    let seconds = match subject {
        Subject::Exercise(exercise) => exercise.seconds,
        Subject::Pattern(pattern) => pattern.seconds,
        Subject::Free => 0,
    };
    Duration::from_secs(seconds.into())
}

/// The cues, each with its time from the beginning, and the end as the last.
#[must_use]
pub fn cues(subject: &Subject) -> Vec<(Duration, String)> {
    let end = (lasts(subject), text::over());
    let mut all = match subject {
        Subject::Exercise(exercise) => {
            let told = timetable::of(exercise).into_iter().filter(Beat::told);
            told.map(|beat| (beat.begins(), beat.text(exercise).to_owned())).collect()
        }
        Subject::Pattern(pattern) => {
            let mut all = Vec::new();
            let mut at = Duration::ZERO;
            while at < end.0 {
                let moment = breath::at(pattern, at);
                let count = moment.act.map(|_| moment.count);
                all.push((at, text::circle(&moment.act.map_or_else(text::own_breath, text::breath), count)));
                // On into the next phase, not to the edge of this one.
                at = moment.until + Duration::from_millis(1);
            }
            all
        }
        Subject::Free => Vec::new(),
    };
    all.push(end);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;

    #[test]
    fn every_exercise_and_pattern_of_the_library_is_said_in_its_time_and_ends() {
        let content = library::content("en", &[]).0.content;
        let exercises = content.exercises.into_iter().map(|e| (e.steps.len(), Subject::Exercise(Box::new(e))));
        let patterns = content.patterns.into_iter().map(|p| (p.phases.len(), Subject::Pattern(Box::new(p))));
        for (least, subject) in exercises.chain(patterns) {
            let cues = cues(&subject);
            assert!(cues.len() > least && cues.is_sorted_by(|a, b| a.0 < b.0), "{}: {cues:?}", subject.name());
            assert_eq!(cues.last().map(|last| last.0), Some(lasts(&subject)));
        }
    }
}
