//! Full screen, a mirrored display and what keeps the screen awake. Owns the calls that tell of them; when they are asked is
//! `senses::screen`'s, and what of their answers counts is `senses::covering`'s and `senses::assertions`'.
//!
//! | call | as Apple documents it |
//! | --- | --- |
//! | `CGWindowListCopyWindowInfo` | from front to back, ours to release; none outside of a session on a screen. Names of windows need the person's leave to record the screen: they are not asked for (WWDC 2019, 701) |
//! | `CGGetActiveDisplayList`, `CGGetOnlineDisplayList`, `CGDisplayBounds` | up to as many as there is room for; in the space of all displays, as windows are |
//! | `CGDisplayIsInMirrorSet` | whether the display shows the same as another |
//! | `IOPMCopyAssertionsByProcess` | by number of process, ours to release |
//!
//! No thread and no permission is documented for any of them.
#![expect(unsafe_code, reason = "the system's calls have no safe form; each says why it is sound")]

use super::{MACOS, ask};
use crate::engine::event::{Fact, Sense};
use crate::parts::desktop::Says;
use crate::parts::{Cause, Report, fullscreen};
use crate::senses::Tell;
use crate::senses::assertions::{Assertion, keepers};
use crate::senses::calls::name;
use crate::senses::covering::{Area, ListedWindow, is_filled};
use crate::senses::screen::ScreenReporter;
use objc2_core_foundation::{CFArray, CFDictionary, CFNumber, CFRetained, CFString, CFType, CGRect};
use objc2_core_graphics::{
    CGDirectDisplayID, CGDisplayBounds, CGDisplayIsInMirrorSet, CGError, CGGetActiveDisplayList,
    CGGetOnlineDisplayList, CGRectMakeWithDictionaryRepresentation, CGWindowListCopyWindowInfo, CGWindowListOption,
    kCGNullWindowID, kCGWindowAlpha, kCGWindowBounds, kCGWindowLayer, kCGWindowOwnerPID,
};
use objc2_io_kit::IOPMCopyAssertionsByProcess;
use std::collections::BTreeSet;
use std::ptr::{NonNull, null};
use std::time::Duration;

/// As many displays as are asked for.
const DISPLAYS: u32 = 32;
/// In an assertion: its kind (kIOPMAssertionTypeKey) and whether it is in force (kIOPMAssertionLevelKey); macros, which no
/// crate names as texts.
const KIND: &str = "AssertType";
const LEVEL: &str = "AssertLevel";

/// The senses of the screen.
pub(super) struct Screen {
    word: ScreenReporter,
    /// The app in use has asked the system for the whole screen.
    whole: bool,
}

impl Screen {
    /// None if none of them is wanted.
    pub(super) fn new(tell: &Tell, wanted: &BTreeSet<Sense>) -> Option<Self> {
        ScreenReporter::new(tell, wanted, MACOS).map(|word| Self { word, whole: false })
    }

    /// How long until the next look.
    pub(super) fn wait(&self) -> Duration {
        self.word.wait()
    }

    /// Another window is in use, or displays came or went.
    pub(super) fn other_window(&mut self) {
        self.word.other_window();
    }

    /// Whether the app in use has the whole screen, in the system's words.
    pub(super) fn whole(&mut self, whole: bool) {
        self.whole = whole;
        self.word.other_window();
    }

    /// Looks, and tells what is new.
    pub(super) fn look(&mut self) {
        for sense in self.word.begin() {
            if sense == Sense::Awake {
                self.word.take(Fact::Awake, assertions().map(|all| awake(&all)));
            } else if sense == Sense::Presenting {
                self.word.take(Fact::Presenting, mirrored().map(presenting));
            } else {
                // Beside a camera's notch a window that fills the screen lies as one that is only large.
                let fills = if self.whole { Ok(true) } else { filled() };
                self.word.take(Fact::Fullscreen, fills.map(|on| (on, fullscreen::works(MACOS.into(), on))));
            }
        }
    }
}

fn awake(all: &[Assertion]) -> (bool, Report) {
    let called = |process| ask::app(process).and_then(|app| name(app.as_bytes())).unwrap_or_default();
    let mut programs: Vec<String> = keepers(all).into_iter().map(called).collect();
    programs.sort_unstable();
    programs.dedup();
    let on = !programs.is_empty();
    (on, Report::works(Sense::Awake, MACOS, Says::Awake { programs, unread: None }))
}

fn presenting(on: bool) -> (bool, Report) {
    (on, Report::works(Sense::Presenting, MACOS, Says::Mirrored(on)))
}

