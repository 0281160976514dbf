//! The sense of the person's calendars. Owns when they are read anew and what of that is told; reading is another
//! process's (`reader`), started for it and gone with its answer. Never decides what a meeting means.
//!
//! Nothing is polled: changed files are heard from the kernel, addresses have their time, and beyond that one reading
//! each half day keeps up with the days.

mod reader;
mod watch;

use super::clocks;
use crate::senses::Tell;
use crate::senses::calendar::Calendars;
use crate::senses::calendar::announcer::Announcer;
use crate::senses::calendar::known::Known;
use async_io::Timer;
use futures_lite::future;
use std::time::Duration;
use watch::Watches;

/// Why it is time to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Changed,
    Clocks,
    Time,
}

/// Tells the meetings of the calendars, and again whenever they are others. Ends at once where there is no calendar.
pub(super) async fn run(tell: &Tell, calendars: &Calendars) {
    let job = &calendars.job;
    let mut told = Announcer::new(tell);
    if job.paths.is_empty() && job.addresses.is_empty() {
        return told.none();
    }
    let (mut known, mut why) = (Known::default(), Why::Time);
    // A timer stands still while the machine sleeps: after a resume other days may be near long before the pause is
    // over.
    let steps = clocks::Steps::new().ok();
    loop {
        let watches = if job.paths.is_empty() { None } else { Some(watch::set(job.paths.clone()).await) };
        known.unwatched = watches.as_ref().and_then(|set| set.as_ref().err().cloned());
        let pause = match reader::read(&calendars.program, job, calendars.patience()).await {
            Ok(answer) => known.take(answer),
            Err(failed) => known.fail(failed, why == Why::Changed),
        };
        told.all(&known);
        why = wait(watches.and_then(Result::ok).as_ref(), steps.as_ref(), pause).await;
    }
}

/// Until it is time to read again.
async fn wait(watches: Option<&Watches>, steps: Option<&clocks::Steps>, pause: Duration) -> Why {
    let changed = async {
        match watches {
            Some(watches) => watches.changed().await,
            None => future::pending().await,
        }
        Why::Changed
    };
    let stepped = async {
        match steps {
            Some(steps) if steps.next().await.is_ok() => Why::Clocks,
            Some(_) | None => future::pending().await,
        }
    };
    let time = async {
        Timer::after(pause).await;
        Why::Time
    };
    future::or(changed, future::or(stepped, time)).await
}
