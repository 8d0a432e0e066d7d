//! The link and the stored form. Random bytes almost never have the right check sum, so each text is sealed
//! here as the core does it; a sealing of another kind is noticed at once.

use icewall_core::config::Config;
use icewall_core::input::Kind;
use icewall_core::{link, stored};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A link of these characters (six bits of each byte), and the bytes as a link as they are.
pub fn link(data: &[u8]) {
    let usual = Config::default();
    let known = link::pack(&usual);
    assert_eq!(sealed_link(&known[..known.len() - 2]), known, "a link is sealed in another way now");
    let letters = data.iter().map(|byte| char::from(LETTERS[usize::from(byte & 63)]));
    for version in ["1", "2"] {
        let body: String = version.chars().chain(letters.clone()).collect();
        if let Ok(config) = link::unpack_beside(&sealed_link(&body), &usual) {
            assert_eq!(
                link::unpack_beside(&link::pack_beside(&config, &usual), &usual).as_ref(),
                Ok(&config)
            );
            assert_eq!(link::unpack(&link::pack(&config)).as_ref(), Ok(&config));
            super::build(&config);
        }
    }
    if let Ok(text) = std::str::from_utf8(data)
        && let Ok(config) = link::unpack(text)
    {
        super::build(&config);
    }
}

/// Stored bytes with this body, and the bytes as they are.
pub fn stored(data: &[u8]) {
    let known = stored::write(&Config::default(), Kind::Lines);
    assert_eq!(
        sealed_bytes(&known[..known.len() - 8]),
        known,
        "the store's bytes are sealed in another way now"
    );
    let body = [b"ICW1".as_slice(), data].concat();
    for bytes in [sealed_bytes(&body), data.to_vec()] {
        if let Some((config, kind)) = stored::read(&bytes) {
            assert_eq!(stored::read(&stored::write(&config, kind)), Some((config.clone(), kind)));
            super::build(&config);
        }
    }
}

fn sealed_link(body: &str) -> String {
    let hash =
        body.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let sum = (hash ^ hash >> 12 ^ hash >> 24) & 0xfff;
    let letters = [sum >> 6, sum & 63].map(|value| char::from(LETTERS[value as usize]));
    body.chars().chain(letters).collect()
}

fn sealed_bytes(body: &[u8]) -> Vec<u8> {
    let mix = |sum: u64, word: u64| {
        let mixed = (sum ^ word).wrapping_mul(0x0100_0000_01b3);
        mixed ^ mixed >> 32
    };
    let (words, rest) = body.as_chunks::<8>();
    let sum = words.iter().fold(body.len() as u64, |sum, word| mix(sum, u64::from_le_bytes(*word)));
    let sum = rest.iter().fold(sum, |sum, byte| mix(sum, u64::from(*byte)));
    [body, &sum.to_le_bytes()].concat()
}
