//! What macOS sends to each app: the lock, sleep, changes of the clock, of the window in use and of displays. Owns the object
//! that hears it, which is made, registered and given back on the main thread alone. Never waits. No permission is documented
//! for any of it.
//!
//! | what is sent | by which centre | as Apple documents it |
//! | --- | --- | --- |
//! | `com.apple.screenIsLocked`, `...Unlocked` | distributed | names not documented; on the main thread |
//! | `NSWorkspaceWillSleepNotification`, `DidWake` | the workspace's own and no other | an observer can delay sleep for 30 s |
//! | `NSWorkspaceScreensDidWakeNotification` | the workspace's own | when the machine's displays wake |
//! | `NSWorkspaceSessionDidResignActiveNotification`, `BecomeActive` | the workspace's own | another person's session takes the screen, or gives it back |
//! | `NSWorkspaceDidActivateApplicationNotification`, `ActiveSpaceDidChange` | the workspace's own | another app is in use; another space is on the screen, as with each app that fills it |
//! | `NSApplicationDidChangeScreenParametersNotification` | the default one | when the arrangement of displays is another |
//! | `NSSystemClockDidChangeNotification` | the default one | when the clock is set |
//! | `NSSystemTimeZoneDidChangeNotification` | the default one | when the zone of the system is another |
//!
//! Any program may send what is distributed; it may come late without bound, and may be lost where a queue is full. The
//! other centres deliver on the thread that sends, which is not documented: what hears it is fit for any.
//!
//! That the app in use has the whole screen is a property of `NSApplication`, `currentSystemPresentationOptions`: Apple
//! documents that it tells of other apps, and that its changes are observed by key. It belongs to the main thread.
#![expect(unsafe_code, reason = "an object of the system's kind has no safe form; each call says why it is sound")]

use super::Order;
use crate::senses::lock::Barrier;
use crate::senses::{Signal, Tell};
use dispatch2::DispatchQueue;
use objc2::rc::Retained;
use objc2::runtime::{AnyObject, NSObject, Sel};
use objc2::{AllocAnyThread, DefinedClass, MainThreadMarker, define_class, msg_send, sel};
use objc2_app_kit::{
    NSApplication, NSApplicationDidChangeScreenParametersNotification, NSApplicationPresentationOptions, NSWorkspace,
    NSWorkspaceActiveSpaceDidChangeNotification, NSWorkspaceDidActivateApplicationNotification,
    NSWorkspaceDidWakeNotification, NSWorkspaceScreensDidWakeNotification,
    NSWorkspaceSessionDidBecomeActiveNotification, NSWorkspaceSessionDidResignActiveNotification,
    NSWorkspaceWillSleepNotification,
};
use objc2_foundation::{
    NSDictionary, NSDistributedNotificationCenter, NSKeyValueObservingOptions, NSNotification, NSNotificationCenter,
    NSNotificationName, NSNotificationSuspensionBehavior, NSObjectNSKeyValueObserverRegistration, NSString,
    NSSystemClockDidChangeNotification, NSSystemTimeZoneDidChangeNotification,
};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::c_void;
use std::ptr::null_mut;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;

/// The property of the app that tells whether the one in use has the whole screen.
const WHOLE: &str = "currentSystemPresentationOptions";

/// Which senses hear by it, beside the lock, which those of input need.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// Sleep.
    pub(super) sleep: bool,
    /// Any of the screen's.
    pub(super) screen: bool,
}

/// Whom it tells, from any thread.
struct Ears {
    tell: Tell,
    orders: Sender<Order>,
    wanted: Wanted,
    /// The calendars, which go by the clock.
    calendar: Option<Sender<()>>,
}

