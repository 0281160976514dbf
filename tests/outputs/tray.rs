//! The tray against a real panel.

use crate::desk::{Desk, Process, until};
use crate::menu::items;
use std::process::Command;

const PANEL: &str = include_str!("xfce4-panel.xml");

/// A running panel with a tray.
pub(crate) struct Panel {
    process: Process,
    /// The process that owns the watcher's name: the panel's plugin.
    watcher: String,
}

impl Panel {
    fn send(&self, signal: &str) {
        for id in [&self.process.id(), &self.watcher] {
            assert!(Command::new("kill").args([signal, id]).status().unwrap().success());
        }
    }

    pub(crate) fn stop(&self) {
        self.send("-STOP");
    }

    pub(crate) fn go_on(&self) {
        self.send("-CONT");
    }
}

impl Drop for Panel {
    fn drop(&mut self) {
        // The plugin ends with its panel; if it was stopped it cannot see that.
        let _ = Command::new("kill").args(["-KILL", &self.watcher]).status();
    }
}

pub(crate) fn panel(desk: &Desk) -> Panel {
    desk.write("config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml", PANEL);
    let lib = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/libexec"];
    let xfconfd =
        lib.iter().map(|lib| format!("{lib}/xfce4/xfconf/xfconfd")).find(|path| std::fs::exists(path).unwrap());
    if crate::desk::owner(&desk.connection(), "org.xfce.Xfconf").is_none() {
        desk.run(&xfconfd.expect("xfconfd is installed"), &[]);
        desk.owner("org.xfce.Xfconf");
    }
    let process = desk.start("xfce4-panel", &["--disable-wm-check"]);
    let owner = desk.owner("org.kde.StatusNotifierWatcher");
    let bus = "org.freedesktop.DBus";
    let reply = desk.connection().call_method(Some(bus), "/", Some(bus), "GetConnectionUnixProcessID", &(owner,));
    let watcher: u32 = reply.unwrap().body().deserialize().unwrap();
    Panel { process, watcher: watcher.to_string() }
}

#[test]
fn the_icon_is_shown_changed_in_place_and_its_menu_answers() {
    let desk = Desk::with_screen();
    let _panel = panel(&desk);
    let mut probe = desk.probe();
    probe.order("tray counting 3 10:42");
    let report = probe.until("the icon is in the tray");
    assert!(report.contains("\"works\"") && report.contains("panel"), "{report}");
    let [icon] = items(&desk, &probe).try_into().ok().expect("one icon");
    assert_eq!((icon.text("Id").as_str(), icon.text("Title").as_str()), ("unhunch", "Unhunch"));
    let before = icon.layout();
    let label = before.iter().find(|item| item.text == "Next break at 10:42").unwrap();
    assert!(!label.enabled, "a label does nothing");
    let pixels = icon.pixels();
    probe.order("tray counting 4 10:45");
    let after = until("the new text", || {
        let layout = icon.layout();
        layout.iter().any(|item| item.text == "Next break at 10:45").then_some(layout)
    });
    assert!(before.iter().map(|item| item.id).eq(after.iter().map(|item| item.id)), "changed in place");
    assert_ne!(icon.pixels(), pixels);
    icon.click("30 minutes");
    assert_eq!(probe.until("Menu"), "Menu(Ask(Pause(For(1800s))))");
    icon.click("Settings & more_less");
    assert_eq!(probe.until("Menu"), "Menu(Settings)");
    icon.activate();
    probe.until("TrayClicked");
    probe.order("tray due 0 10:45");
    until("Snooze", || icon.layout().iter().any(|item| item.text == "Snooze").then_some(()));
    icon.click("Snooze");
    assert_eq!(probe.until("Menu"), "Menu(Ask(Snooze))");
    assert_eq!(items(&desk, &probe).len(), 1);
}

#[test]
fn a_real_click_on_the_icon_and_in_its_menu_answers() {
    let desk = Desk::with_screen();
    let _panel = panel(&desk);
    let mut probe = desk.probe();
    probe.order("tray counting 3 10:42");
    probe.until("the icon is in the tray");
    until("a click on the icon", || {
        desk.click(16, 16, 1);
        probe.hears("TrayClicked")
    });
    // The menu opens below the icon; its third line starts a break.
    until("a click in the menu", || {
        desk.click(16, 16, 3);
        std::thread::sleep(std::time::Duration::from_millis(300));
        desk.click(80, 76, 1);
        probe.hears("Menu(Ask(Start))")
    });
}

#[test]
fn it_appears_when_a_panel_comes_and_again_when_it_returns() {
    let desk = Desk::with_screen();
    let mut probe = desk.probe();
    probe.order("tray counting 3 10:42");
    let report = probe.until("no tray host is running");
    assert!(report.contains("not-here") && report.contains("appears by itself"), "{report}");
    for _ in 0..2 {
        let panel = panel(&desk);
        probe.until("the icon is in the tray");
        until("the panel to know it", || (registered(&desk) == 1).then_some(()));
        drop(panel);
        probe.until("no tray host is running");
    }
}

#[test]
fn a_program_with_the_watchers_name_and_nothing_behind_it_is_tried_again() {
    let desk = Desk::with_screen();
    let impostor = desk.connection();
    // Without it, it would not even say that there is no such object.
    impostor.object_server();
    impostor.request_name("org.kde.StatusNotifierWatcher").unwrap();
    let mut probe = desk.probe();
    probe.order("tray counting 3 10:42");
    let report = probe.until("does not take the icon");
    assert!(report.contains("failed"), "{report}");
    drop(impostor);
    let _panel = panel(&desk);
    probe.until("the icon is in the tray");
    until("the panel to know it", || (registered(&desk) == 1).then_some(()));
    assert_eq!(items(&desk, &probe).len(), 1);
}

/// How many icons the panel knows.
fn registered(desk: &Desk) -> usize {
    let watcher = "org.kde.StatusNotifierWatcher";
    let body = (watcher, "RegisteredStatusNotifierItems");
    let interface = "org.freedesktop.DBus.Properties";
    let reply = desk.connection().call_method(Some(watcher), "/StatusNotifierWatcher", Some(interface), "Get", &body);
    let Ok(reply) = reply else { return 0 };
    let value: zbus::zvariant::OwnedValue = reply.body().deserialize().unwrap();
    Vec::<String>::try_from(value).unwrap().len()
}
