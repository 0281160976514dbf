//! Clients that mean no good, or nothing: the app goes on answering.

use crate::house::{FAST, House, until};
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// What the app says to these bytes; nothing if it hangs up.
fn say(house: &House, bytes: &[u8]) -> String {
    let mut stream = UnixStream::connect(house.socket()).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("set");
    // The app may hang up in the middle.
    let _ = stream.write_all(bytes);
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply);
    String::from_utf8_lossy(&reply).into_owned()
}

#[test]
fn nonsense_is_refused_and_nothing_happens() {
    let house = House::with(FAST);
    let app = house.start();
    assert!(say(&house, b"GET / HTTP/1.1\r\n\r\n").contains("refused"));
    assert!(say(&house, b"{\"v\":9,\"say\":\"quit\"}\n").contains("\"theirs\":9"));
    assert!(say(&house, b"{\"v\":3,\"say\":{\"ask\":\"dance\"}}\n").contains("refused"));
    assert!(say(&house, &[0xff; 300]).is_empty());
    assert!(say(&house, &vec![b'a'; 100_000]).contains("too-long"));
    assert!(say(&house, b"{\"v\":3,\"say\":\"status\"}\n").contains("movement"));
    assert_eq!(house.run(&["status"]).code, 0);
    app.quit();
}

#[test]
fn silent_and_slow_clients_are_dropped_and_block_nobody() {
    let house = House::with(FAST);
    let app = house.start();
    let silent: Vec<_> = (0..40).filter_map(|_| UnixStream::connect(house.socket()).ok()).collect();
    until("the app answers all the same", || (house.run(&["status"]).code == 0).then_some(()));
    for mut stream in silent {
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("set");
        let mut said = String::new();
        let _ = stream.read_to_string(&mut said);
        assert!(said.is_empty() || said.contains("\"refused\":\"busy\""), "{said}");
    }
    app.quit();
}

#[test]
fn a_watcher_that_does_not_read_is_let_go_and_delays_nobody() {
    let house = House::with(FAST);
    let app = house.start();
    let mut deaf = UnixStream::connect(house.socket()).expect("it listens");
    deaf.write_all(b"{\"v\":3,\"say\":\"watch-parts\"}\n").expect("asked");
    // More than a socket holds: what is not read fills it, and that is the end of it.
    let rounds = 1_000;
    for _ in 0..rounds {
        assert!(say(&house, b"{\"v\":3,\"say\":{\"ask\":{\"pause\":\"day\"}}}\n").contains("paused"));
        assert!(!say(&house, b"{\"v\":3,\"say\":{\"ask\":\"resume\"}}\n").contains("refused"));
    }
    app.quit();
    deaf.set_read_timeout(Some(Duration::from_secs(10))).expect("set");
    let mut heard = Vec::new();
    let _ = deaf.read_to_end(&mut heard);
    let told = String::from_utf8_lossy(&heard).matches("\"quiet\":[\"paused\"]").count();
    assert!(told < rounds, "it was told everything: the socket holds more than this test thought");
}

#[test]
fn a_request_that_was_had_and_not_answered_has_a_code_of_its_own() {
    let house = House::with(FAST);
    std::fs::create_dir_all(house.socket().parent().expect("a folder")).expect("made");
    let listener = std::os::unix::net::UnixListener::bind(house.socket()).expect("a socket");
    // It reads the whole request and hangs up, as an app that is killed at this moment does.
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let _ = stream.read(&mut [0; 1024]);
        }
    });
    for asked in [&["snooze"][..], &["pause", "30m"], &["review", "correct", "1", "taken"], &["check-in", "tight"]] {
        let said = house.run(asked);
        assert!(said.code == 4 && said.err.contains("may have been done or not"), "{asked:?} {said:?}");
    }
    let said = house.run(&["status"]);
    assert!(said.code == 1 && said.err.contains("hung up"), "a question does nothing: {said:?}");
}

#[test]
fn who_asks_an_app_that_ends_at_this_moment_hears_that_none_runs() {
    let house = House::with(FAST);
    let socket = house.socket();
    std::fs::create_dir_all(socket.parent().expect("a folder")).expect("made");
    let listener = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
    let ending = std::thread::spawn(move || {
        let (mut asked, _) = listener.accept().expect("a client");
        let _ = asked.read(&mut [0; 1024]);
        std::fs::remove_file(socket).expect("there");
    });
    let said = house.run(&["status"]);
    assert!(said.code == 3 && said.err.contains("not running"), "{said:?}");
    ending.join().expect("it was asked");
}

#[test]
fn an_app_that_does_not_answer_in_time_may_do_it_all_the_same() {
    use rustix::process::{Pid, Signal, kill_process};
    let house = House::with(FAST);
    let app = house.start();
    let id = Pid::from_raw(i32::try_from(app.id()).expect("a number")).expect("a process");
    kill_process(id, Signal::STOP).expect("stopped");
    let said = house.run(&["pause", "day"]);
    assert!(said.code == 4 && said.err.contains("unhunch status"), "{said:?}");
    kill_process(id, Signal::CONT).expect("goes on");
    until("it was done", || house.run(&["status", "--json"]).out.contains("\"paused\"").then_some(()));
    app.quit();
}
