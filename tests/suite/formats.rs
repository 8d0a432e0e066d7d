//! Everything that goes out and comes in again: exact round trips on random walls, in every format, in
//! one piece and in many.

use icewall_core::config::{Config, Dispatch, Key, Wall};
use icewall_core::control::Unwatched;
use icewall_core::input::{self, Base, Kind};
use icewall_core::output::{self, Pieces};
use icewall_core::{link, stored};
use icewall_suite::{even_wall, heights, parameters};
use proptest::prelude::*;

prop_compose! {
    /// Walls of any height with any parameters that leave the total within its limit.
    pub(crate) fn any_config()(
        (target, profiles) in prop_oneof![1u16..=40, 100u16..=1000].prop_flat_map(|target| {
            (Just(target), prop::collection::vec(prop::collection::vec(0..=target, 1..24), 1..8))
        }),
        numbers in (1u32..2_000_000, 1u32..=1000, 1u32..=1000),
        crews in prop::option::of(1u32..60),
        micros in 1u32..=10_000_000,
        date in prop::option::of((0u32..=9999, 1u32..=12, 1u32..=28)),
        dispatch in prop::sample::select(Dispatch::ALL.to_vec()),
        paid in (0u32..1000, 0u32..1_000_000),
    ) -> Config {
        let (price, ice, rate) = numbers;
        let values = [
            (Key::TargetHeight, target.to_string()),
            (Key::CostPerVolume, price.to_string()),
            (Key::VolumeIcePerFoot, ice.to_string()),
            (Key::BuildRate, rate.to_string()),
            (Key::NumTeams, crews.map(|crews| crews.to_string()).unwrap_or_default()),
            (Key::CpuWorktime, format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000)),
            (Key::StartDate, date.map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}")).unwrap_or_default()),
            (Key::Dispatch, dispatch.name().to_owned()),
            (Key::CrewWage, paid.0.to_string()),
            (Key::OverheadPerDay, paid.1.to_string()),
        ];
        let values: Vec<(Key, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        Config::new(parameters(&values), Wall::from_profiles(&profiles).expect("a wall")).expect("fits")
    }
}

fn read(text: &str, base: &Base) -> Config {
    let reading = input::read(text.as_bytes(), base, &Unwatched).expect("nobody cancels");
    reading.config.unwrap_or_else(|| panic!("{:?}", reading.diagnostics))
}

fn in_pieces(config: &Config, kind: Kind, bytes: usize) -> Vec<String> {
    let mut pieces = Pieces::new(kind);
    std::iter::from_fn(|| pieces.next(config, bytes)).collect()
}

proptest! {
    #[test]
    fn a_printed_configuration_is_read_as_it_was(config in any_config(), bytes in 1usize..400) {
        let base = Base { values: config.parameters().unusual() };
        for (kind, text, base) in [
            (Kind::Ini, output::ini(&config), Base::default()),
            (Kind::Json, output::json(&config), Base::default()),
            (Kind::Lines, output::lines(config.wall()), base),
        ] {
            prop_assert_eq!(&read(&text, &base), &config);
            let pieces = in_pieces(&config, kind, bytes);
            prop_assert_eq!(pieces.concat(), text);
            prop_assert!(pieces.iter().skip(1).all(|piece| piece.len() < bytes + 24));
        }
    }

    #[test]
    fn a_link_is_read_as_it_was(config in any_config(), other in any_config()) {
        prop_assert_eq!(&link::unpack(&link::pack(&config)).expect("a link"), &config);
        for beside in [&config, &other] {
            let text = link::pack_beside(&config, beside);
            prop_assert_eq!(&link::unpack_beside(&text, beside).expect("a link"), &config);
        }
    }

    #[test]
    fn stored_bytes_are_read_as_they_were(config in any_config(), kind in 0usize..3) {
        let kind = [Kind::Lines, Kind::Ini, Kind::Json][kind];
        let bytes = stored::write(&config, kind);
        prop_assert!(bytes.len() <= 2 * config.wall().heights().len() + 512);
        prop_assert_eq!(stored::read(&bytes), Some((config, kind)));
    }

    #[test]
    fn broken_bytes_are_refused(config in any_config(), at in any::<prop::sample::Index>(), other in 1u8.., cut in any::<prop::sample::Index>()) {
        let bytes = stored::write(&config, Kind::Lines);
        let mut changed = bytes.clone();
        changed[at.index(bytes.len())] ^= other;
        prop_assert_eq!(stored::read(&changed), None);
        prop_assert_eq!(stored::read(&bytes[..cut.index(bytes.len())]), None);
        let longer = [bytes.as_slice(), &[0]].concat();
        prop_assert_eq!(stored::read(&longer), None);
    }

    #[test]
    fn any_bytes_are_stored_by_nobody(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(stored::read(&bytes), None);
    }
}

/// What the first version of a link looked like: such links are out in the world.
#[test]
fn links_of_the_first_version_are_read_for_good() {
    for line in include_str!("../fixtures/links_v1.txt").lines() {
        let (packed, json) = line.split_once(' ').expect("a link and a configuration");
        let config = link::unpack(packed).expect(packed);
        assert_eq!(config, read(json, &Base::default()));
        assert_eq!(link::pack(&config), packed, "and so they are written");
    }
}

#[test]
fn ten_million_sections_go_out_in_pieces() {
    const BYTES: usize = 1 << 16;
    let values = [(Key::MaxSectionCount, "10000000"), (Key::TargetHeight, "1000")];
    let wall = even_wall(100, 100_000, heights(10_000_000, 1000, 1));
    let config = Config::new(parameters(&values), wall).expect("fits");
    for kind in [Kind::Lines, Kind::Ini, Kind::Json] {
        let (mut pieces, mut text) = (Pieces::new(kind), String::new());
        while let Some(piece) = pieces.next(&config, BYTES) {
            assert!(piece.len() < BYTES + 1024);
            text.push_str(&piece);
        }
        let base = Base { values: config.parameters().unusual() };
        let base = if kind == Kind::Lines { base } else { Base::default() };
        assert!(read(&text, &base) == config, "{kind:?}");
    }
    let bytes = stored::write(&config, Kind::Lines);
    assert!(bytes.len() <= 20_000_000 + 512);
    assert!(stored::read(&bytes) == Some((config, Kind::Lines)));
}
