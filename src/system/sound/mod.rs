//! Playing a short sound. Owns handing its samples to the system; never knows what it means.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;
#[cfg(target_os = "linux")]
mod server;
#[cfg(not(target_os = "linux"))]
mod wave;

pub(crate) use platform::play;
#[cfg(target_os = "linux")]
pub use server::Sound;

/// A sound of one channel.
#[derive(Clone, Debug)]
pub(crate) struct Tone {
    /// Samples of 16 bits, little-endian, one after the other.
    pub samples: Vec<u8>,
    /// Samples a second.
    pub rate: u32,
}
