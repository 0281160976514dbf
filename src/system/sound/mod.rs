//! Playing a short sound. Owns handing its samples to the system; never knows what it means.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;
#[cfg(target_os = "linux")]
mod server;

pub(crate) use platform::play;
#[cfg(target_os = "linux")]
pub use server::Sound;

/// A sound: samples of 16 bits, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Tone {
    /// What it is called where the person sees what plays.
    pub name: &'static str,
    /// Little-endian.
    pub samples: Vec<u8>,
    /// Samples a second.
    pub rate: u32,
}
