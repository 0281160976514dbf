//! The body as a picture: its outline, and where the areas that exercises move lie on it, from before and from behind. Owns
//! these places, in hundredths of stature; knows no colour and no point of a screen.
//!
//! Each piece is the skin stretched over some discs, as the figures' are. Muscles lie where an atlas has them, simplified
//! until they are told apart at the size of a hand.

use std::f32::consts::TAU;

/// A disc: its place right of the middle and below the crown, and its radius.
type Disc = [f32; 3];

/// A skin over discs; on the other side once more, if it is one of a pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    discs: &'static [Disc],
    pair: bool,
}

/// From where the body is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facing {
    Front,
    Back,
}

/// A place of an area.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    /// The library's word for the area.
    pub(super) word: &'static str,
    /// From where it is seen; its name stands beside the first of them.
    pub(super) seen: &'static [Facing],
    pub(super) piece: Piece,
}

const fn one(discs: &'static [Disc]) -> Piece {
    Piece { discs, pair: false }
}

const fn pair(discs: &'static [Disc]) -> Piece {
    Piece { discs, pair: true }
}

const FRONT: &[Facing] = &[Facing::Front];
const BACK: &[Facing] = &[Facing::Back];
/// On both, and named beside the first.
const BEFORE: &[Facing] = &[Facing::Front, Facing::Back];
const BEHIND: &[Facing] = &[Facing::Back, Facing::Front];

/// How wide the body is with its arms.
pub(super) const WIDE: f32 = 43.0;
/// How high.
pub(super) const HIGH: f32 = 100.0;

/// Head, trunk and legs.
pub(super) const TRUNK: [Piece; 15] = [
    one(&[[0.0, 6.6, 5.7], [-1.2, 10.6, 2.6], [1.2, 10.6, 2.6]]),
    pair(&[[5.7, 8.0, 0.9], [5.5, 9.2, 0.8]]),
    one(&[[0.0, 11.0, 2.8], [0.0, 17.0, 3.0]]),
    one(&[[-10.6, 20.0, 2.9], [10.6, 20.0, 2.9], [-2.6, 16.4, 1.4], [2.6, 16.4, 1.4]]),
    one(&[[-9.4, 20.6, 3.2], [9.4, 20.6, 3.2], [-6.6, 28.0, 3.8], [6.6, 28.0, 3.8]]),
    one(&[[-6.6, 28.0, 3.8], [6.6, 28.0, 3.8], [-5.0, 34.2, 4.0], [5.0, 34.2, 4.0]]),
    one(&[[-5.0, 34.2, 4.0], [5.0, 34.2, 4.0], [-4.9, 37.4, 4.2], [4.9, 37.4, 4.2]]),
    one(&[[-4.9, 37.4, 4.2], [4.9, 37.4, 4.2], [-5.3, 43.0, 4.7], [5.3, 43.0, 4.7]]),
    one(&[[-5.3, 43.0, 4.7], [5.3, 43.0, 4.7], [-1.4, 50.2, 1.2], [1.4, 50.2, 1.2]]),
    pair(&[[5.3, 43.0, 4.7], [5.55, 48.0, 4.85], [5.6, 56.0, 4.4]]),
    pair(&[[5.6, 56.0, 4.4], [5.4, 70.0, 3.2]]),
    pair(&[[5.4, 70.0, 3.2], [5.4, 73.0, 3.1]]),
    pair(&[[5.4, 73.0, 3.1], [5.5, 79.0, 3.2]]),
    pair(&[[5.5, 79.0, 3.2], [5.2, 93.0, 1.9]]),
    pair(&[[5.2, 94.0, 1.9], [6.6, 97.6, 1.6], [5.4, 97.7, 1.5]]),
];

