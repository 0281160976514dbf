//! A toast that was handed to Windows. Owns it with its three handlers, which hear it as long as this is kept: a click in the
//! notification centre comes long after it left the screen.

use crate::engine::notice::Wording;
use crate::outputs::{Picture, toast};
use windows::Data::Xml::Dom::XmlDocument;
use windows::Foundation::TypedEventHandler;
use windows::UI::Notifications::{
    ToastActivatedEventArgs, ToastDismissalReason, ToastDismissedEventArgs, ToastFailedEventArgs, ToastNotification,
    ToastNotifier,
};
use windows::core::{Error, HSTRING, IInspectable, Interface, Result};

/// Tag and group of the one toast: the next one with them takes its place.
// Both are needed to name it; a tag has room for 16 letters before Windows 10 1703.
const TAG: &str = "unhunch";

/// What Windows says of a toast.
pub(super) enum Heard {
    /// A button, or the toast beside its buttons, was clicked: the word that it was given.
    Chosen(String),
    /// The person threw it away.
    Closed,
    /// It left the screen by itself.
    Expired,
    /// It was not shown.
    Failed(Error),
}

/// A toast that is out.
pub(super) struct Toast(ToastNotification);

impl Toast {
    /// Shows it in place of the one before. `tell` is called by threads of Windows, and never waits.
    pub(super) fn show(
        by: &ToastNotifier,
        notice: &Wording,
        picture: Option<&Picture>,
        tell: impl Fn(Heard) + Clone + Send + 'static,
    ) -> Result<Self> {
        let document = XmlDocument::new()?;
        document.LoadXml(&HSTRING::from(toast::xml(notice, picture.map(|picture| picture.file.as_path()))))?;
        let toast = ToastNotification::CreateToastNotification(&document)?;
        toast.SetTag(&HSTRING::from(TAG))?;
        toast.SetGroup(&HSTRING::from(TAG))?;
        let (chosen, failed) = (tell.clone(), tell.clone());
        toast.Activated(&TypedEventHandler::<_, IInspectable>::new(move |_, args| {
            let args = args.ok()?.cast::<ToastActivatedEventArgs>()?;
            chosen(Heard::Chosen(args.Arguments()?.to_string()));
            Ok(())
        }))?;
        toast.Dismissed(&TypedEventHandler::<_, ToastDismissedEventArgs>::new(move |_, args| {
            match args.ok()?.Reason()? {
                ToastDismissalReason::UserCanceled => tell(Heard::Closed),
                ToastDismissalReason::TimedOut => tell(Heard::Expired),
                // The app took it away itself.
                _ => {}
            }
            Ok(())
        }))?;
        toast.Failed(&TypedEventHandler::<_, ToastFailedEventArgs>::new(move |_, args| {
            failed(Heard::Failed(args.ok()?.ErrorCode()?.into()));
            Ok(())
        }))?;
        by.Show(&toast)?;
        Ok(Self(toast))
    }

    /// Takes it off the screen and out of the notification centre.
    pub(super) fn hide(&self, by: &ToastNotifier) -> Result<()> {
        by.Hide(&self.0)
    }
}
