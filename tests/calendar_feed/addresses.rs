//! Addresses: asked no more often than they may be, with bounds on everything that comes back.

use crate::home::{Home, ahead, calendar, eventually, read, starts, trouble};
use crate::server::{Server, answer};
use chrono::TimeDelta;
use std::io::Write;
use std::time::{Duration, Instant};
use unhunch::parts::calendar::{Advice, Why};

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(body).unwrap();
    packer.finish().unwrap()
}

#[test]
fn a_calendar_is_fetched_once_and_then_asked_whether_it_changed() {
    let (at, home) = (ahead(60), Home::new());
    let text = calendar(&[at]);
    let server = Server::start(move |number, _| {
        let tags = ["ETag: \"one\"", "Last-Modified: Mon, 05 Jan 2026 08:00:00 GMT"];
        Some(if number == 0 { answer("200 OK", &tags, &text) } else { answer("304 Not Modified", &[], "") })
    });
    let job = home.job(&server.address());
    let first = read(&job);
    assert_eq!((starts(&first), trouble(&first)), (Some(vec![at]), None));
    assert!((890..=901).contains(&first.next_s.unwrap()), "{first:?}");
    assert_eq!(first.sources[0].name, "127.0.0.1");
    assert_eq!(starts(&read(&job)), Some(vec![at]), "from the copy");
    home.pass(TimeDelta::minutes(14));
    assert_eq!(starts(&read(&job)), Some(vec![at]));
    assert_eq!(server.asked().len(), 1, "not before 15 minutes");
    home.pass(TimeDelta::minutes(1));
    let again = read(&job);
    assert_eq!((starts(&again), trouble(&again)), (Some(vec![at]), None));
    let asked = server.asked();
    assert_eq!(asked.len(), 2);
    assert!(!asked[0].iter().any(|line| line.starts_with("if-")));
    assert!(asked[1].contains(&"if-none-match: \"one\"".into()), "{:?}", asked[1]);
    assert!(asked[1].contains(&"if-modified-since: mon, 05 jan 2026 08:00:00 gmt".into()), "{:?}", asked[1]);
}

/// What becomes of a copy.
type Damage = fn(&[u8]) -> Vec<u8>;

#[test]
fn a_copy_that_was_damaged_or_cut_is_fetched_anew_without_conditions() {
    let (at, text) = (ahead(60), calendar(&[ahead(30), ahead(60)]));
    let damages: [(&str, Damage); 4] = [
        ("zeroed", |body| vec![0; body.len()]),
        ("cut", |body| body[..body.len() / 2].to_vec()),
        ("emptied", |_| Vec::new()),
        ("another", |body| [body, b"\r\n"].concat()),
    ];
    for (what, damage) in damages {
        let (text, home) = (text.clone(), Home::new());
        // As servers do: who has it is told so, whatever became of it.
        let server = Server::start(move |_, asked| {
            let has = asked.iter().any(|line| line.starts_with("if-"));
            let tags = ["ETag: \"one\""];
            Some(if has { answer("304 Not Modified", &tags, "") } else { answer("200 OK", &tags, &text) })
        });
        let job = home.job(&server.address());
        read(&job);
        let copy = home.copies().into_iter().find(|path| path.extension().unwrap() == "ics").unwrap();
        let whole = std::fs::read(&copy).unwrap();
        std::fs::write(&copy, damage(&whole)).unwrap();
        let again = read(&job);
        assert_eq!((starts(&again), trouble(&again)), (Some(vec![ahead(30), at]), None), "{what}");
        assert_eq!(std::fs::read(&copy).unwrap(), whole, "{what}");
        let asked = server.asked();
        assert_eq!(asked.len(), 2, "{what}");
        assert!(!asked[1].iter().any(|line| line.starts_with("if-")), "{what}: {:?}", asked[1]);
    }
}

