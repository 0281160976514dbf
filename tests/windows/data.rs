//! The record as a whole in the main window: taken out by one press, deleted by two at least, each of which means it.

use crate::front::Front;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use unhunch::review::extract::ExtractForm;
use unhunch::text::data as text;
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{DataOrder, DataUpdate, MainOrder};

fn of_data(front: &Front) -> Vec<DataOrder> {
    let all = front.ordered().into_iter();
    all.filter_map(|order| if let MainOrder::Data(order) = order { Some(order) } else { None }).collect()
}

#[test]
fn it_is_taken_out_and_the_folder_is_shown() {
    let mut front = Front::on(MainPage::Review);
    of_data(&front);
    for form in ExtractForm::ALL {
        front.click(&text::form(form.extension()));
        assert_eq!(of_data(&front), [DataOrder::TakeOut(form, None)]);
        front.tell(DataUpdate::Kept { text: "It is there.".into(), folder: "/somewhere".into() });
        front.harness.get_by_label("It is there.");
    }
    front.click(&text::open_folder());
    assert_eq!(of_data(&front), [DataOrder::OpenFolder("/somewhere".into())]);
}

#[test]
fn what_is_not_there_is_neither_saved_nor_deleted_and_the_journal_can_be_deleted_alone() {
    for page in [MainPage::Review, MainPage::Settings] {
        let mut front = Front::open(page, Some("data"), Look::default(), [960.0, 2000.0]);
        if page == MainPage::Settings {
            front.tell(crate::settings::now(""));
        }
        assert_eq!(of_data(&front), [DataOrder::Look], "{page:?}");
        let shows = |front: &Front| {
            let there = |name: String| front.harness.query_by_label(&name).is_some();
            (there(text::form("csv")), there(text::delete_button()))
        };
        for (record, anything, sentence) in
            [(false, false, text::nothing_yet()), (false, true, text::journal_alone()), (true, true, text::kept_here())]
        {
            front.tell(DataUpdate::Holds { record, anything });
            assert_eq!(shows(&front), (record, anything), "{page:?}");
            front.harness.get_by_label(&sentence);
        }
        // What came of a deletion stands there also when nothing is left.
        front.click(&text::delete_button());
        front.tell(DataUpdate::Deleted("It is gone.".into()));
        assert!(of_data(&front).contains(&DataOrder::Look));
        front.tell(DataUpdate::Holds { record: false, anything: false });
        front.harness.get_by_label("It is gone.");
    }
}

#[test]
fn nothing_is_deleted_by_one_press_or_by_enter_alone() {
    let mut front = Front::on(MainPage::Review);
    of_data(&front);
    front.click(&text::delete_button());
    assert_eq!(of_data(&front), [DataOrder::Plan(None)]);
    front.tell(DataUpdate::Would("This deletes much.".into()));
    front.harness.get_by_label("This deletes much.");
    for _ in 0..3 {
        front.press(Modifiers::NONE, Key::Enter);
    }
    assert!(!of_data(&front).iter().any(|order| matches!(order, DataOrder::Delete(_))));
    front.click(&text::delete_button());
    front.tell(DataUpdate::Would("This deletes much.".into()));
    of_data(&front);
    front.click(&text::copy_first());
    assert_eq!(of_data(&front), [DataOrder::TakeOut(ExtractForm::Json, None)]);
    front.tell(DataUpdate::Kept { text: "Kept.".into(), folder: "/somewhere".into() });
    front.click(&text::delete_button());
    front.tell(DataUpdate::Would("This deletes much.".into()));
    of_data(&front);
    front.click(&text::delete_for_good());
    assert_eq!(of_data(&front), [DataOrder::Delete(None)]);
    front.tell(DataUpdate::Deleted("It is gone.".into()));
    front.harness.get_by_label("It is gone.");
}

#[test]
fn days_that_are_none_take_nothing_out() {
    let mut front = Front::on(MainPage::Review);
    front.click(&text::some_days());
    of_data(&front);
    front.click(&text::form("csv"));
    assert_eq!(of_data(&front), []);
}
