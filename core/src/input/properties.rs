//! Properties of the readers, on random texts and configurations.

use proptest::prelude::*;

use super::locator::first_line;
use super::rows::{Limits, Rows};
use super::{Base, Kind, Reading, lines, read, slow};
use crate::config::{Config, Dispatch, Key, Parameters, Wall};
use crate::control::{CancelToken, Unwatched};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Place};
use crate::{link, output};

const LIMITS: Limits = Limits { height_most: 30, sections_most: 6 };

fn read_over(text: &str, base: &Base) -> Reading {
    read(text.as_bytes(), base, &Unwatched).expect("nobody calls it off")
}

/// The reference: every line by the slow reader, one after another.
fn reference(text: &str, limits: Limits) -> Rows {
    let mut rows = Rows::default();
    let mut rest = text;
    while !rest.is_empty() {
        let (line, next) = first_line(rest);
        slow::line(line, limits, &mut rows);
        rest = next;
    }
    rows.count_since(0);
    rows
}

const BROKEN: [&str; 10] =
    ["3O", "-1", "30.5", "1e3", "٣", "１", "99999999999999999999", "x", "\u{a0}", "[a]"];

/// Texts that are nearly plain lines: every rule of a line is broken now and then.
fn lines_text() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        8 => (0u32..40).prop_map(|height| height.to_string()),
        1 => "0{0,3}[0-9]{1,2}",
        1 => prop::sample::select(BROKEN.to_vec()).prop_map(str::to_owned),
    ];
    let gap = prop_oneof![
        10 => Just(" "),
        3 => prop::sample::select(vec![",", ", ", " ,", "\t", "  "]),
        5 => prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n", "\r\r\n"]),
        1 => prop::sample::select(vec![",,", "#", ";", " # a\n", " ; 7\n", ",\n", "\n,"]),
    ];
    prop::collection::vec((token, gap), 0..60)
        .prop_map(|parts| parts.into_iter().map(|(token, gap)| token + gap).collect())
}

fn values() -> impl Strategy<Value = Vec<(Key, String)>> {
    let amount = |least: u64, most: u64| (least..=most).prop_map(|number| number.to_string());
    let date = || prop_oneof![Just(String::new()), "[0-9]{3}[1-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"];
    let micros =
        (1u32..=10_000_000).prop_map(|micros| format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000));
    let crews = prop_oneof![Just(String::new()), amount(1, 10_000_000)];
    let dispatch = prop::sample::select(Dispatch::ALL.map(|dispatch| dispatch.name().to_owned()).to_vec());
    let scalars = (amount(1, 1000), amount(1, 5000), amount(1, 1000), crews, micros, date(), dispatch);
    (scalars, amount(0, 1000), amount(0, 1_000_000)).prop_map(|(scalars, wage, overhead)| {
        let (ice, cost, rate, crews, micros, date, dispatch) = scalars;
        vec![
            (Key::VolumeIcePerFoot, ice),
            (Key::CostPerVolume, cost),
            (Key::BuildRate, rate),
            (Key::NumTeams, crews),
            (Key::CpuWorktime, micros),
            (Key::StartDate, date),
            (Key::Dispatch, dispatch),
            (Key::CrewWage, wage),
            (Key::OverheadPerDay, overhead),
        ]
    })
}

fn config() -> impl Strategy<Value = Config> {
    let profiles = prop::collection::vec(prop::collection::vec(0u16..=1000, 1..8), 1..12);
    (values(), profiles, 0u16..=1000).prop_map(|(values, profiles, spare)| {
        let tallest = profiles.iter().flatten().copied().max().unwrap_or(0);
        let target = tallest.max(1).saturating_add(spare).min(1000).to_string();
        let values = values.into_iter().chain([(Key::TargetHeight, target)]);
        let parameters = values.fold(Parameters::default(), |parameters, (key, value)| {
            parameters.with(key, &value).expect("an allowed value")
        });
        Config::new(parameters, Wall::from_profiles(&profiles).expect("a wall")).expect("a small wall")
    })
}

fn base_of(parameters: &Parameters) -> Base {
    Base { values: Key::ALL.map(|key| (key, parameters.value(key))).to_vec() }
}

/// What a diagnostic says was found at its place, where it quotes it.
fn quoted(diagnostic: &Diagnostic) -> Option<&str> {
    match &diagnostic.kind {
        DiagnosticKind::NotAHeight { found, .. }
        | DiagnosticKind::TooTall { found, .. }
        | DiagnosticKind::NotAList { found, .. }
        | DiagnosticKind::Value { found, .. }
        | DiagnosticKind::UnknownSection { found, .. }
        | DiagnosticKind::NotAnEntry { found }
        | DiagnosticKind::NotASection { found } => Some(found.as_str()).filter(|found| !found.is_empty()),
        DiagnosticKind::EmptyPlace => Some(","),
        _ => None,
    }
}

/// The text at a place, found in the plainest way there is.
fn text_at(text: &str, place: &Place) -> String {
    let Place::Text { line, column, length, .. } = place else { return String::new() };
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let line = lines.split('\n').nth(*line as usize - 1).expect("a line of the text");
    line.chars().skip(*column as usize - 1).take(*length as usize).collect()
}

