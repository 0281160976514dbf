//! Microphones in use, by what CoreAudio knows of processes; before macOS 14.2, of devices. Owns what is listened to; what it
//! means is `senses::capturing`'s.

use super::ask;
use super::devices::{Bell, Looked};
use super::sound::{self, SYSTEM, Sound};
use crate::senses::calls::Use;
use crate::senses::capturing::{Capturer, InputDevice, by_devices, by_processes};
use crate::senses::listeners::{Heard, Listeners};
use objc2_core_audio::{
    AudioObjectID, kAudioDevicePropertyDeviceIsRunningSomewhere, kAudioDevicePropertyStreams,
    kAudioHardwarePropertyDevices, kAudioHardwarePropertyProcessObjectList, kAudioHardwarePropertyServiceRestarted,
    kAudioObjectPropertyScopeGlobal, kAudioObjectPropertyScopeInput, kAudioObjectPropertyScopeOutput,
    kAudioProcessPropertyBundleID, kAudioProcessPropertyIsRunningInput, kAudioProcessPropertyPID,
};
use std::io;
use std::sync::Arc;

/// All microphones.
pub(super) struct Mic(Listeners<Sound>);

impl Mic {
    pub(super) fn new(bell: &Arc<Bell>) -> Self {
        Self(Listeners::new(Sound::new(bell)))
    }
}

impl Looked for Mic {
    fn look(&mut self) -> io::Result<Use> {
        let devices = sound::objects(SYSTEM, kAudioHardwarePropertyDevices, kAudioObjectPropertyScopeGlobal)?;
        let inputs: Vec<AudioObjectID> = devices.into_iter().filter(|device| has_streams(*device, true)).collect();
        let by_process = sound::has(SYSTEM, kAudioHardwarePropertyProcessObjectList);
        let processes = if by_process {
            sound::objects(SYSTEM, kAudioHardwarePropertyProcessObjectList, kAudioObjectPropertyScopeGlobal)?
        } else {
            Vec::new()
        };
        // A device that plays already does not tell that it is spoken into as well, and a process not on every version:
        // whichever of the two has news is a reason to look.
        let all: [Vec<Heard>; 3] = [
            inputs.iter().map(|device| (*device, kAudioDevicePropertyDeviceIsRunningSomewhere)).collect(),
            processes.iter().map(|process| (*process, kAudioProcessPropertyIsRunningInput)).collect(),
            [
                kAudioHardwarePropertyDevices,
                kAudioHardwarePropertyProcessObjectList,
                kAudioHardwarePropertyServiceRestarted,
            ]
            .map(|property| (SYSTEM, property))
            .into(),
        ];
        // Before they are read, so that no change after that is missed.
        self.0.keep(&all.into_iter().flatten().collect());
        if by_process {
            let capture: Vec<Capturer> = processes.into_iter().filter_map(capturer).collect();
            return Ok(by_processes(&capture, ask::app));
        }
        Ok(by_devices(&inputs.into_iter().map(input).collect::<Vec<_>>()))
    }
}

/// What of it is gone meanwhile is not in use.
fn capturer(process: AudioObjectID) -> Option<Capturer> {
    if sound::number(process, kAudioProcessPropertyIsRunningInput).ok()? == 0 {
        return None;
    }
    let number = sound::number(process, kAudioProcessPropertyPID).ok()?;
    Some(Capturer { process: number.cast_signed(), bundle: sound::text(process, kAudioProcessPropertyBundleID) })
}

fn input(device: AudioObjectID) -> InputDevice {
    let runs = sound::number(device, kAudioDevicePropertyDeviceIsRunningSomewhere).is_ok_and(|runs| runs != 0);
    InputDevice { plays: has_streams(device, false), runs }
}

fn has_streams(device: AudioObjectID, inward: bool) -> bool {
    let scope = if inward { kAudioObjectPropertyScopeInput } else { kAudioObjectPropertyScopeOutput };
    sound::objects(device, kAudioDevicePropertyStreams, scope).is_ok_and(|streams| !streams.is_empty())
}
