//! The colours of the people: skin, hair and what they wear. Owns these; knows no shape.

use crate::engine::person::Person;

/// Colours on light and on dark paper.
type Pair = (u32, u32);

/// A person's colours.
pub(super) struct Colours {
    pub skin: Pair,
    pub skin_far: Pair,
    pub skin_shade: Pair,
    pub hair: Pair,
    pub lips: Pair,
    pub top: Pair,
    pub top_near: Pair,
    pub top_far: Pair,
}

impl Colours {
    pub(super) const fn of(person: Person) -> &'static Self {
        match person {
            Person::Crop => &CROP,
            Person::Bun => &BUN,
            Person::Curls => &CURLS,
            Person::Bob => &BOB,
            Person::Beard => &BEARD,
            Person::Grey => &GREY,
        }
    }
}

const CROP: Colours = Colours {
    skin: (0xe9_b896, 0xe3_b18f),
    skin_far: (0xf1_d3bd, 0x9c_7e6b),
    skin_shade: (0xd9_a07d, 0xc6_906f),
    hair: (0x4d_3c37, 0x6e_574e),
    lips: (0xb5_6f5c, 0xa8_6252),
    top: (0x55_9692, 0x5d_a39d),
    top_near: (0x3d_7a77, 0x7c_c0b8),
    top_far: (0xa3_c9c4, 0x3a_6562),
};

const BUN: Colours = Colours {
    skin: (0x8f_5f44, 0xa0_6d50),
    skin_far: (0xc4_a28e, 0x68_4a3a),
    skin_shade: (0x7a_4e37, 0x87_583f),
    hair: (0x2e_2422, 0x55_4542),
    lips: (0x6a_3230, 0x6a_3432),
    top: (0x97_729c, 0xa4_7ea9),
    top_near: (0x7b_5681, 0xc3_9dc7),
    top_far: (0xc9_b4cc, 0x63_4a67),
};

const CURLS: Colours = Colours {
    skin: (0xb2_7d58, 0xb8_845f),
    skin_far: (0xd6_b7a0, 0x78_5843),
    skin_shade: (0x9a_6847, 0x9c_6c4b),
    hair: (0x33_2826, 0x58_4945),
    lips: (0x84_4a3e, 0x80_483d),
    top: (0x6d_90b8, 0x72_97c3),
    top_near: (0x4e_719a, 0x97_b6da),
    top_far: (0xb3_c6db, 0x43_5a77),
};

const BOB: Colours = Colours {
    skin: (0xf2_cbb1, 0xec_c4a9),
    skin_far: (0xf7_e0d1, 0xa3_8978),
    skin_shade: (0xe2_b194, 0xcf_9f83),
    hair: (0xb0_6a3a, 0xb5_7448),
    lips: (0xc0_6e63, 0xb2_645a),
    top: (0x7f_9c66, 0x88_a76e),
    top_near: (0x62_7e4b, 0xa9_c491),
    top_far: (0xbc_ccac, 0x52_6744),
};

const BEARD: Colours = Colours {
    skin: (0xcf_9c74, 0xcd_9b74),
    skin_far: (0xe5_c9b2, 0x88_6a52),
    skin_shade: (0xb9_855e, 0xb0_7f5b),
    hair: (0x38_2e2b, 0x5e_4f49),
    lips: (0xa8_6a58, 0xa4_6655),
    top: (0x80_8d98, 0x8c_99a4),
    top_near: (0x62_707c, 0xae_bac3),
    top_far: (0xbe_c6cd, 0x56_606a),
};

const GREY: Colours = Colours {
    skin: (0xe6_bc9f, 0xdf_b497),
    skin_far: (0xf0_d6c4, 0x9a_8070),
    skin_shade: (0xd3_a385, 0xc3_9478),
    hair: (0xa5_a3a1, 0xb3_b0ad),
    lips: (0xb3_7064, 0xa8_665b),
    top: (0x7c_82b4, 0x87_8dc3),
    top_near: (0x5e_6499, 0xa9_aedc),
    top_far: (0xbc_bfd9, 0x51_5578),
};
