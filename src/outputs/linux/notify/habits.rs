//! What notification services do that their capabilities do not say, by the name each gives of itself. Owns that table,
//! which was read off the services as distributions ship them; never sends anything.

use crate::parts::outputs::Buttons;

/// What becomes of the buttons when a notification is replaced in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replaced {
    /// They are the new one's.
    Anew,
    /// They are the old one's.
    Kept,
    /// There are none any more, or the picture is lost.
    Lost,
}

/// How a picture is named so that it is shown, and as large as the service can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// By its path.
    Path,
    /// As the app's icon: other pictures are looked for, and not shown.
    AsIcon,
    /// By its path, beside the app's own icon: alone it would be taken for the icon, and shown as small.
    BesideIcon,
}

/// The habits of one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Habits {
    /// What waits at normal urgency is folded, queued under a full-screen window or closed after some seconds; only what
    /// is critical stays where it can be answered.
    pub(super) waits_critical: bool,
    /// A click beside the buttons throws it away, unless that click is an action too.
    pub(super) click_closes: bool,
    /// What is of low urgency is never put on screen.
    pub(super) low_unseen: bool,
    /// The buttons of what replaces another.
    pub(super) replaced: Replaced,
    /// How pictures are named.
    pub(super) named: Named,
    /// Where the actions are.
    pub(super) buttons: Buttons,
}

/// A service that does what the specification says.
const PLAIN: Habits = Habits {
    waits_critical: false,
    click_closes: false,
    low_unseen: false,
    replaced: Replaced::Anew,
    named: Named::Path,
    buttons: Buttons::Drawn,
};

/// The services that do more than the specification says, or less.
const KNOWN: [(&str, Habits); 7] = [
    (
        // GNOME folds what waits after 4 s, where a click throws it away, and queues it under a full screen. Nothing of
        // low urgency is shown, and what replaces another has no buttons.
        "gnome-shell",
        Habits { waits_critical: true, click_closes: true, low_unseen: true, replaced: Replaced::Lost, ..PLAIN },
    ),
    // Queues under a full screen as GNOME does; what replaces another has no picture.
    ("cinnamon", Habits { waits_critical: true, replaced: Replaced::Lost, named: Named::BesideIcon, ..PLAIN }),
    // Stacks what waits below a full-screen window.
    ("Plasma", Habits { waits_critical: true, ..PLAIN }),
    // Closes what waits after 6 s, whatever time was asked for.
    ("Budgie Notification Server", Habits { waits_critical: true, ..PLAIN }),
    // Changes the texts of what is replaced and nothing else.
    ("lxqt-notificationd", Habits { replaced: Replaced::Kept, named: Named::AsIcon, ..PLAIN }),
    // Draws no buttons, and its left click closes even where there is a default action.
    ("dunst", Habits { buttons: Buttons::BehindMiddleClick, ..PLAIN }),
    // Draws no buttons; its click closes only where there is no default action.
    ("mako", Habits { click_closes: true, buttons: Buttons::BehindCommand, ..PLAIN }),
];

impl Habits {
    /// Of the service that calls itself so.
    pub(super) fn of(server: &str) -> Self {
        KNOWN.iter().find(|(name, _)| name.eq_ignore_ascii_case(server)).map_or(PLAIN, |(_, habits)| *habits)
    }
}

impl Default for Habits {
    fn default() -> Self {
        PLAIN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_is_known_by_its_whole_name() {
        assert!(Habits::of("gnome-shell").waits_critical);
        assert!(Habits::of("Cinnamon").waits_critical);
        assert_eq!(Habits::of("dunstify"), PLAIN);
        assert_eq!(Habits::of(""), PLAIN);
    }
}
