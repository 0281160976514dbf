//! What is frozen costs its own call and nothing else.

#![expect(clippy::disallowed_types, reason = "what the interface macro writes")]

use crate::desk::{Desk, until};
use crate::menu::items;

#[test]
fn a_frozen_service_holds_nobody_and_its_thaw_is_noticed() {
    let desk = Desk::with_screen();
    let dunst = desk.start("dunst", &[]);
    desk.owner("org.freedesktop.Notifications");
    let mut probe = desk.probe();
    probe.until("Notifications { up: true }");
    dunst.signal("STOP");
    probe.order("prompt Move");
    probe.order("tray counting 3 10:42");
    let seen = probe.all_until("Notifications { up: false }");
    assert!(seen.iter().any(|line| line.contains("does not answer")), "{seen:#?}");
    dunst.signal("CONT");
    probe.until("Notifications { up: true }");
    until("the stale prompt to go", || (displayed(&desk) == "0").then_some(()));
    probe.order("prompt Anew");
    until("the new prompt", || (displayed(&desk) == "1").then_some(()));
}

#[test]
fn a_service_frozen_before_the_start_is_found_out() {
    let desk = Desk::with_screen();
    let dunst = desk.start("dunst", &[]);
    desk.owner("org.freedesktop.Notifications");
    dunst.signal("STOP");
    let mut probe = desk.probe();
    probe.order("word Shift");
    probe.until("Notifications { up: false }");
    dunst.signal("CONT");
    probe.until("Notifications { up: true }");
}

#[test]
fn a_frozen_panel_holds_neither_notifications_nor_the_caller() {
    let desk = Desk::with_screen();
    let panel = crate::tray::panel(&desk);
    desk.run("dunst", &[]);
    desk.owner("org.freedesktop.Notifications");
    panel.stop();
    let mut probe = desk.probe();
    probe.order("tray counting 3 10:42");
    probe.until("the tray host does not answer");
    probe.order("prompt Move");
    until("the prompt", || (displayed(&desk) == "1").then_some(()));
    panel.go_on();
    probe.until("the icon is in the tray");
    probe.order("tray paused 0 11:00");
    until("the menu", || {
        let [icon] = items(&desk, &probe).try_into().ok()?;
        icon.layout().iter().any(|item| item.text == "Resume").then_some(())
    });
}

fn displayed(desk: &Desk) -> String {
    desk.output("dunstctl", &["count", "displayed"]).trim().to_owned()
}

/// A tray's watcher that answers what it is asked and never takes an icon.
struct Watcher;

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    #[expect(clippy::unused_self, reason = "the interface's own form")]
    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    async fn register_status_notifier_item(&self, service: String) {
        std::future::pending::<()>().await;
        drop(service);
    }
}

#[test]
fn a_watcher_that_never_takes_the_icon_is_told_of() {
    let desk = Desk::new();
    let name = "org.kde.StatusNotifierWatcher";
    let builder = desk.builder().serve_at("/StatusNotifierWatcher", Watcher).unwrap();
    let _watcher = builder.name(name).unwrap().build().unwrap();
    let mut probe = desk.probe();
    probe.order("tray counting 3 10:42");
    probe.until("the tray host does not answer");
}
