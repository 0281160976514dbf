//! What macOS sends to each app: the lock, sleep, changes of the clock. Owns the object that hears it, which is made,
//! registered and given back on the main thread alone. Never waits. No permission is documented for any of it.
//!
//! | what is sent | by which centre | as Apple documents it |
//! | --- | --- | --- |
//! | `com.apple.screenIsLocked`, `...Unlocked` | distributed | names not documented; on the main thread |
//! | `NSWorkspaceWillSleepNotification`, `DidWake` | the workspace's own and no other | an observer can delay sleep for 30 s |
//! | `NSSystemClockDidChangeNotification` | the default one | when the clock is set |
//! | `NSSystemTimeZoneDidChangeNotification` | the default one | when the zone of the system is another |
//!
//! Any program may send what is distributed; it may come late without bound, and may be lost where a queue is full. The
//! other centres deliver on the thread that sends, which is not documented: what hears it is fit for any.
#![expect(unsafe_code, reason = "an object of the system's kind has no safe form; each call says why it is sound")]

use super::Order;
use crate::senses::{Signal, Tell};
use dispatch2::DispatchQueue;
use objc2::rc::Retained;
use objc2::runtime::{NSObject, Sel};
use objc2::{AllocAnyThread, DefinedClass, define_class, msg_send, sel};
use objc2_app_kit::{NSWorkspace, NSWorkspaceDidWakeNotification, NSWorkspaceWillSleepNotification};
use objc2_foundation::{
    NSDistributedNotificationCenter, NSNotification, NSNotificationCenter, NSNotificationName,
    NSNotificationSuspensionBehavior, NSString, NSSystemClockDidChangeNotification,
    NSSystemTimeZoneDidChangeNotification,
};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Sender;

/// Whom it tells, from any thread.
struct Ears {
    tell: Tell,
    orders: Sender<Order>,
    lock: bool,
    sleep: bool,
    /// The calendars, which go by the clock.
    calendar: Option<Sender<()>>,
    /// The lock is sent by several programs at times.
    locked: AtomicBool,
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
            self.lock(true);
        }

        #[unsafe(method(unlocked:))]
        fn unlocked(&self, _sent: &NSNotification) {
            self.lock(false);
        }

        #[unsafe(method(sleeps:))]
        fn sleeps(&self, _sent: &NSNotification) {
            self.sleep(true);
        }

        #[unsafe(method(wakes:))]
        fn wakes(&self, _sent: &NSNotification) {
            self.sleep(false);
            let _ = self.ivars().orders.send(Order::Woke);
            self.clocks();
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

    fn lock(&self, on: bool) {
        let ears = self.ivars();
        if ears.locked.swap(on, Ordering::SeqCst) == on {
            return;
        }
        let _ = ears.orders.send(Order::Locked(on));
        if ears.lock {
            (ears.tell)(Signal::Locked(on));
        }
    }

    fn sleep(&self, on: bool) {
        if self.ivars().sleep {
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
        let all: [(_, &NSNotificationName, Sel); 4] = unsafe {
            [
                (&workspace, NSWorkspaceWillSleepNotification, sel!(sleeps:)),
                (&workspace, NSWorkspaceDidWakeNotification, sel!(wakes:)),
                (&own, NSSystemClockDidChangeNotification, sel!(clock:)),
                (&own, NSSystemTimeZoneDidChangeNotification, sel!(clock:)),
            ]
        };
        for (center, name, method) in all {
            // SAFETY: the object has this method, which takes what is sent, on any thread; whoever sends it.
            unsafe { center.addObserver_selector_name_object(self, method, Some(name), None) };
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
    pub(super) fn begin(
        tell: &Tell,
        orders: &Sender<Order>,
        lock: bool,
        sleep: bool,
        calendar: Option<Sender<()>>,
    ) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::SeqCst);
        let (tell, orders, locked) = (Arc::clone(tell), orders.clone(), AtomicBool::new(false));
        DispatchQueue::main().exec_async(move || {
            let observer = Observer::new(Ears { tell, orders, lock, sleep, calendar, locked });
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
