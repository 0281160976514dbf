//! PipeWire's native protocol, as far as listening to the list of objects needs it: messages, and the values in them
//! (PODs). Written by hand, because there is no client in Rust and the C library would have to be installed for a list of
//! names. Owns the form on the wire and the limits on what is read; never knows what a message means.
//!
//! A message is a head of 16 bytes (to whom, operation and size, number, count of file descriptors) and a struct; all
//! numbers are in the machine's own order. A value is its size, its kind and its bytes, filled up to a multiple of 8.

use futures_lite::{AsyncRead, AsyncReadExt};
use std::io;

/// The longest message that is read; a longer one is passed over.
// An object with its properties takes about 1 KiB.
pub(super) const LONGEST: usize = 64 * 1024;

const HEAD: usize = 16;
// Kinds by PipeWire's own numbers (spa/utils/type.h): the three that a list of objects is made of.
const INT: u32 = 4;
const STRING: u32 = 8;
const STRUCT: u32 = 14;

/// One message of the server.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Message {
    /// The object that speaks, by our number for it.
    pub(super) from: u32,
    /// What it says, by that kind of object's own count.
    pub(super) event: u8,
    body: Vec<u8>,
}

impl Message {
    /// Waits for the next message that is not too long. File descriptors that come with one are closed by the kernel,
    /// because nobody asks for them.
    pub(super) async fn next(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Self> {
        loop {
            let mut head = [0; HEAD];
            stream.read_exact(&mut head).await?;
            let (from, what) = (word(&head, 0).unwrap_or_default(), word(&head, 4).unwrap_or_default());
            let [event, ..] = what.to_be_bytes();
            let size = usize::try_from(what & 0x00ff_ffff).unwrap_or(usize::MAX);
            if size <= LONGEST {
                let mut body = vec![0; size];
                stream.read_exact(&mut body).await?;
                return Ok(Self { from, event, body });
            }
            let mut rest = stream.take(u64::try_from(size).unwrap_or(u64::MAX));
            futures_lite::io::copy(&mut rest, futures_lite::io::sink()).await?;
        }
    }

    /// What it says; nothing if it is malformed.
    pub(super) fn values(&self) -> Values<'_> {
        Values(&self.body).group().unwrap_or_default()
    }
}

/// Values one after the other. Each question takes one, whether it is of the kind asked for or not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Values<'a>(&'a [u8]);

impl<'a> Values<'a> {
    /// The next value. Nothing can be read behind a malformed one.
    fn take(&mut self) -> Option<(u32, &'a [u8])> {
        let all = std::mem::take(&mut self.0);
        let size = usize::try_from(word(all, 0)?).ok()?;
        let kind = word(all, 4)?;
        let body = all.get(8..)?.get(..size)?;
        self.0 = all.get(8 + size.next_multiple_of(8)..).unwrap_or_default();
        Some((kind, body))
    }

    fn of(&mut self, wanted: u32) -> Option<&'a [u8]> {
        self.take().filter(|(kind, _)| *kind == wanted).map(|(_, body)| body)
    }

    /// A number.
    pub(super) fn int(&mut self) -> Option<u32> {
        word(self.of(INT)?, 0)
    }

    /// A text.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        str::from_utf8(self.of(STRING)?.strip_suffix(&[0])?).ok()
    }

    /// A struct.
    pub(super) fn group(&mut self) -> Option<Self> {
        self.of(STRUCT).map(Self)
    }

    /// A struct of properties: their count, and then names and texts by turns.
    pub(super) fn properties(&mut self) -> Option<Properties<'a>> {
        let mut group = self.group()?;
        group.take()?;
        Some(Properties(group))
    }
}

/// An object's properties.
#[derive(Clone, Copy, Debug)]
pub(super) struct Properties<'a>(Values<'a>);

impl<'a> Properties<'a> {
    /// The property of this name.
    pub(super) fn get(self, name: &str) -> Option<&'a str> {
        let mut values = self.0;
        while !values.0.is_empty() {
            let found = values.text() == Some(name);
            let value = values.text();
            if found {
                return value;
            }
        }
        None
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_ne_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

/// A value to be sent.
pub(super) enum Value<'a> {
    /// A number.
    Int(u32),
    /// A text.
    Text(&'a str),
    /// A struct.
    Group(&'a [Value<'a>]),
}

