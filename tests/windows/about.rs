//! The page About: what it asks for, what it tells, and the report to copy or to keep.

use crate::front::Front;
use egui_kittest::kittest::Queryable;
use unhunch::text::about as text;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{AboutFacts, AboutOrder, AboutUpdate, KeptPlace, MainOrder};

fn of_about(front: &Front) -> Vec<AboutOrder> {
    let all = front.ordered().into_iter();
    all.filter_map(|order| if let MainOrder::About(order) = order { Some(order) } else { None }).collect()
}

#[test]
fn it_tells_what_is_kept_where_and_shows_it() {
    let mut front = Front::on(MainPage::About);
    assert_eq!(of_about(&front), [AboutOrder::Look], "asked once");
    let place = KeptPlace { name: "Your record".into(), path: "/a/ledger.db".into(), folder: "/a".into() };
    let notice = ("No medical advice".into(), "See someone.".into());
    front.tell(AboutUpdate::Facts(Box::new(AboutFacts { places: vec![place], notice })));
    for said in [text::version().as_str(), "/a/ledger.db", "No medical advice", "See someone."] {
        front.harness.get_by_label(said);
    }
    front.click(&text::open_folder_of("Your record"));
    assert_eq!(of_about(&front), [AboutOrder::OpenFolder("/a".into())]);
}

#[test]
fn the_report_is_seen_before_it_is_copied_or_kept() {
    let mut front = Front::on(MainPage::About);
    of_about(&front);
    front.click(&text::show_report());
    assert_eq!(of_about(&front), [AboutOrder::Report]);
    front.tell(AboutUpdate::Report("Unhunch 1\nSystem: x".into()));
    front.click(&text::copy_report());
    front.harness.get_by_label(&text::report_copied());
    front.click(&text::keep_report());
    assert_eq!(of_about(&front), [AboutOrder::KeepReport("Unhunch 1\nSystem: x".into())]);
    front.tell(AboutUpdate::Kept("It is there.".into(), "/somewhere".into()));
    front.harness.get_by_label("It is there.");
}
