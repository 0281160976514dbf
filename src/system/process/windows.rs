//! Processes by their handles.
#![expect(unsafe_code, reason = "handles of processes have no safe form; each call says why it is sound")]

use super::Ended;
use std::io;
use std::os::windows::io::{AsHandle, AsRawHandle, FromRawHandle, OwnedHandle};
use std::os::windows::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::OnceLock;
use std::thread;
use widestring::U16CString;
use windows_sys::Win32::Foundation::{
    CloseHandle, ERROR_INVALID_PARAMETER, GetLastError, HANDLE_FLAG_INHERIT, INVALID_HANDLE_VALUE,
    SetHandleInformation, WAIT_OBJECT_0,
};
use windows_sys::Win32::System::Console::{
    CTRL_BREAK_EVENT, CTRL_C_EVENT, GetStdHandle, STD_ERROR_HANDLE, STD_INPUT_HANDLE, STD_OUTPUT_HANDLE,
    SetConsoleCtrlHandler,
};
use windows_sys::Win32::System::Diagnostics::ToolHelp::{
    CreateToolhelp32Snapshot, PROCESSENTRY32W, Process32FirstW, Process32NextW, TH32CS_SNAPPROCESS,
};
use windows_sys::Win32::System::Threading::{
    BELOW_NORMAL_PRIORITY_CLASS, CREATE_NEW_PROCESS_GROUP, CREATE_NO_WINDOW, DETACHED_PROCESS, GetCurrentProcess,
    GetExitCodeProcess, INFINITE, OpenProcess, PROCESS_QUERY_LIMITED_INFORMATION, PROCESS_SYNCHRONIZE,
    SetPriorityClass, WaitForSingleObject,
};
use windows_sys::Win32::UI::Shell::SetCurrentProcessExplicitAppUserModelID;

/// What starts this program without a console (`src/starter.rs`).
const STARTER: &str = "unhunchw.exe";

/// Keeps what this process reads and writes from what it starts. Windows gives a child all that may be inherited, whatever
/// it is to read and write itself: who waits for the end of a command's output would wait for the window it opened.
pub(crate) fn keep_streams() {
    for which in [STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE] {
        // SAFETY: both take numbers and handles alone; where there is none, nothing is changed.
        unsafe { SetHandleInformation(GetStdHandle(which), HANDLE_FLAG_INHERIT, 0) };
    }
}

/// Behind the others for the processor, and gone with the app. A bound on memory is not kept here.
pub(crate) fn give_way() {
    bound_to_parent();
    // SAFETY: the handle is the one that always means this process.
    unsafe { SetPriorityClass(GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS) };
}

/// However the process that started this one ends, this one goes with it: while it runs, its program cannot be replaced.
/// Where the system refuses, the end of the talk between them is what ends it.
pub(crate) fn bound_to_parent() {
    let Some(parent) = parent_of(std::process::id()).and_then(to_be_waited_for) else { return };
    let wait = move || {
        // SAFETY: the handle is open as long as the thread that waits for it.
        if unsafe { WaitForSingleObject(parent.as_raw_handle(), INFINITE) } == WAIT_OBJECT_0 {
            std::process::exit(1);
        }
    };
    let _ = thread::Builder::new().name("bond".into()).stack_size(64 * 1024).spawn(wait);
}

/// The process that started this one, by their numbers; it may have ended since.
fn parent_of(process: u32) -> Option<u32> {
    let size = u32::try_from(size_of::<PROCESSENTRY32W>()).ok()?;
    let mut entry = PROCESSENTRY32W { dwSize: size, ..PROCESSENTRY32W::default() };
    // SAFETY: the snapshot is ours and closed with its handle; each entry is written into a place of our own whose size
    // it is told.
    unsafe {
        let snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
        if snapshot == INVALID_HANDLE_VALUE {
            return None;
        }
        let _closes = OwnedHandle::from_raw_handle(snapshot);
        let mut more = Process32FirstW(snapshot, &raw mut entry);
        while more != 0 {
            if entry.th32ProcessID == process {
                return Some(entry.th32ParentProcessID);
            }
            more = Process32NextW(snapshot, &raw mut entry);
        }
    }
    None
}

/// A process whose end can be waited for.
fn to_be_waited_for(process: u32) -> Option<OwnedHandle> {
    // SAFETY: it takes numbers, and what it opens is ours alone; a null handle is none.
    unsafe {
        let handle = OpenProcess(PROCESS_SYNCHRONIZE, 0, process);
        (!handle.is_null()).then(|| OwnedHandle::from_raw_handle(handle))
    }
}

/// This program, by its path: its file cannot be taken away while it runs.
pub(crate) fn own_program() -> PathBuf {
    std::env::current_exe().unwrap_or_else(|_| "unhunch.exe".into())
}

