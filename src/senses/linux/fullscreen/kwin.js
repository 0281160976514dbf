// Runs inside KWin, of Plasma 5 and 6 alike: tells whoever loaded it whether the window in use fills the screen, and
// nothing else. When that one is gone it unloads itself.
let active = null;
let said = null;

function tell() {
    const full = Boolean(active && active.fullScreen && !active.desktopWindow && !active.dock);
    if (full === said) {
        return;
    }
    said = full;
    callDBus("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner", "@LISTENER@",
        (there) => {
            if (there) {
                callDBus("@LISTENER@", "@PATH@", "@INTERFACE@", "@MEMBER@", full);
            } else {
                callDBus("org.kde.KWin", "/Scripting", "org.kde.kwin.Scripting", "unloadScript", "@NAME@");
            }
        });
}

function follow(window) {
    if (active) {
        active.fullScreenChanged.disconnect(tell);
    }
    active = window;
    if (active) {
        active.fullScreenChanged.connect(tell);
    }
    tell();
}

(workspace.windowActivated || workspace.clientActivated).connect(follow);
follow(workspace.activeWindow || workspace.activeClient);