fn assert_places_point_at_what_was_found(text: &str, reading: &Reading) {
    for diagnostic in reading.diagnostics.iter() {
        assert!(!diagnostic.message().is_empty());
        let Some(found) = quoted(diagnostic) else { continue };
        let there = text_at(text, &diagnostic.place);
        // A text value of JSON is told without its quotation marks.
        let (found, there) = (found.trim_matches('"'), there.trim_matches('"'));
        match found.strip_suffix('…') {
            Some(start) => {
                assert!(there.starts_with(start.lines().next().unwrap_or_default()), "{diagnostic:?}");
            }
            None => assert!(
                there == found || found.starts_with(there) && found.contains(['\n', '\r']),
                "{there:?} {diagnostic:?}"
            ),
        }
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read_again(config in config()) {
        for text in [output::ini(&config), output::json(&config)] {
            let reading = read_over(&text, &Base::default());
            prop_assert_eq!(reading.config.as_ref(), Some(&config), "{:?}", reading.diagnostics);
            prop_assert_eq!(reading.diagnostics.iter().count(), 0);
        }
        let reading = read_over(&output::lines(config.wall()), &base_of(config.parameters()));
        prop_assert_eq!(reading.kind, Kind::Lines);
        prop_assert_eq!(reading.config, Some(config));
    }

    #[test]
    fn a_text_read_in_pieces_is_the_text_read_line_by_line(text in lines_text(), size in 1usize..40) {
        let whole = reference(&text, LIMITS);
        let pieces = lines::read_in_pieces(text.as_bytes(), LIMITS, Rows::default(), &Unwatched, size);
        prop_assert_eq!(pieces, Ok(Some(reference(&text, LIMITS))));
        prop_assert_eq!(&lines::read_alone(text.as_bytes(), LIMITS, size), &whole);
        prop_assert_eq!(lines::read(text.as_bytes(), LIMITS, Rows::default(), &Unwatched), Ok(Some(whole)));
    }

    #[test]
    fn a_place_points_at_what_was_found(text in lines_text()) {
        assert_places_point_at_what_was_found(&text, &read_over(&text, &Base::default()));
        let ini = format!("[Task]\nnum_workers = 2O ; crews\nx y\n[Prof iles]\n[Profiles]\r\n{text}");
        assert_places_point_at_what_was_found(&ini, &read_over(&ini, &Base::default()));
    }

    #[test]
    fn a_place_in_json_points_at_what_was_found(
        values in prop::collection::vec(prop::sample::select(vec![
            "1", "31", "-1", "1e3", "30.5", "\"3O\"", "null", "[[]]", "{\"a\":\n1}", "true", "\"٣\"", "1000000000000000000000000",
        ]), 0..20),
        gap in prop::sample::select(vec![",", ", ", ",\n  ", "\r,\r\n"]),
    ) {
        let row = values.join(gap);
        let text = format!("{{\"build_rate\": \"x\",\n \"profiles\": [[{row}]{gap}[1]{gap}7{gap} [{row}]]}}");
        let reading = read_over(&text, &Base::default());
        assert_places_point_at_what_was_found(&text, &reading);
        prop_assert!(reading.diagnostics.has_faults());
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let reading = read(&bytes, &Base::default(), &Unwatched).expect("nobody calls it off");
        prop_assert_eq!(reading.config.is_none(), reading.diagnostics.has_faults());
    }

    #[test]
    fn nor_does_any_text(start in "(\\{|\\[[a-zA-Z]+\\]\n|)", text in "(\\PC|[\\[\\]{}:,=;#\"0-9 \t\r\n\\\\]){0,200}") {
        let text = start + &text;
        let reading = read_over(&text, &Base::default());
        prop_assert_eq!(reading.config.is_none(), reading.diagnostics.has_faults());
        assert_places_point_at_what_was_found(&text, &reading);
    }

    #[test]
    fn a_link_brings_back_what_was_packed_and_nothing_else(config in config(), other in "[A-Za-z0-9_-]{0,60}", at in any::<prop::sample::Index>()) {
        let packed = link::pack(&config);
        prop_assert_eq!(link::unpack(&packed), Ok(config));
        // Whatever comes, it is a configuration or a fault.
        let _ = link::unpack(&other);
        let _ = link::unpack(&["1", other.as_str()].concat());
        prop_assert!(link::unpack(&packed[..at.index(packed.len())]).is_err());
    }

    #[test]
    fn a_broken_configuration_is_told_with_its_place(config in config(), at in any::<prop::sample::Index>(), json in any::<bool>()) {
        let mut text = if json { output::json(&config) } else { output::ini(&config) };
        let at = at.index(text.len());
        text.replace_range(at..=at, "٣");
        let reading = read_over(&text, &Base::default());
        assert_places_point_at_what_was_found(&text, &reading);
        for diagnostic in reading.diagnostics.iter() {
            if let Place::Text { length, .. } = diagnostic.place {
                prop_assert_eq!(text_at(&text, &diagnostic.place).chars().count(), length as usize);
            }
        }
    }

    #[test]
    fn a_reading_that_is_called_off_is_no_reading(text in lines_text().prop_filter("a text", |text| !text.trim().is_empty())) {
        let token = CancelToken::default();
        token.cancel();
        prop_assert!(lines::read(text.as_bytes(), LIMITS, Rows::default(), &token).is_err());
    }
}
