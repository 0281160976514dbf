//! `ext-idle-notify-v1` in both versions, against a stand-in for a compositor: it speaks the real protocol over a
//! real socket, and the test plays the person.

use crate::harness::{IDLE, Listener, SOON, alone, nowhere};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};
use unhunch::parts::PartState;
use wayland_protocols::ext::idle_notify::v1::server::{
    ext_idle_notification_v1::{self, ExtIdleNotificationV1},
    ext_idle_notifier_v1::{self, ExtIdleNotifierV1},
};
use wayland_server::backend::{ClientData, ClientId};
use wayland_server::protocol::wl_seat::{self, WlSeat};
use wayland_server::{
    Client, DataInit, Dispatch, Display, DisplayHandle, GlobalDispatch, ListeningSocket, New, Resource,
};

/// A notification that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Asked {
    /// By `get_input_idle_notification`, which no inhibitor holds back.
    input: bool,
    timeout: u32,
}

/// What the test makes the person do.
enum Person {
    /// No input: the notification asked for last goes idle.
    Rests,
    /// Input again: all idle ones resume.
    Returns,
    /// The compositor ends.
    Leaves,
}

struct Compositor {
    asked: Sender<Asked>,
    notes: Vec<(ExtIdleNotificationV1, bool)>,
}

impl Compositor {
    fn play(&mut self, person: &Person) {
        match person {
            Person::Rests => {
                let (note, idle) = self.notes.last_mut().unwrap();
                *idle = true;
                note.idled();
            }
            Person::Returns => {
                for (note, idle) in &mut self.notes {
                    if std::mem::take(idle) && note.is_alive() {
                        note.resumed();
                    }
                }
            }
            Person::Leaves => {}
        }
    }
}

struct Nothing;
impl ClientData for Nothing {
    fn initialized(&self, _: ClientId) {}
    fn disconnected(&self, _: ClientId, _: wayland_server::backend::DisconnectReason) {}
}

impl<R: Resource + 'static> GlobalDispatch<R, ()> for Compositor
where
    Self: Dispatch<R, ()>,
{
    fn bind(_: &mut Self, _: &DisplayHandle, _: &Client, new: New<R>, (): &(), init: &mut DataInit<'_, Self>) {
        init.init(new, ());
    }
}

impl Dispatch<WlSeat, ()> for Compositor {
    fn request(
        _: &mut Self,
        _: &Client,
        _: &WlSeat,
        _: wl_seat::Request,
        (): &(),
        _: &DisplayHandle,
        _: &mut DataInit<'_, Self>,
    ) {
    }
}

impl Dispatch<ExtIdleNotifierV1, ()> for Compositor {
    fn request(
        state: &mut Self,
        _: &Client,
        _: &ExtIdleNotifierV1,
        request: ext_idle_notifier_v1::Request,
        (): &(),
        _: &DisplayHandle,
        init: &mut DataInit<'_, Self>,
    ) {
        use ext_idle_notifier_v1::Request;
        let (id, timeout, input) = match request {
            Request::GetIdleNotification { id, timeout, .. } => (id, timeout, false),
            Request::GetInputIdleNotification { id, timeout, .. } => (id, timeout, true),
            _ => return,
        };
        state.notes.push((init.init(id, ()), false));
        state.asked.send(Asked { input, timeout }).unwrap();
    }
}

impl Dispatch<ExtIdleNotificationV1, ()> for Compositor {
    fn request(
        state: &mut Self,
        _: &Client,
        gone: &ExtIdleNotificationV1,
        _: ext_idle_notification_v1::Request,
        (): &(),
        _: &DisplayHandle,
        _: &mut DataInit<'_, Self>,
    ) {
        state.notes.retain(|(note, _)| note != gone);
    }
}

/// The running stand-in.
struct Stage {
    home: tempfile::TempDir,
    asked: Receiver<Asked>,
    person: Sender<Person>,
}

impl Stage {
    fn start(version: u32) -> Self {
        let home = tempfile::tempdir().unwrap();
        let socket = ListeningSocket::bind_absolute(home.path().join("wayland-t")).unwrap();
        let (asked_by, asked) = mpsc::channel();
        let (person, acts) = mpsc::channel();
        thread::spawn(move || run(version, &socket, asked_by, &acts));
        Self { home, asked, person }
    }

