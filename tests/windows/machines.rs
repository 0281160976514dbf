//! The person's other computers on the page Settings: a folder typed, dropped, found and left, how it does, and which count.

use crate::front::Front;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use unhunch::parts::{Means, PartId, Report, own};
use unhunch::settings;
use unhunch::text::machines as text;
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{
    MachineLine, MachineTicket, MachinesNow, MachinesOrder, MachinesUpdate, MainOrder, PartTold, PartsUpdate,
    SettingsNow, SettingsOrder, SettingsUpdate,
};

fn on(text: &str, size: [f32; 2]) -> Front {
    let mut front = Front::open(MainPage::Settings, Some("machines"), Look::default(), size);
    let now = SettingsNow::of("settings.toml".into(), text.into(), &settings::parse(text).1);
    front.tell(SettingsUpdate::Now(Box::new(now)));
    front
}

fn of_machines(front: &Front) -> Vec<MachinesOrder> {
    let own = |order| if let MainOrder::Machines(order) = order { Some(order) } else { None };
    front.ordered().into_iter().filter_map(own).collect()
}

fn laptop(counts: bool) -> MachinesUpdate {
    let line = MachineLine {
        id: MachineTicket("7".into()),
        name: "Laptop".into(),
        told: vec!["5 days of it are known.".into()],
        counts,
    };
    let now = MachinesNow {
        own: "Desk - this one".into(),
        others: vec![line],
        found: vec!["/home/me/Sync".into()],
        unread: None,
    };
    MachinesUpdate::Now(Box::new(now))
}

#[test]
fn a_folder_is_typed_or_chosen_and_one_that_is_none_is_told_beside_the_field() {
    let mut front = on("", [960.0, 1400.0]);
    assert_eq!(of_machines(&front), [MachinesOrder::Look]);
    front.harness.get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, &text::folder_field()).focus();
    front.harness.run();
    front
        .harness
        .get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, &text::folder_field())
        .type_text("~/Sync");
    front.harness.run();
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(of_machines(&front), [MachinesOrder::Share("~/Sync".into())]);
    front.tell(MachinesUpdate::NotShared(text::no_folder()));
    front.harness.get_by_label(&text::no_folder());
    front.tell(laptop(true));
    front.click(&text::share_found("/home/me/Sync"));
    assert_eq!(of_machines(&front), [MachinesOrder::Share("/home/me/Sync".into())]);
    assert!(front.harness.query_by_label(&text::no_folder()).is_none());
}

#[test]
fn the_folder_says_how_it_does_and_is_left_by_a_change_that_can_be_taken_back() {
    let mut front = on("sync.folder = \"/home/me/Sync\"\n", [960.0, 1400.0]);
    front.harness.get_by_label("/home/me/Sync");
    let means = Means::file(std::path::Path::new("/home/me/Sync"));
    let report = Report::failed(PartId::Machines, means, own::Says::NoSharedFolder, own::Advice::SharedWaits);
    of_machines(&front);
    front.tell(PartsUpdate::Are(vec![PartTold { report, since: None }]));
    front.harness.get_by_label("The folder is not there.");
    assert_eq!(of_machines(&front), [MachinesOrder::Look], "what is known may be another");
    front.tell(PartsUpdate::NotRunning);
    front.harness.get_by_label(&text::not_running());
    front.ordered();
    front.click(&text::leave());
    let [MainOrder::Settings(SettingsOrder::Change(change))] = &front.ordered()[..] else { panic!("one change") };
    assert_eq!(change.all, [("sync.folder".to_owned(), None)]);
}

#[test]
fn each_machine_is_named_by_its_button_and_forgotten_and_counted_again() {
    for size in [[480.0, 2400.0], [960.0, 1400.0]] {
        let mut front = on("", size);
        front.tell(laptop(true));
        front.harness.get_by_label("Desk - this one");
        of_machines(&front);
        front.click("Forget: Laptop");
        assert_eq!(of_machines(&front), [MachinesOrder::Count(MachineTicket("7".into()), false)]);
        front.tell(laptop(false));
        front.click("Count again: Laptop");
        assert_eq!(of_machines(&front), [MachinesOrder::Count(MachineTicket("7".into()), true)]);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_was_chosen_in_the_desktops_dialogue_stands_in_the_field() {
    use unhunch::text::surroundings;
    let mut front = on("", [960.0, 1400.0]);
    of_machines(&front);
    front.click(&surroundings::choose());
    assert_eq!(of_machines(&front), [MachinesOrder::Choose]);
    front.tell(MachinesUpdate::Chosen("/home/me/Sync".into()));
    front.click(&text::share());
    assert_eq!(of_machines(&front), [MachinesOrder::Share("/home/me/Sync".into())]);
}
