//! What holds on every page of the main window, at each size, with large text and in a language of longer words: nothing is
//! cut off at the side or lies on something else, all that can be pressed has a name and is reached by the keyboard from
//! top to bottom, and nothing is drawn while nothing changes.

use crate::front::Front;
use crate::{review, settings, today};
use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{Key, Modifiers, Pos2, Rect, ViewportId};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable, by};
use std::collections::BTreeMap;
use std::time::Duration;
use unhunch::review::{Period, PeriodLength};
use unhunch::text::locale::{self, Language};
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{ReviewUpdate, TodayUpdate};

const SIZES: [[f32; 2]; 3] = [[480.0, 400.0], [960.0, 680.0], [1920.0, 1200.0]];
/// As exact as letters are placed.
const EXACT: f32 = 1.5;
/// More stops than any page has.
const STOPS: usize = 400;

/// The window on this page, filled.
fn filled(page: MainPage, large_text: bool, size: [f32; 2]) -> Front {
    let mut front = Front::open(page, None, Look { large_text, ..Look::default() }, size);
    match page {
        MainPage::Today => {
            today::now(&mut front, today::counting());
            front.tell(TodayUpdate::Day(Some(Box::new(today::day()))));
        }
        MainPage::Settings => front.tell(settings::now("")),
        MainPage::Review | MainPage::Exercises | MainPage::Learn | MainPage::About => {}
    }
    front
}

/// Something on the page by its role and its name, and where it is.
#[derive(Clone, Debug)]
struct Part {
    what: String,
    place: Rect,
    pressed: bool,
    reached: bool,
    named: bool,
}

fn part(node: &Node<'_>) -> Part {
    let own = node.accesskit_node();
    let name = own.label().or_else(|| own.value()).unwrap_or_default();
    let pressed = own.data().supports_action(Action::Click) && !own.is_disabled();
    Part {
        what: format!("{:?} \"{name}\"", own.role()),
        place: node.rect(),
        pressed,
        // The tabs that are not open are reached by arrows from the one that is, and so are the breaks of a day.
        reached: pressed
            && (own.role() != Role::Tab || own.is_selected() == Some(true))
            && !name.contains(", movement, "),
        named: !name.trim().is_empty() && own.role() != Role::Unknown,
    }
}

/// All that is read or pressed, without what only holds other things, and without bars that scroll.
fn parts(front: &Front) -> BTreeMap<String, Part> {
    let all = front.harness.query_all(by());
    let leaves = all.filter(|node| {
        let own = node.accesskit_node();
        // What stands for a row of a table is nowhere to be seen; a page scrolls by keys of its own.
        if own.bounding_box().is_none() || own.role() == Role::ScrollBar {
            return false;
        }
        let holds = matches!(own.role(), Role::GenericContainer | Role::Window | Role::Pane | Role::ScrollBar);
        let drawn = matches!(own.role(), Role::Image | Role::Unknown | Role::Splitter | Role::TextRun);
        own.data().supports_action(Action::Click) || !(holds || drawn) && own.children().next().is_none()
    });
    leaves.map(|node| (format!("{:?}", node.accesskit_node().id()), part(&node))).collect()
}

/// What is wrong with how the page is laid out.
fn misplaced(front: &Front, width: f32) -> Vec<String> {
    let parts: Vec<Part> = parts(front).into_values().filter(|part| part.place.area() > 0.0).collect();
    let beyond = |part: &Part| part.place.left() < -EXACT || part.place.right() > width + EXACT;
    let mut wrong: Vec<String> = parts
        .iter()
        .filter(|part| beyond(part))
        .map(|part| format!("cut off: {} {:?}", part.what, part.place))
        .collect();
    for (at, one) in parts.iter().enumerate() {
        for other in parts.iter().skip(at + 1) {
            let common = one.place.intersect(other.place);
            // What holds the other as a whole, such as a row that can be pressed, is its ground.
            let within = [(one, other), (other, one)].iter().any(|(a, b)| a.place.contains_rect(b.place.shrink(EXACT)));
            if common.is_positive() && common.width() > EXACT && common.height() > EXACT && !within {
                wrong.push(format!("{} {:?} lies on {} {:?}", one.what, one.place, other.what, other.place));
            }
        }
    }
    wrong.extend(parts.iter().filter(|part| part.pressed && !part.named).map(|part| format!("no name: {}", part.what)));
    wrong
}

