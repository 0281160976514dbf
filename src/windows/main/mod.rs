//! The main window: a rail of pages at the left, the open page at the right. Owns which page is open, the way back, the keys
//! that turn pages, and the line that tells what came of an order; what stands on a page is its own.
//!
//! It decides nothing and reads nothing: what a person does is an order, what is known comes as an update.

mod about;
mod banner;
mod context;
mod data;
mod exercises;
mod imports;
mod learn;
mod page;
mod rail;
mod review;
mod settings;
pub mod talk;
mod today;
mod updates;

pub use context::{PageContext, TakeOrder};
pub use page::MainPage;
pub use updates::{UpdateSender, Updates, updates};

use super::Look;
use super::frame::{self, Form, Inside, Leaving, OnScreen};
use super::kit::column;
use super::kit::focus;
use super::kit::keys::{self, Turn};
use super::kit::paragraph::section;
use super::kit::theme;
use crate::learn::Page;
use crate::parts::own::WindowFailure;
use crate::text::{data as data_text, import as import_text, rail as text};
use banner::BannerStrip;
use eframe::egui::{Context, Key, Modifiers, Ui};
use talk::{ImportUpdate, MainUpdate, TodayUpdate};

/// The window, in logical pixels.
const SIZE: [f32; 2] = [960.0, 680.0];
/// The same with large text, which needs more room.
const SIZE_LARGE: [f32; 2] = [1200.0, 800.0];
/// No smaller than this.
const LEAST: [f32; 2] = [480.0, 400.0];

/// Opens the window on this page, or on a subject of it, and returns when it has closed.
///
/// # Errors
/// Why no window could open.
pub fn open<'a>(
    first: (MainPage, Option<String>),
    pages: Vec<Page>,
    look: Look,
    updates: Updates,
    take: TakeOrder<'a>,
    moments: (OnScreen<'a>, Leaving<'a>),
) -> Result<(), WindowFailure> {
    let size = if look.large_text { SIZE_LARGE } else { SIZE };
    let form = Form { title: &text::title(&first.0.name()), size, least: LEAST, beside: false };
    frame::open(&form, look, moments, move |ctx| {
        updates.wake(ctx);
        Box::new(MainWindow::new(first, pages, look, updates, take))
    })
}

/// What the window holds.
pub struct MainWindow<'a> {
    page: MainPage,
    /// The pages before it, the last one last.
    before: Vec<MainPage>,
    /// The page has just been opened: it begins at its top.
    turned: bool,
    look: Look,
    updates: Updates,
    take: TakeOrder<'a>,
    banner: BannerStrip,
    today: today::TodayPage,
    review: review::ReviewPage,
    exercises: exercises::ExercisesPage,
    settings: settings::SettingsPage,
    learn: learn::LearnPage,
    about: about::AboutPage,
    /// The end of the page Review.
    data: data::DataSection,
    imports: imports::ImportSection,
}

impl<'a> MainWindow<'a> {
    /// The window, open on this page.
    #[must_use]
    pub fn new(
        (page, subject): (MainPage, Option<String>),
        pages: Vec<Page>,
        look: Look,
        updates: Updates,
        take: TakeOrder<'a>,
    ) -> Self {
        let mut window = Self {
            page,
            before: Vec::new(),
            turned: true,
            look,
            updates,
            take,
            banner: BannerStrip::default(),
            today: today::TodayPage::default(),
            review: review::ReviewPage::default(),
            exercises: exercises::ExercisesPage::default(),
            settings: settings::SettingsPage::default(),
            learn: learn::LearnPage::new(pages),
            about: about::AboutPage::default(),
            data: data::DataSection::default(),
            imports: imports::ImportSection::default(),
        };
        window.open_at(subject.as_deref());
        window
    }

    /// Turns to a page, and to a subject on it.
    fn turn(&mut self, page: MainPage, subject: Option<&str>, ctx: &Context) {
        if page != self.page {
            self.before.push(self.page);
            self.show_page(page, ctx);
        } else if subject.is_none() && page == MainPage::Exercises {
            self.exercises.back();
        }
        self.open_at(subject);
        ctx.request_repaint();
    }

    fn back(&mut self, ctx: &Context) {
        if !self.back_within()
            && let Some(before) = self.before.pop()
        {
            self.show_page(before, ctx);
        }
    }

    /// Back to what the open page began with; false where that is open.
    fn back_within(&mut self) -> bool {
        match self.page {
            MainPage::Learn => {
                let back = self.learn.back();
                self.turned |= back;
                back
            }
            // The gallery is found where it was left.
            MainPage::Exercises => self.exercises.back(),
            MainPage::Today | MainPage::Review | MainPage::Settings | MainPage::About => false,
        }
    }

    fn show_page(&mut self, page: MainPage, ctx: &Context) {
        self.settings.special().leave(&self.take);
        (self.page, self.turned) = (page, true);
        frame::entitle(ctx, text::title(&page.name()));
        focus::release(ctx);
        self.exercises.changed();
    }

