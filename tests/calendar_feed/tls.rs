//! Encrypted addresses: the system's certificates count, and nothing leads out of the encryption.

use crate::home::{Home, ahead, calendar, read, read_with, starts, trouble};
use crate::server::{Request, Server, answer};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use std::path::PathBuf;
use std::sync::Arc;

/// A server for `localhost`, and the file of the authority that vouches for it.
fn server(
    home: &Home,
    answers: impl Fn(usize, &Request) -> Option<Vec<u8>> + Send + Sync + 'static,
) -> (Server, PathBuf) {
    let mut authority = CertificateParams::new(Vec::<String>::new()).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let ours = CertificateParams::new(vec!["localhost".to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    let file = home.path("authority.pem");
    std::fs::write(&file, authority.pem()).unwrap();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![ours.der().clone()], key).unwrap();
    (Server::start_tls(Arc::new(config), answers), file)
}

#[test]
fn a_company_s_own_authority_counts_if_the_system_knows_it() {
    let (at, home) = (ahead(60), Home::new());
    let text = calendar(&[at]);
    let (server, authority) = server(&home, move |_, _| Some(answer("200 OK", &[], &text)));
    let job = home.job(&format!("https://localhost:{}/secret", server.port));
    let trusted = read_with(&job, &[("SSL_CERT_FILE", &authority)]);
    assert_eq!((starts(&trusted), trouble(&trusted)), (Some(vec![at]), None));
    let stranger = Home::new();
    let unknown = read(&stranger.job(&format!("https://localhost:{}/secret", server.port)));
    assert_eq!(starts(&unknown), None);
    assert!(format!("{:?}", trouble(&unknown)).contains("certificate"), "{unknown:?}");
    assert_eq!(server.asked().len(), 1, "who is not trusted is not asked");
}

#[test]
fn nothing_leads_out_of_the_encryption() {
    let home = Home::new();
    let plain = Server::start(|_, _| Some(answer("200 OK", &[], calendar(&[ahead(60)]))));
    let to = format!("Location: {}", plain.address());
    let (server, authority) = server(&home, move |_, _| Some(answer("302 There", &[&to], "")));
    let job = home.job(&format!("https://localhost:{}/secret", server.port));
    let lost = read_with(&job, &[("SSL_CERT_FILE", &authority)]);
    assert_eq!((starts(&lost), trouble(&lost)), (None, Some(&unhunch::parts::calendar::Why::Astray)));
    assert!(plain.asked().is_empty());
}
