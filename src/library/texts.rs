//! Every text of the library that a person reads, one after the other. Owns which those are; changes nothing by itself.

use super::{Library, RedFlags};
use crate::engine::content::{Exercise, Last, Pattern};

impl Library {
    /// Calls `change` with each text: a pseudo-locale makes all of them longer, and nothing but what is read may change.
    pub fn each_text(&mut self, mut change: impl FnMut(&mut String)) {
        let content = &mut self.content;
        content.exercises.iter_mut().flat_map(of_exercise).for_each(&mut change);
        content.patterns.iter_mut().flat_map(of_pattern).for_each(&mut change);
        content.nudges.iter_mut().map(|nudge| &mut nudge.text).for_each(&mut change);
        let lines = content.wind_downs.iter_mut().chain(&mut content.reflections).chain(&mut self.plans);
        lines.map(|line| &mut line.text).for_each(&mut change);
        let questions = self.check_ins.iter_mut();
        questions.flat_map(|q| [&mut q.text].into_iter().chain(&mut q.scale).chain(&mut q.options)).for_each(change);
    }
}

impl RedFlags {
    /// The same with the signs and notices.
    pub fn each_text(&mut self, mut change: impl FnMut(&mut String)) {
        let Self { notice_title, notice, stop_line, first_run, tiers, flags, autos: _ } = self;
        [notice_title, notice, stop_line, first_run].into_iter().for_each(&mut change);
        tiers.iter_mut().flat_map(|tier| [&mut tier.title, &mut tier.text]).for_each(&mut change);
        flags.iter_mut().flat_map(|flag| [&mut flag.text].into_iter().chain(&mut flag.own_text)).for_each(change);
    }
}

fn of_exercise(exercise: &mut Exercise) -> impl Iterator<Item = &mut String> {
    let cues = exercise.timing.iter_mut().flat_map(|cue| {
        let last = match &mut cue.last {
            Last::Says(text) => Some(text),
            Last::Same | Last::Nothing => None,
        };
        cue.other.iter_mut().chain(last)
    });
    [&mut exercise.name, &mut exercise.why, &mut exercise.caution].into_iter().chain(&mut exercise.steps).chain(cues)
}

fn of_pattern(pattern: &mut Pattern) -> impl Iterator<Item = &mut String> {
    [&mut pattern.name, &mut pattern.why, &mut pattern.caution].into_iter().chain(&mut pattern.steps)
}
