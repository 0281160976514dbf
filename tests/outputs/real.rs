//! Notifications against real daemons, with real clicks.

use crate::desk::{Desk, Probe, Process, until};
use unhunch::figures::{self, Palette, Role};

/// The daemon's own menu, asked for by a middle click, always makes the same choice.
const DUNSTRC: &str = "[global]\nmouse_middle_click = do_action, close_current\nmouse_left_click = close_current\n\
    width = 300\noffset = 10x10\norigin = top-right\ndmenu = /bin/grep -e Snooze -e Shifted -e Sore\n";

#[test]
fn dunst_passes_on_a_real_click_and_a_close() {
    let desk = Desk::with_screen();
    desk.write("config/dunst/dunstrc", DUNSTRC);
    desk.run("dunst", &[]);
    desk.owner("org.freedesktop.Notifications");
    let mut probe = desk.probe();
    let report = probe.until("\"notifications\"");
    assert!(report.contains("dunst") && report.contains("middle click"), "{report}");
    probe.order("prompt Move & more");
    shown(&desk, "Move & more");
    desk.click(500, 40, 2);
    assert_eq!(probe.until("Click"), "Click(Snooze)");
    probe.order("prompt Again");
    shown(&desk, "Again");
    probe.order("guide Breathe");
    shown(&desk, "Breathe");
    assert_eq!(desk.output("dunstctl", &["count", "displayed"]).trim(), "1", "replaced in place");
    desk.click(500, 40, 1);
    assert_eq!(probe.until("Dismissed"), "Dismissed(Closed)");
    for (order, answer) in [("nudge Let it drop", "Click(Shifted)"), ("check-in", "Click(Sore)")] {
        probe.order(order);
        shown(&desk, order);
        desk.click(500, 40, 2);
        assert_eq!(probe.until("Click"), answer);
    }
    probe.order("nudge Shift");
    shown(&desk, "Shift");
    probe.order("withdraw");
    until("an empty screen", || (desk.output("dunstctl", &["count", "displayed"]).trim() == "0").then_some(()));
}

/// Waits until dunst shows this and nothing else.
fn shown(desk: &Desk, title: &str) {
    until(title, || {
        let one = desk.output("dunstctl", &["count", "displayed"]).trim() == "1";
        // A window of its own size shows that it is drawn.
        let windows = desk.output("xdotool", &["search", "--onlyvisible", "--class", "Dunst"]);
        (one && !windows.trim().is_empty()).then_some(())
    });
}

/// The figure's paper is seen with the picture and not without; a file that is none leaves the words.
fn shows_pictures(desk: &Desk, probe: &mut Probe) {
    let exercises = unhunch::library::content("en", &[]).0.content.exercises;
    let figure = exercises.iter().find(|exercise| exercise.id == "cat-cow").and_then(figures::of).unwrap();
    let card = figures::to_card(&figure, figure.still(), 192, Palette::Light).unwrap();
    let paper = || desk.pixels(Palette::Light.colour(Role::Paper));
    std::fs::write(desk.path("picture.png"), card).unwrap();
    probe.order("prompt Bare");
    until("the words alone", || (paper() < 20).then_some(()));
    probe.order("pictured Move");
    until("the picture", || (paper() > 500).then_some(()));
    std::fs::write(desk.path("picture.png"), "torn").unwrap();
    probe.order("pictured Torn");
    until("the words without it", || (paper() < 20).then_some(()));
}

#[test]
fn dunst_shows_the_figure() {
    let desk = Desk::with_screen();
    desk.run("dunst", &[]);
    desk.owner("org.freedesktop.Notifications");
    let mut probe = desk.probe();
    probe.until("Notifications { up: true }");
    shows_pictures(&desk, &mut probe);
    shown(&desk, "Torn");
}

#[test]
fn xfce4_notifyd_shows_the_figure() {
    let desk = Desk::with_screen();
    let _daemon = xfce4_notifyd(&desk);
    let mut probe = desk.probe();
    probe.until("Notifications { up: true }");
    shows_pictures(&desk, &mut probe);
    assert!(!desk.output("xdotool", &["search", "--onlyvisible", "--class", "notifyd"]).is_empty());
}

fn xfce4_notifyd(desk: &Desk) -> Process {
    let lib = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/libexec"];
    let path =
        lib.iter().map(|lib| format!("{lib}/xfce4/notifyd/xfce4-notifyd")).find(|path| std::fs::exists(path).unwrap());
    let daemon = desk.start(&path.expect("xfce4-notifyd is installed"), &[]);
    desk.owner("org.freedesktop.Notifications");
    daemon
}

#[test]
fn xfce4_notifyd_passes_on_a_click_on_a_button() {
    let desk = Desk::with_screen();
    let _panel = crate::tray::panel(&desk);
    let daemon = xfce4_notifyd(&desk);
    let mut probe = desk.probe();
    probe.until("Notifications { up: true }");
    for (button, answer) in [((350, 135), "Click(Start)"), ((455, 135), "Click(Snooze)"), ((560, 135), "Click(Skip)")] {
        probe.order("prompt Move|One line");
        until(answer, || {
            desk.click(button.0, button.1, 1);
            probe.hears(answer)
        });
    }
    for (button, answer) in [((467, 135), "Click(Shifted)"), ((565, 135), "Click(Fine)")] {
        probe.order("nudge One line");
        until(answer, || {
            desk.click(button.0, button.1, 1);
            probe.hears(answer)
        });
    }
    probe.order("prompt Left");
    probe.order("prompt Replaced");
    drop(daemon);
    probe.until("Notifications { up: false }");
    let _daemon = desk.start("dunst", &[]);
    probe.until("Notifications { up: true }");
    probe.order("prompt Anew");
    shown(&desk, "Anew");
}
