//! A notice as UNUserNotificationCenter takes it. Owns its request and its category, which holds the buttons; adds neither.
//!
//! All of these objects are made and filled by one thread before any other sees them, and are kept by whoever is handed them.
//! Making them needs no leave; showing them does. For UserNotifications' own no thread is documented.

use crate::engine::notice::Wording;
use crate::outputs::copies;
use crate::outputs::offer::{key, silent};
use objc2::rc::Retained;
use objc2_foundation::{NSArray, NSString, NSURL};
use objc2_user_notifications::{
    UNMutableNotificationContent, UNNotificationAction, UNNotificationActionOptions, UNNotificationAttachment,
    UNNotificationCategory, UNNotificationCategoryOptions, UNNotificationRequest, UNNotificationSound,
};
use std::path::Path;

/// The identifier of the one notification: the next one with it takes its place, delivered or still pending, and alerts anew.
const ID: &str = "unhunch";

/// The category of the notice of this number, and what tells notices apart when they are answered.
pub(super) fn category(number: u64, notice: &Wording) -> Retained<UNNotificationCategory> {
    let buttons: Vec<_> = notice
        .actions
        .iter()
        .map(|(action, label)| {
            UNNotificationAction::actionWithIdentifier_title_options(
                &NSString::from_str(key(*action)),
                &NSString::from_str(label),
                // Without `Foreground` the app is not brought to the front.
                UNNotificationActionOptions::empty(),
            )
        })
        .collect();
    UNNotificationCategory::categoryWithIdentifier_actions_intentIdentifiers_options(
        &name(number),
        &NSArray::from_retained_slice(&buttons),
        &NSArray::new(),
        // Without it nothing is told when it is dismissed; a banner that is flicked away or ignored is never told of.
        UNNotificationCategoryOptions::CustomDismissAction,
    )
}

/// The request that shows the notice of this number at once.
pub(super) fn request(
    number: u64,
    notice: &Wording,
    picture: Option<&Path>,
    folder: &Path,
) -> Retained<UNNotificationRequest> {
    let content = UNMutableNotificationContent::new();
    content.setTitle(&NSString::from_str(&notice.title));
    content.setBody(&NSString::from_str(&notice.body));
    content.setCategoryIdentifier(&name(number));
    if !silent(notice.kind) {
        content.setSound(Some(&UNNotificationSound::defaultSound()));
    }
    if let Some(picture) = picture.and_then(|picture| attachment(number, picture, folder)) {
        content.setAttachments(&NSArray::from_retained_slice(&[picture]));
    }
    // Without a trigger it is delivered right away.
    UNNotificationRequest::requestWithIdentifier_content_trigger(&NSString::from_str(ID), &content, None)
}

/// The number in a category's name.
pub(super) fn number(category: &NSString) -> Option<u64> {
    category.to_string().rsplit('.').next()?.parse().ok()
}

fn name(number: u64) -> Retained<NSString> {
    NSString::from_str(&format!("{ID}.{number}"))
}

/// The system moves the file itself into its store when the request is scheduled, so it gets a copy, which must be readable
/// and of a known kind; one of its own, for the one before may not have been moved yet. Without one the notice is shown without
/// a picture. For an empty identifier it makes one of its own.
fn attachment(number: u64, picture: &Path, folder: &Path) -> Option<Retained<UNNotificationAttachment>> {
    let copy = copies::make(picture, folder, number).ok()?;
    let place = NSURL::fileURLWithPath(&NSString::from_str(copy.to_str()?));
    // SAFETY: there are no options, whose values alone could be of a wrong kind. What is handed out is owned here.
    unsafe { UNNotificationAttachment::attachmentWithIdentifier_URL_options_error(&NSString::new(), &place, None) }.ok()
}
