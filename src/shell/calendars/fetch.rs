//! One address on the net. Owns the request and all of its limits: time, size before and after unpacking, redirects,
//! whose certificates count. Says nothing of the address but its host.

use crate::calendar::MOST_BYTES;
use crate::parts::calendar::Why;
use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;
use ureq::config::Config;
use ureq::http::{HeaderMap, Uri};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

/// Redirects followed at most.
// Servers may send each other round in a ring.
const REDIRECTS: u32 = 5;
/// A header's value that is kept for the next request is no longer.
// The server chooses it, and it is written to a file of ours.
const LONGEST_TAG: usize = 1000;

/// What a server says of its own copy, to be asked next time whether that is still the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Tags {
    pub etag: Option<String>,
    pub modified: Option<String>,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fetched {
    /// The calendar, and how long the server says that it stays so.
    New { body: Vec<u8>, tags: Tags, fresh: Option<Duration> },
    /// It is as it was.
    Same { fresh: Option<Duration> },
    /// Why not. `gone`: the server says that there is nothing for us.
    Failed { why: Why, gone: bool },
}

/// Fetches an address, if it is another than these tags say.
pub(super) fn fetch(address: &str, tags: &Tags, patience: Duration) -> Fetched {
    match ask(address, tags, patience) {
        Ok(fetched) => fetched,
        Err(error) => Fetched::Failed { why: why(&error), gone: false },
    }
}

fn ask(address: &str, tags: &Tags, patience: Duration) -> Result<Fetched, Error> {
    let mut request = agent(address, patience).get(address).header("accept", "text/calendar, */*;q=0.5");
    for (name, tag) in [("if-none-match", &tags.etag), ("if-modified-since", &tags.modified)] {
        if let Some(tag) = tag {
            request = request.header(name, tag);
        }
    }
    let mut response = request.call()?;
    let fresh = max_age(response.headers());
    match response.status().as_u16() {
        200 => {
            let tags = Tags {
                etag: header(response.headers(), "etag"),
                modified: header(response.headers(), "last-modified"),
            };
            let mut body = Vec::new();
            let most = MOST_BYTES as u64;
            // One more than the limit, to tell what is too long from what just fits.
            response.body_mut().as_reader().take(most + 1).read_to_end(&mut body).map_err(Error::from)?;
            if body.len() > MOST_BYTES {
                return Ok(Fetched::Failed { why: Why::TooLong, gone: false });
            }
            Ok(Fetched::New { body, tags, fresh })
        }
        304 => Ok(Fetched::Same { fresh }),
        // These say that the address or its leave was withdrawn; every other failure passes by itself.
        code => Ok(Fetched::Failed { why: Why::Status(code), gone: matches!(code, 401 | 403 | 404 | 410) }),
    }
}

fn agent(address: &str, patience: Duration) -> Agent {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = TlsConfig::builder()
        // The system's own verifier, as browsers use it: firms give their machines certificates of their own.
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(provider)
        .build();
    let config = Config::builder()
        .tls_config(tls)
        .timeout_global(Some(patience))
        .max_redirects(REDIRECTS)
        .http_status_as_error(false)
        .user_agent(concat!("unhunch/", env!("CARGO_PKG_VERSION")));
    if address.starts_with("http://") {
        // To a proxy elsewhere `localhost` is another machine.
        let config = config.proxy(None).build();
        return Agent::with_parts(config, DefaultConnector::default(), ThisMachine(DefaultResolver::default()));
    }
    Agent::new_with_config(config.https_only(true).build())
}

/// Finds this machine and no other, and that only for plain HTTP: a redirect leads nowhere else.
#[derive(Debug)]
struct ThisMachine(DefaultResolver);

impl Resolver for ThisMachine {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        if uri.scheme_str() != Some("http") {
            return Err(Error::RequireHttpsOnly(String::new()));
        }
        let found = self.0.resolve(uri, config, timeout)?;
        let ours = found.iter().all(|address| address.ip().is_loopback());
        if ours { Ok(found) } else { Err(Error::RequireHttpsOnly(String::new())) }
    }
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().filter(|text| text.len() <= LONGEST_TAG).map(str::to_owned)
}

/// How long a server says that its answer stays true.
fn max_age(headers: &HeaderMap) -> Option<Duration> {
    let said = header(headers, "cache-control")?.to_ascii_lowercase();
    let seconds = said.split(',').find_map(|part| part.trim().strip_prefix("max-age="))?;
    seconds.trim_matches('"').parse().ok().map(Duration::from_secs)
}

/// In words that name no address; what ureq says of some errors does.
#[expect(clippy::wildcard_enum_match_arm, reason = "the list of errors is open")]
fn why(error: &Error) -> Why {
    match error {
        Error::Timeout(_) => Why::TooSlow,
        Error::HostNotFound => Why::NoHost,
        Error::RequireHttpsOnly(_) | Error::TooManyRedirects | Error::RedirectFailed | Error::BadUri(_) => Why::Astray,
        Error::Decompress(..) => Why::BadPacking,
        Error::StatusCode(code) => Why::Status(*code),
        Error::Io(error) => of_the_system(error),
        Error::Rustls(error) => Why::Connection(error.to_string()),
        Error::Tls(why) => Why::Connection((*why).to_owned()),
        Error::Protocol(_) | Error::Http(_) => Why::NotHttp,
        Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => Why::ProxyRefuses,
        _ => Why::Nameless,
    }
}

fn of_the_system(error: &io::Error) -> Why {
    // Errors of ureq come wrapped out of a body's reader.
    if let Some(inner) = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
        return why(inner);
    }
    if error.kind() == io::ErrorKind::TimedOut { Why::TooSlow } else { Why::Connection(error.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_says_of_its_copy_is_read() {
        let headers = |value: &str| HeaderMap::from_iter([("cache-control".parse().unwrap(), value.parse().unwrap())]);
        assert_eq!(max_age(&headers("private, max-age=3600")), Some(Duration::from_hours(1)));
        assert_eq!(max_age(&headers("Max-Age=60")), Some(Duration::from_mins(1)));
        assert_eq!(max_age(&headers("no-store")), None);
        assert_eq!(max_age(&HeaderMap::new()), None);
    }

    #[test]
    fn errors_name_no_address() {
        let secret = "https://example.org/secret";
        for error in [
            Error::BadUri(secret.into()),
            Error::RequireHttpsOnly(secret.into()),
            Error::ConnectProxyFailed(secret.into()),
            Error::from(io::Error::other(Error::BadUri(secret.into()))),
        ] {
            assert!(!format!("{:?}", why(&error)).contains("secret"), "{error:?}");
        }
    }
}
