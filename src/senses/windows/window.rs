//! The hidden window that Windows sends its news to. Owns the window, what is registered with it and the wait; never
//! decides what is made of the news.
//!
//! It is a top-level window that is never shown: one for messages alone is sent none of the broadcasts (SendMessage,
//! HWND_BROADCAST). All of this belongs to the thread that opened it, and ends with the value.
#![expect(unsafe_code, reason = "windows have no safe form; each call says why it is sound")]

use super::ears::{Ears, Heard};
use super::events::{Event, millis};
use std::cell::OnceCell;
use std::io;
use std::ptr::{null, null_mut};
use std::rc::Rc;
use std::time::Duration;
use windows_sys::Win32::Foundation::{HANDLE, HWND, LPARAM, LRESULT, WAIT_FAILED, WAIT_OBJECT_0, WPARAM};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::System::Power::{
    HPOWERNOTIFY, RegisterSuspendResumeNotification, UnregisterSuspendResumeNotification,
};
use windows_sys::Win32::System::RemoteDesktop::{
    NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification, WTSUnRegisterSessionNotification,
};
use windows_sys::Win32::UI::Accessibility::{HWINEVENTHOOK, SetWinEventHook, UnhookWinEvent};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DEVICE_NOTIFY_WINDOW_HANDLE, DefWindowProcW, DestroyWindow, DispatchMessageW,
    EVENT_SYSTEM_FOREGROUND, MSG, MWMO_INPUTAVAILABLE, MsgWaitForMultipleObjectsEx, PBT_APMRESUMEAUTOMATIC,
    PBT_APMSUSPEND, PM_REMOVE, PeekMessageW, QS_ALLINPUT, RegisterClassExW, WINEVENT_OUTOFCONTEXT, WM_ENDSESSION,
    WM_POWERBROADCAST, WM_TIMECHANGE, WM_WTSSESSION_CHANGE, WNDCLASSEXW, WS_OVERLAPPED, WTS_SESSION_LOCK,
    WTS_SESSION_UNLOCK,
};

/// The kind of window, by its name.
pub(super) const CLASS: &str = "Unhunch senses";

thread_local! {
    /// Whoever hears what is sent to this thread's window.
    static EARS: OnceCell<Rc<Ears>> = const { OnceCell::new() };
}

/// The window.
pub(super) struct HiddenWindow {
    window: HWND,
    sleep: HPOWERNOTIFY,
    foreground: HWINEVENTHOOK,
    /// Why locking is not heard, if it is not.
    pub(super) deaf_to_locks: Option<io::Error>,
}

impl HiddenWindow {
    /// Opens it, once a thread. `foreground`: the window in use matters too.
    pub(super) fn open(ears: &Rc<Ears>, foreground: bool) -> io::Result<Self> {
        // It would be taken already only by a second window of this thread.
        EARS.with(|hearing| hearing.set(Rc::clone(ears))).map_err(|_| io::ErrorKind::AlreadyExists)?;
        let class = wide(CLASS);
        // SAFETY: the names end with a zero and live as long as the calls; `hear` has the form that a class asks for. A
        // class that is registered already, by the senses before these, is the same one.
        let window = unsafe {
            let module = GetModuleHandleW(null());
            let of = WNDCLASSEXW {
                cbSize: u32::try_from(size_of::<WNDCLASSEXW>()).unwrap_or_default(),
                lpfnWndProc: Some(hear),
                hInstance: module,
                lpszClassName: class.as_ptr(),
                ..WNDCLASSEXW::default()
            };
            RegisterClassExW(&raw const of);
            let (parent, menu) = (null_mut(), null_mut());
            CreateWindowExW(0, class.as_ptr(), null(), WS_OVERLAPPED, 0, 0, 0, 0, parent, menu, module, null())
        };
        if window.is_null() {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: the window is ours and open. Each of the three is taken back before it is closed.
        unsafe {
            let heard = WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION) != 0;
            let deaf_to_locks = (!heard).then(io::Error::last_os_error);
            // Modern standby is told to those who ask for it alone.
            let sleep = RegisterSuspendResumeNotification(window, DEVICE_NOTIFY_WINDOW_HANDLE);
            let event = EVENT_SYSTEM_FOREGROUND;
            let foreground = if foreground {
                SetWinEventHook(event, event, null_mut(), Some(other_window), 0, 0, WINEVENT_OUTOFCONTEXT)
            } else {
                null_mut()
            };
            Ok(Self { window, sleep, foreground, deaf_to_locks })
        }
    }
}

