//! The session bus: one connection and one thread for everything the outputs ask or hear there. Owns the connection,
//! its end and its return; never decides what a message means (`notify::daemon`, `tray::host`,
//! `service`).
//!
//! Nothing here waits for another program: calls go out, replies come in like signals do, each with its deadline.
//! So a frozen program costs its own call and nothing else, and its late reply is how its thaw is noticed.

pub(super) mod link;

use super::notify::daemon::Daemon;
use super::notify::{Notifier, message};
use super::order::Order;
use super::service::{Service, ServiceLine};
use super::tray::Tray;
use super::tray::host::{Due, Host};
use crate::outputs::{HowToAnswer, Tell};
use crate::system::bus;
use async_channel::{Receiver, RecvError};
use async_io::Timer;
use futures_lite::{StreamExt, future};
use link::{Ask, Link, Reply};
use std::path::PathBuf;
use std::time::Duration;
use zbus::message::Type;
use zbus::{Connection, Message, MessageStream};

/// A bus that was lost is looked for this soon, then less and less often.
// A bus that is restarted is back within a second or two; to look for one that is gone costs one failed connection.
const SOON: Duration = Duration::from_secs(1);
const SELDOM: Duration = Duration::from_secs(30);

/// Starts the tray and the notifications on one connection. Once per process: the tray's crate knows only one listener.
pub(super) fn start(
    tell: Tell,
    how: HowToAnswer,
    remembered: PathBuf,
) -> std::io::Result<(Tray, Notifier, ServiceLine)> {
    let (orders, inbox) = async_channel::unbounded();
    let tray = Tray::start(tell.clone(), &orders)?;
    let draw = tray.line();
    // Weak: the thread ends with the shell's last handle, which its own must not outlive.
    let told = orders.downgrade();
    std::thread::Builder::new().name("unhunch-bus".into()).spawn(move || {
        let daemon = Daemon::new(tell.clone(), remembered, told);
        let (host, service) = (Host::new(tell.clone(), draw), Service::new(tell));
        async_io::block_on(Bus { inbox, daemon, host, service }.run());
    })?;
    Ok((tray, Notifier::new(orders.clone(), how), ServiceLine::new(orders)))
}

/// Why a session on the bus ended.
#[derive(Debug, PartialEq, Eq)]
enum SessionEnd {
    /// Nobody gives orders any more.
    Quit,
    /// The bus is gone.
    Lost,
}

/// One thing to deal with.
enum Input {
    Order(Order),
    Message(Message),
    Overdue(Ask),
    Host(Due),
    Grace,
    End(SessionEnd),
}

struct Bus {
    inbox: Receiver<Order>,
    daemon: Daemon,
    host: Host,
    service: Service,
}

impl Bus {
    async fn run(mut self) {
        let (mut first, mut pause) = (None, None);
        loop {
            let mut lost = first.is_some();
            if let Ok(connection) = bus::session().await {
                (lost, pause) = (true, Some(SOON));
                let stream = MessageStream::from(&connection);
                let end = future::or(self.session(&connection, stream, first.take()), bus::drive(&connection)).await;
                if end == SessionEnd::Quit {
                    return;
                }
            }
            // An order that failed for want of a bus is told as failed; the one after it tries the bus again. A bus that
            // was there is looked for without one: it may only be restarting.
            if lost || pause.is_none() {
                self.lost(first.take().as_ref());
            }
            match self.order_or(pause).await {
                Some(Ok(order)) => first = Some(order),
                Some(Err(_)) => return,
                None => pause = pause.map(|pause| pause.saturating_mul(2).min(SELDOM)),
            }
        }
    }

    /// The next order, or none when this pause is over.
    async fn order_or(&mut self, pause: Option<Duration>) -> Option<Result<Order, RecvError>> {
        let order = async {
            loop {
                match self.inbox.recv().await {
                    // What is for others alone is no reason to look for a bus.
                    Ok(order) => {
                        if let Some(order) = self.service.without_bus(order) {
                            return Some(Ok(order));
                        }
                    }
                    Err(over) => return Some(Err(over)),
                }
            }
        };
        let over = async {
            let Some(pause) = pause else { return future::pending().await };
            Timer::after(pause).await;
            None
        };
        future::or(order, over).await
    }

