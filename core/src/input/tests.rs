//! Small named texts, and everything that is said of each.

use super::*;
use crate::control::Unwatched;
use crate::output;

fn reading(text: &[u8], base: &[(Key, &str)]) -> Reading {
    let values = base.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
    read(text, &Base { values }, &Unwatched).expect("nobody calls it off")
}

/// Each diagnostic as one line: `line:column+length pointer: message (hint)`, warnings marked.
fn told(reading: &Reading) -> Vec<String> {
    let place = |place: &Place| match place {
        Place::Parameter(key) => key.json_name().to_owned(),
        Place::Wall => "wall".to_owned(),
        Place::Text { line, column, length, pointer } => {
            let pointer = pointer.as_ref().map(|pointer| format!(" {pointer}")).unwrap_or_default();
            format!("{line}:{column}+{length}{pointer}")
        }
    };
    let one = |diagnostic: &Diagnostic| {
        let warning = if diagnostic.severity == Severity::Warning { "warning: " } else { "" };
        let hint = diagnostic.hint().map(|hint| format!(" ({hint})")).unwrap_or_default();
        format!("{warning}{}: {}{hint}", place(&diagnostic.place), diagnostic.message())
    };
    reading.diagnostics.iter().map(one).collect()
}

fn check(text: &str, expected: &[&str]) {
    let reading = reading(text.as_bytes(), &[]);
    assert_eq!(told(&reading), expected, "{text}");
    assert_eq!(reading.config.is_none(), reading.diagnostics.has_faults(), "{text}");
}

/// The wall of a text without a fault, as plain lines.
fn check_wall(text: &str, lines: &str) {
    let reading = reading(text.as_bytes(), &[]);
    let config = reading.config.as_ref().unwrap_or_else(|| panic!("{:?}", told(&reading)));
    assert_eq!(output::lines(config.wall()), lines, "{text}");
}

const HEIGHT: &str = "a height must be a whole number from 0 to 30 (feet)";

#[test]
fn the_example_is_read_from_every_kind_of_text() {
    let example = Config::default();
    for (text, kind) in [
        (output::lines(example.wall()), Kind::Lines),
        (output::ini(&example), Kind::Ini),
        (output::json(&example), Kind::Json),
    ] {
        let reading = reading(text.as_bytes(), &[]);
        assert_eq!((reading.kind, reading.config.as_ref()), (kind, Some(&example)), "{text}");
    }
}

#[test]
fn marks_and_line_ends_pass() {
    check_wall("\u{feff}21 25 28\r\n\r\n17\r17 22 # end", "21 25 28\n17\n17 22\n");
    check_wall("\u{feff}[Profiles]\r1 2\r\r3", "1 2\n3\n");
    check_wall("\u{feff} {\"profiles\":\r\n[[1,2],[3]]}", "1 2\n3\n");
}

#[test]
fn a_text_without_a_wall_says_what_to_write() {
    let empty = "wall: There is no wall yet: write one profile a line, its heights in feet, such as 21 25 28";
    for text in ["", " \n\t\n", "# nothing\n; yet\n", "\u{feff}"] {
        check(text, &[empty]);
    }
}

#[test]
fn a_file_that_is_no_text_is_one_fault() {
    let binary = reading(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &[]);
    assert_eq!(told(&binary), ["1:1+1: This is not a text: only UTF-8 text can be read"]);
    let zeros = reading(b"21 25\n28 \0\0\0\0", &[]);
    assert_eq!(told(&zeros), ["2:4+1: This is not a text: only UTF-8 text can be read"]);
    // Past the beginning that tells the kind, where the lines are decoded piece by piece.
    let lines = "21 25 28\n".repeat(1000);
    for bad in [&b"\0"[..], b"\xff", b"# \0", b"\xff\n3O -1"] {
        let late = reading(&[lines.as_bytes(), bad].concat(), &[(Key::NumTeams, "0")]);
        let told = told(&late);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("num_teams: ") && told[1].starts_with("1001:"), "{told:?}");
    }
    let utf16 = reading(b"\xff\xfe2\x001\x00", &[]);
    assert_eq!(
        told(&utf16),
        [
            "1:1+1: This is not a text: only UTF-8 text can be read (it looks like UTF-16; save it as UTF-8 and open \
          it again)"
        ]
    );
}

