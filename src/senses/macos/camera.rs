//! Cameras in use, by what CoreMediaIO tells of devices. Owns its calls and what is listened to there. It tells no program:
//! Apple documents no way to that.
//!
//! | call | as Apple documents it |
//! | --- | --- |
//! | `CMIOObjectGetPropertyData`, `...Size` | no thread; an object may go at any time, and answers with an error then |
//! | `CMIOObjectAddPropertyListenerBlock`, `Remove...` | calls the block on the queue it is given, and holds it until it is taken out |
//! | `kCMIODevicePropertyDeviceIsRunningSomewhere` | 1 if the device runs in at least one process of the system |
//!
//! No permission is documented for it. From macOS 26.3 on it was seen to tell of no use at all to apps that the person has not
//! given the camera (raine/Lolgato#10), and ours never asks for that: there it is not asked. To ask loads the camera plug-ins
//! of others into this process where the system still has such.
#![expect(unsafe_code, reason = "the framework's calls have no safe form; each says why it is sound")]

use super::devices::{Bell, Looked};
use crate::senses::calls::Use;
use crate::senses::listeners::{Heard, Listeners, Service};
use block2::RcBlock;
use dispatch2::{DispatchQueue, DispatchRetained};
use objc2_core_media_io::{
    CMIOObjectAddPropertyListenerBlock, CMIOObjectGetPropertyData, CMIOObjectGetPropertyDataSize, CMIOObjectID,
    CMIOObjectPropertyAddress, CMIOObjectRemovePropertyListenerBlock, kCMIODevicePropertyDeviceIsRunningSomewhere,
    kCMIOHardwarePropertyDevices, kCMIOObjectPropertyElementMain, kCMIOObjectPropertyScopeGlobal,
    kCMIOObjectSystemObject,
};
use std::ffi::c_void;
use std::io;
use std::ptr::null;
use std::sync::Arc;

/// All cameras.
pub(super) struct Camera(Listeners<Video>);

impl Camera {
    pub(super) fn new(bell: &Arc<Bell>) -> Self {
        let bell = Arc::clone(bell);
        // It is called on the queue's thread, and may be once more after it was taken out: it owns what it needs, which is
        // fit for any thread.
        let block = RcBlock::new(move |_, _| bell.ring());
        Self(Listeners::new(Video { queue: DispatchQueue::new("unhunch.video", None), block }))
    }
}

impl Looked for Camera {
    fn look(&mut self) -> io::Result<Use> {
        let devices = devices()?;
        let mut all: Vec<Heard> =
            devices.iter().map(|device| (*device, kCMIODevicePropertyDeviceIsRunningSomewhere)).collect();
        all.push((kCMIOObjectSystemObject, kCMIOHardwarePropertyDevices));
        // Before they are read, so that no change after that is missed.
        self.0.keep(&all.into_iter().collect());
        Ok(if devices.into_iter().any(runs) { Use::By(None) } else { Use::Free })
    }
}

/// What is listened to in CoreMediaIO.
struct Video {
    queue: DispatchRetained<DispatchQueue>,
    block: RcBlock<dyn Fn(u32, *mut CMIOObjectPropertyAddress)>,
}

impl Service for Video {
    fn listen(&self, (object, property): Heard) -> bool {
        let of = address(property);
        let (queue, block) = (Some(&*self.queue), RcBlock::as_ptr(&self.block));
        // SAFETY: the address lives as long as the call, and the block has the form that is asked for; the service holds the
        // block for itself, and the queue lives longer than the listening. An object that is gone is an error.
        unsafe { CMIOObjectAddPropertyListenerBlock(object, &raw const of, queue, block) == 0 }
    }

    fn leave(&self, (object, property): Heard) {
        let of = address(property);
        let (queue, block) = (Some(&*self.queue), RcBlock::as_ptr(&self.block));
        // SAFETY: as above; block and queue are those that it was asked with.
        unsafe { CMIOObjectRemovePropertyListenerBlock(object, &raw const of, queue, block) };
    }
}

fn devices() -> io::Result<Vec<CMIOObjectID>> {
    let of = address(kCMIOHardwarePropertyDevices);
    let mut size = 0_u32;
    // SAFETY: the property asks for no qualifier; both values live as long as the call.
    told(unsafe { CMIOObjectGetPropertyDataSize(kCMIOObjectSystemObject, &raw const of, 0, null(), &raw mut size) })?;
    let mut all = vec![0_u32; size as usize / size_of::<CMIOObjectID>()];
    if all.is_empty() {
        return Ok(all);
    }
    // SAFETY: the list is at least as long as is said. What it is shorter by meanwhile is cut.
    let used = unsafe { read(kCMIOObjectSystemObject, &of, size - size % 4, all.as_mut_ptr().cast())? };
    all.truncate(used as usize / size_of::<CMIOObjectID>());
    Ok(all)
}

/// What is gone meanwhile does not run.
fn runs(device: CMIOObjectID) -> bool {
    let mut value = 0_u32;
    // SAFETY: the value is as long as is said.
    let used =
        unsafe { read(device, &address(kCMIODevicePropertyDeviceIsRunningSomewhere), 4, (&raw mut value).cast()) };
    used.is_ok_and(|used| used == 4) && value != 0
}

/// Reads a property to there; how many bytes it was.
///
/// # Safety
/// There is room for `size` bytes, where the property's value may lie.
unsafe fn read(object: CMIOObjectID, of: &CMIOObjectPropertyAddress, size: u32, to: *mut c_void) -> io::Result<u32> {
    let mut used = 0_u32;
    // SAFETY: address and number live as long as the call; the room is the caller's word. Neither asks for a qualifier.
    told(unsafe { CMIOObjectGetPropertyData(object, of, 0, null(), size, &raw mut used, to) })?;
    Ok(used)
}

fn address(property: u32) -> CMIOObjectPropertyAddress {
    CMIOObjectPropertyAddress {
        mSelector: property,
        mScope: kCMIOObjectPropertyScopeGlobal,
        mElement: kCMIOObjectPropertyElementMain,
    }
}

fn told(status: i32) -> io::Result<()> {
    if status == 0 { Ok(()) } else { Err(io::Error::other(format!("CoreMediaIO: {status}"))) }
}