    fn ear(&self, threshold: Duration) -> Listener {
        let mut around = nowhere();
        around.wayland = Some(self.home.path().join("wayland-t"));
        Listener::start(IDLE, threshold, around)
    }

    fn asked(&self) -> Asked {
        self.asked.recv_timeout(crate::harness::BOUND).unwrap()
    }

    fn play(&self, person: Person) {
        self.person.send(person).unwrap();
    }
}

fn run(version: u32, socket: &ListeningSocket, asked: Sender<Asked>, acts: &Receiver<Person>) {
    let mut display = Display::<Compositor>::new().unwrap();
    let mut handle = display.handle();
    handle.create_global::<Compositor, WlSeat, ()>(1, ());
    handle.create_global::<Compositor, ExtIdleNotifierV1, ()>(version, ());
    let mut compositor = Compositor { asked, notes: Vec::new() };
    loop {
        if let Some(stream) = socket.accept().unwrap() {
            handle.insert_client(stream, Arc::new(Nothing)).unwrap();
        }
        display.dispatch_clients(&mut compositor).unwrap();
        match acts.recv_timeout(Duration::from_millis(5)) {
            Ok(Person::Leaves) | Err(mpsc::RecvTimeoutError::Disconnected) => return,
            Ok(person) => compositor.play(&person),
            Err(mpsc::RecvTimeoutError::Timeout) => {}
        }
        display.flush_clients().unwrap();
    }
}

fn plain(timeout: u32) -> Asked {
    Asked { input: false, timeout }
}

#[test]
fn version_two_is_asked_for_input_alone_and_version_one_as_it_can() {
    let _alone = alone();
    for (version, input) in [(1, false), (2, true)] {
        let stage = Stage::start(version);
        let ear = stage.ear(Duration::from_mins(1));
        let report = ear.report("idle", PartState::Works);
        assert_eq!(report.means.contains("input alone"), input, "{report:?}");
        assert_eq!(report.says.is_empty(), input, "{report:?}");
        let timeout = 60_000;
        assert_eq!(stage.asked(), Asked { input, timeout });
        ear.active();
    }
}

#[test]
fn an_absence_counts_on_from_its_notice_over_changes_of_the_threshold() {
    let _alone = alone();
    let stage = Stage::start(1);
    let ear = stage.ear(Duration::from_mins(1));
    ear.active();
    assert_eq!(stage.asked(), plain(60_000));
    ear.senses.watch(Duration::from_secs(5));
    assert_eq!(stage.asked(), plain(5000));

    stage.play(Person::Rests);
    let (_, ago) = ear.idle();
    assert!(ago >= Duration::from_secs(5) && ago < Duration::from_secs(5) + SOON, "{ago:?}");

    ear.senses.watch(Duration::from_mins(1));
    let left = stage.asked();
    assert!(left.timeout <= 55_000 && left.timeout > 54_000, "what is left of a minute: {left:?}");
    ear.senses.watch(Duration::from_secs(2));
    let asked = Instant::now();
    let (at, ago) = ear.idle();
    assert!(ago >= Duration::from_secs(5) && at - asked < SOON);

    stage.play(Person::Returns);
    ear.active();
    assert_eq!(stage.asked(), plain(2000), "the threshold in force, counted anew");
    stage.play(Person::Rests);
    ear.idle();
    stage.play(Person::Returns);
    ear.active();
    ear.silence(Duration::from_millis(200));
}

#[test]
fn a_compositor_that_leaves_is_reported() {
    let _alone = alone();
    let stage = Stage::start(2);
    let ear = stage.ear(Duration::from_mins(1));
    ear.active();
    stage.play(Person::Leaves);
    let report = ear.report("idle", PartState::Failed);
    assert!(!report.advice.is_empty(), "{report:?}");
}

#[test]
fn many_changes_of_the_threshold_lose_nothing() {
    let _alone = alone();
    let stage = Stage::start(2);
    let ear = stage.ear(Duration::from_mins(1));
    ear.active();
    stage.asked();
    for timeout in 1000..1050 {
        ear.senses.watch(Duration::from_millis(timeout.into()));
        assert_eq!(stage.asked(), Asked { input: true, timeout });
    }
    ear.silence(Duration::from_millis(300));
    stage.play(Person::Rests);
    ear.idle();
}
