//! Sleep as logind announces it. Owns the hold that delays it until the shell has stored its state; never holds it
//! for longer than `AT_MOST`.

use super::login1::{MANAGER, NAME, PATH};
use crate::parts::senses;
use crate::senses::linux::bus;
use crate::senses::linux::control::Orders;
use crate::senses::{Signal, Tell};
use async_io::Timer;
use futures_lite::{StreamExt, future};
use std::time::Duration;
use zbus::Connection;
use zbus::zvariant::OwnedFd;

/// How long the shell may take to store its state.
// logind waits 5 s for all programs together (InhibitDelayMaxSec), and then sleeps all the same.
const AT_MOST: Duration = Duration::from_secs(2);

/// Says `Signal::Sleeping` both ways. Ends with the connection.
pub(super) async fn listen(
    conn: &Connection,
    tell: &Tell,
    told: &(String, String),
    orders: &Orders,
) -> zbus::Result<()> {
    let mut announced = bus::signals(conn, Some(NAME), MANAGER, "PrepareForSleep", None).await?;
    let mut held = hold(conn, tell, told).await;
    while let Some(signal) = announced.next().await {
        let sleeping: bool = signal?.body().deserialize()?;
        if sleeping {
            // A ring that was left from before is not about this sleep.
            orders.stored.clear();
            tell(Signal::Sleeping(true));
            stored(orders).await;
            drop(held.take());
        } else {
            tell(Signal::Sleeping(false));
            if held.is_none() {
                held = hold(conn, tell, told).await;
            }
        }
    }
    Ok(())
}

/// Asks logind to wait for us, whose name and reason it lists; without leave, sleep is still announced.
async fn hold(conn: &Connection, tell: &Tell, (who, why): &(String, String)) -> Option<OwnedFd> {
    let asked = conn
        // A delay, never a block: a closed laptop has to sleep whatever becomes of us.
        .call_method(Some(NAME), PATH, Some(MANAGER), "Inhibit", &("sleep", who, why, "delay"))
        .await
        .and_then(|reply| reply.body().deserialize());
    tell(Signal::Part(senses::sleep_works("logind", asked.is_ok())));
    asked.ok()
}

/// Waits until the shell has stored its state, within bounds.
async fn stored(orders: &Orders) {
    let told = async {
        match orders.stored.listen() {
            Ok(bell) if bell.readable().await.is_ok() => {}
            Ok(_) | Err(_) => future::pending().await,
        }
    };
    let bound = async {
        Timer::after(AT_MOST).await;
    };
    future::or(told, bound).await;
}
