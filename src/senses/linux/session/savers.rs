//! Table of the screen savers of the session bus. Owns which there are and where; never asks them (`saver`).

/// A screen saver's place on the bus; its interface has its name.
pub(super) struct Saver {
    pub(super) name: &'static str,
    pub(super) path: &'static str,
}

const fn saver(name: &'static str, path: &'static str) -> Saver {
    Saver { name, path }
}

/// KDE and others, GNOME, Xfce, MATE, Cinnamon.
pub(super) const SAVERS: [Saver; 5] = [
    saver("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    saver("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    saver("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
    saver("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    saver("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
];
