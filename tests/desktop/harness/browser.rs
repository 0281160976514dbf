//! Chromium with a page that calls itself: `m` opens a call with the microphone, `s` shares the screen, `u` ends the
//! sharing, `h` hangs up. The page's title says what it does.

use super::desktop::Desktop;
use super::process::{Running, nap, until};
use super::screen::{click, hands};
use super::session::Session;
use std::time::Duration;

const PAGE: &str = r#"<!doctype html><title>page ready</title><script>
let mic, screen, here, there;
async function call() {
  mic = await navigator.mediaDevices.getUserMedia({ audio: true });
  here = new RTCPeerConnection();
  there = new RTCPeerConnection();
  here.onicecandidate = e => e.candidate && there.addIceCandidate(e.candidate);
  there.onicecandidate = e => e.candidate && here.addIceCandidate(e.candidate);
  for (const track of mic.getTracks()) here.addTrack(track, mic);
  await here.setLocalDescription(await here.createOffer());
  await there.setRemoteDescription(here.localDescription);
  await there.setLocalDescription(await there.createAnswer());
  await here.setRemoteDescription(there.localDescription);
  return "page calls";
}
async function share() {
  screen = await navigator.mediaDevices.getDisplayMedia({ video: true });
  return "page shares";
}
function stop(stream) { for (const track of stream ? stream.getTracks() : []) track.stop(); }
function unshare() { stop(screen); return "page shares no more"; }
function hangUp() { stop(mic); here.close(); there.close(); return "page hung up"; }
addEventListener("keydown", async event => {
  const act = { m: call, s: share, u: unshare, h: hangUp }[event.key];
  if (!act) return;
  document.title = "page heard";
  document.title = await Promise.resolve().then(act).catch(error => "page failed: " + error);
});
</script>
"#;

/// The browser on that page.
#[derive(Debug)]
pub(crate) struct Browser<'a> {
    session: &'a Session,
    _running: Running,
}

impl<'a> Browser<'a> {
    /// Opens the page and waits until it takes keys.
    pub(crate) fn open(desktop: &'a Desktop) -> Self {
        let session = desktop.session();
        let page = session.path("page.html");
        session.write(&page, PAGE);
        let mut command = session.command("chromium");
        // No sandbox, because it takes none from root; the person's yes to microphone and sharing is given beforehand.
        command.args(["--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage"]);
        command.args(["--auto-accept-camera-and-microphone-capture", "--password-store=basic"]);
        command.args(["--auto-select-desktop-capture-source=Entire screen", "--window-position=100,100"]);
        command.arg("--window-size=700,500").arg(format!("file://{}", page.display())).env("XDG_SESSION_TYPE", "x11");
        let running = Running::start(&mut command, &session.log());
        let browser = Self { session, _running: running };
        browser.until("page ready");
        browser
    }

    /// Presses a key in the page and waits for what the page then says. Whoever moves the mouse or pops up just then may
    /// take the key from it: it is pressed until it is heard.
    pub(crate) fn press(&self, key: &str, says: &str) {
        let before = self.title();
        until(&format!("the browser to hear {key}"), Duration::from_secs(30), || {
            click(self.session, (450, 450), 1);
            hands(self.session, &["key", key]);
            let heard = || (self.title() != before).then_some(());
            (0..20).find_map(|_| heard().or_else(|| nap(heard)))
        });
        self.until(says);
    }

    fn until(&self, says: &str) {
        until(&format!("\"{says}\" in the browser"), Duration::from_secs(45), || {
            let title = self.title();
            assert!(!title.starts_with("page failed"), "{title}");
            (title == says).then_some(())
        });
    }

    /// The page's title; empty while there is no page.
    fn title(&self) -> String {
        let mut command = self.session.command("xdotool");
        let asked = command.args(["search", "--onlyvisible", "--class", "chromium", "getwindowname", "%@"]).output();
        let names = String::from_utf8_lossy(&asked.expect("xdotool").stdout).into_owned();
        let page = names.lines().find_map(|name| name.strip_suffix(" - Chromium")).unwrap_or_default();
        page.to_owned()
    }
}
