//! What can be told of the tray and the notifications.

use serde::{Deserialize, Serialize};

/// What an output says now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// There is no session bus.
    NoBus,
    /// Nobody on the bus shows notifications.
    NoService,
    /// The notification service does not answer.
    ServiceSilent,
    /// Where the buttons of a notification are.
    Buttons(Buttons),
    /// No program shows tray icons.
    NoHost,
    /// A tray host is there and does not answer.
    HostSilent,
    /// The icon could not be put up.
    HostRefuses,
    /// The person, or a policy, has switched the app's notifications off in the system's settings.
    OffInSystem,
    /// The person has not answered yet whether the app may show notifications.
    Unanswered,
    /// The system shows notifications of apps in a bundle alone, and this program is in none.
    NoBundle,
    /// The taskbar has not taken the icon.
    NoTaskbar,
    /// The icon is up.
    IconShown,
    /// Other programs find the app by its name on the bus.
    NameOwned,
    /// Another program has that name.
    NameTaken,
}

/// Where the answers of a notification are found, on this service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Buttons {
    /// On it.
    Drawn,
    /// Nowhere: the menu and the command line answer.
    Nowhere,
    /// In a menu behind a middle click.
    BehindMiddleClick,
    /// In a menu behind a command; a click starts the break.
    BehindCommand,
}

/// What can be done where an output does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is about what its name says")]
pub enum Advice {
    NoBus,
    NoService,
    ServiceSilent,
    NoHost,
    NoHostOnGnome,
    NoHostOnBudgie,
    NoHostOnI3,
    HostFailed,
    NoTaskbar,
    OffInSystem,
    Unanswered,
    NotificationsFail,
    NoBundle,
    NameTaken,
}