impl Value<'_> {
    fn write(&self, into: &mut Vec<u8>) {
        let start = into.len();
        into.extend([0; 8]);
        let kind = match self {
            Self::Int(value) => {
                into.extend(value.to_ne_bytes());
                INT
            }
            Self::Text(text) => {
                into.extend(text.bytes().chain([0]));
                STRING
            }
            Self::Group(values) => {
                values.iter().for_each(|value| value.write(into));
                STRUCT
            }
        };
        let size = into.len() - start - 8;
        into.resize(start + 8 + size.next_multiple_of(8), 0);
        into[start..start + 4].copy_from_slice(&number(size).to_ne_bytes());
        into[start + 4..start + 8].copy_from_slice(&kind.to_ne_bytes());
    }
}

/// A message to the server's object of our number `to`; `count` is the number of messages sent before it.
pub(super) fn request(to: u32, method: u8, count: u32, values: &[Value<'_>]) -> Vec<u8> {
    let mut bytes = vec![0; HEAD];
    Value::Group(values).write(&mut bytes);
    let what = u32::from(method) << 24 | number(bytes.len() - HEAD);
    for (at, part) in [to, what, count].into_iter().enumerate() {
        bytes[4 * at..4 * at + 4].copy_from_slice(&part.to_ne_bytes());
    }
    bytes
}

/// What is sent is some hundred bytes long.
fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Message, Value, request};
    use futures_lite::future;
    use proptest::prelude::*;
    use std::io::ErrorKind;

    fn read(mut bytes: &[u8]) -> std::io::Result<Message> {
        future::block_on(Message::next(&mut bytes))
    }

    fn node() -> Vec<u8> {
        let properties =
            [Value::Int(2), Value::Text("node.name"), Value::Text("a"), Value::Text("media.class"), Value::Text("b")];
        request(2, 7, 9, &[Value::Int(36), Value::Text("Node"), Value::Group(&properties)])
    }

    #[test]
    fn what_is_written_is_read() {
        let message = read(&node()).unwrap();
        assert_eq!((message.from, message.event), (2, 7));
        let mut values = message.values();
        assert_eq!(values.int(), Some(36));
        assert_eq!(values.text(), Some("Node"));
        let properties = values.properties().unwrap();
        assert_eq!(properties.get("media.class"), Some("b"));
        assert_eq!(properties.get("node.name"), Some("a"));
        assert_eq!(properties.get("a"), None, "a text is no name");
        assert_eq!(values.int(), None);
    }

    #[test]
    fn the_bytes_are_those_of_the_protocol() {
        let pong = request(0, 3, 5, &[Value::Int(1), Value::Text("ab")]);
        let words: Vec<u32> = pong.as_chunks().0.iter().map(|word| u32::from_ne_bytes(*word)).collect();
        let ab = u32::from_ne_bytes(*b"ab\0\0");
        assert_eq!(words, [0, 0x0300_0028, 5, 0, 32, 14, 4, 4, 1, 0, 3, 8, ab, 0]);
    }

    #[test]
    fn a_message_that_is_too_long_is_passed_over() {
        let long = "x".repeat(LONGEST);
        let mut bytes = request(1, 1, 0, &[Value::Text(&long)]);
        bytes.extend(node());
        assert_eq!(read(&bytes).unwrap(), read(&node()).unwrap());
    }

    #[test]
    fn an_end_in_the_middle_is_an_error() {
        let whole = node();
        for cut in 0..whole.len() {
            assert_eq!(read(&whole[..cut]).unwrap_err().kind(), ErrorKind::UnexpectedEof, "{cut}");
        }
    }

    #[test]
    fn a_wrong_kind_is_passed_by() {
        let message = read(&request(0, 0, 0, &[Value::Text("x"), Value::Int(7)])).unwrap();
        let mut values = message.values();
        assert_eq!((values.int(), values.int(), values.int()), (None, Some(7), None));
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_odd(body in prop::collection::vec(any::<u8>(), 0..200), at in 0_usize..200, bit in 0..8) {
            let mut flipped = node();
            let at = 16 + at % (flipped.len() - 16);
            flipped[at] ^= 1_u8 << bit;
            for body in [body, flipped.split_off(16)] {
                let message = Message { from: 2, event: 0, body };
                let mut values = message.values();
                let _ = (values.int(), values.text());
                let _ = values.properties().and_then(|properties| properties.get("node.name"));
                while values.take().is_some() {}
            }
        }
    }
}