#[test]
fn every_fault_of_the_lines_is_told_with_its_place() {
    check(
        "21 3O 28\n\n# gate\n17 -1,,1e3\r\n٣ 30.5 1000000000000000000000000000000",
        &[
            &format!("1:4+2: “3O” is not a height; {HEIGHT} (the letter O; did you mean 30?)"),
            &format!("4:4+2: “-1” is not a height; {HEIGHT} (nothing below 0 is allowed; did you mean 1?)"),
            "4:7+1: No height stands before this comma; write one or take the comma out",
            &format!("4:8+3: “1e3” is not a height; {HEIGHT} (write 1000)"),
            &format!("5:1+1: “٣” is not a height; {HEIGHT} (Arabic-Indic digit three; did you mean 3?)"),
            &format!("5:3+4: “30.5” is not a height; {HEIGHT} (whole feet only: 30 or 31)"),
            &format!(
                "5:8+31: 1000000000000000000000000000000 is too tall; {HEIGHT} (the target height is 30 feet; \
                 raise it if this height is right)"
            ),
        ],
    );
}

#[test]
fn the_first_hundred_faults_are_told_and_the_rest_counted() {
    let reading = reading("x ".repeat(250).as_bytes(), &[]);
    assert_eq!((reading.diagnostics.iter().count(), reading.diagnostics.more()), (100, 150));
}

#[test]
fn a_line_of_2001_sections_is_one_fault() {
    check_wall(&"1 ".repeat(2000), &format!("{}\n", vec!["1"; 2000].join(" ")));
    let fault = "2:4001+1: This profile has 2,001 sections; at most 2,000 are allowed (max_section_count)";
    check(&format!("1\n{}", "1 ".repeat(2001)), &[fault]);
}

#[test]
fn ten_million_sections_are_a_wall_and_one_more_is_not() {
    let most = "1\n".repeat(10_000_000);
    let wall = reading(most.as_bytes(), &[]).config.expect("a wall");
    assert_eq!((wall.wall().heights().len(), wall.wall().profiles()), (10_000_000, 10_000_000));
    check(&(most + "1"), &["wall: The wall has 10,000,001 sections; at most 10,000,000 are allowed"]);
}

#[test]
fn the_parameters_of_lines_are_the_bases() {
    let base = [(Key::TargetHeight, " 100 "), (Key::NumTeams, ""), (Key::BuildRate, "")];
    let reading = reading(b"99 100", &base);
    assert_eq!(told(&reading), [""; 0]);
    assert_eq!((reading.parameters.target_height(), reading.parameters.build_rate()), (100, 1));
    let sources: Vec<_> = reading.sources.iter().filter(|(_, source)| *source == Source::Base).collect();
    assert_eq!(sources, [&(Key::TargetHeight, Source::Base), &(Key::NumTeams, Source::Base)]);
    assert_eq!(reading.sources.iter().map(|(key, _)| *key).collect::<Vec<_>>(), Key::ALL);
}

#[test]
fn faults_of_the_base_stand_at_its_parameters_and_before_the_text() {
    let reading = reading(b"x", &[(Key::NumTeams, "0"), (Key::StartDate, "2024-02-30")]);
    assert_eq!(
        told(&reading),
        [
            "num_teams: num_teams is “0”; it must be a whole number from 1 to 10,000,000 (crews), or nothing for one \
             crew each",
            "start_date: start_date is “2024-02-30”; it must be a date such as 2024-08-11, or nothing (write it as \
             year, month and day: 2024-08-11)",
            &format!("1:1+1: “x” is not a height; {HEIGHT}"),
        ]
    );
}

#[test]
fn against_a_faulty_target_heights_are_held_to_the_models_most() {
    let reading = reading(b"999 1001", &[(Key::TargetHeight, "3O")]);
    let told = told(&reading);
    assert!(told[0].starts_with("target_height: target_height is “3O”"), "{told:?}");
    assert!(
        told[1].starts_with("1:5+4: 1001 is too tall; a height must be a whole number from 0 to 1,000"),
        "{told:?}"
    );
    assert_eq!(told.len(), 2);
}