impl Drop for HiddenWindow {
    fn drop(&mut self) {
        // SAFETY: each is ours, of this thread, and was not given back before.
        unsafe {
            if !self.foreground.is_null() {
                UnhookWinEvent(self.foreground);
            }
            if self.sleep != 0 {
                UnregisterSuspendResumeNotification(self.sleep);
            }
            if self.deaf_to_locks.is_none() {
                WTSUnRegisterSessionNotification(self.window);
            }
            DestroyWindow(self.window);
        }
    }
}

/// Waits for one of the events, at most this long, and takes in whatever was sent to this thread; the event's place if one rang.
pub(super) fn wait(events: &[&Event], at_most: Option<Duration>) -> io::Result<Option<usize>> {
    let handles: Vec<HANDLE> = events.iter().map(|event| event.handle()).collect();
    let count = u32::try_from(handles.len()).unwrap_or_default();
    // SAFETY: as many handles as it is told, open as long as the events. A message is read into a place of our own
    // and given to the window it is for, which is of this thread, as both calls want it.
    unsafe {
        let (wait, wake) = (millis(at_most), QS_ALLINPUT);
        let woken = MsgWaitForMultipleObjectsEx(count, handles.as_ptr(), wait, wake, MWMO_INPUTAVAILABLE);
        if woken == WAIT_FAILED {
            return Err(io::Error::last_os_error());
        }
        let mut message = MSG::default();
        while PeekMessageW(&raw mut message, null_mut(), 0, 0, PM_REMOVE) != 0 {
            DispatchMessageW(&raw const message);
        }
        Ok((woken < WAIT_OBJECT_0 + count).then_some((woken - WAIT_OBJECT_0) as usize))
    }
}

/// What Windows calls with each message, on the window's thread.
unsafe extern "system" fn hear(window: HWND, message: u32, what: WPARAM, more: LPARAM) -> LRESULT {
    if let Some(heard) = meaning(message, u32::try_from(what).unwrap_or(u32::MAX)) {
        tell(heard);
    }
    // SAFETY: the values as they came. It gives the answers that Windows wants: yes to the session's end.
    unsafe { DefWindowProcW(window, message, what, more) }
}

/// What Windows calls when another window is in use, on the thread that asked for it.
unsafe extern "system" fn other_window(_: HWINEVENTHOOK, _: u32, _: HWND, _: i32, _: i32, _: u32, _: u32) {
    tell(Heard::Foreground);
}

fn tell(heard: Heard) {
    EARS.with(|ears| {
        if let Some(ears) = ears.get() {
            ears.hear(heard);
        }
    });
}

fn meaning(message: u32, what: u32) -> Option<Heard> {
    match (message, what) {
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK) => Some(Heard::Locked(true)),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK) => Some(Heard::Locked(false)),
        (WM_POWERBROADCAST, PBT_APMSUSPEND) => Some(Heard::Sleeping(true)),
        (WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC) => Some(Heard::Sleeping(false)),
        (WM_TIMECHANGE, _) => Some(Heard::Clocks),
        // Nothing: another program said no, and the session goes on.
        (WM_ENDSESSION, 0) => None,
        (WM_ENDSESSION, _) => Some(Heard::End),
        _ => None,
    }
}

/// As Windows takes text.
pub(super) fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}