/// The arms, before the trunk.
pub(super) const ARMS: [Piece; 7] = [
    pair(&[[13.2, 20.9, 3.3], [14.6, 28.0, 2.8]]),
    pair(&[[14.6, 28.0, 2.8], [16.2, 37.0, 2.3]]),
    pair(&[[16.2, 37.0, 2.3], [16.9, 41.0, 2.4]]),
    pair(&[[16.9, 41.0, 2.4], [18.7, 51.6, 1.5]]),
    pair(&[[18.7, 51.6, 1.5], [19.3, 55.4, 1.8]]),
    pair(&[[19.3, 55.4, 1.8], [19.5, 60.0, 1.1]]),
    pair(&[[18.4, 53.4, 0.9], [17.1, 57.2, 0.7]]),
];

/// Where the areas are. The first place of an area is the one that its name stands beside. The whole body is no place.
pub(super) const SITES: [Site; 17] = [
    site("mind", FRONT, one(&[[-2.8, 4.4, 1.3], [2.8, 4.4, 1.3], [0.0, 3.9, 2.1]])),
    site("eyes", FRONT, pair(&[[1.9, 7.8, 0.85], [2.9, 7.8, 0.85]])),
    site("jaw", FRONT, one(&[[-2.1, 11.0, 1.0], [2.1, 11.0, 1.0], [0.0, 11.7, 1.1]])),
    site("neck", BACK, one(&[[-0.5, 14.2, 0.8], [0.5, 14.2, 0.8], [-0.5, 18.2, 0.8], [0.5, 18.2, 0.8]])),
    site("neck", FRONT, one(&[[-1.2, 15.0, 0.9], [1.2, 15.0, 0.9], [-0.7, 18.2, 0.9], [0.7, 18.2, 0.9]])),
    site("shoulders", BEHIND, pair(&[[13.2, 20.8, 2.4], [14.2, 26.4, 1.6]])),
    site("pectorals", FRONT, pair(&[[3.0, 22.8, 1.7], [7.4, 22.4, 1.9], [6.4, 24.6, 2.4], [3.4, 25.0, 1.8]])),
    site("breath", FRONT, one(&[[-2.8, 33.4, 2.9], [2.8, 33.4, 2.9], [0.0, 35.4, 3.6]])),
    site("wrists/forearms", BEFORE, pair(&[[16.8, 40.6, 1.5], [18.7, 51.2, 0.8]])),
    site("hips", FRONT, pair(&[[7.2, 44.2, 1.7], [5.0, 51.6, 1.9]])),
    site("hips", BACK, pair(&[[5.0, 44.8, 2.9], [5.4, 48.4, 3.1]])),
    site("levator scapulae", BACK, pair(&[[2.3, 14.2, 0.6], [3.1, 19.4, 0.65]])),
    site("upper trapezius", BACK, pair(&[[5.0, 18.2, 0.7], [9.4, 19.5, 1.2], [5.4, 20.0, 0.8]])),
    site("rhomboids", BACK, pair(&[[3.3, 23.0, 1.0], [3.3, 25.6, 1.0], [6.6, 25.4, 1.0], [6.6, 28.6, 1.0]])),
    site("thoracic spine", BACK, one(&[[0.0, 21.2, 1.1], [0.0, 36.0, 1.1]])),
    site("hamstrings", BACK, pair(&[[5.7, 56.4, 2.6], [5.5, 66.4, 1.9]])),
    site("calves", BACK, pair(&[[5.55, 77.0, 2.2], [5.4, 85.5, 1.3]])),
];

const fn site(word: &'static str, seen: &'static [Facing], piece: Piece) -> Site {
    Site { word, seen, piece }
}

/// The place beside which an area's name stands; the whole body has none.
pub(super) fn place(word: &str) -> Option<&'static Site> {
    SITES.iter().find(|site| site.word == word)
}

