//! CoreAudio: what it tells of devices and of processes, and of changes. Owns the calls; never what follows from them.
//!
//! | call | as Apple documents it |
//! | --- | --- |
//! | `AudioObjectGetPropertyData`, `...Size`, `HasProperty` | no thread; an object may go at any time, and answers with an error then |
//! | `AudioObjectAddPropertyListenerBlock`, `Remove...` | calls the block on the queue it is given, and holds both until it is taken out |
//! | `kAudioDevicePropertyDeviceIsRunningSomewhere` | of the whole device, in and out: told in the global scope alone (home-assistant/iOS#5757) |
//! | `kAudioHardwarePropertyProcessObjectList`, `kAudioProcessProperty...` | names and no more; there since macOS 14.2 |
//!
//! No permission is documented for any of it: that is for hearing the sound itself.
#![expect(unsafe_code, reason = "the framework's calls have no safe form; each says why it is sound")]

use super::devices::Bell;
use crate::senses::listeners::{Heard, Service};
use block2::RcBlock;
use dispatch2::{DispatchQueue, DispatchRetained};
use objc2_core_audio::{
    AudioObjectAddPropertyListenerBlock, AudioObjectGetPropertyData, AudioObjectGetPropertyDataSize,
    AudioObjectHasProperty, AudioObjectID, AudioObjectPropertyAddress, AudioObjectPropertyScope,
    AudioObjectPropertySelector, AudioObjectRemovePropertyListenerBlock, kAudioObjectPropertyElementMain,
    kAudioObjectPropertyScopeGlobal, kAudioObjectSystemObject,
};
use objc2_core_foundation::{CFRetained, CFString};
use std::io;
use std::ptr::{NonNull, null};
use std::sync::Arc;

/// The object that all others are found by.
pub(super) const SYSTEM: AudioObjectID = kAudioObjectSystemObject.cast_unsigned();

/// The bytes of a pointer: there is no Mac of 32 bits that the app runs on.
const POINTER: u32 = 8;

/// What is listened to in CoreAudio.
pub(super) struct Sound {
    queue: DispatchRetained<DispatchQueue>,
    block: RcBlock<dyn Fn(u32, NonNull<AudioObjectPropertyAddress>)>,
}

impl Sound {
    /// All that is listened to rings this bell.
    pub(super) fn new(bell: &Arc<Bell>) -> Self {
        let bell = Arc::clone(bell);
        // It is called on the queue's thread, and may be once more after it was taken out: it owns what it needs, which is
        // fit for any thread.
        let block = RcBlock::new(move |_, _| bell.ring());
        Self { queue: DispatchQueue::new("unhunch.sound", None), block }
    }
}

impl Service for Sound {
    fn listen(&self, (object, property): Heard) -> bool {
        let of = address(property, kAudioObjectPropertyScopeGlobal);
        let (queue, block) = (Some(&*self.queue), RcBlock::as_ptr(&self.block));
        // SAFETY: the address lives as long as the call, and the block has the form that is asked for; the service holds
        // block and queue for itself. An object that is gone is an error.
        unsafe { AudioObjectAddPropertyListenerBlock(object, NonNull::from(&of), queue, block) == 0 }
    }

    fn leave(&self, (object, property): Heard) {
        let of = address(property, kAudioObjectPropertyScopeGlobal);
        let (queue, block) = (Some(&*self.queue), RcBlock::as_ptr(&self.block));
        // SAFETY: as above; block and queue are those that it was asked with.
        unsafe { AudioObjectRemovePropertyListenerBlock(object, NonNull::from(&of), queue, block) };
    }
}

/// Whether the object has this property.
pub(super) fn has(object: AudioObjectID, property: AudioObjectPropertySelector) -> bool {
    let of = address(property, kAudioObjectPropertyScopeGlobal);
    // SAFETY: the address lives as long as the call.
    unsafe { AudioObjectHasProperty(object, NonNull::from(&of)) }
}

/// A property that is one number of 32 bits.
pub(super) fn number(object: AudioObjectID, property: AudioObjectPropertySelector) -> io::Result<u32> {
    let (mut value, mut size) = (0_u32, 4_u32);
    // SAFETY: the value is as long as is said.
    unsafe { read(object, &address(property, kAudioObjectPropertyScopeGlobal), &mut size, (&raw mut value).cast())? };
    if size == 4 { Ok(value) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// A property that is a list of objects.
pub(super) fn objects(
    object: AudioObjectID,
    property: AudioObjectPropertySelector,
    scope: AudioObjectPropertyScope,
) -> io::Result<Vec<AudioObjectID>> {
    let of = address(property, scope);
    let mut size = 0_u32;
    // SAFETY: the property asks for no qualifier; both values live as long as the call.
    told(unsafe { AudioObjectGetPropertyDataSize(object, NonNull::from(&of), 0, null(), NonNull::from(&mut size)) })?;
    let mut all = vec![0_u32; size as usize / size_of::<AudioObjectID>()];
    if all.is_empty() {
        return Ok(all);
    }
    // In whole objects, as the list is.
    size -= size % 4;
    // SAFETY: the list is as long as is said. What it is longer by meanwhile is left out, what it is shorter by cut.
    unsafe { read(object, &of, &mut size, all.as_mut_ptr().cast())? };
    all.truncate(size as usize / size_of::<AudioObjectID>());
    Ok(all)
}

/// A property that is a text; empty where there is none.
pub(super) fn text(object: AudioObjectID, property: AudioObjectPropertySelector) -> String {
    let (mut value, mut size) = (null::<CFString>(), POINTER);
    let of = address(property, kAudioObjectPropertyScopeGlobal);
    // SAFETY: the value is one pointer, as long as is said. Whoever asks for a text is to release it, which its owner does.
    let text = unsafe {
        let told = read(object, &of, &mut size, (&raw mut value).cast());
        told.ok().and_then(|()| NonNull::new(value.cast_mut())).map(|text| CFRetained::from_raw(text))
    };
    text.map_or_else(String::new, |text| text.to_string())
}

/// Reads a property to there.
///
/// # Safety
/// There is room for `size` bytes, where the property's value may lie.
unsafe fn read(
    object: AudioObjectID,
    of: &AudioObjectPropertyAddress,
    size: &mut u32,
    to: *mut std::ffi::c_void,
) -> io::Result<()> {
    let to = NonNull::new(to).ok_or(io::ErrorKind::InvalidInput)?;
    // SAFETY: the address lives as long as the call; the room is the caller's word. None of these asks for a qualifier.
    told(unsafe { AudioObjectGetPropertyData(object, NonNull::from(of), 0, null(), NonNull::from(size), to) })
}

fn address(property: AudioObjectPropertySelector, scope: AudioObjectPropertyScope) -> AudioObjectPropertyAddress {
    AudioObjectPropertyAddress { mSelector: property, mScope: scope, mElement: kAudioObjectPropertyElementMain }
}

fn told(status: i32) -> io::Result<()> {
    if status == 0 { Ok(()) } else { Err(io::Error::other(format!("CoreAudio: {status}"))) }
}
