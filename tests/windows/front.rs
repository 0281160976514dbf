//! The main window in which a test tells and hears everything, without a display.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::cell::RefCell;
use std::rc::Rc;
use unhunch::learn;
use unhunch::windows::Look;
use unhunch::windows::frame::Inside;
use unhunch::windows::kit::theme;
use unhunch::windows::main::talk::{MainOrder, MainUpdate};
use unhunch::windows::main::{MainPage, MainWindow, UpdateSender, updates};

/// The main window in which a test tells and hears everything.
pub(crate) struct Front {
    pub(crate) harness: Harness<'static, MainWindow<'static>>,
    pub(crate) tell: UpdateSender,
    ordered: Rc<RefCell<Vec<MainOrder>>>,
}

impl Front {
    pub(crate) fn open(page: MainPage, subject: Option<&str>, look: Look, size: [f32; 2]) -> Self {
        let ordered = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&ordered);
        let (tell, told) = updates();
        let take = Box::new(move |order| heard.borrow_mut().push(order));
        let window = MainWindow::new((page, subject.map(str::to_owned)), learn::pages("en"), look, told, take);
        let harness =
            Harness::builder().with_size(size).with_context_setup(move |ctx| theme::dress(ctx, look)).build_ui_state(
                |ui, window: &mut MainWindow<'static>| {
                    window.heed(ui.ctx());
                    window.show(ui);
                },
                window,
            );
        let mut front = Self { harness, tell, ordered };
        front.harness.run();
        front
    }

    pub(crate) fn on(page: MainPage) -> Self {
        Self::open(page, None, Look::default(), [960.0, 680.0])
    }

    /// Tells it something, and draws what comes of it.
    pub(crate) fn tell(&mut self, update: impl Into<MainUpdate>) {
        assert!(self.tell.tell(update));
        self.harness.run();
    }

    pub(crate) fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    pub(crate) fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    /// Turns to this page by its tab.
    pub(crate) fn turn(&mut self, page: MainPage) {
        self.harness.get_by_role_and_label(Role::Tab, &page.name()).click();
        self.harness.run();
    }

    /// What was ordered since this was asked last.
    pub(crate) fn ordered(&self) -> Vec<MainOrder> {
        self.ordered.take()
    }

    /// The tab of the page that is open.
    pub(crate) fn tab(&self) -> String {
        let open = self.harness.query_all_by_role(Role::Tab);
        let open: Vec<String> = open
            .filter(|tab| tab.accesskit_node().is_selected() == Some(true))
            .filter_map(|tab| tab.accesskit_node().label())
            .collect();
        let [page] = &open[..] else { panic!("one page is open: {open:?}") };
        page.clone()
    }

    /// The page that is open, by its tab and its heading.
    pub(crate) fn page(&self) -> String {
        let page = self.tab();
        let headings = self.harness.query_all_by_role(Role::Heading);
        assert!(headings.filter_map(|node| node.accesskit_node().label()).any(|label| label == page), "{page}");
        page
    }
}