impl Piece {
    /// The sides on which it is: 1 right, -1 left of the middle.
    pub(super) fn sides(self) -> &'static [f32] {
        if self.pair { &[1.0, -1.0] } else { &[1.0] }
    }

    /// Its outline on a side, grown by so much: convex, all around.
    pub(super) fn outline(self, side: f32, more: f32) -> impl Iterator<Item = [f32; 2]> {
        ways().filter_map(move |[x, y]| {
            let reach = |disc: &Disc| disc[0] * side * x + disc[1] * y + disc[2];
            let furthest = self.discs.iter().max_by(|a, b| reach(a).total_cmp(&reach(b)));
            furthest.map(|disc| [disc[0] * side + x * (disc[2] + more), disc[1] + y * (disc[2] + more)])
        })
    }

    /// Whether this point is within it.
    pub(super) fn holds(self, [x, y]: [f32; 2]) -> bool {
        let reach = |way: [f32; 2], side: f32| {
            let far = |disc: &Disc| disc[0] * side * way[0] + disc[1] * way[1] + disc[2];
            self.discs.iter().map(far).fold(f32::NEG_INFINITY, f32::max)
        };
        self.sides().iter().any(|side| ways().all(|way| x * way[0] + y * way[1] <= reach(way, *side)))
    }

    /// Its edge as seen from the left (-1) or the right (1), at half its height: of a pair that of the nearer one.
    pub(super) fn edge(self, from: f32) -> [f32; 2] {
        // Halved so often, it is found to a tenth of a hundredth of stature.
        const HALVED: u8 = 8;
        let [x, y] = self.middle(if self.pair { from } else { 1.0 });
        let (mut within, mut beyond) = (0.0, WIDE / 2.0);
        for _ in 0..HALVED {
            let halfway = f32::midpoint(within, beyond);
            if self.holds([x + from * halfway, y]) { within = halfway } else { beyond = halfway }
        }
        [x + from * within, y]
    }

    /// Its middle on a side.
    pub(super) fn middle(self, side: f32) -> [f32; 2] {
        let (mut least, mut most) = ([f32::MAX; 2], [f32::MIN; 2]);
        for point in self.outline(side, 0.0) {
            for axis in 0..2 {
                (least[axis], most[axis]) = (least[axis].min(point[axis]), most[axis].max(point[axis]));
            }
        }
        [f32::midpoint(least[0], most[0]), f32::midpoint(least[1], most[1])]
    }
}

/// Directions all around.
fn ways() -> impl Iterator<Item = [f32; 2]> {
    const STEPS: u8 = 48;
    (0..STEPS).map(|step| {
        let angle = f32::from(step) / f32::from(STEPS) * TAU;
        [angle.cos(), angle.sin()]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::AREAS;

    #[test]
    fn every_area_but_the_whole_body_has_a_place_on_the_body() {
        for word in AREAS {
            assert_eq!(place(word).is_none(), word == "whole body", "{word}");
        }
        assert!(SITES.iter().all(|site| AREAS.contains(&site.word)), "no other word has one");
    }

    #[test]
    fn the_middle_of_each_place_is_in_it_on_the_body_and_in_no_other() {
        for site in &SITES {
            for side in site.piece.sides() {
                let middle = site.piece.middle(*side);
                assert!(site.piece.holds(middle), "{}", site.word);
                assert!(TRUNK.iter().chain(&ARMS).any(|piece| piece.holds(middle)), "{}", site.word);
                for facing in site.seen {
                    let others = SITES.iter().filter(|other| other.seen.contains(facing) && other.word != site.word);
                    for other in others {
                        assert!(!other.piece.holds(middle), "{} in {}", site.word, other.word);
                    }
                }
            }
        }
    }

    #[test]
    fn the_edge_of_each_place_is_where_it_ends() {
        for site in &SITES {
            for from in [-1.0, 1.0] {
                let [x, y] = site.piece.edge(from);
                let beyond = [x + from * 0.2, y];
                assert!(site.piece.holds([x, y]) && !site.piece.holds(beyond), "{} {from}", site.word);
            }
        }
    }

    #[test]
    fn the_body_fits_its_frame() {
        for piece in TRUNK.iter().chain(&ARMS) {
            for [x, y] in piece.sides().iter().flat_map(|side| piece.outline(*side, 0.0)) {
                assert!(x.abs() <= WIDE / 2.0 && (0.0..=HIGH).contains(&y), "{x} {y}");
            }
        }
    }
}
