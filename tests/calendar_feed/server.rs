//! A small server of calendars on this machine: each request gets the answer that the test gave for it.

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What a request was: its first line and headers, in small letters.
pub(crate) type Request = Vec<String>;

/// The bytes to answer with, by the number of the request from 0; none answers nothing and keeps the line open.
type Answers = dyn Fn(usize, &Request) -> Option<Vec<u8>> + Send + Sync;

/// The server.
pub(crate) struct Server {
    pub(crate) port: u16,
    asked: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    pub(crate) fn start(answers: impl Fn(usize, &Request) -> Option<Vec<u8>> + Send + Sync + 'static) -> Self {
        Self::start_with(None, Arc::new(answers))
    }

    pub(crate) fn start_tls(
        tls: Arc<ServerConfig>,
        answers: impl Fn(usize, &Request) -> Option<Vec<u8>> + Send + Sync + 'static,
    ) -> Self {
        Self::start_with(Some(tls), Arc::new(answers))
    }

    fn start_with(tls: Option<Arc<ServerConfig>>, answers: Arc<Answers>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self { port: listener.local_addr().unwrap().port(), asked: Arc::default() };
        let asked = Arc::clone(&server.asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (tls, answers, asked) = (tls.clone(), Arc::clone(&answers), Arc::clone(&asked));
                thread::spawn(move || serve(stream, tls, &*answers, &asked));
            }
        });
        server
    }

    /// The address of a calendar on it.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/secret.ics", self.port)
    }

    /// The requests so far.
    pub(crate) fn asked(&self) -> Vec<Request> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(stream: TcpStream, tls: Option<Arc<ServerConfig>>, answers: &Answers, asked: &Mutex<Vec<Request>>) {
    match tls {
        None => talk(stream, answers, asked),
        Some(tls) => talk(StreamOwned::new(ServerConnection::new(tls).unwrap(), stream), answers, asked),
    }
}

fn talk<S: Read + Write>(stream: S, answers: &Answers, asked: &Mutex<Vec<Request>>) {
    let mut stream = BufReader::new(stream);
    let mut request = Request::new();
    loop {
        let mut line = String::new();
        // A client that does not like us, as with an unknown certificate, goes without asking.
        if !stream.read_line(&mut line).is_ok_and(|read| read > 0) {
            return;
        }
        let line = line.trim_end().to_lowercase();
        if line.is_empty() {
            break;
        }
        request.push(line);
    }
    let number = {
        let mut asked = asked.lock().unwrap();
        asked.push(request.clone());
        asked.len() - 1
    };
    match answers(number, &request) {
        // The client may have had enough before the end.
        Some(answer) => drop(stream.get_mut().write_all(&answer).and_then(|()| stream.get_mut().flush())),
        None => drop(stream.read_line(&mut String::new())),
    }
}

/// An answer with these header lines and this body.
pub(crate) fn answer(status: &str, headers: &[&str], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut text = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
    for header in headers {
        text.push_str(header);
        text.push_str("\r\n");
    }
    let mut bytes = (text + "\r\n").into_bytes();
    bytes.extend_from_slice(body);
    bytes
}
