//! Calls, by the devices that they need: a microphone that is recorded from, a camera that is open. Owns where the
//! two are to be found and for how long something must last; never hears, sees or reads a title.

mod camera;
mod mic;
mod verdict;

pub use crate::senses::debounce::Lasts;
pub use crate::system::sound::Sound;
pub use camera::Devices;

use crate::engine::event::{Device, Sense};
use crate::parts::{Cause, calls};
use crate::senses::calls::{CAMERA, MIC};
use crate::senses::{Signal, Surroundings, Tell};
use futures_lite::future;
use std::collections::BTreeSet;
use std::path::Path;
use verdict::Verdict;

/// Where calls are to be noticed, and after how long they are believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calls {
    /// The sound server; `None` where none can be.
    pub sound: Option<Sound>,
    /// The folders that tell of cameras; `None` where none can be.
    pub cameras: Option<Devices>,
    /// For the microphone.
    pub mic: Lasts,
    /// For the camera.
    pub camera: Lasts,
}

impl Default for Calls {
    fn default() -> Self {
        Self { sound: None, cameras: None, mic: MIC, camera: CAMERA }
    }
}

impl Calls {
    /// The places that the environment names, or the usual ones.
    pub(super) fn read(var: impl Fn(&str) -> Option<String>, runtime: &Path) -> Self {
        Self { sound: Sound::read(var, runtime), cameras: Some(Devices::default()), ..Self::default() }
    }
}

/// The senses of this room that are wanted. Ends when neither has anything more to say, which may be never.
pub(super) async fn run(tell: &Tell, wanted: &BTreeSet<Sense>, around: &Surroundings) {
    let calls = &around.calls;
    let mic = async {
        if wanted.contains(&Sense::Mic) {
            match &calls.sound {
                Some(sound) => mic::run(&Verdict::new(tell, Device::Mic, calls.mic), sound).await,
                None => tell(Signal::Part(calls::no_sound_server(Cause::NoSoundSocket))),
            }
        }
    };
    let camera = async {
        if wanted.contains(&Sense::Camera) {
            match &calls.cameras {
                // Its device files may be there, and none of the processes that open them.
                _ if around.sandboxed => tell(Signal::Part(calls::camera_hidden())),
                Some(devices) => camera::run(&Verdict::new(tell, Device::Camera, calls.camera), devices).await,
                None => tell(Signal::Part(calls::no_camera())),
            }
        }
    };
    future::zip(mic, camera).await;
}
