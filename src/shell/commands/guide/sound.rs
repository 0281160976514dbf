//! The soft sound when a step begins. Owns the tone, when there is none, and handing it to the sound server; never
//! keeps anybody waiting, and is silent where anything is missing.

use crate::engine::instance::Hold;
use crate::parts::APP;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::{Call, Reply};
use crate::shell::paths::Paths;
use crate::system::sound::{Tone, play};
use crate::text::guide as text;
use std::cell::OnceCell;
use std::f64::consts::{PI, TAU};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// The tone: an A, in hertz.
const PITCH: f64 = 440.0;
/// Its greatest height, of the largest that can be said: about -22 dB.
const LOUDEST: f64 = 0.08;
/// Samples a second, and in the tone: 300 ms.
const RATE: u32 = 44_100;
const SAMPLES: u32 = RATE * 3 / 10;

/// What keeps prompts away and not this.
// The person opened the guide all the same.
const SOUNDS: [Hold; 2] = [Hold::Paused, Hold::Hours];

/// The sound of a window, if the person wants it.
pub(super) struct Sound {
    wanted: bool,
    paths: Paths,
    /// Its thread; none where it cannot be had.
    strikes: OnceCell<Option<SyncSender<()>>>,
}

impl Sound {
    /// Nothing is started before the first step.
    pub(super) fn new(wanted: bool, paths: &Paths) -> Self {
        Self { wanted, paths: paths.clone(), strikes: OnceCell::new() }
    }

    /// A step begins. One that begins while the last is still heard has no sound.
    pub(super) fn step(&self) {
        if !self.wanted {
            return;
        }
        if let Some(strikes) = self.strikes.get_or_init(|| start(self.paths.clone())) {
            let _ = strikes.try_send(());
        }
    }
}

fn start(paths: Paths) -> Option<SyncSender<()>> {
    let (strikes, heard) = sync_channel(1);
    thread::Builder::new().name("sound".into()).spawn(move || live(&paths, &heard)).ok()?;
    Some(strikes)
}

fn live(paths: &Paths, heard: &Receiver<()>) {
    while heard.recv().is_ok() {
        if !quiet(paths) {
            // Where no sound can be had it is silent.
            let _ = play(APP, &text::sound(), &Tone { samples: tone(), rate: RATE });
        }
        while heard.try_recv().is_ok() {}
    }
}

/// Whether the app knows of something that a sound would disturb. One that does not answer may know of a call.
fn quiet(paths: &Paths) -> bool {
    match client::call(paths, &Call::Status) {
        Ok(Reply::Status(condition)) => {
            condition.status.holds.iter().any(|hold| SOUNDS.iter().all(|sounds| sounds.token() != hold))
        }
        Ok(_) | Err(NoAnswer::Trouble(_) | NoAnswer::Unknown(_)) => true,
        Err(NoAnswer::NotRunning) => false,
    }
}

/// The samples of the tone, which swells and fades without an edge.
#[expect(clippy::cast_possible_truncation, reason = "a share of the largest sample")]
fn tone() -> Vec<u8> {
    let sample = |n: u32| {
        let height = LOUDEST * (PI * f64::from(n) / f64::from(SAMPLES)).sin().powi(2);
        let wave = (TAU * PITCH * f64::from(n) / f64::from(RATE)).sin();
        (height * wave * f64::from(i16::MAX)) as i16
    };
    (0..SAMPLES).flat_map(|n| sample(n).to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tone_is_quiet_short_and_without_an_edge() {
        let samples: Vec<i16> = tone().chunks_exact(2).map(|two| i16::from_le_bytes([two[0], two[1]])).collect();
        assert_eq!(samples.len(), 13_230, "300 ms");
        let loudest = samples.iter().map(|sample| sample.unsigned_abs()).max();
        assert!(loudest.is_some_and(|loudest| (2_000..3_000).contains(&loudest)), "{loudest:?}");
        // The steepest that such a wave can be: no click.
        let edge = samples.windows(2).map(|two| two[0].abs_diff(two[1])).max();
        assert!(edge < Some(180) && samples[0] == 0 && samples[13_229].abs() < 5, "{edge:?}");
    }
}