#[test]
fn a_server_in_trouble_is_asked_less_often_and_the_copy_counts() {
    let (at, home) = (ahead(60), Home::new());
    let text = calendar(&[at]);
    let server = Server::start(move |number, _| {
        Some(if number == 0 { answer("200 OK", &[], &text) } else { answer("500 Oh", &[], "no") })
    });
    let job = home.job(&server.address());
    read(&job);
    for (minutes, wait) in [(15, 900), (15, 1800), (30, 3600), (60, 7200), (120, 14_400), (240, 21_600), (360, 21_600)]
    {
        home.pass(TimeDelta::minutes(minutes));
        let failed = read(&job);
        assert_eq!((starts(&failed), trouble(&failed)), (Some(vec![at]), Some(&Why::Status(500))));
        assert!((wait - 10..=wait + 1).contains(&failed.next_s.unwrap()), "{wait}: {failed:?}");
        let asked = server.asked().len();
        read(&job);
        assert_eq!(server.asked().len(), asked, "not again at once");
    }
    home.pass(TimeDelta::days(4));
    assert_eq!(starts(&read(&job)), None, "after days nothing of it counts");
}

/// A version before this one kept the sentence; it is told until the address may be asked again, and then forgotten.
#[test]
fn what_an_older_version_wrote_beside_a_copy_is_told_as_it_was() {
    const SENTENCE: &str = "cannot be reached (\"no\" route)";
    let (at, home) = (ahead(60), Home::new());
    let text = calendar(&[at]);
    let server = Server::start(move |number, _| {
        Some(if number == 1 { answer("500 Oh", &[], "") } else { answer("200 OK", &[], &text) })
    });
    let job = home.job(&server.address());
    read(&job);
    home.pass(TimeDelta::minutes(15));
    assert_eq!(trouble(&read(&job)), Some(&Why::Status(500)));
    home.known(|known| known["trouble"] = SENTENCE.into());
    let before = read(&job);
    assert_eq!((starts(&before), trouble(&before)), (Some(vec![at]), Some(&Why::Legacy(SENTENCE.into()))));
    assert_eq!(trouble(&before).map(unhunch::text::feed::why).as_deref(), Some(SENTENCE));
    assert_eq!(server.asked().len(), 2, "asked no sooner for that");
    home.pass(TimeDelta::minutes(30));
    assert_eq!(trouble(&read(&job)), None);
}

#[test]
fn a_calendar_that_is_gone_counts_for_a_day() {
    let (at, home) = (ahead(60), Home::new());
    let text = calendar(&[at]);
    let server = Server::start(move |number, _| {
        Some(if number == 0 { answer("200 OK", &[], &text) } else { answer("404 None", &[], "no") })
    });
    let job = home.job(&server.address());
    read(&job);
    home.pass(TimeDelta::hours(23));
    let gone = read(&job);
    assert_eq!((starts(&gone), trouble(&gone)), (Some(vec![at]), Some(&Why::Status(404))));
    assert_eq!(gone.sources[0].trouble.as_ref().unwrap().advice, Advice::Gone);
    home.pass(TimeDelta::hours(2));
    assert_eq!(starts(&read(&job)), None);
}

#[test]
fn a_page_that_is_no_calendar_replaces_none() {
    let (at, home) = (ahead(60), Home::new());
    let text = calendar(&[at]);
    let server = Server::start(move |number, _| {
        let page = "<html><body>Please log in</body></html>";
        Some(if number == 0 { answer("200 OK", &[], &text) } else { answer("200 OK", &[], page) })
    });
    let job = home.job(&server.address());
    read(&job);
    home.pass(TimeDelta::minutes(15));
    let page = read(&job);
    assert_eq!((starts(&page), trouble(&page)), (Some(vec![at]), Some(&Why::NoCalendar)));
}

#[test]
fn what_is_too_large_is_not_taken_packed_or_not() {
    let plain = Server::start(|_, _| Some(answer("200 OK", &[], vec![b'x'; 17 << 20])));
    let packed = gzip(&vec![b'x'; 200 << 20]);
    assert!(packed.len() < 300_000);
    let bomb = Server::start(move |_, _| Some(answer("200 OK", &["Content-Encoding: gzip"], &packed)));
    for server in [plain, bomb] {
        let home = Home::new();
        let large = read(&home.job(&server.address()));
        assert_eq!((starts(&large), trouble(&large)), (None, Some(&Why::TooLong)));
        assert!(home.copies().iter().all(|path| path.extension().unwrap() == "json"), "nothing is kept");
    }
}

