//! The frame of the main window: its rail, the way back, and the line that tells what came of an order.

use crate::front::Front;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{Banner, MainOrder, MainUpdate};

#[test]
fn every_page_is_reached_by_its_tab_and_by_its_number_and_there_is_a_way_back() {
    let mut front = Front::on(MainPage::Today);
    for page in MainPage::ALL {
        front.turn(page);
        assert_eq!(front.page(), page.name());
    }
    front.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(front.page(), MainPage::Learn.name());
    for (page, key) in MainPage::ALL.into_iter().zip([Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5]) {
        front.press(Modifiers::CTRL, key);
        assert_eq!(front.page(), page.name());
    }
    front.press(Modifiers::CTRL, Key::PageUp);
    assert_eq!(front.page(), MainPage::Settings.name());
}

#[test]
fn a_narrow_window_has_every_page_and_every_page_a_name() {
    let look = Look { large_text: true, ..Look::default() };
    let mut front = Front::open(MainPage::Review, None, look, [480.0, 400.0]);
    for page in MainPage::ALL {
        front.turn(page);
        assert_eq!(front.page(), page.name());
    }
}

#[test]
fn what_came_of_an_order_is_told_and_can_be_undone_once() {
    let mut front = Front::on(MainPage::Exercises);
    let undo = MainOrder::Practise("chin-tuck".into());
    front.tell(Banner { text: "It is hidden.".into(), refused: false, undo: Some(Box::new(undo.clone())) });
    front.ordered();
    front.harness.get_by_label("It is hidden.");
    front.click("Undo");
    assert_eq!(front.ordered(), [undo]);
    assert!(front.harness.query_by_label("It is hidden.").is_none());
}

#[test]
fn the_app_turns_the_page() {
    let mut front = Front::on(MainPage::Today);
    front.tell(MainUpdate::Turn(MainPage::Learn, None));
    assert_eq!(front.page(), MainPage::Learn.name());
}