/// What is wrong with the way of the keyboard through the page.
fn unreached(front: &mut Front, size: [f32; 2]) -> Vec<String> {
    let before = parts(front);
    let (mut seen, mut wrong): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for _ in 0..STOPS {
        front.press(Modifiers::NONE, Key::Tab);
        let all = front.harness.query_all(by());
        let Some((id, place)) = all
            .filter(|node| node.accesskit_node().is_focused() && node.accesskit_node().role() != Role::Window)
            .map(|node| (format!("{:?}", node.accesskit_node().id()), node.rect()))
            .next()
        else {
            continue;
        };
        if seen.contains(&id) {
            break;
        }
        let name = before.get(&id).map(|part| part.what.clone()).unwrap_or_default();
        let sight = Rect::from_min_size(Pos2::ZERO, size.into()).expand(EXACT);
        if !sight.contains(place.center()) {
            wrong.push(format!("out of sight with the keyboard: {name} {place:?}"));
        }
        if let (Some(own), Some(last)) = (before.get(&id), seen.last().and_then(|last| before.get(last)))
            && own.place.bottom() < last.place.top() - EXACT
            && !last.what.starts_with("Tab ")
            // The next column.
            && own.place.left() < last.place.right()
        {
            wrong.push(format!("the keyboard goes up from {} to {}", last.what, own.what));
        }
        seen.push(id);
    }
    let left = before.iter().filter(|(id, part)| part.reached && !seen.contains(id));
    wrong.extend(left.map(|(_, part)| format!("by mouse alone: {}", part.what)));
    wrong
}

/// What is wrong on all pages.
fn wrong(look_at: impl Fn(MainPage, bool, [f32; 2]) -> Vec<String>) -> Vec<String> {
    let mut all = Vec::new();
    for page in MainPage::ALL {
        for (large_text, size) in SIZES.iter().flat_map(|size| [(false, *size), (true, *size)]) {
            let found = look_at(page, large_text, size);
            all.extend(found.into_iter().map(|what| format!("{page:?}, {size:?}, large {large_text}: {what}")));
        }
    }
    all
}

fn laid_out() -> Vec<String> {
    wrong(|page, large_text, size| misplaced(&filled(page, large_text, size), size[0]))
}

#[test]
fn nothing_is_cut_off_or_lies_on_something_else_and_all_is_named() {
    let wrong = laid_out();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn nothing_is_cut_off_in_a_language_of_longer_words() {
    let wrong = locale::within(Language::Pseudo, laid_out);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_review_fits_with_all_its_charts() {
    let mut wrong = Vec::new();
    for length in [PeriodLength::Month, PeriodLength::Year] {
        for (large_text, size) in SIZES.iter().flat_map(|size| [(false, *size), (true, *size)]) {
            let mut front = filled(MainPage::Review, large_text, size);
            let told = review::told(&review::FIVE_WEEKS, Period::now(length));
            front.tell(ReviewUpdate::Told(Box::new(told)));
            let found = misplaced(&front, size[0]);
            wrong.extend(found.into_iter().map(|what| format!("{length:?}, {size:?}, large {large_text}: {what}")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_keyboard_reaches_all_that_can_be_pressed_from_top_to_bottom() {
    let mut all = Vec::new();
    for page in MainPage::ALL {
        for (large_text, size) in [(true, SIZES[0]), (false, SIZES[1])] {
            let found = unreached(&mut filled(page, large_text, size), size);
            all.extend(found.into_iter().map(|what| format!("{page:?}, {size:?}: {what}")));
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn no_frame_is_drawn_while_nothing_changes() {
    for page in MainPage::ALL {
        let mut front = filled(page, false, SIZES[1]);
        front.harness.run_steps(3);
        let waits = front.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay;
        assert!(waits > Duration::from_hours(1), "{page:?} is drawn again after {waits:?}");
    }
}

#[test]
fn the_rail_is_one_stop_and_arrows_walk_through_it() {
    let mut front = Front::on(MainPage::Today);
    front.press(Modifiers::NONE, Key::Tab);
    let open = |front: &Front| {
        let tab = front.harness.query_all_by_role(Role::Tab).find(|tab| tab.accesskit_node().is_focused());
        tab.and_then(|tab| tab.accesskit_node().label())
    };
    assert_eq!(open(&front), Some(MainPage::Today.name()));
    for page in MainPage::ALL.into_iter().skip(1) {
        front.press(Modifiers::NONE, Key::ArrowDown);
        assert_eq!((open(&front), front.page()), (Some(page.name()), page.name()));
    }
    front.press(Modifiers::NONE, Key::Home);
    assert_eq!(front.page(), MainPage::Today.name());
    front.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(open(&front), Some(MainPage::Today.name()), "it stays in the rail");
    front.turn(MainPage::Learn);
    front.press(Modifiers::NONE, Key::Tab);
    front.press(Modifiers::NONE, Key::Tab);
    assert_eq!(open(&front), None, "the next stop is on the page");
}