    /// Opens a subject on the page that is open.
    fn open_at(&mut self, subject: Option<&str>) {
        let Some(subject) = subject else { return };
        self.turned = true;
        match self.page {
            MainPage::Exercises => self.exercises.open_at(subject),
            MainPage::Learn => self.learn.open_at(subject),
            MainPage::Settings => self.settings.open_at(subject),
            MainPage::Today => self.today.open_at(subject),
            MainPage::Review => self.review.open_at(subject),
            MainPage::About => {}
        }
    }

    fn hear(&mut self, update: MainUpdate, ctx: &Context) {
        match update {
            MainUpdate::Today(update) => {
                match &update {
                    TodayUpdate::Day(_) => self.review.record_changed(),
                    TodayUpdate::Now(now) => self.exercises.app_is(Some(now.state)),
                    TodayUpdate::NotRunning => self.exercises.app_is(None),
                    TodayUpdate::Story(_) | TodayUpdate::Noted(_) => {}
                }
                self.today.take(update);
            }
            MainUpdate::Review(update) => self.review.take(update),
            MainUpdate::Exercises(update) => self.exercises.take(update),
            MainUpdate::Settings(update) => self.settings.take(update),
            MainUpdate::Parts(update) => self.settings.special().take_parts(update),
            MainUpdate::Calendars(update) => self.settings.special().take_calendars(update),
            MainUpdate::Desktop(update) => self.settings.special().take_desktop(update),
            MainUpdate::Hooks(update) => self.settings.special().take_hooks(update),
            MainUpdate::Machines(update) => self.settings.special().take_machines(update),
            MainUpdate::Look(look) => {
                self.look = look;
                theme::dress(ctx, look);
                frame::entitle(ctx, text::title(&self.page.name()));
            }
            MainUpdate::Data(update) => {
                if update.changes() {
                    self.review.record_changed();
                }
                self.data.take(&update);
                self.settings.take_data(&update);
            }
            MainUpdate::Import(update) => {
                if update == ImportUpdate::Changed {
                    self.review.record_changed();
                }
                self.imports.take(update);
            }
            MainUpdate::About(update) => self.about.take(update),
            MainUpdate::Banner(banner) => self.banner.take(banner),
            MainUpdate::Turn(page, subject) => self.turn(page, subject.as_deref(), ctx),
            MainUpdate::Raise => frame::raise(ctx),
            MainUpdate::Close => frame::close(ctx),
        }
    }

    /// What was pressed, wherever the keyboard is.
    fn keys(&mut self, ui: &mut Ui) {
        const NUMBERS: [Key; 6] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
        let numbered = ui.input_mut(|input| NUMBERS.iter().position(|key| input.consume_key(Modifiers::CTRL, *key)));
        if let Some(at) = numbered {
            self.turn_to_place(at, ui.ctx());
        }
        let at = MainPage::ALL.iter().position(|page| *page == self.page).unwrap_or(0);
        match keys::turn_here(ui) {
            Some(Turn::Next) => self.turn_to_place(at + 1, ui.ctx()),
            Some(Turn::Previous) => self.turn_to_place(at.saturating_sub(1), ui.ctx()),
            Some(Turn::Back) => self.back(ui.ctx()),
            Some(Turn::Close) => frame::close(ui.ctx()),
            None => {}
        }
    }

    /// Turns to the page at this place of the rail, if there is one.
    fn turn_to_place(&mut self, at: usize, ctx: &Context) {
        if let Some(page) = MainPage::ALL.get(at) {
            self.turn(*page, None, ctx);
        }
    }

    /// The open page.
    fn page(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        match self.page {
            MainPage::Today => self.today.show(ui, context),
            MainPage::Review => {
                self.review.show(ui, context);
                section(ui, &data_text::title());
                self.data.show(ui, context);
                section(ui, &import_text::title());
                self.imports.show(ui, context);
            }
            MainPage::Exercises => self.exercises.show(ui, context),
            MainPage::Settings => self.settings.show(ui, context),
            MainPage::Learn => self.learn.show(ui, context),
            MainPage::About => self.about.show(ui, context),
        }
    }
}

impl Inside for MainWindow<'_> {
    fn heed(&mut self, ctx: &Context) {
        let all: Vec<MainUpdate> = self.updates.all().collect();
        for update in all {
            self.hear(update, ctx);
        }
    }

    fn show(&mut self, ui: &mut Ui) {
        self.keys(ui);
        if let Some(chosen) = rail::show(ui, self.page) {
            self.turn(chosen.page, None, ui.ctx());
            if chosen.walked {
                rail::focus(ui.ctx(), chosen.page);
            }
        }
        let turned = std::mem::take(&mut self.turned);
        let take = std::mem::replace(&mut self.take, Box::new(drop));
        let mut context = PageContext::new(&take, self.look);
        // Each text keeps its place.
        let subject = self.exercises.subject().filter(|_| self.page == MainPage::Exercises).unwrap_or_default();
        let name = format!("{}/{subject}", self.page.token());
        column::show(ui, &name, turned, |ui| {
            self.banner.show(ui, &context);
            self.page(ui, &mut context);
        });
        if context.begins() {
            self.turned = true;
            focus::release(ui.ctx());
            ui.ctx().request_repaint();
        }
        let wanted = context.wanted();
        self.take = take;
        if let Some((page, subject)) = wanted {
            self.turn(page, subject.as_deref(), ui.ctx());
        }
    }
}
