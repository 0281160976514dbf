//! What a notice hints at (org.freedesktop.Notifications 1.2): its urgency, its kind, its picture. Owns the
//! hints and their form on the bus; never sends anything.

use super::habits::Named;
use crate::engine::notice::NoticeKind;
use crate::outputs::offer::silent;
use crate::outputs::{Picture, icon};
use crate::system::sandbox;
use serde::Serializer;
use std::collections::BTreeMap;
use zbus::zvariant::{Signature, Type, as_value};

/// The category, for rules that a person writes into the daemon's settings.
pub(super) fn category(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Prompt => "x-unhunch.prompt",
        NoticeKind::Guide => "x-unhunch.guide",
        NoticeKind::Nudge => "x-unhunch.nudge",
        NoticeKind::Breath => "x-unhunch.breath",
        NoticeKind::CheckIn => "x-unhunch.check-in",
        NoticeKind::Question => "x-unhunch.question",
        // Its first name: rules that people have written go by it.
        NoticeKind::Info => "x-unhunch.word",
    }
}

/// Width, height, bytes a row, alpha, bits a sample, samples a pixel, pixels.
pub(super) type Image = (i32, i32, i32, bool, i32, i32, &'static [u8]);

/// A hint, written as a variant without a heap of single values.
pub(super) enum Hint<'a> {
    Byte(u8),
    Flag(bool),
    Text(&'a str),
    Image(Image),
}

impl Type for Hint<'_> {
    const SIGNATURE: &'static Signature = &Signature::Variant;
}

impl serde::Serialize for Hint<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Hint::Byte(value) => as_value::serialize(value, serializer),
            Hint::Flag(value) => as_value::serialize(value, serializer),
            Hint::Text(value) => as_value::serialize(value, serializer),
            Hint::Image(value) => as_value::serialize(value, serializer),
        }
    }
}

/// The icon of a message and the hint with its image, as the service shows them best.
pub(super) fn shows(picture: Option<&Picture>, named: Named) -> (&str, Option<(&'static str, Hint<'_>)>) {
    let edge = i32::try_from(icon::APP_PX).unwrap_or_default();
    // A service that is sent pixels looks at no file: the app's icon is sent as such only where there is no picture.
    let pixels = ("image-data", Hint::Image((edge, edge, edge * 4, true, 8, 4, icon::APP)));
    let Some((picture, file)) = picture.and_then(|picture| Some((picture, picture.file.to_str()?))) else {
        return ("", Some(pixels));
    };
    match named {
        Named::Path => ("", Some(("image-path", Hint::Text(file)))),
        Named::BesideIcon => (picture.icon.to_str().unwrap_or_default(), Some(("image-path", Hint::Text(file)))),
        Named::AsIcon => (file, None),
    }
}

pub(super) type Hints<'a> = BTreeMap<&'static str, Hint<'a>>;

pub(super) fn hints<'a>(urgency: u8, kind: NoticeKind, image: Option<(&'static str, Hint<'a>)>) -> Hints<'a> {
    let plain = [
        ("urgency", Hint::Byte(urgency)),
        ("transient", Hint::Flag(kind.transient())),
        ("suppress-sound", Hint::Flag(silent(kind))),
        ("category", Hint::Text(category(kind))),
        // By this GNOME and Plasma know the app's name, its icon and its row in their settings.
        ("desktop-entry", Hint::Text(sandbox::entry())),
    ];
    plain.into_iter().chain(image).collect()
}
