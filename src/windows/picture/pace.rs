//! How often what moves is drawn. Owns the choice: as smooth as a small share of one processor allows, and steady.

use std::time::Duration;

/// Times between two frames, the smoothest first: 20, 16, 12, 10 and 8 a second.
const STEPS: [Duration; 5] = [
    Duration::from_millis(50),
    Duration::from_micros(62_500),
    Duration::from_micros(83_333),
    Duration::from_millis(100),
    Duration::from_millis(125),
];
/// The share of one processor that frames may take.
const MOST: f64 = 0.11;
/// A smoother pace is taken up only when it would take no more than this, so that it does not go to and fro.
const ROOM: f64 = 0.08;
/// Frames over which their cost is measured.
const FRAMES: u32 = 16;

/// The pace of a window, from what its frames cost the process: drawing, and the driver's threads.
#[derive(Clone, Debug, Default)]
pub(in crate::windows) struct Pace {
    step: usize,
    frames: u32,
    since: Option<Duration>,
}

impl Pace {
    /// The time until the next frame. `spent` is the processor time of the process so far; opening is not counted.
    pub(in crate::windows) fn next(&mut self, spent: Duration) -> Duration {
        let Some(since) = self.since else {
            self.since = Some(spent);
            return STEPS[self.step];
        };
        self.frames += 1;
        if self.frames == FRAMES {
            let cost = spent.saturating_sub(since).as_secs_f64() / f64::from(FRAMES);
            self.step = chosen(self.step, cost);
            (self.frames, self.since) = (0, Some(spent));
        }
        STEPS[self.step]
    }
}

/// The step for frames of this cost in seconds.
fn chosen(now: usize, cost: f64) -> usize {
    let share = |step: usize| cost / STEPS[step].as_secs_f64();
    if share(now) > MOST {
        return (now..STEPS.len()).find(|&step| share(step) <= MOST).unwrap_or(STEPS.len() - 1);
    }
    if now > 0 && share(now - 1) <= ROOM { now - 1 } else { now }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pace after many frames of this cost.
    fn settled(pace: &mut Pace, cost: Duration) -> Duration {
        let mut spent = Duration::from_secs(9);
        pace.since = Some(spent);
        (0..20 * FRAMES)
            .map(|_| {
                spent += cost;
                pace.next(spent)
            })
            .last()
            .expect("frames")
    }

    #[test]
    fn cheap_frames_come_often_and_dear_ones_seldom_but_never_below_eight() {
        assert_eq!(settled(&mut Pace::default(), Duration::from_millis(2)), STEPS[0]);
        assert_eq!(settled(&mut Pace::default(), Duration::from_millis(7)), STEPS[2]);
        assert_eq!(settled(&mut Pace::default(), Duration::from_millis(60)), STEPS[4]);
    }

    #[test]
    fn it_comes_back_only_when_there_is_room_and_then_stays() {
        let mut pace = Pace::default();
        settled(&mut pace, Duration::from_millis(60));
        assert_eq!(settled(&mut pace, Duration::from_millis(7)), STEPS[3], "every 83 ms would take 8.4 %");
        assert_eq!(settled(&mut pace, Duration::from_millis(1)), STEPS[0]);
    }

    #[test]
    fn what_opening_cost_is_not_counted() {
        let mut pace = Pace::default();
        assert_eq!(pace.next(Duration::from_secs(3)), STEPS[0]);
        for _ in 0..2 * FRAMES {
            assert_eq!(pace.next(Duration::from_secs(3)), STEPS[0]);
        }
    }
}
