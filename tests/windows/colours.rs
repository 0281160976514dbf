//! The colours that charts tell things apart by, as the colour-blind see them, computed: the sight of those who lack one kind
//! of cone, and the distance that an eye sees.

use eframe::egui::Color32;
use unhunch::windows::kit::theme::Ink;

/// What becomes of linear red, green and blue with full sight, and without the long, the middle or the short cones
/// (Machado, Oliveira and Fernandes 2009, severity 1).
const SIGHTS: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
];

/// Two colours nearer than this, in Oklab, are not told apart at a glance. What an eye can just tell is about a fifth of it.
const APART: f64 = 0.1;

fn times(matrix: &[[f64; 3]; 3], [a, b, c]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[x, y, z]| x * a + y * b + z * c)
}

fn linear(colour: Color32) -> [f64; 3] {
    [colour.r(), colour.g(), colour.b()].map(|byte| {
        let part = f64::from(byte) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// A linear colour in Oklab (Ottosson 2020), a space in which distances are what an eye sees.
fn oklab(linear: [f64; 3]) -> [f64; 3] {
    let cones = times(
        &[
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ],
        linear,
    );
    times(
        &[
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ],
        cones.map(f64::cbrt),
    )
}

fn seen(colour: Color32, sight: &[[f64; 3]; 3]) -> [f64; 3] {
    oklab(times(sight, linear(colour)).map(|part| part.clamp(0.0, 1.0)))
}

fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn what_was_had_what_was_not_and_what_was_quiet_stay_apart_for_every_eye() {
    for dark in [false, true] {
        let ink = Ink::of(dark);
        let all = [("had", ink.accent), ("not had", ink.due), ("quiet", ink.quiet), ("nothing", ink.line)];
        for (kind, sight) in SIGHTS.iter().enumerate() {
            for (at, (name, colour)) in all.iter().enumerate() {
                for (other, beside) in &all[at + 1..] {
                    let far = distance(seen(*colour, sight), seen(*beside, sight));
                    assert!(far >= APART, "{name} and {other}, dark {dark}, sight {kind}: {far:.3}");
                }
            }
        }
    }
}

#[test]
fn the_shades_of_an_area_stay_apart_for_every_eye_and_none_is_the_plain_body() {
    for dark in [false, true] {
        let ink = Ink::of(dark);
        let shades = (1..=Ink::SHADES).map(|step| ink.shade(f32::from(step) / f32::from(Ink::SHADES)));
        let all: Vec<Color32> = std::iter::once(ink.line).chain(shades).collect();
        for (kind, sight) in SIGHTS.iter().enumerate() {
            for pair in all.windows(2) {
                let far = distance(seen(pair[0], sight), seen(pair[1], sight));
                assert!(far >= APART, "{pair:?}, dark {dark}, sight {kind}: {far:.3}");
            }
        }
        assert_eq!(ink.shade(0.01), ink.shade(0.3), "what is there at all is seen");
    }
}
