//! Notifications of macOS by UNUserNotificationCenter: one at a time, replaced in place. Owns what is out and the person's
//! leave; what a notification holds is in `request`, what is answered comes by `delegate`.
//!
//! The centre belongs to programs with a bundle. That it ends all others which ask for it is not documented but known
//! (ronaldoussoren/pyobjc#270): without one nothing is asked. It is called on the main thread, in its answers and by the thread
//! that waits for a line's end; Apple's answers may come on a background thread, so what they share is behind a lock.
#![expect(unsafe_code, reason = "Apple's classes have no safe form; each call says why it is sound")]

mod delegate;
mod request;
mod shared;

use crate::engine::event::Dismissal;
use crate::engine::notice::Wording;
use crate::outputs::copies;
use crate::outputs::permission::{Permission, permission};
use crate::outputs::{Answer, Picture, Tell};
use block2::RcBlock;
use delegate::Delegate;
use dispatch2::DispatchQueue;
use objc2::rc::Retained;
use objc2::runtime::{Bool, ProtocolObject};
use objc2_foundation::{NSBundle, NSError, NSSet};
use objc2_user_notifications::{
    UNAuthorizationOptions, UNAuthorizationStatus, UNNotificationSettings, UNUserNotificationCenter,
};
use shared::Shared;
use std::io;
use std::path::{Path, PathBuf};
use std::ptr::NonNull;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

/// How long a line stays that waits for no answer and has no time of its own.
// It stays in the list of those delivered until it is taken out. How long its banner is on screen is not documented, and
// nothing tells of its end.
const LINE: Duration = Duration::from_secs(8);

/// Nothing was registered: the app is known by its bundle's identifier. What is kept of that afterwards is not documented.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the app says who it is")]
pub(crate) fn unregister() -> Result<(), (PathBuf, io::Error)> {
    Ok(())
}

/// The centre, where there is one for this program.
#[derive(Debug)]
pub(super) struct Notifier {
    center: Option<Center>,
}

#[derive(Debug)]
struct Center {
    system: Retained<UNUserNotificationCenter>,
    shared: Arc<Shared>,
    /// The centre holds it weakly (`delegate`, a weak property).
    _delegate: Retained<Delegate>,
    folder: PathBuf,
}

impl Notifier {
    /// Asks for the person's leave, with which the system prompts once, and clears what a killed process left. On the main
    /// thread, before its loop runs: Apple wants the delegate set before the app finishes launching. The pictures of
    /// notifications go through that folder.
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere there is a thread")]
    pub(super) fn start(tell: Tell, folder: PathBuf) -> io::Result<Self> {
        let shared = Arc::new(Shared::new(tell));
        // On the main thread: a bundle is for one thread at a time. No permission is documented for it.
        if NSBundle::mainBundle().bundleIdentifier().is_none() {
            shared.no_bundle();
            return Ok(Self { center: None });
        }
        // The one centre of the app, held here.
        let center = UNUserNotificationCenter::currentNotificationCenter();
        let delegate = Delegate::new(Arc::clone(&shared));
        center.setDelegate(Some(ProtocolObject::from_ref(&*delegate)));
        // Tells nobody when it is done.
        center.removeAllDeliveredNotifications();
        copies::clear(&folder);
        let told = Arc::clone(&shared);
        // Called asynchronously, perhaps on a background thread; true if one wish or more is granted, false also while the
        // person has not answered, and with an error where they said no: which it is, the settings say. The block owns what it
        // needs.
        let answer = RcBlock::new(move |granted: Bool, error: *mut NSError| {
            if granted.as_bool() {
                told.permitted(Permission::Given);
            } else {
                ask(&told, words(error));
            }
        });
        let wishes = UNAuthorizationOptions::Alert | UNAuthorizationOptions::Sound;
        center.requestAuthorizationWithOptions_completionHandler(wishes, &answer);
        Ok(Self { center: Some(Center { system: center, shared, _delegate: delegate, folder }) })
    }

    pub(super) fn show(&self, notice: Wording, picture: Option<Picture>) {
        if let Some(center) = &self.center {
            let file = picture.map(|picture| picture.file);
            center.show(notice, file.as_deref());
        }
    }

    /// If notifications were not allowed, perhaps they are now: nothing tells of that.
    pub(super) fn look(&self) {
        if let Some(center) = self.center.as_ref().filter(|center| center.shared.wants_look()) {
            ask(&center.shared, None);
        }
    }

    pub(super) fn withdraw(&self) {
        if let Some(Center { system, shared, .. }) = &self.center {
            shared.in_turn(|| {
                shared.withdrawn();
                take_away(system);
            });
        }
    }

