//! Sound over the server that PulseAudio and PipeWire are; never keeps anybody waiting.

use super::{Sound, Tone};
use async_io::Timer;
use futures_lite::{future, io::Cursor};
use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{ChannelMap, PlaybackStreamParams, Prop, Props, SampleFormat, SampleSpec};
use pulseaudio::{Client, ClientError};
use rustix::net::sockopt::set_socket_passcred;
use std::ffi::CString;
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// Each answer of the server and the whole tone come within this, or the sound is given up.
// It would come too late for its step.
const WITHIN: Duration = Duration::from_secs(3);

/// Plays the tone to its end, on a line of its own: nothing is kept open between two steps.
///
/// # Errors
/// When there is no server, or it does not take it in time.
pub(crate) fn play(client: &str, name: &str, tone: &Tone) -> Result<(), ClientError> {
    let Some(server) = Sound::find() else { return Err(ClientError::Disconnected) };
    let line = UnixStream::connect(&server.socket)?;
    line.set_read_timeout(Some(WITHIN))?;
    line.set_write_timeout(Some(WITHIN))?;
    // The kernel says whose process this is: PulseAudio trusts that where no secret is shared.
    set_socket_passcred(&line, true).map_err(std::io::Error::from)?;
    let end = line.try_clone()?;
    let played = Client::new_unix(text(client), line, Some(server.secret()));
    let played = played.and_then(|client| future::block_on(future::or(strike(client, name, tone), late())));
    // The library's thread ends with the line alone.
    let _ = end.shutdown(Shutdown::Both);
    played
}

async fn strike(client: Client, name: &str, tone: &Tone) -> Result<(), ClientError> {
    let target_length = u32::try_from(tone.samples.len()).unwrap_or(u32::MAX);
    let mut props = Props::new();
    props.set(Prop::MediaName, text(name));
    // As loud as the person has the system's own sounds.
    props.set(Prop::MediaRole, text("event"));
    let params = PlaybackStreamParams {
        sample_spec: SampleSpec { format: SampleFormat::S16Le, channels: 1, sample_rate: tone.rate },
        channel_map: ChannelMap::mono(),
        // The server takes the whole tone at once: nothing is left to be sent in time.
        buffer_attr: BufferAttr { target_length, ..BufferAttr::default() },
        flags: StreamFlags { adjust_latency: true, ..StreamFlags::default() },
        props,
        ..PlaybackStreamParams::default()
    };
    client.create_playback_stream(params, Cursor::new(tone.samples.clone())).await?.play_all().await
}

async fn late() -> Result<(), ClientError> {
    Timer::after(WITHIN).await;
    Err(ClientError::Disconnected)
}

fn text(text: &str) -> CString {
    CString::new(text).unwrap_or_default()
}