fn filled() -> Result<bool, Cause> {
    let displays = displays(CGGetActiveDisplayList)?.into_iter().map(|display| area(CGDisplayBounds(display)));
    Ok(is_filled(&windows()?, &displays.collect::<Vec<_>>()))
}

/// A display that shows what another does is not drawn to, but it is there.
fn mirrored() -> Result<bool, Cause> {
    Ok(displays(CGGetOnlineDisplayList)?.into_iter().any(|display| CGDisplayIsInMirrorSet(display)))
}

/// The form of both calls that list displays.
type List = unsafe extern "C-unwind" fn(u32, *mut CGDirectDisplayID, *mut u32) -> CGError;

fn displays(list: List) -> Result<Vec<CGDirectDisplayID>, Cause> {
    let (mut all, mut count) = (vec![0; DISPLAYS as usize], 0);
    // SAFETY: there is room for as many as are asked for, and for their number.
    let error = unsafe { list(DISPLAYS, all.as_mut_ptr(), &raw mut count) };
    if error != CGError::Success {
        return Err(Cause::Foreign(format!("CoreGraphics: {}", error.0)));
    }
    all.truncate(count as usize);
    Ok(all)
}

/// The windows that are on a display, from front to back.
fn windows() -> Result<Vec<ListedWindow>, Cause> {
    let which = CGWindowListOption::OptionOnScreenOnly | CGWindowListOption::ExcludeDesktopElements;
    let all = CGWindowListCopyWindowInfo(which, kCGNullWindowID).ok_or(Cause::NoAnswer)?;
    // SAFETY: it holds dictionaries, whose keys are texts, and whose values are objects of CoreFoundation.
    let all = unsafe { CFRetained::cast_unchecked::<CFArray<CFDictionary<CFString, CFType>>>(all) };
    Ok(all.iter().filter_map(|one| window(&one)).collect())
}

fn window(one: &CFDictionary<CFString, CFType>) -> Option<ListedWindow> {
    // SAFETY: constants of the framework, which is linked.
    let (layer, owner, alpha, bounds) = unsafe { (kCGWindowLayer, kCGWindowOwnerPID, kCGWindowAlpha, kCGWindowBounds) };
    let number = |key: &CFString| one.get(key).and_then(|value| ask::whole(&value));
    let opacity = one.get(alpha).and_then(|value| value.downcast_ref::<CFNumber>().and_then(CFNumber::as_f64));
    let bounds = one.get(bounds)?.downcast::<CFDictionary>().ok()?;
    let mut rect = CGRect::default();
    // SAFETY: what is no rectangle is refused; the room for one lives as long as the call.
    let told = unsafe { CGRectMakeWithDictionaryRepresentation(Some(&bounds), &raw mut rect) };
    let area = told.then(|| area(rect))?;
    Some(ListedWindow { owner: number(owner)?, layer: number(layer)?, opacity: opacity.unwrap_or(1.0), area })
}

fn area(rect: CGRect) -> Area {
    Area { x: rect.origin.x, y: rect.origin.y, width: rect.size.width, height: rect.size.height }
}

/// What processes assert.
fn assertions() -> Result<Vec<Assertion>, Cause> {
    let mut all = null();
    // SAFETY: there is room for one pointer. What comes is ours to release, which its owner does: none where there is no
    // assertion, or a dictionary of numbers to lists of dictionaries, whose keys are texts.
    let all = unsafe {
        let status = IOPMCopyAssertionsByProcess(&raw mut all);
        if status != 0 {
            return Err(Cause::Foreign(format!("IOKit: {status:#x}")));
        }
        let Some(all) = NonNull::new(all.cast_mut()) else { return Ok(Vec::new()) };
        let all = CFRetained::from_raw(all);
        CFRetained::cast_unchecked::<CFDictionary<CFNumber, CFArray<CFDictionary<CFString, CFType>>>>(all)
    };
    let (processes, lists) = all.to_vecs();
    let of = |(process, list): (CFRetained<CFNumber>, CFRetained<CFArray<CFDictionary<CFString, CFType>>>)| {
        let process = process.as_i32()?;
        Some(list.iter().filter_map(|one| assertion(process, &one)).collect::<Vec<_>>())
    };
    Ok(processes.into_iter().zip(lists).filter_map(of).flatten().collect())
}

fn assertion(process: i32, one: &CFDictionary<CFString, CFType>) -> Option<Assertion> {
    let kind = one.get(&CFString::from_str(KIND))?.downcast::<CFString>().ok()?.to_string();
    // One without a level is in force.
    let level = one.get(&CFString::from_str(LEVEL)).and_then(|value| ask::whole(&value)).unwrap_or(1);
    Some(Assertion { process, kind, level })
}
