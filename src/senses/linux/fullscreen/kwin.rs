//! A full screen on KDE's compositor, which lists its windows to no program that its own files do not name: a script of a
//! few lines inside it tells one word at each change. Owns the script, which lies in memory, and who is believed; never
//! learns which window it is, and leaves nothing behind: the script unloads itself when nobody listens any more.
//!
//! GNOME has no such way: its shell runs nobody's scripts but extensions, and answers `org.gnome.Shell.Introspect` to its
//! own portals alone. There nothing tells of a full screen but what keeps the screen awake.

use super::{FullscreenReporter, Watch, WatchEnd};
use crate::parts::{Cause, Means, Report};
use crate::senses::linux::bus::{self, ANSWER, PAUSES};
use async_io::Timer;
use futures_lite::{StreamExt, future};
use rustix::fd::{AsRawFd, OwnedFd};
use rustix::fs::{MemfdFlags, memfd_create};
use std::fs::File;
use std::io::Write;
use zbus::message::Type;
use zbus::{Connection, MatchRule, MessageStream};

/// What is said of the means.
const MEANS: Means = Means::KwinScript;

const KWIN: &str = "org.kde.KWin";
const SCRIPTING: &str = "org.kde.kwin.Scripting";
const SCRIPT: &str = "org.kde.kwin.Script";

/// Where the script calls.
const PATH: &str = "/unhunch/fullscreen";
const INTERFACE: &str = "unhunch.Fullscreen";
const MEMBER: &str = "Says";

/// Words of the script that may wait unread.
const QUEUE: usize = 8;

/// Watches by a script in KWin until it is lost. Where there is no KWin, or it takes no script, nobody can say it: that
/// is told as `otherwise`.
pub(super) async fn watch(address: &str, line: &mut FullscreenReporter, otherwise: Report) -> Watch {
    let Ok(conn) = bus::connect(address).await else { return Err(WatchEnd::cannot_say(otherwise)) };
    let lost = async {
        conn.closed().await;
        Err(WatchEnd::Lost(Cause::BusClosed))
    };
    future::or(bus::drive(&conn), future::or(lost, listen(&conn, line, otherwise))).await
}

/// Loads the script and hands on what it says.
async fn listen(conn: &Connection, line: &mut FullscreenReporter, otherwise: Report) -> Watch {
    let mut owners = bus::owners(conn, KWIN).await?;
    let Some(kwin) = bus::owner(conn, KWIN).await? else { return Err(WatchEnd::cannot_say(otherwise)) };
    let calls = MatchRule::builder().msg_type(Type::MethodCall).interface(INTERFACE)?.member(MEMBER)?.build();
    let mut calls = MessageStream::for_match_rule(calls, conn, Some(QUEUE)).await?;
    // It is read when it is run, which is over when it says its first word.
    let Some(script) = in_time(conn, &kwin).await else { return Err(WatchEnd::cannot_say(otherwise)) };
    let patience = async {
        Timer::after(ANSWER).await;
        None
    };
    let Some(on) = future::or(next(conn, &kwin, &mut calls), patience).await else {
        return Err(WatchEnd::cannot_say(otherwise));
    };
    drop(script);
    line.say(MEANS, on);
    loop {
        let gone = async {
            owners.next().await;
            None
        };
        match future::or(next(conn, &kwin, &mut calls), gone).await {
            Some(on) => line.say(MEANS, on),
            None => return Err(WatchEnd::Lost(Cause::KwinGone)),
        }
    }
}

/// The next word from KWin itself; nobody else is believed.
async fn next(conn: &Connection, kwin: &str, calls: &mut MessageStream) -> Option<bool> {
    while let Some(Ok(call)) = calls.next().await {
        let header = call.header();
        let from_kwin = header.sender().is_some_and(|sender| sender == kwin);
        if let Some(on) = call.body().deserialize().ok().filter(|_| from_kwin) {
            let _ = conn.reply(&header, &()).await;
            return Some(on);
        }
    }
    None
}

/// The script, loaded at once or a little later: KWin is on the bus before it takes scripts.
async fn in_time(conn: &Connection, kwin: &str) -> Option<OwnedFd> {
    for pause in &PAUSES[..2] {
        if let Some(script) = load(conn, kwin).await {
            return Some(script);
        }
        Timer::after(*pause).await;
    }
    load(conn, kwin).await
}

/// The script, running, and the memory it lies in.
async fn load(conn: &Connection, kwin: &str) -> Option<OwnedFd> {
    let name = conn.unique_name()?.as_str();
    let script = include_str!("kwin.js").replace("@LISTENER@", name).replace("@PATH@", PATH);
    let script = script.replace("@INTERFACE@", INTERFACE).replace("@MEMBER@", MEMBER).replace("@NAME@", &of_ours(name));
    let mut memory = File::from(memfd_create("unhunch-kwin.js", MemfdFlags::CLOEXEC).ok()?);
    memory.write_all(script.as_bytes()).ok()?;
    let place = format!("/proc/{}/fd/{}", std::process::id(), memory.as_raw_fd());
    let loaded =
        conn.call_method(Some(kwin), "/Scripting", Some(SCRIPTING), "loadScript", &(place, of_ours(name))).await;
    let number: i32 = loaded.ok()?.body().deserialize().ok()?;
    // Plasma 6 keeps scripts below the scripting's own path, Plasma 5 at the root.
    for path in [format!("/Scripting/Script{number}"), format!("/{number}")] {
        if conn.call_method(Some(kwin), path.as_str(), Some(SCRIPT), "run", &()).await.is_ok() {
            return Some(memory.into());
        }
    }
    None
}

/// The script's name in KWin: each running app has its own.
fn of_ours(listener: &str) -> String {
    format!("unhunch{listener}")
}
