//! The pictures, as pixels drawn at build time from `icons/` (see `icons/render.rs`). Owns which picture shows which
//! state; never draws.

use crate::engine::view::TrayState;

include!(concat!(env!("OUT_DIR"), "/icons.rs"));

/// All tray pictures one after the other, straight RGBA.
static TRAY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tray.rgba"));

/// The app icon, straight RGBA, [`APP_PX`] wide and high.
pub static APP: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/unhunch.rgba"));

/// Bytes of one tray picture.
const SIZE: usize = (TRAY_PX * TRAY_PX * 4) as usize;

/// Steps of the ring.
// With a break each hour that is a new picture each five minutes; a finer ring would wake the app only to be drawn.
const STEPS: u8 = 12;

/// Which picture shows this state with the ring at `progress` twelfths (more than 12 counts as 12). States without a
/// ring have one picture.
#[must_use]
pub fn picture(state: TrayState, progress: u8) -> usize {
    let (_, first, rings) = STATES[state as usize];
    if rings { first + usize::from(progress.min(STEPS)) } else { first }
}

/// The pixels of a picture.
#[must_use]
pub fn pixels(picture: usize) -> &'static [u8] {
    &TRAY[picture * SIZE..(picture + 1) * SIZE]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pictures_follow_the_states_of_the_engine() {
        for (state, (word, ..)) in TrayState::ALL.into_iter().zip(STATES) {
            assert_eq!(state.token(), word);
            assert!(TrayState::ALL[state as usize] == state);
        }
    }

    #[test]
    fn each_state_and_step_has_a_picture_of_its_own() {
        let mut seen = std::collections::BTreeSet::new();
        for state in TrayState::ALL {
            for step in 0..=STEPS {
                seen.insert(pixels(picture(state, step)));
            }
        }
        assert_eq!(seen.len(), 13 + 13 + 5);
        assert_eq!(picture(TrayState::Counting, 200), picture(TrayState::Counting, 12));
        assert_eq!(TRAY.len(), SIZE * seen.len());
        assert_eq!(APP.len(), (APP_PX * APP_PX * 4) as usize);
    }

    #[test]
    fn every_picture_is_seen_on_dark_and_on_light() {
        for background in [0x1e_u8, 0xf6] {
            for state in TrayState::ALL {
                let seen = pixels(picture(state, 6))
                    .chunks_exact(4)
                    .filter(|pixel| {
                        let over = |channel: u8| {
                            let alpha = i32::from(pixel[3]);
                            (i32::from(channel) * alpha + i32::from(background) * (255 - alpha)) / 255
                        };
                        let light = (over(pixel[0]) * 299 + over(pixel[1]) * 587 + over(pixel[2]) * 114) / 1000;
                        (light - i32::from(background)).abs() > 60
                    })
                    .count();
                assert!(seen > SIZE / 4 / 8, "{} on {background}: {seen} pixels differ", state.token());
            }
        }
    }
}