    pub(super) fn finish(&self, patience: Duration) {
        self.withdraw();
        let Some(Center { system, .. }) = &self.center else { return };
        let (done, over) = mpsc::channel();
        // What is asked behind the taking away was seen to be answered behind it; the order is not documented, nor that the
        // answer comes on another thread than this, so the wait is bounded.
        let answer = RcBlock::new(move |_| done.send(()).unwrap_or_default());
        system.getDeliveredNotificationsWithCompletionHandler(&answer);
        // Too late: the next start clears what is left.
        let _ = over.recv_timeout(patience);
    }
}

impl Center {
    /// Shows it in place of the one before, under the one identifier. Its buttons are a category, which replaces all that were
    /// registered; Apple expects that once, at launch, but what ours say differs. When the centre has taken one up is not
    /// documented: it is asked for them, and shows the notice when it has answered.
    fn show(&self, notice: Wording, picture: Option<&Path>) {
        let lasts = notice.kind.transient().then_some(notice.lasts.unwrap_or(LINE));
        let number = self.shared.next();
        let category = request::category(number, &notice);
        let request = request::request(number, &notice, picture, &self.folder);
        self.shared.going(number, notice);
        self.system.setNotificationCategories(&NSSet::from_slice(&[&*category]));
        let (center, shared) = (self.system.clone(), Arc::clone(&self.shared));
        // Called perhaps on a background thread. The request does not change any more, and nobody else holds it.
        let known = RcBlock::new(move |_| {
            let told = Arc::clone(&shared);
            let added = RcBlock::new(move |error: *mut NSError| {
                told.added(number, words(error));
                late(&told);
            });
            // A withdrawal comes before, and then nothing is added, or after, and takes it away.
            shared.in_turn(|| {
                if shared.is_out(number) {
                    center.addNotificationRequest_withCompletionHandler(&request, Some(&added));
                }
            });
        });
        self.system.getNotificationCategoriesWithCompletionHandler(&known);
        if let Some(lasts) = lasts {
            self.take_away_after(lasts, number);
        }
    }

    fn take_away_after(&self, lasts: Duration, number: u64) {
        let shared = Arc::clone(&self.shared);
        let wait = move || {
            thread::sleep(lasts);
            shared.in_turn(|| {
                if shared.over(number, Answer::Dismissed(Dismissal::Expired)) {
                    take_away(&UNUserNotificationCenter::currentNotificationCenter());
                }
            });
        };
        // Where the system gives no thread it stays in the list until the next one.
        drop(thread::Builder::new().name("unhunch-line".into()).stack_size(64 * 1024).spawn(wait));
    }
}

/// Takes away what is out and what is on its way. Both go on by themselves and tell nobody when they are done.
fn take_away(center: &UNUserNotificationCenter) {
    center.removeAllPendingNotificationRequests();
    center.removeAllDeliveredNotifications();
}

/// What was withdrawn while the centre took it is up though nothing is to be: in which order the centre does what it is asked is
/// not documented. From the main thread, for the centre may call back from within a turn.
fn late(shared: &Arc<Shared>) {
    if shared.nothing_out() {
        let shared = Arc::clone(shared);
        DispatchQueue::main().exec_async(move || {
            shared.in_turn(|| {
                if shared.nothing_out() {
                    take_away(&UNUserNotificationCenter::currentNotificationCenter());
                }
            });
        });
    }
}

/// Asks what the person has decided; `error` is what was said when they were asked.
fn ask(shared: &Arc<Shared>, error: Option<String>) {
    let shared = Arc::clone(shared);
    // Called perhaps on a background thread. No permission is documented for it.
    let answer = RcBlock::new(move |settings: NonNull<UNNotificationSettings>| {
        // SAFETY: never null, and alive during the call as arguments are.
        let status = unsafe { settings.as_ref() }.authorizationStatus();
        let decision = match status {
            UNAuthorizationStatus::NotDetermined => None,
            // Others let it be shown in part.
            status => Some(status != UNAuthorizationStatus::Denied),
        };
        shared.permitted(permission(decision, error.clone()));
    });
    UNUserNotificationCenter::currentNotificationCenter().getNotificationSettingsWithCompletionHandler(&answer);
}

/// What an error says.
fn words(error: *mut NSError) -> Option<String> {
    // SAFETY: null, or an error, alive during the call that it was handed to, as arguments are.
    unsafe { error.as_ref() }.map(|error| error.localizedDescription().to_string())
}