define_class!(
    // SAFETY: its parent asks nothing of those below it, and it has no end of its own (`Drop`).
    #[unsafe(super(NSObject))]
    #[name = "UnhunchSenses"]
    #[ivars = Ears]
    struct Observer;

    impl Observer {
        #[unsafe(method(locked:))]
        fn locked(&self, _sent: &NSNotification) {
            self.order(Order::Locked(Barrier::Screen, true));
        }

        #[unsafe(method(unlocked:))]
        fn unlocked(&self, _sent: &NSNotification) {
            self.order(Order::Locked(Barrier::Screen, false));
        }

        #[unsafe(method(switchedAway:))]
        fn switched_away(&self, _sent: &NSNotification) {
            self.order(Order::Locked(Barrier::Switched, true));
        }

        #[unsafe(method(switchedBack:))]
        fn switched_back(&self, _sent: &NSNotification) {
            self.order(Order::Locked(Barrier::Switched, false));
        }

        #[unsafe(method(sleeps:))]
        fn sleeps(&self, _sent: &NSNotification) {
            self.sleep(true);
        }

        #[unsafe(method(wakes:))]
        fn wakes(&self, _sent: &NSNotification) {
            self.sleep(false);
            self.order(Order::Woke);
            self.clocks();
        }

        #[unsafe(method(screensWake:))]
        fn screens_wake(&self, _sent: &NSNotification) {
            self.order(Order::Woke);
        }

        #[unsafe(method(otherWindow:))]
        fn other_window(&self, _sent: &NSNotification) {
            self.order(Order::Window);
        }

        /// The app's one property that is observed is another.
        #[unsafe(method(observeValueForKeyPath:ofObject:change:context:))]
        fn observed(
            &self,
            _key: Option<&NSString>,
            _of: Option<&AnyObject>,
            _change: Option<&NSDictionary>,
            _context: *mut c_void,
        ) {
            self.whole();
        }

        #[unsafe(method(clock:))]
        fn clock(&self, _sent: &NSNotification) {
            self.clocks();
        }
    }
);

impl Observer {
    fn new(ears: Ears) -> Retained<Self> {
        let this = Self::alloc().set_ivars(ears);
        // SAFETY: the parent's `init` has this form.
        unsafe { msg_send![super(this), init] }
    }

    fn order(&self, order: Order) {
        // Nobody hears it once the senses have ended.
        let _ = self.ivars().orders.send(order);
    }

    /// Tells whether the app in use has the whole screen: it fills it as its own space, or has both the Dock and the menu bar
    /// hidden, as a slide show has.
    fn whole(&self) {
        type Options = NSApplicationPresentationOptions;
        // It changes on the main thread.
        let Some(main) = MainThreadMarker::new() else { return };
        let options = NSApplication::sharedApplication(main).currentSystemPresentationOptions();
        let hidden = options.intersects(Options::HideDock | Options::AutoHideDock)
            && options.intersects(Options::HideMenuBar | Options::AutoHideMenuBar);
        self.order(Order::Whole(hidden || options.contains(Options::FullScreen)));
    }

    fn sleep(&self, on: bool) {
        if self.ivars().wanted.sleep {
            (self.ivars().tell)(Signal::Sleeping(on));
        }
    }

    fn clocks(&self) {
        (self.ivars().tell)(Signal::Clocks);
        if let Some(calendar) = &self.ivars().calendar {
            // It may have ended by itself.
            let _ = calendar.send(());
        }
    }

