//! A notification service that does what it is told, to show what real ones do too rarely.

#![expect(clippy::disallowed_types, reason = "what the interface macro writes")]

use crate::desk::{Desk, until};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use zbus::blocking::Connection;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// One call of Notify as it came.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) id: u32,
    pub(crate) replaces: u32,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) actions: Vec<String>,
    pub(crate) hints: Vec<(String, String)>,
    pub(crate) expires: i32,
}

#[derive(Default)]
struct Book {
    shown: Vec<Shown>,
    closed: Vec<u32>,
    last: u32,
}

struct Service {
    name: &'static str,
    book: Arc<Mutex<Book>>,
    abilities: Vec<&'static str>,
    /// Says that this was chosen before it answers Notify.
    eager: Option<&'static str>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    #[expect(clippy::too_many_arguments, reason = "the specification's own")]
    async fn notify(
        &self,
        app: String,
        replaces: u32,
        icon: String,
        title: String,
        body: String,
        actions: Vec<String>,
        hints: BTreeMap<String, OwnedValue>,
        expires: i32,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) -> u32 {
        assert_eq!((app.as_str(), icon.as_str()), ("Unhunch", ""));
        let id = {
            let mut book = self.book.lock().unwrap();
            if replaces == 0 {
                book.last += 1;
            }
            let id = if replaces == 0 { book.last } else { replaces };
            let hints = hints
                .into_iter()
                .map(|(name, value)| {
                    (
                        name,
                        if value.value_signature() == "(iiibiiay)" {
                            "picture".into()
                        } else {
                            format!("{:?}", *value)
                        },
                    )
                })
                .collect();
            book.shown.push(Shown { id, replaces, title, body, actions, hints, expires });
            id
        };
        if let Some(key) = self.eager {
            Self::action_invoked(&emitter, id, key).await.unwrap();
            Self::notification_closed(&emitter, id, 2).await.unwrap();
        }
        id
    }

    async fn close_notification(&self, id: u32, #[zbus(signal_emitter)] emitter: SignalEmitter<'_>) {
        self.book.lock().unwrap().closed.push(id);
        Self::notification_closed(&emitter, id, 3).await.unwrap();
    }

    fn get_capabilities(&self) -> Vec<&'static str> {
        self.abilities.clone()
    }

    fn get_server_information(&self) -> (&'static str, &'static str, &'static str, &'static str) {
        (self.name, "tests", "1", "1.2")
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, key: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(emitter: &SignalEmitter<'_>, id: u32, reason: u32) -> zbus::Result<()>;
}

pub(crate) struct Double {
    book: Arc<Mutex<Book>>,
    connection: Connection,
}

impl Double {
    pub(crate) fn new(desk: &Desk, abilities: &[&'static str], eager: Option<&'static str>) -> Self {
        Self::named(desk, "double", abilities, eager)
    }

    /// A service that calls itself so.
    pub(crate) fn named(
        desk: &Desk,
        name: &'static str,
        abilities: &[&'static str],
        eager: Option<&'static str>,
    ) -> Self {
        let book = Arc::new(Mutex::new(Book::default()));
        let service = Service { book: book.clone(), name, abilities: abilities.to_vec(), eager };
        let connection = desk.builder().serve_at(PATH, service).unwrap().name(NAME).unwrap().build().unwrap();
        Self { book, connection }
    }

    /// Waits for the notification of this title.
    pub(crate) fn shown(&self, title: &str) -> Shown {
        until(title, || self.book.lock().unwrap().shown.iter().rev().find(|shown| shown.title == title).cloned())
    }

    pub(crate) fn closed(&self, id: u32) {
        until("the close", || self.book.lock().unwrap().closed.contains(&id).then_some(()));
    }

    pub(crate) fn count(&self) -> usize {
        self.book.lock().unwrap().shown.len()
    }

    pub(crate) fn click(&self, id: u32, key: &str) {
        self.connection.emit_signal(None::<&str>, PATH, NAME, "ActionInvoked", &(id, key)).unwrap();
    }

    pub(crate) fn gone(&self, id: u32, reason: u32) {
        self.connection.emit_signal(None::<&str>, PATH, NAME, "NotificationClosed", &(id, reason)).unwrap();
    }

    /// Somebody else says that one of ours was clicked.
    pub(crate) fn liar(desk: &Desk, id: u32, key: &str) {
        desk.connection().emit_signal(None::<&str>, PATH, NAME, "ActionInvoked", &(id, key)).unwrap();
    }
}
