//! What Windows makes of a program with an event loop, and of open menus.
#![expect(unsafe_code, reason = "the system's menus have no safe form; each call says why it is sound")]

use windows_sys::Win32::Foundation::{HWND, LPARAM};
use windows_sys::Win32::System::Threading::GetCurrentThreadId;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    EndMenu, EnumThreadWindows, GUI_INMENUMODE, GUI_POPUPMENUMODE, GUITHREADINFO, GetGUIThreadInfo,
};
use windows_sys::core::BOOL;
use winit::event_loop::EventLoopBuilder;

/// Nothing: who has no window is not seen.
#[cfg(not(test))]
pub(super) fn in_background(_builder: &mut EventLoopBuilder<()>) {}

/// Tests are run by threads beside the main one.
#[cfg(test)]
pub(super) fn in_background(builder: &mut EventLoopBuilder<()>) {
    use winit::platform::windows::EventLoopBuilderExtWindows;
    builder.with_any_thread(true);
}

/// Whether this thread has a window, as winit makes one for what is sent from other threads. It goes on without one where the
/// system makes none, as in a session whose windows are used up; then nothing that is sent comes, and nothing fails.
pub(super) fn can_be_told() -> bool {
    let mut found = false;
    // SAFETY: the callback knows what the number is, and is called during this call alone.
    unsafe { EnumThreadWindows(GetCurrentThreadId(), Some(one), (&raw mut found).addr().cast_signed()) };
    found
}

/// There is one, and no other is asked for.
unsafe extern "system" fn one(_window: HWND, found: LPARAM) -> BOOL {
    // SAFETY: `can_be_told` has given the place of its own value.
    unsafe { *(found as *mut bool) = true };
    0
}

/// Whether this thread has a menu open. Its loop is then the menu's, which comes back when the menu is closed.
pub(crate) fn menu_is_open() -> bool {
    let size = u32::try_from(size_of::<GUITHREADINFO>()).unwrap_or_default();
    let mut info = GUITHREADINFO { cbSize: size, ..Default::default() };
    // SAFETY: it writes one value, which says how long it is and lives as long as the call.
    let known = unsafe { GetGUIThreadInfo(GetCurrentThreadId(), &raw mut info) } != 0;
    known && info.flags & (GUI_INMENUMODE | GUI_POPUPMENUMODE) != 0
}

/// Closes the menu that this thread has open, if it has: the end of the loop would wait for the person to do so.
pub(super) fn leave_menu() {
    // SAFETY: it takes nothing, and fails where no menu is open.
    unsafe { EndMenu() };
}

#[cfg(test)]
mod tests {
    use super::menu_is_open;
    use crate::system::main_loop::{Wait, Woken, channel, live};
    use std::ptr::{null, null_mut};
    use std::time::Duration;
    use windows_sys::Win32::Foundation::HWND;
    use windows_sys::Win32::UI::WindowsAndMessaging::{
        AppendMenuW, CreatePopupMenu, CreateWindowExW, DestroyMenu, DestroyWindow, KillTimer, MF_STRING, SetTimer,
        TrackPopupMenu, WS_POPUP,
    };
    use windows_sys::w;

    /// Opens a menu, as the tray does from within the loop, and comes back when it is closed.
    unsafe extern "system" fn open(_window: HWND, _message: u32, timer: usize, _now: u32) {
        // SAFETY: what is made here is used and destroyed here, by the thread that made it.
        unsafe {
            KillTimer(null_mut(), timer);
            let none = null_mut();
            let window = CreateWindowExW(0, w!("STATIC"), null(), WS_POPUP, 0, 0, 1, 1, none, none, none, null());
            let menu = CreatePopupMenu();
            AppendMenuW(menu, MF_STRING, 1, w!("Start break now"));
            TrackPopupMenu(menu, 0, 0, 0, 0, window, null());
            DestroyMenu(menu);
            DestroyWindow(window);
        }
    }

    #[test]
    #[ignore = "opens a menu, and without a screen wine never closes one"]
    fn what_is_due_and_what_is_sent_come_while_a_menu_is_open_and_the_end_closes_it() {
        let (sender, mut inbox) = channel().expect("a loop");
        // SAFETY: the function is there as long as the program.
        assert_ne!(unsafe { SetTimer(null_mut(), 0, 10, Some(open)) }, 0);
        let mut seen = Vec::new();
        live(&mut inbox, Wait::AtMost(Duration::from_millis(500)), |woken| {
            seen.push((woken, menu_is_open()));
            if seen.len() > 1 {
                return Wait::End;
            }
            sender.send(7).expect("it is open");
            Wait::Forever
        })
        .expect("it ends");
        assert_eq!(seen, [(Woken::Due, true), (Woken::By(7), true)]);
        assert!(!menu_is_open());
    }
}