#[test]
fn a_total_over_2_to_the_53_is_a_fault_of_the_wall() {
    let reading = reading(b"0", &[(Key::VolumeIcePerFoot, "1000000"), (Key::CostPerVolume, "1000000000")]);
    assert_eq!(
        told(&reading),
        [
            "wall: The total cost would be 30,000,000,000,000,000 Gold Dragons; at most 9,007,199,254,740,992 (2^53) \
          can be counted exactly"
        ]
    );
}

#[test]
fn an_ini_file_takes_its_names_in_any_case_and_passes_over_comments() {
    let text = "[CONSTRUCTION] ; what\nTarget_Height: 40 # feet\n# x = y\nbuild_rate=2;3\n[task]\nNUM_TEAMS = 7\n\
                [profiles]\n40 # full\n; none\n1,2\n[Construction]\ncost_per_volume = 5 ; coins\n";
    let reading = reading(text.as_bytes(), &[(Key::VolumeIcePerFoot, "7")]);
    assert_eq!(
        told(&reading),
        ["4:12+3: build_rate is “2;3”; it must be a whole number from 1 to 1,000 (feet per crew and day)"]
    );
    let parameters = &reading.parameters;
    assert_eq!(
        (parameters.target_height(), parameters.crews(), parameters.cost_per_yard()),
        (40, Some(7), 5)
    );
    assert_eq!(parameters.ice_per_foot(), 195, "an INI file that leaves a key out takes its default");
    assert_eq!(reading.sources[Key::NumTeams as usize].1, Source::Text { line: 6 });
    assert_eq!(reading.sources[Key::VolumeIcePerFoot as usize].1, Source::Default);
}

#[test]
fn an_ini_files_heights_are_read_with_its_own_limits_wherever_they_stand() {
    check(
        "[Profiles]\n41\n[1 2\n[Construction]\ntarget_height = 40\n[Profiles]\n42",
        &[
            "2:1+2: 41 is too tall; a height must be a whole number from 0 to 40 (feet) (the target height is 40 \
             feet; raise it if this height is right)",
            "3:1+2: “[1” is not a height; a height must be a whole number from 0 to 40 (feet) (in JSON a wall is an \
             object: {\"profiles\": [[21, 25, 28], [17]]})",
            "6:2+8: “Profiles” is set twice; it was set on line 1 already",
            "7:1+2: 42 is too tall; a height must be a whole number from 0 to 40 (feet) (the target height is 40 \
             feet; raise it if this height is right)",
        ],
    );
}

#[test]
fn a_key_twice_is_a_fault() {
    check(
        "[Task]\nnum_workers = 1\nnum_teams = 2\nNUM_WORKERS = 1\n[Profiles]\n1",
        &[
            "3:1+9: “num_teams” is set twice; it was set on line 2 already",
            "4:1+11: “NUM_WORKERS” is set twice; it was set on line 2 already",
        ],
    );
    check(
        "{\"profiles\": [[1]],\n\"num_teams\": 1,\n\"profiles\": [[2]], \"num_t\\u0065ams\": null}",
        &[
            "3:1+10 /profiles: “profiles” is set twice; it was set on line 1 already",
            "3:20+16 /num_teams: “num_teams” is set twice; it was set on line 2 already",
        ],
    );
}

#[test]
fn unknown_names_are_warnings() {
    check(
        "[Task]\nnum_worker = 3\nbuild_rate = 2\ncolour = blue\n[Tasks]\nx\n[Other]\n[Profiles]\n1",
        &[
            "warning: 2:1+10: The key “num_worker” is not known; it is passed over (did you mean num_workers?)",
            "warning: 3:1+10: The key “build_rate” is not known; it is passed over (it belongs under [Construction])",
            "warning: 4:1+6: The key “colour” is not known; it is passed over",
            "warning: 5:2+5: The section “Tasks” is not known; it is passed over (did you mean [Task]?)",
            "warning: 7:2+5: The section “Other” is not known; it is passed over",
        ],
    );
    check(
        "{\"num_workers\": 3, \"Target_Height\": 40,\n\"a/b~\": [[[]]], \"profiles\": [[1]]}",
        &[
            "warning: 1:2+13 /num_workers: The key “num_workers” is not known; it is passed over (did you mean \
             num_teams?)",
            "warning: 1:20+15 /Target_Height: The key “Target_Height” is not known; it is passed over (did you mean \
             target_height?)",
            "warning: 2:1+6 /a~1b~0: The key “a/b~” is not known; it is passed over",
        ],
    );
}

