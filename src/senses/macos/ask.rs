//! What macOS answers at once: how long there was no input, whether the session is locked, what an app is called, which
//! version it is. Owns the calls; never what follows from their answers. Apple documents no permission for any of them.
#![expect(unsafe_code, reason = "the lists of the system are not typed; each use says what is in them")]

use objc2_app_kit::NSRunningApplication;
use objc2_core_foundation::{CFBoolean, CFDictionary, CFNumber, CFRetained, CFString, CFType};
use objc2_core_graphics::{CGEventSource, CGEventSourceStateID, CGEventType, CGSessionCopyCurrentDictionary};
use objc2_foundation::{NSOperatingSystemVersion, NSProcessInfo};
use std::time::Duration;

/// Any kind of input: kCGAnyInputEventType, all bits set, which the crate does not name.
const ANY_INPUT: CGEventType = CGEventType(u32::MAX);
/// From this version on, only apps that may use a camera are told whether one is in use.
const CAMERAS_KEPT: NSOperatingSystemVersion =
    NSOperatingSystemVersion { majorVersion: 26, minorVersion: 3, patchVersion: 0 };
/// In the session's list: it is on the screen (kCGSessionOnConsoleKey, a macro, which no crate names).
const ON_CONSOLE: &str = "kCGSSessionOnConsoleKey";
/// In the session's list while the screen is locked; Apple does not document it.
const LOCKED: &str = "CGSSessionScreenIsLocked";

/// How long there has been no input.
// CGEventSourceSecondsSinceLastEventType: seconds since a key, the mouse or a tablet. Of the hardware alone: the session's state
// counts all that is posted to it, and was seen to begin anew in a wake with nobody there (gsong/eyebreak#96). A plain number,
// so nothing is to be freed; thread and permission are not documented.
pub(super) fn quiet() -> Duration {
    let seconds = CGEventSource::seconds_since_last_event_type(CGEventSourceStateID::HIDSystemState, ANY_INPUT);
    Duration::try_from_secs_f64(seconds).unwrap_or_default()
}

/// Whether the session is locked, or another person's is on the screen, as far as the system says so.
// CGSessionCopyCurrentDictionary: ours to release, which its owner does; none outside of a session on a screen. No thread is
// documented.
pub(super) fn locked() -> bool {
    // SAFETY: a dictionary whose keys are texts, and whose values are objects of CoreFoundation.
    let session = CGSessionCopyCurrentDictionary()
        .map(|session| unsafe { CFRetained::cast_unchecked::<CFDictionary<CFString, CFType>>(session) });
    let says =
        |key| session.as_ref().and_then(|session| session.get(&CFString::from_str(key))).map(|value| truth(&value));
    says(LOCKED) == Some(true) || says(ON_CONSOLE) == Some(false)
}

/// As a yes or a no, which is a number in some lists.
fn truth(value: &CFType) -> bool {
    value.downcast_ref::<CFBoolean>().map_or_else(|| whole(value).is_some_and(|number| number != 0), CFBoolean::as_bool)
}

/// As a whole number.
pub(super) fn whole(value: &CFType) -> Option<i64> {
    value.downcast_ref::<CFNumber>().and_then(CFNumber::as_i64)
}

/// The name of the app of which this process is, as a person knows it.
// NSRunningApplication: fit for any thread, its properties are read as a whole. None for what is no app.
pub(super) fn app(process: i32) -> Option<String> {
    let app = NSRunningApplication::runningApplicationWithProcessIdentifier(process)?;
    app.localizedName().map(|name| name.to_string())
}

/// Whether it tells of cameras in use without asking the person first.
// isOperatingSystemAtLeastVersion: NSProcessInfo is fit for any thread.
pub(super) fn tells_of_cameras() -> bool {
    !NSProcessInfo::processInfo().isOperatingSystemAtLeastVersion(CAMERAS_KEPT)
}
