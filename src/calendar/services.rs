//! Services for calls and meetings: the hosts and paths of their links, what they are called, and the words that stand beside
//! such a name. Owns these lists alone; how they are looked for is `links`'.

/// Properties that name one by being there with a value.
pub(super) const PROPERTIES: &[&str] = &[
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-GOOGLE-HANGOUT",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-TELEMOST-CONFERENCE",
    "X-NEXTCLOUD-TALK-URL",
];

/// Hosts of calls, with what the path begins with where the host has other uses too. A host stands for those below it.
pub(super) const PLACES: &[(&str, &str)] = &[
    ("meet.google.com", "/"),
    ("hangouts.google.com", "/"),
    ("zoom.us", "/"),
    ("zoom.com", "/j/"),
    ("zoomgov.com", "/"),
    ("teams.microsoft.com", "/"),
    ("teams.live.com", "/"),
    ("meet.lync.com", "/"),
    ("join.skype.com", "/"),
    ("webex.com", "/"),
    ("meet.jit.si", "/"),
    ("8x8.vc", "/"),
    ("whereby.com", "/"),
    ("gotomeeting.com", "/"),
    ("gotomeet.me", "/"),
    ("meet.goto.com", "/"),
    ("bluejeans.com", "/"),
    ("chime.aws", "/"),
    ("ringcentral.com", "/join"),
    ("v.ringcentral.com", "/"),
    ("dialpad.com", "/meetings"),
    ("around.co", "/"),
    ("meet.around.co", "/"),
    ("livestorm.co", "/"),
    ("demio.com", "/"),
    ("lifesizecloud.com", "/"),
    ("starleaf.com", "/"),
    ("pexip.me", "/"),
    ("vc.cisco.com", "/"),
    ("telemost.yandex.ru", "/"),
    ("meet.kakao.com", "/"),
    ("vooffice.com", "/"),
    ("meeting.tencent.com", "/"),
    ("voovmeeting.com", "/"),
    ("vc.larksuite.com", "/"),
    ("vc.feishu.cn", "/"),
    ("meet.zoho.com", "/"),
    ("meeting.zoho.com", "/"),
    ("meet.element.io", "/"),
    ("call.element.io", "/"),
    ("facetime.apple.com", "/"),
    ("discord.gg", "/"),
    ("app.gather.town", "/"),
    ("app.slack.com", "/huddle"),
    ("senfcall.de", "/"),
    ("meet.ffmuc.net", "/"),
    ("opentalk.eu", "/"),
];

/// What hosts are called that people run themselves, and their paths: BigBlueButton, Jitsi, Nextcloud Talk, OpenTalk.
pub(super) const OWN_HOSTS: &[&str] = &["bbb", "jitsi", "meet", "bigbluebutton", "opentalk", "greenlight"];
pub(super) const OWN_PATHS: &[&str] = &["/bigbluebutton/", "/b/", "/rooms/", "/call/", "/room/"];

/// Names that mean such a place wherever they stand in the name of a place: products keep theirs in every language
/// ("Microsoft Teams-Besprechung", "Réunion Microsoft Teams").
pub(super) const NAMES: &[&str] = &[
    "microsoft teams",
    "ms teams",
    "google meet",
    "google hangouts",
    "webex",
    "zoom meeting",
    "zoom workplace",
    "skype for business",
    "skype meeting",
    "gotomeeting",
    "goto meeting",
    "bluejeans",
    "jitsi",
    "bigbluebutton",
    "big blue button",
    "ringcentral",
    "amazon chime",
    "nextcloud talk",
    "opentalk",
    "element call",
    "slack huddle",
    "facetime",
    "gather town",
    "zoho meeting",
    "tencent meeting",
    "voov meeting",
    "lark meeting",
];

/// Names that mean other things too: such a place by themselves or beside words of [`BESIDE`], so that neither the zoo
/// "Zoom Torino" nor a room for teams is one.
pub(super) const SHORT: &[&str] =
    &["zoom", "teams", "meet", "skype", "hangouts", "discord", "slack", "bbb", "telemost", "телемост"];

/// Words that stand beside such a name. Numbers do too.
pub(super) const BESIDE: &str = "meeting meetings call calls link links id video online webinar conference app cloud pro huddle     invite passcode password pwd pin via on by in over using per see below description     besprechung termin treffen anruf konferenz videokonferenz videoanruf über ueber auf mit     réunion appel visio visioconférence par sur en ligne avec reunión videollamada llamada por de con     riunione chiamata videochiamata su di tramite reunião chamada do no da     vergadering gesprek möte mötet møte møde kokous spotkanie w aplikacji schůzka встреча собрание конференция в     toplantısı toplantı értekezlet συνάντηση";
