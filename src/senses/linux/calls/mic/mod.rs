//! The microphone: whether a program records from it, as the sound server tells. Owns the connection's life: found
//! when it comes, kept, tried again when lost; never decides what a recording means.

mod server;
mod streams;
mod tags;

use crate::system::sound::Sound;

use super::verdict::Verdict;
use crate::parts::{Cause, calls};
use crate::senses::linux::watch::Watch;
use async_io::Timer;
use futures_lite::future;
use rustix::fs::inotify::WatchFlags;
use server::{Gone, Server};
use std::convert::Infallible;
use std::path::Path;
use std::time::Duration;

/// The pauses before trying again what was lost or just appeared. After them only a sign from the file system counts.
// A server that is restarted is back within a second or two; one that fails for five minutes is not helped by more
// tries.
const PAUSES: [Duration; 7] = [
    Duration::from_millis(100),
    Duration::from_millis(400),
    Duration::from_secs(1),
    Duration::from_secs(4),
    Duration::from_secs(15),
    Duration::from_mins(1),
    Duration::from_mins(4),
];

/// Shortest time between two looks.
// A volume that is being dragged changes many times a second, and each look asks for two lists.
const GAP: Duration = Duration::from_millis(250);

/// A socket that was made longer ago than this and that nobody listens at is a dead one.
const SETTLED: Duration = Duration::from_secs(2);

/// Tells of the microphone for ever.
pub(super) async fn run(verdict: &Verdict<'_>, sound: &Sound) {
    future::or(verdict.keep(), keep_listening(verdict, sound)).await;
}

async fn keep_listening(verdict: &Verdict<'_>, sound: &Sound) {
    let mut pauses = PAUSES.iter();
    loop {
        // Before trying, so that a server that comes in between is not missed.
        let watch = watch(&sound.socket);
        let opened = async {
            let mut server = Server::open(sound).await?;
            look(verdict, &mut server).await?;
            Ok(server)
        };
        let why = match opened.await {
            // Only now: one whose list cannot be read must not be asked for ever.
            Ok(mut server) => {
                pauses = PAUSES.iter();
                listen(verdict, &mut server).await
            }
            Err(why) => why,
        };
        let nobody = why == Gone::Nobody;
        verdict.lost(match why {
            Gone::Nobody => calls::no_sound_server(Cause::NoSoundServer),
            Gone::Failed(why) => calls::sound_server_failed(why),
        });
        // Where nobody listens, only the file system can tell of somebody; where somebody fails, time may help.
        let pause = async {
            match pauses.next() {
                Some(pause) if !nobody || *pause < SETTLED => {
                    Timer::after(*pause).await;
                    false
                }
                Some(_) | None => future::pending().await,
            }
        };
        if future::or(sign(watch.as_ref(), &sound.socket), pause).await {
            pauses = PAUSES.iter();
        }
    }
}

/// Says what the streams are now.
async fn look(verdict: &Verdict<'_>, server: &mut Server) -> Result<(), Gone> {
    let (sources, outputs) = server.streams().await?;
    verdict.sees(server.means.clone(), streams::in_use(&sources, &outputs, std::process::id()));
    Ok(())
}

/// Looks at the streams at each change, until the line is lost.
async fn listen(verdict: &Verdict<'_>, server: &mut Server) -> Gone {
    let listened = async {
        loop {
            Timer::after(GAP).await;
            server.change().await?;
            look(verdict, server).await?;
        }
    };
    let ended: Result<Infallible, Gone> = listened.await;
    match ended {
        Ok(never) => match never {},
        Err(why) => why,
    }
}

/// Watches the folder of the socket or, while that is not there, the one above it.
fn watch(socket: &Path) -> Option<Watch> {
    let watch = Watch::new().ok()?;
    let flags = WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::DELETE_SELF | WatchFlags::MOVE_SELF;
    let mut folders = socket.ancestors().skip(1).take(2);
    folders.any(|folder| watch.add(folder, flags).is_ok()).then_some(watch)
}

/// Waits until the socket may have come: it or its folder was made, or the folder that is watched went away.
async fn sign(watch: Option<&Watch>, socket: &Path) -> bool {
    let Some(watch) = watch else { return future::pending().await };
    let names = socket.ancestors().take(2).filter_map(Path::file_name);
    let names: Vec<&[u8]> = names.map(std::ffi::OsStr::as_encoded_bytes).collect();
    let heard = watch.next(|event| event.file_name().is_none_or(|name| names.contains(&name.to_bytes()))).await;
    if heard.is_err() {
        return future::pending().await;
    }
    true
}
