//! A notice in the words of org.freedesktop.Notifications 1.2. Owns its calls, the body's escaping and its time; what it hints at
//! is in `hints`. Never sends anything.

use super::hints::{hints, shows};
use super::offer::{how_to_answer, offered, urgency};
use super::server::Server;
use crate::engine::notice::Wording;
use crate::outputs::linux::bus::link::{self, Ask, Link, NOTIFICATIONS};
use crate::outputs::linux::order::Pictured;
use crate::parts::APP;
use zbus::Message;

const PATH: &str = "/org/freedesktop/Notifications";

/// Asks the bus who shows notifications.
pub(in crate::outputs::linux) fn ask_owner(link: &mut Link) {
    link.ask_bus(Ask::Activatable, "ListActivatableNames", &());
    link.ask_bus(Ask::DaemonOwner, "GetNameOwner", &(NOTIFICATIONS,));
}

/// Asks the service what it is and what it can do, unless it is being asked; starts it if the bus can.
pub(super) fn ask_abilities(link: &mut Link) {
    if !link.awaits(Ask::Capabilities) {
        link.forget(&[Ask::Server, Ask::Capabilities]);
        link.ask(Ask::Server, call("GetServerInformation", &()));
        link.ask(Ask::Capabilities, call("GetCapabilities", &()));
    }
}

/// A call to the notification service.
pub(super) fn call<B: serde::Serialize + zbus::zvariant::DynamicType>(member: &str, body: &B) -> zbus::Result<Message> {
    link::call(NOTIFICATIONS, PATH, NOTIFICATIONS, member, body)
}

/// Whether nobody waits for an answer to it.
pub(super) fn expects_none(notice: &Wording) -> bool {
    notice.kind.transient() && notice.actions.is_empty()
}

/// The call that shows the notice in place of `replaces` (0: in place of none).
pub(super) fn notify(shown: &Pictured, server: &Server, replaces: u32) -> zbus::Result<Message> {
    let Pictured { notice, picture, .. } = shown;
    let (icon, image) = shows(picture.as_ref(), server.habits.named);
    let hints = hints(urgency(notice, server.habits), notice.kind, image);
    let mut actions: Vec<&str> = Vec::new();
    if server.can().actions {
        let labels = notice.actions.iter().map(|(action, label)| (*action, label.as_str()));
        for (key, action) in offered(notice, server.habits) {
            let label = labels.clone().find(|(one, _)| *one == action).map_or("", |(_, label)| label);
            actions.extend([key, label]);
        }
    }
    let body = body(shown, server);
    call("Notify", &(APP, replaces, icon, &notice.title, body, actions, hints, expires(notice)))
}

/// The body as this service reads it.
pub(super) fn body(shown: &Pictured, server: &Server) -> String {
    let mut text = shown.notice.body.clone();
    let how = how_to_answer(shown, server);
    if !how.is_empty() {
        text = if text.is_empty() { how } else { format!("{text}\n{how}") };
    }
    if server.can().markup { escaped(&text) } else { text }
}

