//! What Windows answers at once: how long there was no input, what the screen is used for, whether the session is locked,
//! which programs run. Owns the calls; never what follows from their answers.
#![expect(unsafe_code, reason = "the system's calls have no safe form; each says why it is sound")]

use std::collections::BTreeSet;
use std::io;
use std::os::windows::io::{FromRawHandle, OwnedHandle};
use std::ptr::{null, null_mut};
use std::sync::OnceLock;
use std::time::Duration;
use windows_sys::Win32::Foundation::INVALID_HANDLE_VALUE;
use windows_sys::Win32::System::Diagnostics::ToolHelp::{
    CreateToolhelp32Snapshot, PROCESSENTRY32W, Process32FirstW, Process32NextW, TH32CS_SNAPPROCESS,
};
use windows_sys::Win32::System::Power::{CallNtPowerInformation, ES_DISPLAY_REQUIRED, SystemExecutionState};
use windows_sys::Win32::System::RemoteDesktop::{
    WTS_CURRENT_SERVER_HANDLE, WTS_CURRENT_SESSION, WTS_SESSIONSTATE_LOCK, WTS_SESSIONSTATE_UNLOCK, WTSFreeMemory,
    WTSINFOEXW, WTSQuerySessionInformationW, WTSSessionInfoEx,
};
use windows_sys::Win32::System::SystemInformation::GetTickCount;
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{GetLastInputInfo, LASTINPUTINFO};
use windows_sys::Win32::UI::Shell::{QUERY_USER_NOTIFICATION_STATE, SHQueryUserNotificationState};

/// How long there has been no input in this session; where there never was any, since this was first asked.
pub(super) fn quiet() -> io::Result<Duration> {
    let mut last = LASTINPUTINFO { cbSize: size(size_of::<LASTINPUTINFO>()), dwTime: 0 };
    // SAFETY: it writes into a place of our own whose size it is told; the second takes nothing.
    let now = unsafe {
        if GetLastInputInfo(&raw mut last) == 0 {
            return Err(io::Error::last_os_error());
        }
        GetTickCount()
    };
    Ok(since(last.dwTime, *FIRST.get_or_init(|| now), now))
}

/// When `quiet` was first asked for, in `GetTickCount`'s milliseconds.
static FIRST: OnceLock<u32> = OnceLock::new();

/// From the last input until now, which both count in 32 bits and begin anew after 49 days. No input is told as 0: that is
/// when the machine started, and nobody has been away from a session for longer than it runs.
pub(super) fn since(last: u32, first: u32, now: u32) -> Duration {
    let last = if last == 0 { first } else { last };
    Duration::from_millis(now.wrapping_sub(last).into())
}

/// What the screen is used for, as Explorer sees it.
pub(super) fn screen() -> io::Result<QUERY_USER_NOTIFICATION_STATE> {
    let mut state = 0;
    // SAFETY: it writes one number, whose place lives as long as the call.
    let result = unsafe { SHQueryUserNotificationState(&raw mut state) };
    if result < 0 { Err(io::Error::from_raw_os_error(result)) } else { Ok(state) }
}

/// Whether some program keeps the screen awake.
pub(super) fn awake() -> io::Result<bool> {
    let mut state = 0_u32;
    // SAFETY: this level takes nothing and gives one number; the size is that number's.
    let status = unsafe {
        let to = (&raw mut state).cast();
        CallNtPowerInformation(SystemExecutionState, null(), 0, to, size(size_of::<u32>()))
    };
    if status == 0 { Ok(state & ES_DISPLAY_REQUIRED != 0) } else { Err(io::Error::other(format!("{status:#x}"))) }
}

/// Whether this session is locked, where that is known.
pub(super) fn locked() -> Option<bool> {
    let (mut info, mut length) = (null_mut(), 0);
    // SAFETY: what it gives is as long as it says and ours until it is freed; it is read only if a whole value is there,
    // and copied, since nothing says how it lies in memory. Of the union there is one form alone.
    let flags = unsafe {
        let (server, session) = (WTS_CURRENT_SERVER_HANDLE, WTS_CURRENT_SESSION);
        if WTSQuerySessionInformationW(server, session, WTSSessionInfoEx, &raw mut info, &raw mut length) == 0 {
            return None;
        }
        let whole = length as usize >= size_of::<WTSINFOEXW>();
        let flags = whole.then(|| info.cast::<WTSINFOEXW>().read_unaligned().Data.WTSInfoExLevel1.SessionFlags);
        WTSFreeMemory(info.cast());
        flags?
    };
    match flags.cast_unsigned() {
        WTS_SESSIONSTATE_LOCK => Some(true),
        WTS_SESSIONSTATE_UNLOCK => Some(false),
        _ => None,
    }
}

/// The files of which processes run, in small letters.
pub(super) fn programs() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut entry = PROCESSENTRY32W { dwSize: size(size_of::<PROCESSENTRY32W>()), ..PROCESSENTRY32W::default() };
    // SAFETY: the snapshot is ours and closed with its handle; each entry is written into a place of our own whose size
    // it is told.
    unsafe {
        let snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
        if snapshot == INVALID_HANDLE_VALUE {
            return all;
        }
        let _closes = OwnedHandle::from_raw_handle(snapshot);
        let mut more = Process32FirstW(snapshot, &raw mut entry);
        while more != 0 {
            let name = entry.szExeFile.split(|unit| *unit == 0).next().unwrap_or_default();
            all.insert(String::from_utf16_lossy(name).to_lowercase());
            more = Process32NextW(snapshot, &raw mut entry);
        }
    }
    all
}

/// As Windows takes sizes.
fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or_default()
}
