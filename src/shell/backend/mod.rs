//! Backend of the main window: does what is ordered there, and tells what is known. Owns the thread of orders, in their
//! order, and the one that hears how things are; which order means what is a file each. Never draws.

mod about;
mod calendars;
mod choose;
mod data;
mod day;
mod desktop;
mod exercises;
mod hooks;
mod imports;
mod machines;
mod parts;
mod review;
mod settings;
#[cfg(test)]
mod tests;
mod today;

use crate::shell::paths::Paths;
use crate::system::process;
use crate::windows::main::talk::{Banner, MainOrder};
use crate::windows::main::{TakeOrder, UpdateSender};
use parts::PartsWatch;
use std::sync::{Arc, mpsc};
use std::thread;

/// What an order is done with.
#[derive(Clone, Debug)]
pub(super) struct Backend {
    /// The person's files.
    paths: Paths,
    /// Who is told.
    window: UpdateSender,
    /// The watch on senses and outputs, while somebody looks at them.
    parts_watch: Arc<PartsWatch>,
}

/// Begins to tell this window how things are. Who takes its orders.
pub(super) fn start(paths: &Paths, window: &UpdateSender) -> TakeOrder<'static> {
    let backend = Backend { paths: paths.clone(), window: window.clone(), parts_watch: Arc::default() };
    let (orders, taken) = mpsc::channel();
    let watched = today::listen_to_app(&backend);
    let work = move || {
        // Watched for as long as orders are taken.
        let _files = settings::watch(&backend);
        for order in taken {
            backend.take(order);
            watched.look_again();
        }
    };
    // Without a thread nothing that is ordered is done, and the pages that need none can be read all the same.
    let _ = thread::Builder::new().name("orders".into()).spawn(work);
    Box::new(move |order| drop(orders.send(order)))
}

impl Backend {
    fn take(&self, order: MainOrder) {
        match order {
            MainOrder::Today(order) => self.today(order),
            MainOrder::Review(order) => self.review(&order),
            MainOrder::Exercises(order) => self.exercises(order),
            MainOrder::Settings(order) => self.settings(order),
            MainOrder::Parts(order) => self.parts(order),
            MainOrder::Calendars(order) => self.calendars(order),
            MainOrder::Desktop(order) => self.desktop(order),
            MainOrder::Hooks(order) => self.hooks(order),
            MainOrder::Machines(order) => self.machines(order),
            MainOrder::Data(order) => self.data(order),
            MainOrder::Import(order) => self.import(order),
            MainOrder::About(order) => self.about(order),
            MainOrder::Practise(id) => self.run(["guide".into(), id.into()]),
        }
    }

    /// Starts one of our own commands, which goes its own way.
    fn run<const N: usize>(&self, words: [std::ffi::OsString; N]) {
        let mut arguments = self.paths.home_arguments();
        arguments.extend(words);
        if let Err(error) = process::ourselves(&arguments, drop) {
            self.refused(error.to_string());
        }
    }

    /// Tells the person what was done, and what takes it back.
    fn done(&self, text: String, undo: Option<MainOrder>) {
        self.tell(Banner { text, refused: false, undo: undo.map(Box::new) });
    }

    /// Tells the person why it was not done.
    fn refused(&self, text: String) {
        self.tell(Banner { text, refused: true, undo: None });
    }

    /// Tells the window something. Nobody hears it once that has closed.
    fn tell(&self, update: impl Into<crate::windows::main::talk::MainUpdate>) {
        self.window.tell(update);
    }
}
