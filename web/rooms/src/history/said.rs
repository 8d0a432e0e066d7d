//! What changed from one state to the next, in words. Pure.

use icewall_protocol::Setting;
use icewall_protocol::desk::{Edit, Step, WallStep};

use crate::words;

/// What changed with a state; `number` writes a number.
pub(super) fn said(step: &Step, before: Option<&Step>, number: impl Fn(u64) -> String) -> String {
    let Some(before) = before else { return "The first state".to_owned() };
    let wall = match &step.wall {
        WallStep::Same => None,
        WallStep::File(name) => Some(format!("The file {name}")),
        WallStep::Text(edit) => Some(lines(edit, &number)),
    };
    let parameters = step.settings.iter().filter_map(|now| {
        let was = before.settings.iter().find(|was| was.key == now.key)?;
        (was.value != now.value)
            .then(|| format!("{} {} → {}", words::parameter(&now.key), value(was), value(now)))
    });
    wall.into_iter().chain(parameters).collect::<Vec<_>>().join(", ")
}

/// What a parameter's field holds, in words.
fn value(setting: &Setting) -> String {
    match (setting.key.as_str(), setting.value.trim()) {
        ("num_teams", "") => "one each".to_owned(),
        (_, "") => "none".to_owned(),
        (_, value) => {
            let order = words::ORDERS.into_iter().find(|(order, _)| *order == value);
            order.map_or_else(|| value.to_owned(), |(_, name)| name.to_lowercase())
        }
    }
}

fn lines(edit: &Edit, number: &impl Fn(u64) -> String) -> String {
    let line = number(edit.line.into());
    let lines =
        |count: u32| format!("{} {}", number(count.into()), words::noun(count.into(), "line", "lines"));
    match (edit.removed, edit.added) {
        (1, 1) => format!("Line {line}: {} → {}", shown(&edit.before), shown(&edit.after)),
        (0, added) => format!("{} added at line {line}: {}", lines(added), shown(&edit.after)),
        (removed, 0) => format!("{} removed at line {line}", lines(removed)),
        (removed, added) => format!("From line {line} on: {} for {}", lines(added), lines(removed)),
    }
}

fn shown(line: &str) -> &str {
    if line.trim().is_empty() { "nothing" } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(settings: &[(&str, &str)], wall: WallStep) -> Step {
        let pair =
            |(key, value): &(&str, &str)| Setting { key: (*key).to_owned(), value: (*value).to_owned() };
        Step { when: 0.0, settings: settings.iter().map(pair).collect(), wall }
    }

    fn edit(line: u32, told: (&str, &str), removed: u32, added: u32) -> WallStep {
        WallStep::Text(Edit { line, before: told.0.to_owned(), after: told.1.to_owned(), removed, added })
    }

    #[track_caller]
    fn check(step: &Step, before: &Step, words: &str) {
        assert_eq!(said(step, Some(before), |number| number.to_string()), words);
    }

    #[test]
    fn a_parameter_is_told_with_what_it_was() {
        let before = step(&[("num_teams", ""), ("dispatch", "file_order")], WallStep::Same);
        let after = step(&[("num_teams", "5"), ("dispatch", "longest_first")], WallStep::Same);
        check(&after, &before, "Crews one each → 5, Order of sections as the wall stands → longest first");
    }

    #[test]
    fn a_line_is_told_with_its_number() {
        let before = step(&[], WallStep::Same);
        check(&step(&[], edit(3, ("17", "18"), 1, 1)), &before, "Line 3: 17 → 18");
        check(&step(&[], edit(1, ("", "7"), 1, 1)), &before, "Line 1: nothing → 7");
        check(&step(&[], edit(2, ("3", "2"), 0, 1)), &before, "1 line added at line 2: 2");
        check(&step(&[], edit(2, ("2", ""), 2, 0)), &before, "2 lines removed at line 2");
        check(&step(&[], edit(1, ("1", "4"), 3, 2)), &before, "From line 1 on: 2 lines for 3 lines");
    }

    #[test]
    fn a_wall_that_came_with_parameters_tells_both() {
        let before = step(&[("build_rate", "1")], WallStep::Same);
        let after = step(&[("build_rate", "2")], WallStep::File("million.txt".to_owned()));
        check(&after, &before, "The file million.txt, Build rate of a crew 1 → 2");
        assert_eq!(said(&before, None, |number| number.to_string()), "The first state");
    }
}
