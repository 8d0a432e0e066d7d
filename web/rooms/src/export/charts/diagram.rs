//! The time–location diagram as a file. Its pixels are those of the page's picture. Not for what they mean.

use icewall_protocol::Summary;
use icewall_protocol::workshop::ViewJob;
use icewall_ui::colour::hex;
use icewall_ui::number::{count, index, real};

use super::drawn::Part;
use super::result::PROFILES;
use super::sheet::{Key, LEFT, Made, Words, place, sheet};
use crate::browser::pictures;
use crate::diagram::drawn::{Drawn, Label};
use crate::drawing::svg::{Anchor, Colours, Line, SMALL, Svg, tenths};
use crate::words;

/// How high the picture is in pixels.
const HIGH: f64 = 480.0;
/// Pixels of the picture to one of the drawing.
const RATIO: usize = 2;
/// Pixels that a number needs: across, down.
const ROOM: (f64, f64) = (26.0, 17.0);
const FRAME: Line = Line { ink: "--edge", width: 1.0, dashed: false };

/// What is asked of the workshop for it.
pub(super) fn job(part: Part) -> ViewJob {
    let [_, _, width, height] =
        place(0.0, HIGH).map(|length| u32::try_from(index(length) * RATIO).unwrap_or(0));
    let Part { sections, days, by_profile, days_across, .. } = part;
    let (wide, high) = if days_across { (height, width) } else { (width, height) };
    ViewJob::Diagram { sections, days, wide, high, by_profile, days_across }
}

/// The diagram.
pub(super) fn draw(drawn: &Drawn, summary: &Summary, part: Part, colours: Colours, of: String) -> Made {
    let [left, top, width, height] = place(0.0, HIGH);
    let who = if part.by_profile { "the profiles in turn" } else { "the crews in turn" };
    let mut legend = vec![(Some(Key::Ramp(&PROFILES)), who.to_owned())];
    let (sections, days) = drawn.in_a_pixel();
    if (sections, days) != (1, 1) {
        let sections = words::counted(sections, "section", "sections");
        let pixel = format!("a pixel: up to {sections} on up to {}, paler with less work", words::days(days));
        legend.push((None, pixel));
    }
    let axes = if part.days_across { ["day", "section"] } else { ["section", "day"] };
    let words = Words {
        title: "Time–location diagram".to_owned(),
        unit: if part.by_profile { "sections and days by profile" } else { "sections and days by crew" }
            .to_owned(),
        of,
        legend,
        across: axes[0].to_owned(),
    };
    let address = address(drawn, &colours);
    sheet(colours, &words, top + height, |svg| {
        svg.group("series", |svg| svg.image([left, top, width, height], &address));
        let frame = format!(
            "M{} {}h{}v{}h-{}z",
            tenths(left),
            tenths(top),
            tenths(width),
            tenths(height),
            tenths(width)
        );
        svg.line(&frame, FRAME);
        numbers(svg, drawn, [left, top, width, height]);
        ends(svg, drawn, summary, axes[1], [left, top, width, height]);
    })
}

/// The first and last section and day beside the picture.
fn ends(svg: &mut Svg, drawn: &Drawn, summary: &Summary, down: &str, [left, top, width, height]: [f64; 4]) {
    let told = &drawn.told;
    let start = summary.start_date.as_deref();
    let day = |day: u64| {
        let date = start.and_then(|start| words::short_date(start, day, false));
        date.map_or_else(|| words::number(day), |date| format!("{} · {date}", words::number(day)))
    };
    let sections = [told.sections.0, told.sections.1].map(|section| words::number(section.into()));
    let days = [told.days.0, told.days.1].map(day);
    let (across, along) = if told.days_across { (days, sections) } else { (sections, days) };
    svg.group("axis", |svg| {
        let below = top + height + 16.0;
        svg.text(left, below, SMALL, &across[0]);
        svg.text(left + width, below, SMALL.at(Anchor::End), &across[1]);
        let end = SMALL.at(Anchor::End);
        svg.text(left - 8.0, top + 10.0, end, &along[0]);
        svg.text(left - 8.0, top + height, end, &along[1]);
        svg.text(LEFT - 8.0, top + height / 2.0, end, down);
    });
}

/// Whose each stretch is, where there is room for it: on a ground of its own, to be read on any colour.
fn numbers(svg: &mut Svg, drawn: &Drawn, [left, top, width, height]: [f64; 4]) {
    let (wide, high) = (width / real(drawn.told.width.into()), height / real(drawn.told.height.into()));
    if drawn.in_a_pixel() != (1, 1) || wide < ROOM.0 || high < ROOM.1 {
        return;
    }
    for Label { column, row, number } in drawn.labels() {
        let word = words::number(number.into());
        let ground = count(word.chars().count()) * 7.0 + 6.0;
        let (x, y) = (left + (count(column) + 0.5) * wide, top + (count(row) + 0.5) * high);
        svg.rect([x - ground / 2.0, y - 7.0, ground, 14.0], "--surface");
        svg.text(x, y + 4.0, SMALL.at(Anchor::Middle).in_ink("--text"), &word);
    }
}

/// The picture, by its address.
fn address(drawn: &Drawn, colours: &Colours) -> String {
    let tone = |name: &str| hex(&colours.of(name)).map(|[red, green, blue]| [red, green, blue, 255]);
    let tones: Vec<_> = PROFILES.iter().filter_map(|name| tone(name)).collect();
    pictures::address(&drawn.pixels(&tones), drawn.told.width)
}