#[test]
fn an_ini_files_broken_lines_are_faults() {
    check(
        "[Construction\ntarget_height = 40\n[Task] x\n[Construction]\n21 25\ntarget_height =\n = 3\n",
        &[
            "1:1+13: “[Construction” is not a section's name in brackets, such as [Task]",
            "3:1+8: “[Task] x” is not a section's name in brackets, such as [Task]",
            "5:1+5: “21 25” is not “key = value”, which each line of this section must be (heights stand under \
             [Profiles])",
            "6:1+13: target_height has no value; it must be a whole number from 1 to 1,000 (feet)",
            "warning: 7:2+1: The key “” is not known; it is passed over",
            "wall: The section [Profiles] is missing: the heights of the wall, one profile a line",
        ],
    );
    check(
        "[Profiles]\n# none\n",
        &["1:2+8: [Profiles] has no profile; write one a line, its heights in feet, such as 21 25 28"],
    );
}

#[test]
fn json_leaves_what_it_does_not_name_at_the_base() {
    let text = b"{\"num_teams\": null, \"start_date\": \"2024-08-11\", \"profiles\": [[1]]}";
    let reading = reading(text, &[(Key::NumTeams, "4"), (Key::BuildRate, "3"), (Key::StartDate, "soon")]);
    assert_eq!(told(&reading), [""; 0]);
    let parameters = &reading.parameters;
    assert_eq!((parameters.crews(), parameters.build_rate(), parameters.cost_per_yard()), (None, 3, 1900));
    assert_eq!(parameters.value(Key::StartDate), "2024-08-11");
}

#[test]
fn json_values_are_of_their_kind() {
    check(
        "{\"target_height\": \"30\", \"build_rate\": null, \"num_teams\": 2.5, \"dispatch\": 1,\n\"start_date\": \
         \"\", \"cpu_worktime\": 1e-2, \"crew_wage\": [1], \"profiles\": [[1]]}",
        &[
            "1:19+4 /target_height: target_height is “\"30\"”; it must be a whole number from 1 to 1,000 (feet) \
             (without quotation marks: 30)",
            "1:39+4 /build_rate: build_rate is “null”; it must be a whole number from 1 to 1,000 (feet per crew and \
             day)",
            "1:58+3 /num_teams: num_teams is “2.5”; it must be a whole number from 1 to 10,000,000 (crews), or \
             nothing for one crew each (whole numbers only: 2 or 3)",
            "1:75+1 /dispatch: dispatch is “1”; it must be file_order, longest_first, shortest_first or round_robin",
            "2:15+2 /start_date: start_date is “\"\"”; it must be a date such as 2024-08-11, or nothing (write it \
             as year, month and day: 2024-08-11)",
            "2:35+4 /cpu_worktime: cpu_worktime is “1e-2”; it must be more than 0 and at most 10 (seconds), with at \
             most 6 decimal places (write the number out, without an exponent)",
            "2:54+3 /crew_wage: crew_wage is “[1]”; it must be a whole number from 0 to 1,000,000,000 (Gold Dragons \
             per crew and day)",
        ],
    );
}

