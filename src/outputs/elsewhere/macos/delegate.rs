//! Who hears of the notifications. Owns the class whose methods the centre calls, on a thread that is not documented; what
//! follows is `shared`'s, which is fit for any.

use super::request;
use super::shared::{Done, Shared};
use block2::DynBlock;
use objc2::rc::Retained;
use objc2::runtime::{NSObject, NSObjectProtocol};
use objc2::{AllocAnyThread, DefinedClass, define_class, msg_send};
use objc2_user_notifications::{
    UNNotification, UNNotificationDefaultActionIdentifier, UNNotificationDismissActionIdentifier,
    UNNotificationPresentationOptions, UNNotificationResponse, UNUserNotificationCenter,
    UNUserNotificationCenterDelegate,
};
use std::sync::Arc;

define_class!(
    // SAFETY: NSObject asks nothing of its subclasses, and this one has no `Drop`.
    #[unsafe(super(NSObject))]
    #[name = "UnhunchNotificationDelegate"]
    #[ivars = Arc<Shared>]
    #[derive(Debug)]
    pub(super) struct Delegate;

    // SAFETY: it asks nothing that NSObject does not do.
    unsafe impl NSObjectProtocol for Delegate {}

    // SAFETY: the methods have the forms of the protocol, and call the handlers that they are given once, before they return.
    unsafe impl UNUserNotificationCenterDelegate for Delegate {
        /// While the app is in front, how it is shown is said here. `Banner` and `List` are there since macOS 11, the oldest that
        /// the bundle admits.
        #[unsafe(method(userNotificationCenter:willPresentNotification:withCompletionHandler:))]
        fn will_present(
            &self,
            _center: &UNUserNotificationCenter,
            _notification: &UNNotification,
            show: &DynBlock<dyn Fn(UNNotificationPresentationOptions)>,
        ) {
            type Shown = UNNotificationPresentationOptions;
            show.call((Shown::Banner | Shown::List | Shown::Sound,));
        }

        #[unsafe(method(userNotificationCenter:didReceiveNotificationResponse:withCompletionHandler:))]
        fn did_receive(
            &self,
            _center: &UNUserNotificationCenter,
            response: &UNNotificationResponse,
            handled: &DynBlock<dyn Fn()>,
        ) {
            let category = response.notification().request().content().categoryIdentifier();
            if let Some(number) = request::number(&category) {
                self.ivars().done(number, &done(response));
            }
            handled.call(());
        }
    }
);

impl Delegate {
    pub(super) fn new(shared: Arc<Shared>) -> Retained<Self> {
        let this = Self::alloc().set_ivars(shared);
        // SAFETY: it is NSObject's initialiser, which takes nothing.
        unsafe { msg_send![super(this), init] }
    }
}

fn done(response: &UNNotificationResponse) -> Done {
    let word = response.actionIdentifier();
    // SAFETY: constants of the framework, which is linked.
    let (clicked, closed) = unsafe { (UNNotificationDefaultActionIdentifier, UNNotificationDismissActionIdentifier) };
    if *word == *clicked {
        Done::Clicked
    } else if *word == *closed {
        Done::Closed
    } else {
        Done::Chose(word.to_string())
    }
}
