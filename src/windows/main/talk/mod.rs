//! Talk of the main window with whoever opened it, as values: orders go out, updates come in. Owns their form; what one
//! means to the app is its receiver's, and how one looks is its page's.

mod about;
mod calendars;
mod data;
mod desktop;
mod exercises;
mod hooks;
mod imports;
mod machines;
mod parts;
mod review;
mod settings;
mod today;

use super::page::MainPage;
use crate::windows::Look;
pub use about::{AboutFacts, AboutOrder, AboutUpdate, KeptPlace};
pub use calendars::{
    AgendaDay, AgendaLine, CalendarsNow, CalendarsOrder, CalendarsUpdate, SourceId, SourceLine, SourceText,
};
pub use data::{DataOrder, DataUpdate, DayExtent};
pub use desktop::{DesktopEntry, DesktopOrder, DesktopUpdate, EntryStanding};
pub use exercises::{Activity, Entry, ExercisesOrder, ExercisesUpdate, Gallery};
pub use hooks::{HooksOrder, HooksUpdate};
pub use imports::{ImportOffer, ImportOrder, ImportTicket, ImportUpdate};
pub use machines::{MachineLine, MachineTicket, MachinesNow, MachinesOrder, MachinesUpdate};
pub use parts::{PartTold, PartsOrder, PartsUpdate};
pub use review::{LookedBack, ReviewOrder, ReviewUpdate};
pub use settings::{Lost, Mistake, PutBack, SettingsChange, SettingsNow, SettingsOrder, SettingsUpdate};
pub use today::{AttentionLine, Noted, Overview, Remedy, Story, StoryStep, TodayOrder, TodayUpdate};

/// What the person wants done, or a page wants to know.
#[derive(Clone, Debug, PartialEq)]
pub enum MainOrder {
    /// Of the page Today.
    Today(TodayOrder),
    /// Of the page Review.
    Review(ReviewOrder),
    /// Of the page Exercises.
    Exercises(ExercisesOrder),
    /// Of the page Settings.
    Settings(SettingsOrder),
    /// Of the parts that touch the world.
    Parts(PartsOrder),
    /// Of the calendars.
    Calendars(CalendarsOrder),
    /// Of the app's entries in the desktop.
    Desktop(DesktopOrder),
    /// Of the programs that are run when something happens.
    Hooks(HooksOrder),
    /// Of the person's other machines.
    Machines(MachinesOrder),
    /// Of the record and the files as a whole: taking out, deleting.
    Data(DataOrder),
    /// Of other programs' records.
    Import(ImportOrder),
    /// Of the page About.
    About(AboutOrder),
    /// An exercise or a breathing pattern, by its id, is to be shown being done; nothing is recorded.
    Practise(String),
}

/// What the window is told.
#[derive(Clone, Debug, PartialEq)]
pub enum MainUpdate {
    /// For the page Today.
    Today(TodayUpdate),
    /// For the page Review.
    Review(ReviewUpdate),
    /// For the page Exercises.
    Exercises(ExercisesUpdate),
    /// For the page Settings.
    Settings(SettingsUpdate),
    /// Of the parts that touch the world.
    Parts(PartsUpdate),
    /// Of the calendars.
    Calendars(CalendarsUpdate),
    /// Of the app's entries in the desktop.
    Desktop(DesktopUpdate),
    /// Of the programs that are run when something happens.
    Hooks(HooksUpdate),
    /// Of the person's other machines.
    Machines(MachinesUpdate),
    /// For the whole window: it looks so from now on, in the language that counts now.
    Look(Look),
    /// Of the record and the files as a whole.
    Data(DataUpdate),
    /// Of other programs' records.
    Import(ImportUpdate),
    /// For the page About.
    About(AboutUpdate),
    /// For whoever looks, on any page: what came of an order.
    Banner(Banner),
    /// Turn to this page; to a subject on it, if one is named.
    Turn(MainPage, Option<String>),
    /// Come to the front.
    Raise,
    /// Close.
    Close,
}

/// What came of an order, in a line on every page until something else is told or the person closes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Banner {
    /// One sentence or two.
    pub text: String,
    /// Nothing was done.
    pub refused: bool,
    /// What takes it back, if anything does.
    pub undo: Option<Box<MainOrder>>,
}

impl From<Banner> for MainUpdate {
    fn from(banner: Banner) -> Self {
        Self::Banner(banner)
    }
}

macro_rules! of_pages {
    ($($page:ident: $order:ident, $update:ident;)*) => {
        $(
            impl From<$order> for MainOrder {
                fn from(order: $order) -> Self {
                    Self::$page(order)
                }
            }
            impl From<$update> for MainUpdate {
                fn from(update: $update) -> Self {
                    Self::$page(update)
                }
            }
        )*
    };
}

of_pages! {
    Today: TodayOrder, TodayUpdate;
    Review: ReviewOrder, ReviewUpdate;
    Exercises: ExercisesOrder, ExercisesUpdate;
    Settings: SettingsOrder, SettingsUpdate;
    Parts: PartsOrder, PartsUpdate;
    Calendars: CalendarsOrder, CalendarsUpdate;
    Desktop: DesktopOrder, DesktopUpdate;
    Hooks: HooksOrder, HooksUpdate;
    Machines: MachinesOrder, MachinesUpdate;
    Data: DataOrder, DataUpdate;
    Import: ImportOrder, ImportUpdate;
    About: AboutOrder, AboutUpdate;
}
