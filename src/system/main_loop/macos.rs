//! What macOS makes of a program with an event loop, and of open menus.
#![expect(unsafe_code, reason = "an observer has no safe form; each call says why it is sound")]

use block2::RcBlock;
use objc2::rc::Retained;
use objc2_app_kit::{NSMenu, NSMenuDidBeginTrackingNotification, NSMenuDidEndTrackingNotification};
use objc2_foundation::{NSNotification, NSNotificationCenter};
use std::cell::RefCell;
use std::ptr::NonNull;
use winit::event_loop::EventLoopBuilder;
use winit::platform::macos::{ActivationPolicy, EventLoopBuilderExtMacOS};

thread_local! {
    /// The main thread's: the menu that is open.
    static OPEN: RefCell<Option<Retained<NSMenu>>> = const { RefCell::new(None) };
}

/// No place in the Dock and no menu bar of its own (`Accessory`); and whoever is typing goes on typing.
pub(super) fn in_background(builder: &mut EventLoopBuilder<()>) {
    builder.with_activation_policy(ActivationPolicy::Accessory).with_default_menu(false);
    builder.with_activate_ignoring_other_apps(false);
    hear_of_menus();
}

/// Hears, as long as the process lives, which menu opens and that it closes. Apple documents that the menu itself comes with it,
/// and names the menu bar and pop-up buttons; that a menu of the menu bar's right side is told of alike is not documented.
fn hear_of_menus() {
    let opens = |sent: &NSNotification| sent.object().and_then(|menu| menu.downcast::<NSMenu>().ok());
    // SAFETY: constants of the framework, which is linked.
    let names = unsafe { [(NSMenuDidBeginTrackingNotification, true), (NSMenuDidEndTrackingNotification, false)] };
    for (name, begins) in names {
        let block = RcBlock::new(move |sent: NonNull<NSNotification>| {
            // SAFETY: never null, and alive during the call as arguments are.
            let sent = unsafe { sent.as_ref() };
            OPEN.replace(if begins { opens(sent) } else { None });
        });
        // SAFETY: without a queue it is called on the thread that sends, which is the one that menus are for; it holds nothing.
        let heard = unsafe {
            NSNotificationCenter::defaultCenter().addObserverForName_object_queue_usingBlock(
                Some(name),
                None,
                None,
                &block,
            )
        };
        // It ends with what is handed out, which is never given back.
        std::mem::forget(heard);
    }
}

/// What is sent from other threads needs no window here.
pub(super) fn can_be_told() -> bool {
    true
}

/// It need not be asked: tray-icon holds the menu that it opens until that is closed, whatever becomes of other handles.
pub(crate) fn menu_is_open() -> bool {
    false
}

/// Closes the menu that is open: winit stops the app by an event, which is taken from the queue when the menu is closed.
// cancelTracking: "dismisses the menu and ends all menu tracking".
pub(super) fn leave_menu() {
    if let Some(menu) = OPEN.take() {
        menu.cancelTrackingWithoutAnimation();
    }
}