/// Plain text as the markup of the specification.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Milliseconds on screen; 0 waits for ever, -1 is the service's own time.
pub(super) fn expires(notice: &Wording) -> i32 {
    match notice.lasts {
        Some(lasts) => i32::try_from(lasts.as_millis()).unwrap_or(i32::MAX),
        None if notice.kind.transient() => -1,
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::habits::Habits;
    use super::super::offer::ACTIONS;
    use super::super::server::Abilities;
    use super::*;
    use crate::engine::event::Action;
    use crate::engine::notice::NoticeKind;
    use crate::outputs::Picture;
    use crate::outputs::offer::{key, silent};
    use crate::parts::outputs::Buttons;
    use std::collections::BTreeMap;
    use std::time::Duration;

    fn notice(kind: NoticeKind, actions: &[Action]) -> Wording {
        Wording {
            kind,
            title: "Stand & look <out>".into(),
            body: "Roll <b>both</b> shoulders & breathe".into(),
            actions: actions.iter().map(|action| (*action, key(*action).to_owned())).collect(),
            picture: None,
            lasts: None,
        }
    }

    type Sent = (String, u32, String, String, String, Vec<String>, BTreeMap<String, zbus::zvariant::OwnedValue>, i32);

    /// Title, body, actions, hints and time.
    fn message(notice: &Wording, picture: Option<&str>, abilities: Abilities) -> Sent {
        let server = Server { abilities: Some(abilities), ..Server::default() };
        told(notice, picture, &server)
    }

    fn told(notice: &Wording, picture: Option<&str>, server: &Server) -> Sent {
        let picture = picture.map(|file| Picture { file: file.into(), icon: "/home/unhunch.svg".into() });
        let how =
            |_, _: &_, buttons| if buttons == Buttons::Nowhere { "Answer elsewhere.".into() } else { String::new() };
        let shown = Pictured { notice: notice.clone(), picture, how };
        notify(&shown, server, 0).unwrap().body().deserialize().unwrap()
    }

    fn sent(notice: &Wording, abilities: Abilities) -> (String, String, Vec<String>, i32) {
        let (_, _, _, title, body, actions, hints, expires) = message(notice, None, abilities);
        assert_eq!(hints.keys().cloned().collect::<Vec<_>>().join(" "), {
            "category desktop-entry image-data suppress-sound transient urgency"
        });
        (title, body, actions, expires)
    }

    #[test]
    fn a_picture_takes_the_place_of_the_icon() {
        let prompt = notice(NoticeKind::Prompt, &[]);
        let (.., hints, _) = message(&prompt, Some("/home/a b/ü.png"), Abilities::default());
        assert_eq!(*hints["image-path"], zbus::zvariant::Value::from("/home/a b/ü.png"));
        assert!(!hints.contains_key("image-data"), "pixels would count before the file");
    }

    #[test]
    fn a_picture_is_named_as_the_service_shows_it() {
        let prompt = notice(NoticeKind::Prompt, &[]);
        let sent = |name: &str| {
            let server = Server { habits: Habits::of(name), ..Server::default() };
            let (_, _, icon, .., hints, _) = told(&prompt, Some("/home/a b/ü.png"), &server);
            (icon, hints.get("image-path").map(|path| String::try_from(path.clone()).unwrap()))
        };
        let file = || "/home/a b/ü.png".to_owned();
        assert_eq!(sent("gnome-shell"), (String::new(), Some(file())));
        assert_eq!(sent("cinnamon"), ("/home/unhunch.svg".into(), Some(file())));
        assert_eq!(sent("lxqt-notificationd"), (file(), None));
    }

    #[test]
    fn text_is_escaped_only_for_a_service_that_reads_markup() {
        let prompt = notice(NoticeKind::Prompt, &[Action::Start]);
        let (title, body, ..) = sent(&prompt, Abilities { actions: true, markup: true });
        assert_eq!(title, "Stand & look <out>", "titles are plain in every service");
        assert_eq!(body, "Roll &lt;b&gt;both&lt;/b&gt; shoulders &amp; breathe");
        let (_, body, ..) = sent(&prompt, Abilities { actions: true, markup: false });
        assert_eq!(body, prompt.body);
    }

    #[test]
    fn without_buttons_the_body_says_how_to_answer() {
        let prompt = notice(NoticeKind::Prompt, &[Action::Start, Action::Snooze, Action::Skip]);
        let (_, body, actions, expires) = sent(&prompt, Abilities::default());
        assert!(body.ends_with("\nAnswer elsewhere."), "{body}");
        assert!(actions.is_empty());
        assert_eq!(expires, 0, "a prompt waits");
    }

    #[test]
    fn buttons_are_keys_and_labels_and_never_the_default() {
        let abilities = Abilities::of(&["actions".into(), "body".into()]);
        let (_, _, actions, _) = sent(&notice(NoticeKind::Prompt, &ACTIONS), abilities);
        assert_eq!(actions.len(), 2 * ACTIONS.len());
        assert!(!actions.contains(&"default".to_owned()));
    }

    #[test]
    fn a_nudge_is_quiet_with_its_buttons_too_takes_the_services_own_time_and_a_given_time_is_kept() {
        let actions = vec![(Action::Shifted, "Shifted".into()), (Action::Fine, "Already fine".into())];
        let mut nudge = Wording { actions, ..notice(NoticeKind::Nudge, &[]) };
        assert!(!expects_none(&nudge), "its answer is heard");
        let (_, _, actions, expires_after) = sent(&nudge, Abilities { actions: true, markup: false });
        assert_eq!(actions, ["shifted", "Shifted", "fine", "Already fine"]);
        assert_eq!(expires_after, -1);
        assert!(silent(nudge.kind) && nudge.kind.transient());
        nudge.lasts = Some(Duration::from_secs(20));
        assert_eq!(expires(&nudge), 20_000);
        assert!(expects_none(&notice(NoticeKind::Info, &[])));
        assert!(!expects_none(&notice(NoticeKind::Guide, &[])), "the next cue replaces it in place");
    }
}