/// Has it start without a console: a program that could print gets one of its own, with a window, if whoever starts it has
/// none to share. What it is given to read and write it has all the same.
// CREATE_NO_WINDOW would keep the window away as well, but have the system run an unseen console, a process, for each.
pub(crate) fn without_console(command: &mut Command) {
    command.creation_flags(DETACHED_PROCESS);
}

/// The small program that starts this one without a console, if it lies beside it: an installer puts it there.
pub(crate) fn windowless_starter() -> Option<PathBuf> {
    Some(own_program().with_file_name(STARTER)).filter(|starter| starter.is_file())
}

/// What this process shows from now on is of the app of this name: the taskbar keeps its windows together with those of the
/// app's other processes and with its entry in the menu. Where the system refuses, they stand apart.
pub(crate) fn known_as(app: &str) {
    let app = U16CString::from_str_truncate(app);
    // SAFETY: the text ends with a zero and lives as long as the call.
    unsafe { SetCurrentProcessExplicitAppUserModelID(app.as_ptr()) };
}

/// A process is known by its file here.
pub(crate) fn named(_command: &mut Command, _name: &str) {}

/// Has the command stand apart from our console: what is typed there does not reach it, and it opens none of its own.
pub(crate) fn apart(command: &mut Command) {
    command.creation_flags(CREATE_NEW_PROCESS_GROUP | CREATE_NO_WINDOW);
}

/// Whether there is no process of this id any more.
pub(crate) fn is_over(process: u32) -> bool {
    // SAFETY: it takes numbers; what it opens is closed at once, and a null handle is not.
    unsafe {
        let handle = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, process);
        if handle.is_null() {
            // So the system says that no process has this number; one of another person is refused in another way.
            return GetLastError() == ERROR_INVALID_PARAMETER;
        }
        CloseHandle(handle);
    }
    false
}

/// The end of a process, to be waited for beside whoever holds it.
pub(crate) struct Ending(OwnedHandle);

impl Ending {
    /// Of this process.
    ///
    /// # Errors
    /// When the system gives no second handle.
    pub(crate) fn of(child: &Child) -> io::Result<Self> {
        child.as_handle().try_clone_to_owned().map(Self)
    }

    /// Waits for it; none where the system does not say how it ended.
    pub(crate) fn wait(self) -> Option<Ended> {
        let mut code = 0;
        // SAFETY: the handle is open as long as `self`, and the number's place as long as the call.
        let known = unsafe {
            WaitForSingleObject(self.0.as_raw_handle(), INFINITE) == WAIT_OBJECT_0
                && GetExitCodeProcess(self.0.as_raw_handle(), &raw mut code) != 0
        };
        known.then(|| Ended { status: Some(code.cast_signed()), signal: None })
    }
}

/// Whoever hears that the app is to end; the system calls it on a thread of its own.
static TOLD: OnceLock<Box<dyn Fn() -> bool + Send + Sync>> = OnceLock::new();

/// Hears Ctrl-C, the closing of the console, the end of the session and the end of the machine.
///
/// # Errors
/// When they cannot be heard.
pub(crate) fn hear_end(tell: impl Fn() -> bool + Send + Sync + 'static) -> io::Result<()> {
    let _ = TOLD.set(Box::new(tell));
    // SAFETY: the handler is a function of this program, which lives as long as the process.
    let heard = unsafe { SetConsoleCtrlHandler(Some(end), 1) };
    if heard == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

unsafe extern "system" fn end(kind: u32) -> windows_sys::core::BOOL {
    let heard = TOLD.get().is_some_and(|tell| tell());
    // After all but these two the system ends the process as soon as this returns, and within five seconds otherwise: so
    // long it waits for the orderly end, with which this thread goes too.
    if heard && !matches!(kind, CTRL_C_EVENT | CTRL_BREAK_EVENT) {
        loop {
            thread::park();
        }
    }
    i32::from(heard)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Stdio;

    #[test]
    fn a_process_is_told_from_whom_it_is() {
        let mut child = Command::new("cmd").args(["/c", "pause"]).stdin(Stdio::piped()).spawn().expect("it starts");
        assert_eq!(parent_of(child.id()), Some(std::process::id()));
        let waits = to_be_waited_for(child.id()).expect("it runs");
        child.kill().and_then(|()| child.wait()).expect("it ends");
        // SAFETY: the handle is open as long as the test.
        assert_eq!(unsafe { WaitForSingleObject(waits.as_raw_handle(), INFINITE) }, WAIT_OBJECT_0);
        assert_eq!(parent_of(u32::MAX), None);
    }
}