    /// Asks to be told. On the main thread, though the centres may be used from any.
    fn register(&self) {
        let distributed = NSDistributedNotificationCenter::defaultCenter();
        let locks = [("com.apple.screenIsLocked", sel!(locked:)), ("com.apple.screenIsUnlocked", sel!(unlocked:))];
        for (name, method) in locks {
            let (name, at_once) = (NSString::from_str(name), NSNotificationSuspensionBehavior::DeliverImmediately);
            // SAFETY: the object has this method, which takes what is sent. AppKit suspends the delivery to an app that
            // is not active, as ours never is, but for those who ask to be told at once.
            unsafe {
                distributed.addObserver_selector_name_object_suspensionBehavior(
                    self,
                    method,
                    Some(&name),
                    None,
                    at_once,
                );
            }
        }
        let (workspace, own) =
            (NSWorkspace::sharedWorkspace().notificationCenter(), NSNotificationCenter::defaultCenter());
        // SAFETY: constants of the frameworks, which are linked.
        let all: [(_, &NSNotificationName, Sel); 7] = unsafe {
            [
                (&workspace, NSWorkspaceWillSleepNotification, sel!(sleeps:)),
                (&workspace, NSWorkspaceDidWakeNotification, sel!(wakes:)),
                (&workspace, NSWorkspaceScreensDidWakeNotification, sel!(screensWake:)),
                (&workspace, NSWorkspaceSessionDidResignActiveNotification, sel!(switchedAway:)),
                (&workspace, NSWorkspaceSessionDidBecomeActiveNotification, sel!(switchedBack:)),
                (&own, NSSystemClockDidChangeNotification, sel!(clock:)),
                (&own, NSSystemTimeZoneDidChangeNotification, sel!(clock:)),
            ]
        };
        // SAFETY: as above.
        let screen: [(_, &NSNotificationName, Sel); 3] = unsafe {
            [
                (&workspace, NSWorkspaceDidActivateApplicationNotification, sel!(otherWindow:)),
                (&workspace, NSWorkspaceActiveSpaceDidChangeNotification, sel!(otherWindow:)),
                (&own, NSApplicationDidChangeScreenParametersNotification, sel!(otherWindow:)),
            ]
        };
        let wants_screen = self.ivars().wanted.screen;
        for (center, name, method) in all.into_iter().chain(screen.into_iter().filter(|_| wants_screen)) {
            // SAFETY: the object has this method, which takes what is sent, on any thread; whoever sends it.
            unsafe { center.addObserver_selector_name_object(self, method, Some(name), None) };
        }
        if let Some(main) = MainThreadMarker::new().filter(|_| wants_screen) {
            // At once for what is so now.
            let when = NSKeyValueObservingOptions::Initial;
            // SAFETY: the object has the method that is called, and is taken out before it goes (`leave`).
            unsafe {
                NSApplication::sharedApplication(main).addObserver_forKeyPath_options_context(
                    self,
                    &NSString::from_str(WHOLE),
                    when,
                    null_mut(),
                );
            }
        }
    }

    /// Asks to be told no more. On the main thread. The centres hold the object weakly since 10.11.
    fn leave(&self) {
        let workspace = NSWorkspace::sharedWorkspace().notificationCenter();
        // SAFETY: the object is the one that was registered with all three.
        unsafe {
            NSDistributedNotificationCenter::defaultCenter().removeObserver(self);
            workspace.removeObserver(self);
            NSNotificationCenter::defaultCenter().removeObserver(self);
        }
        if let Some(main) = MainThreadMarker::new().filter(|_| self.ivars().wanted.screen) {
            // SAFETY: it was put in under this key, and only then: whoever takes out what is not there is ended.
            unsafe {
                NSApplication::sharedApplication(main).removeObserver_forKeyPath_context(
                    self,
                    &NSString::from_str(WHOLE),
                    null_mut(),
                );
            }
        }
    }
}

thread_local! {
    /// The main thread's, by number: senses that were replaced may end after those after them began.
    static OBSERVERS: RefCell<BTreeMap<u64, Retained<Observer>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The hearing, until it is dropped.
#[derive(Debug)]
pub(super) struct Observing(u64);

impl Observing {
    /// Hears from the main thread's next turn on: its run loop does what is put on the main queue, in that order. The queue
    /// is there as long as the process, and takes from any thread.
    pub(super) fn begin(tell: &Tell, orders: &Sender<Order>, wanted: Wanted, calendar: Option<Sender<()>>) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::SeqCst);
        let (tell, orders) = (Arc::clone(tell), orders.clone());
        DispatchQueue::main().exec_async(move || {
            let observer = Observer::new(Ears { tell, orders, wanted, calendar });
            observer.register();
            OBSERVERS.with_borrow_mut(|all| all.insert(number, observer));
        });
        Self(number)
    }
}

impl Drop for Observing {
    fn drop(&mut self) {
        let number = self.0;
        DispatchQueue::main().exec_async(move || {
            if let Some(observer) = OBSERVERS.with_borrow_mut(|all| all.remove(&number)) {
                observer.leave();
            }
        });
    }
}