#[test]
fn json_heights_have_a_place_and_a_pointer() {
    check(
        "{\"profiles\": [\n  [1, 2], [],\n  [30, 31, \"3O\", 30.0],\n  17, [null]\n], \"target_height\": 30}",
        &[
            "2:11+2 /profiles/1: This profile is empty; it must have at least one height",
            &format!(
                "3:8+2 /profiles/2/1: 31 is too tall; {HEIGHT} (the target height is 30 feet; raise it if this \
                 height is right)"
            ),
            &format!("3:12+4 /profiles/2/2: “\"3O\"” is not a height; {HEIGHT}"),
            &format!(
                "3:18+4 /profiles/2/3: “30.0” is not a height; {HEIGHT} (whole feet only; did you mean 30?)"
            ),
            "4:3+2 /profiles/3: “17” is not a profile; a profile must be a list of heights",
            &format!("4:8+4 /profiles/4/0: “null” is not a height; {HEIGHT}"),
        ],
    );
    check(
        "{\"max_section_count\": 2, \"profiles\": [[1, 2], [1, 2, 3, 4]]}",
        &["1:54+1 /profiles/1/2: This profile has 4 sections; at most 2 are allowed (max_section_count)"],
    );
}

#[test]
fn json_without_a_wall_says_what_is_missing() {
    let missing = "wall: The key “profiles” is missing: the list of the wall's profiles, each a list of heights (for \
                   example: \"profiles\": [[21, 25, 28], [17]])";
    check("{}", &[missing]);
    check(
        "{\"profiles\": []}",
        &[
            "1:14+2 /profiles: profiles is empty; it must hold at least one list of heights, such as [21, 25, 28]",
        ],
    );
    check(
        "{\"profiles\": 5}",
        &["1:14+1 /profiles: “5” is not a list; profiles must be a list of lists of heights"],
    );
}

#[test]
fn a_break_of_jsons_rules_ends_the_reading_there() {
    let early = "The JSON text ends too early: a bracket, a brace or a quotation mark is not closed";
    check("{", &[&format!("1:1+1: {early}")]);
    check(
        "{\"build_rate\": 0,\n\"profiles\": [[1],\n[2\n",
        &[
            "1:16+1 /build_rate: build_rate is “0”; it must be a whole number from 1 to 1,000 (feet per crew and day)",
            &format!("3:2+1: {early}"),
        ],
    );
    let invalid = |what| format!("This is not valid JSON ({what}); nothing after this place was read");
    check("{\"profiles\": [[1],\r\n [٣]]}", &[&format!("2:3+1: {}", invalid("expected value"))]);
    check("{\"profiles\": [[1]]} x", &[&format!("1:21+1: {}", invalid("trailing characters"))]);
    check("{\"profiles\": [[01]]}", &[&format!("1:17+1: {}", invalid("invalid number"))]);
}

#[test]
fn ten_thousand_brackets_deep_is_a_fault_not_a_crash() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    for text in [
        format!("{{\"profiles\": {deep}}}"),
        format!("{{\"x\": {deep}, \"profiles\": [[{deep}]]}}"),
        format!("{{\"profiles\": {}", "[".repeat(100_000)),
        format!("{{{}", "\"a\": {".repeat(100_000)),
        deep,
    ] {
        assert!(reading(text.as_bytes(), &[]).diagnostics.has_faults());
    }
}

#[test]
fn a_flood_of_the_same_fault_is_read_in_one_pass() {
    // A step back in the text, or a guess at a name, for every one of these would take minutes.
    let keys = "\"num_teams\": 1,\n".repeat(200_000);
    let twice = reading(format!("{{{keys}\"profiles\": [[1]]}}").as_bytes(), &[]).diagnostics;
    assert_eq!((twice.more(), twice.more_warnings()), (199_899, 0));
    let keys = "\"colour\": 1,\n".repeat(200_000);
    let unknown = reading(format!("{{{keys}\"profiles\": [[1]]}}").as_bytes(), &[]).diagnostics;
    assert_eq!((unknown.more(), unknown.more_warnings()), (0, 199_900));
    let (unknown, twice) = ("colour = 1\n".repeat(200_000), "num_teams = 1\n".repeat(200_000));
    let ini = format!("[Task]\n{unknown}{twice}{}", "[Profiles]\n1\n".repeat(200_000));
    let both = reading(ini.as_bytes(), &[]).diagnostics;
    assert_eq!((both.more(), both.more_warnings()), (399_898, 199_900));
}
