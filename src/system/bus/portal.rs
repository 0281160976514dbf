//! Requests to the desktop's portal (XDG Desktop Portal): asked by a call, answered by a signal. Owns that no answer is missed;
//! what is asked is its users'.

use super::QUEUE;
use futures_lite::StreamExt;
use serde::Serialize;
use std::collections::BTreeMap;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue};
use zbus::{Connection, MatchRule, MessageStream};

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const REQUEST: &str = "org.freedesktop.portal.Request";

/// What the portal answers to a request that it carries out.
pub(crate) const DONE: u32 = 0;

/// What became of a request, and its results; none where the bus ends before it is answered.
///
/// # Errors
/// When nobody answers.
pub(crate) async fn ask<B: Serialize + DynamicType>(
    conn: &Connection,
    (interface, method): (&str, &str),
    body: &B,
) -> zbus::Result<Option<(u32, BTreeMap<String, OwnedValue>)>> {
    // Listened for before it is asked: the answer may come before the call returns.
    let rule = MatchRule::builder().msg_type(zbus::message::Type::Signal).interface(REQUEST)?.member("Response")?;
    let mut answers = MessageStream::for_match_rule(rule.sender(PORTAL)?.build(), conn, Some(QUEUE)).await?;
    let reply = conn.call_method(Some(PORTAL), PATH, Some(interface), method, body).await?;
    let ours: OwnedObjectPath = reply.body().deserialize()?;
    while let Some(answer) = answers.next().await {
        let answer = answer?;
        if answer.header().path().is_some_and(|path| *path == *ours) {
            return Ok(Some(answer.body().deserialize()?));
        }
    }
    Ok(None)
}
