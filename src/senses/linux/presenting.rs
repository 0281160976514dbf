//! A shared screen from two sources at once: programs that name it as their reason to keep the screen awake, and
//! PipeWire's screen casts. Owns what each source says and the one word of both: presenting while either says so;
//! never asks a source itself.

use crate::engine::event::Fact;
use crate::parts::{Cause, Report, ScreenSource, desktop};
use crate::senses::{Signal, Tell};
use std::sync::Arc;

/// What the sources say.
pub(super) struct Presenting {
    tell: Tell,
    capture: SharingSource,
    cast: SharingSource,
    said: bool,
    reported: Option<Report>,
}

/// How a source is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum SharingSource {
    /// Nobody asks it.
    Unasked,
    /// It has not answered yet.
    Asked,
    /// Whether the screen is shared.
    Here(bool),
    /// Why there is none.
    Missing(Cause),
}

impl SharingSource {
    fn of(means: ScreenSource, awaited: &[ScreenSource]) -> Self {
        if awaited.contains(&means) { Self::Asked } else { Self::Unasked }
    }

    fn why(&self) -> Cause {
        match self {
            Self::Missing(why) => why.clone(),
            Self::Unasked | Self::Asked | Self::Here(_) => Cause::NotAsked,
        }
    }
}

impl Presenting {
    /// Nothing is said to be missing before each of the awaited sources has answered; a source that is not awaited
    /// may still speak.
    pub(super) fn new(tell: &Tell, awaited: &[ScreenSource]) -> Self {
        Self {
            tell: Arc::clone(tell),
            capture: SharingSource::of(ScreenSource::Capture, awaited),
            cast: SharingSource::of(ScreenSource::Cast, awaited),
            said: false,
            reported: None,
        }
    }

    /// Whether a program keeps the screen awake because it captures it.
    pub(super) fn capture(&mut self, on: bool) {
        self.capture = SharingSource::Here(on);
        self.settle();
    }

    /// Nobody lists such programs, or no longer.
    pub(super) fn capture_lost(&mut self, why: Cause) {
        self.capture = SharingSource::Missing(why);
        self.settle();
    }

    /// Whether PipeWire casts a screen; `None` while it is there and has not told yet.
    pub(super) fn cast(&mut self, on: Option<bool>) {
        self.cast = on.map_or(SharingSource::Asked, SharingSource::Here);
        self.settle();
    }

    /// There is no PipeWire, or no longer.
    pub(super) fn cast_lost(&mut self, why: Cause) {
        self.cast = SharingSource::Missing(why);
        self.settle();
    }

    /// Says what is new: first how the part does, then the word.
    fn settle(&mut self) {
        let on = [&self.capture, &self.cast].contains(&&SharingSource::Here(true));
        let means = self.means();
        let report = if !means.is_empty() {
            Some(desktop::presenting_works(means, on))
        } else if [&self.capture, &self.cast].contains(&&SharingSource::Asked) {
            None
        } else {
            Some(desktop::presenting_not_here(self.capture.why(), self.cast.why()))
        };
        if let Some(report) = report
            && self.reported.as_ref() != Some(&report)
        {
            self.reported = Some(report.clone());
            (self.tell)(Signal::Part(report));
        }
        if self.said != on {
            self.said = on;
            (self.tell)(Signal::Desktop { fact: Fact::Presenting, on });
        }
    }

    fn means(&self) -> Vec<ScreenSource> {
        let sources = [(&self.capture, ScreenSource::Capture), (&self.cast, ScreenSource::Cast)];
        let here = sources.into_iter().filter(|(source, _)| matches!(source, SharingSource::Here(_)));
        here.map(|(_, source)| source).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Presenting, desktop};
    use crate::engine::event::Fact;
    use crate::parts::{Cause, Means, PartState, Report, ScreenSource};
    use crate::senses::{Signal, Tell};
    use std::sync::{Arc, Mutex};

    type Heard = Arc<Mutex<Vec<Signal>>>;

    fn presenting(awaited: &[ScreenSource]) -> (Presenting, Heard) {
        let heard = Heard::default();
        let into = Arc::clone(&heard);
        let tell: Tell = Arc::new(move |signal| into.lock().unwrap().push(signal));
        (Presenting::new(&tell, awaited), heard)
    }

    fn facts(heard: &Heard) -> Vec<bool> {
        let heard = heard.lock().unwrap();
        let facts = heard.iter().filter_map(|signal| {
            let Signal::Desktop { fact: Fact::Presenting, on } = signal else { return None };
            Some(*on)
        });
        facts.collect()
    }

    fn reports(heard: &Heard) -> Vec<Report> {
        let heard = heard.lock().unwrap();
        let reports = heard.iter().filter_map(|signal| {
            let Signal::Part(report) = signal else { return None };
            Some(report.clone())
        });
        reports.collect()
    }

    #[test]
    fn one_share_seen_twice_is_said_once_and_ends_with_the_last() {
        let (mut presenting, heard) = presenting(&[ScreenSource::Capture, ScreenSource::Cast]);
        presenting.capture(false);
        presenting.cast(Some(false));
        assert!(facts(&heard).is_empty(), "that nothing is shared is no news at the start");
        presenting.capture(true);
        presenting.cast(Some(true));
        presenting.capture(false);
        assert_eq!(facts(&heard), [true]);
        presenting.cast(Some(false));
        assert_eq!(facts(&heard), [true, false]);
    }

    #[test]
    fn either_source_is_enough() {
        let (mut by_cast, heard) = presenting(&[ScreenSource::Cast]);
        by_cast.cast(Some(true));
        assert_eq!(facts(&heard), [true]);
        by_cast.cast_lost(Cause::PipewireGone);
        assert_eq!(facts(&heard), [true, false], "what nobody says any more is not held on to");
        assert_eq!(reports(&heard).last().unwrap().state, PartState::NotHere);

        let (mut by_capture, heard) = presenting(&[ScreenSource::Capture]);
        by_capture.capture(true);
        assert_eq!(facts(&heard), [true]);
        assert_eq!(reports(&heard).last().unwrap().state, PartState::Works);
    }

    #[test]
    fn the_other_source_outlives_a_lost_one() {
        let (mut presenting, heard) = presenting(&[ScreenSource::Capture, ScreenSource::Cast]);
        presenting.capture_lost(Cause::NobodyListens);
        assert!(reports(&heard).is_empty(), "PipeWire has not answered yet");
        presenting.cast(None);
        presenting.cast(Some(true));
        presenting.capture_lost(Cause::NobodyListens);
        assert_eq!(facts(&heard), [true]);
        let reports = reports(&heard);
        assert_eq!(reports.len(), 1, "{reports:?}");
        assert_eq!(reports[0].means, Means::ScreenSources(vec![ScreenSource::Cast]));
    }

    #[test]
    fn without_any_source_both_causes_are_told() {
        let (mut presenting, heard) = presenting(&[ScreenSource::Capture, ScreenSource::Cast]);
        presenting.capture_lost(Cause::NobodyListens);
        presenting.cast_lost(Cause::NoPipewire);
        assert!(facts(&heard).is_empty());
        let reports = reports(&heard);
        assert_eq!(reports, [desktop::presenting_not_here(Cause::NobodyListens, Cause::NoPipewire)]);
    }
}