#[test]
fn packed_calendars_are_read_and_damaged_ones_are_said_to_be() {
    let at = ahead(60);
    let packed = gzip(calendar(&[at]).as_bytes());
    let mut damaged = packed.clone();
    let middle = damaged.len() / 2;
    damaged[middle..].fill(0xff);
    let encoded = |body: Vec<u8>| Server::start(move |_, _| Some(answer("200 OK", &["Content-Encoding: gzip"], &body)));
    assert_eq!(starts(&read(&Home::new().job(&encoded(packed).address()))), Some(vec![at]));
    let bad = read(&Home::new().job(&encoded(damaged).address()));
    assert_eq!(starts(&bad), None);
    assert!(trouble(&bad).is_some());
}

#[test]
fn redirects_are_followed_five_times_and_to_no_other_scheme_or_machine() {
    let (at, text) = (ahead(60), calendar(&[ahead(60)]));
    let hops = |most: usize| {
        let text = text.clone();
        Server::start(move |number, _| {
            let to = format!("Location: /secret-{number}");
            Some(if number < most { answer("302 There", &[&to], "") } else { answer("200 OK", &[], &text) })
        })
    };
    assert_eq!(starts(&read(&Home::new().job(&hops(5).address()))), Some(vec![at]));
    let round = hops(usize::MAX);
    let lost = read(&Home::new().job(&round.address()));
    assert_eq!((starts(&lost), trouble(&lost)), (None, Some(&Why::Astray)));
    assert_eq!(round.asked().len(), 6);
    for to in ["file:///etc/passwd", "https://127.0.0.1/secret", "http://192.0.2.1/secret", "ftp://127.0.0.1/secret"] {
        let server = Server::start(move |_, _| Some(answer("302 There", &[&format!("Location: {to}")], "")));
        let begin = Instant::now();
        let lost = read(&Home::new().job(&server.address()));
        assert_eq!(starts(&lost), None, "{to}");
        assert!(trouble(&lost).is_some() && !format!("{lost:?}").contains("192.0.2.1"), "{to}: {lost:?}");
        assert!(begin.elapsed() < Duration::from_secs(5), "{to} was tried");
    }
}

#[test]
fn a_server_that_does_not_answer_is_not_waited_for() {
    let home = Home::new();
    let silent = Server::start(|_, _| None);
    let mut job = home.job(&silent.address());
    job.patience_s = 1;
    let begin = Instant::now();
    let slow = read(&job);
    assert_eq!((starts(&slow), trouble(&slow)), (None, Some(&Why::TooSlow)));
    assert!(begin.elapsed() < Duration::from_secs(5));
    let dead = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let nobody = read(&Home::new().job(&format!("http://127.0.0.1:{dead}/secret")));
    assert!(starts(&nobody).is_none() && trouble(&nobody).is_some());
}

#[test]
fn without_a_place_for_copies_nothing_is_fetched() {
    let home = Home::new();
    let server = Server::start(|_, _| None);
    let mut job = home.job(&server.address());
    std::fs::write(home.path("file"), "").unwrap();
    for cache in [None, Some(home.path("file/cache"))] {
        job.cache = cache;
        let answer = read(&job);
        assert!(starts(&answer).is_none() && trouble(&answer).is_some());
    }
    assert_eq!(server.asked(), Vec::<Vec<String>>::new());
}

#[test]
fn copies_of_calendars_that_are_no_longer_named_are_forgotten() {
    let home = Home::new();
    let text = calendar(&[ahead(60)]);
    let server = Server::start(move |_, _| Some(answer("200 OK", &[], &text)));
    read(&home.job(&server.address()));
    assert_eq!(home.copies().len(), 2);
    let before = home.copies();
    read(&home.job(&format!("{}?other", server.address())));
    eventually("the other copies", || (home.copies().len() == 2).then_some(()));
    assert!(home.copies().iter().all(|path| !before.contains(path)));
}
