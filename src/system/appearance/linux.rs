//! What a Linux desktop says of appearances, by its portal.

use super::Appearance;
use crate::system::bus;
use async_io::Timer;
use futures_lite::future;
use std::collections::BTreeMap;
use std::time::Duration;
use zbus::Connection;
use zbus::zvariant::{OwnedValue, Value};

/// How long the desktop may take.
// A window waits for it: to look otherwise is better than to open late.
const ANSWER: Duration = Duration::from_millis(100);

/// The portal's settings (XDG Desktop Portal, org.freedesktop.portal.Settings).
const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";
/// Dark or light, on every desktop; and what GNOME says of movement.
const APPEARANCE: &str = "org.freedesktop.appearance";
const GNOME: &str = "org.gnome.desktop.interface";

/// By namespace and key.
type Answer = BTreeMap<String, BTreeMap<String, OwnedValue>>;

/// Asks the portal.
pub(crate) fn ask() -> Appearance {
    let late = async {
        Timer::after(ANSWER).await;
        Answer::default()
    };
    let said = future::block_on(future::or(async { read().await.unwrap_or_default() }, late));
    Appearance { dark: dark(&said), still: still(&said) }
}

async fn read() -> Option<Answer> {
    let bus = bus::session().await.ok()?;
    future::or(ask_portal(&bus), bus::drive(&bus)).await.ok()
}

async fn ask_portal(bus: &Connection) -> zbus::Result<Answer> {
    // A list: an array of a known length would be sent as a structure.
    let which: &[&str] = &[APPEARANCE, GNOME];
    let reply = bus.call_method(Some(PORTAL), PATH, Some(SETTINGS), "ReadAll", &(which,)).await?;
    reply.body().deserialize()
}

/// 1 is dark, 2 light, 0 no choice.
fn dark(said: &Answer) -> bool {
    matches!(value(said, APPEARANCE, "color-scheme"), Some(Value::U32(1)))
}

fn still(said: &Answer) -> bool {
    matches!(value(said, GNOME, "enable-animations"), Some(Value::Bool(false)))
        || matches!(value(said, APPEARANCE, "reduced-motion"), Some(Value::U32(1)))
}

fn value<'a>(said: &'a Answer, namespace: &str, key: &str) -> Option<&'a Value<'a>> {
    said.get(namespace)?.get(key).map(|value| &**value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(namespace: &str, key: &str, value: &Value<'_>) -> Answer {
        let value = value.try_to_owned().expect("no file in it");
        BTreeMap::from([(namespace.to_owned(), BTreeMap::from([(key.to_owned(), value)]))])
    }

    #[test]
    fn the_desktops_words_are_understood_and_none_is_light_and_moving() {
        assert!(dark(&said(APPEARANCE, "color-scheme", &Value::U32(1))));
        assert!(!dark(&said(APPEARANCE, "color-scheme", &Value::U32(2))));
        assert!(!dark(&Answer::default()) && !still(&Answer::default()));
        assert!(still(&said(GNOME, "enable-animations", &Value::Bool(false))));
        assert!(!still(&said(GNOME, "enable-animations", &Value::Bool(true))));
        assert!(still(&said(APPEARANCE, "reduced-motion", &Value::U32(1))));
        assert!(!dark(&said(APPEARANCE, "color-scheme", &Value::Str("dark".into()))), "another form says nothing");
    }
}
