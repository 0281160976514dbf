//! What the person takes back in the guide. Owns the way back from *Hurts*; never decides what is hidden.

use super::Engine;
use super::effect::{Effect, Record, What};
use super::instance::Offer;
use crate::words::reasons;

impl Engine {
    /// It did not hurt after all: the exercise is shown again, here and now too, and its line says nothing any more.
    pub(super) fn undo_hurt(&mut self, i: usize) {
        let (now, at) = (self.now.elapsed, self.now.local.timestamp());
        let guide = self.state.breaks[i].running_mut().and_then(|r| r.guide.as_mut());
        let Some((guide, line)) = guide.and_then(|guide| guide.hidden.take().map(|line| (guide, line))) else { return };
        (guide.since, guide.shown, guide.hurt) = (now, 0, false);
        let exercise = line.exercise.clone();
        if self.state.history.set_hidden(&exercise, false, at) {
            self.decide(What::Unhidden { exercise: exercise.clone() }, reasons::undone());
        }
        self.out.push(Effect::Record(Record::Offer(Offer { result: None, ..line })));
        if let Some(open) = &mut self.state.breaks[i].open {
            open.swapped.retain(|id| *id != exercise);
            (open.row.exercise, open.row.result) = (Some(exercise), None);
        }
        self.record(i);
        self.show_guide(i);
    }
}
