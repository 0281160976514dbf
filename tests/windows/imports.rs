//! Other programs' records on the page Review: looked for or named, told before, brought in by a second press, taken back by
//! the line above.

use crate::front::Front;
use egui_kittest::kittest::Queryable;
use unhunch::ledger::Program;
use unhunch::text::import as text;
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{Banner, ImportOffer, ImportOrder, ImportTicket, ImportUpdate, MainOrder};

/// A window so tall that the end of the page is in it.
fn tall() -> Front {
    Front::open(MainPage::Review, None, Look::default(), [960.0, 1600.0])
}

fn of_imports(front: &Front) -> Vec<ImportOrder> {
    let all = front.ordered().into_iter();
    all.filter_map(|order| if let MainOrder::Import(order) = order { Some(order) } else { None }).collect()
}

fn offer(told: &str, files: &[&str]) -> ImportOffer {
    ImportOffer {
        told: vec![told.into()],
        files: files.iter().map(Into::into).collect(),
        name: text::bring_of(Program::Workrave),
    }
}

#[test]
fn what_is_found_is_told_and_brought_in_only_then() {
    let mut front = tall();
    of_imports(&front);
    front.click(&text::look());
    assert_eq!(of_imports(&front), [ImportOrder::Look]);
    let offers = vec![offer("Twelve days.", &["/a", "/b"])];
    front.tell(ImportUpdate::Offers(offers, vec!["One file is damaged.".into()]));
    front.harness.get_by_label("Twelve days.");
    front.harness.get_by_label("One file is damaged.");
    assert_eq!(of_imports(&front), []);
    front.click(&text::bring_of(Program::Workrave));
    assert_eq!(of_imports(&front), [ImportOrder::BringIn(vec!["/a".into(), "/b".into()])]);
    let undo = Some(Box::new(ImportOrder::TakeBack(ImportTicket(7)).into()));
    front.tell(Banner { text: "Twelve days were added.".into(), refused: false, undo });
    front.tell(ImportUpdate::Changed);
    assert!(front.harness.query_by_label("Twelve days.").is_none());
    front.click(&unhunch::text::rail::undo());
    assert_eq!(of_imports(&front), [ImportOrder::TakeBack(ImportTicket(7))]);
}

#[test]
fn a_file_is_named_and_what_is_known_already_can_only_be_left() {
    let mut front = tall();
    of_imports(&front);
    front.click(&text::read());
    assert_eq!(of_imports(&front), [], "nothing is typed");
    front.harness.get_by_label(&text::file()).focus();
    front.harness.run();
    front.harness.get_by_label(&text::file()).type_text("/home/me/historystats");
    front.harness.run();
    front.click(&text::read());
    assert_eq!(of_imports(&front), [ImportOrder::Read("/home/me/historystats".into())]);
    front.tell(ImportUpdate::Offers(vec![offer("All of it is known.", &[])], Vec::new()));
    assert!(front.harness.query_by_label(&text::bring_of(Program::Workrave)).is_none());
    front.click(&text::leave());
    assert!(front.harness.query_by_label("All of it is known.").is_none());
    front.tell(ImportUpdate::Refused("It is no record.".into()));
    front.harness.get_by_label("It is no record.");
}
