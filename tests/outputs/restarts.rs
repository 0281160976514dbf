//! Notifications over the ends of others: of the service, of our own process, of the bus.

use crate::desk::{Desk, Probe};
use crate::double::Double;
use crate::notify::{FULL, served, up};
use std::fs;

#[test]
fn a_new_service_makes_all_ids_void() {
    let desk = Desk::new();
    let first = Double::new(&desk, &FULL, None);
    let mut probe = desk.probe();
    up(&probe);
    probe.order("prompt Move");
    first.shown("Move");
    drop(first);
    probe.until("Notifications { up: false }");
    probe.until("no notification service is running");
    assert!(!desk.path("unhunch/notification").exists());
    probe.order("prompt Lost");
    probe.until("Notifications { up: false }");
    let second = Double::new(&desk, &FULL, None);
    up(&probe);
    probe.order("prompt Anew");
    let anew = second.shown("Anew");
    assert_eq!(anew.replaces, 0);
    assert_eq!(second.count(), 1, "what was lost is not shown by itself");
    second.click(anew.id, "skip");
    let seen = probe.all_until("Click");
    assert_eq!(seen.last().unwrap(), "Click(Skip)");
}

#[test]
fn what_a_killed_process_left_is_replaced_in_place() {
    let (desk, double, mut probe) = served();
    probe.order("prompt Move");
    let left = double.shown("Move");
    until_kept(&desk, left.id);
    drop(probe);
    let mut probe = desk.probe();
    probe.order("prompt Back");
    assert_eq!(double.shown("Back").replaces, left.id);
    drop(probe);
    let probe = desk.probe();
    up(&probe);
    double.closed(left.id);
    drop(probe);
}

fn until_kept(desk: &Desk, id: u32) {
    let path = desk.path("unhunch/notification");
    crate::desk::until("the file", || fs::read_to_string(&path).ok()?.ends_with(&format!(" {id}\n")).then_some(()));
}

#[test]
fn an_orderly_end_leaves_nothing_on_screen() {
    let (desk, double, mut probe) = served();
    probe.order("prompt Move");
    let shown = double.shown("Move");
    until_kept(&desk, shown.id);
    probe.order_slow("finish");
    probe.order_slow("end");
    double.closed(shown.id);
    assert!(!desk.path("unhunch/notification").exists());
}

#[test]
fn without_a_bus_it_says_so() {
    let desk = Desk::new();
    let mut command = desk.command(crate::desk::PROBE);
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent").arg(desk.path("unhunch/notification"));
    let mut probe = Probe::start(&mut command);
    probe.order("tray counting 3 10:42");
    let seen = probe.all_until("\"notifications\"");
    assert!(seen.iter().any(|line| line.contains("\"tray\"") && line.contains("no session bus")), "{seen:#?}");
    probe.order("prompt Move");
    probe.until("Notifications { up: false }");
}

#[test]
fn a_bus_that_was_restarted_is_found_again_with_nothing_to_show() {
    let mut desk = Desk::new();
    let double = Double::new(&desk, &FULL, None);
    let probe = desk.probe();
    probe.until("no tray host");
    up(&probe);
    desk.kill_bus();
    probe.until("no session bus");
    probe.until("Notifications { up: false }");
    drop(double);
    desk.restart_bus();
    let _double = Double::new(&desk, &FULL, None);
    probe.until("no tray host");
    up(&probe);
}

#[test]
fn a_bus_that_dies_is_told_and_a_bus_that_returns_is_used() {
    let mut desk = Desk::new();
    let double = Double::new(&desk, &FULL, None);
    let mut probe = desk.probe();
    probe.until("no tray host");
    up(&probe);
    desk.kill_bus();
    probe.until("no session bus");
    probe.until("Notifications { up: false }");
    drop(double);
    probe.order("prompt Move");
    probe.until("Notifications { up: false }");
    desk.restart_bus();
    let double = Double::new(&desk, &FULL, None);
    probe.order("prompt Anew");
    double.shown("Anew");
}