    /// Everything from connecting to the loss of the bus.
    async fn session(
        &mut self,
        connection: &Connection,
        mut stream: MessageStream,
        first: Option<Order>,
    ) -> SessionEnd {
        let mut link = Link::new(connection.server_guid().to_string());
        link.listen();
        message::ask_owner(&mut link);
        self.host.begin(&mut link);
        self.service.begin(&mut link);
        let mut next = first.map(Input::Order);
        loop {
            if let Some(input) = next.take()
                && let Some(end) = self.deal(&mut link, input)
            {
                return end;
            }
            if link.flush(connection).await.is_err() {
                return SessionEnd::Lost;
            }
            next = Some(self.input(&mut link, &mut stream).await);
        }
    }

    /// The next thing that happens.
    async fn input(&mut self, link: &mut Link, stream: &mut MessageStream) -> Input {
        let order = async { self.inbox.recv().await.map_or(Input::End(SessionEnd::Quit), Input::Order) };
        let message = async {
            match stream.next().await {
                Some(Ok(message)) => Input::Message(message),
                Some(Err(_)) | None => Input::End(SessionEnd::Lost),
            }
        };
        let overdue = async { Input::Overdue(link.overdue().await) };
        let host = async { Input::Host(self.host.due().await) };
        let grace = async {
            self.daemon.grace().await;
            Input::Grace
        };
        future::or(message, future::or(order, future::or(overdue, future::or(host, grace)))).await
    }

    fn deal(&mut self, link: &mut Link, input: Input) -> Option<SessionEnd> {
        match input {
            Input::Order(order) => self.order(link, order),
            Input::Message(message) => self.message(link, &message),
            Input::Overdue(ask) => self.reply(link, ask, &Reply::Silence),
            Input::Host(due) => self.host.rang(due, link),
            Input::Grace => self.daemon.close_orphan(link),
            Input::End(end) => return Some(end),
        }
        None
    }

    fn order(&mut self, link: &mut Link, order: Order) {
        match order {
            Order::Show(notice) => self.daemon.show(link, notice),
            Order::Withdraw => self.daemon.withdraw(link),
            Order::Finish(done) => {
                self.daemon.withdraw(link);
                link.when_sent(done);
            }
            Order::Plain(shown) => self.daemon.plain_shown(shown),
            Order::Drawn(drawn) => self.host.drawn(link, drawn),
            Order::Serve => self.service.serve(link),
            Order::Reply(number, reply) => self.service.answer(link, number, &reply),
            Order::News(news) => self.service.news(link, &news),
            Order::State(state) => self.service.state(link, state),
        }
    }

    fn message(&mut self, link: &mut Link, message: &Message) {
        match message.message_type() {
            Type::MethodReturn | Type::Error => {
                if let Some((ask, reply)) = link.reply(message) {
                    self.reply(link, ask, &reply);
                }
            }
            Type::Signal => {
                self.daemon.signal(link, message);
                self.host.signal(link, message);
                self.service.signal(message);
            }
            // The icon's crate has a connection of its own for what is asked of the icon.
            Type::MethodCall => self.service.call(link, message),
        }
    }

    fn reply(&mut self, link: &mut Link, ask: Ask, reply: &Reply) {
        match ask {
            Ask::Activatable | Ask::DaemonOwner | Ask::Server | Ask::Capabilities | Ask::Ping | Ask::Notify => {
                self.daemon.reply(link, ask, reply);
            }
            Ask::HostOwner | Ask::HostProcess | Ask::HostRegistered => self.host.reply(link, ask, reply),
            Ask::Name => self.service.reply(reply),
        }
    }

    /// There is no bus, or no longer.
    fn lost(&mut self, order: Option<&Order>) {
        self.host.lost();
        self.daemon.lost(matches!(order, Some(Order::Show(_))));
        self.service.lost();
    }
}
