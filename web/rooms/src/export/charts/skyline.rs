//! The wall on the day as a file. Its pixels are those of the page's picture. Not for them.

use icewall_ui::colour::hex;
use icewall_ui::number::{index, real};

use super::sheet::{Key, Made, Words, place, sheet};
use crate::browser::pictures;
use crate::drawing::svg::{Anchor, Colours, Line, SMALL};
use crate::elevation::picture::{ABOVE, BELOW, Size, Tones, picture};
use crate::elevation::seen::Seen;
use crate::words;

/// How high the picture is in pixels.
const HIGH: f64 = 320.0;
/// Pixels of the picture to one of the drawing.
pub(super) const RATIO: usize = 2;

/// How many columns of sections fit.
pub(super) fn columns() -> u32 {
    u32::try_from(index(place(0.0, HIGH)[2]) * RATIO).unwrap_or(u32::MAX)
}

/// The skyline.
pub(super) fn draw(seen: &Seen, colours: Colours, of: String) -> Made {
    let [left, top, width, height] = place(0.0, HIGH);
    let told = &seen.told;
    let is_shared = seen.columns.len() < usize::try_from(told.last + 1 - told.first).unwrap_or(usize::MAX);
    let mut legend = vec![
        (Some(Key::Fill("--wall-stone")), "start height".to_owned()),
        (Some(Key::Fill("--wall-ice")), "ice so far".to_owned()),
    ];
    if is_shared {
        legend.push((Some(Key::Fill("--wall-mixed")), "start or ice".to_owned()));
        legend.push((Some(Key::Fill("--wall-some")), "only some sections".to_owned()));
    }
    legend.push((Some(Key::Fill("--text")), "crew at work".to_owned()));
    let words = Words {
        title: format!("The wall on day {}", words::number(told.day)),
        unit: "feet by section".to_owned(),
        of,
        legend,
        across: "section".to_owned(),
    };
    let address = address(seen, &colours, [width, height]);
    sheet(colours, &words, top + height, |svg| {
        svg.group("series", |svg| svg.image([left, top, width, height], &address));
        let (target, ground) = (top + real(ABOVE as u64), top + height - real(BELOW as u64));
        svg.line(&format!("M{} {}h-5", whole(left), whole(target)), AXIS);
        svg.text(
            left - 8.0,
            target + 4.0,
            SMALL.at(Anchor::End),
            &words::counted(told.target.into(), "foot", "feet"),
        );
        svg.line(&format!("M{} {}h{}", whole(left), whole(ground), whole(width)), AXIS);
        svg.text(left - 8.0, ground + 4.0, SMALL.at(Anchor::End), &words::number(0));
        let below = top + height + 14.0;
        svg.text(left, below, SMALL, &words::number(told.first.into()));
        svg.text(left + width, below, SMALL.at(Anchor::End), &words::number(told.last.into()));
    })
}

const AXIS: Line = Line { ink: "--edge", width: 1.0, dashed: false };

fn whole(place: f64) -> String {
    crate::drawing::svg::tenths(place)
}

/// The picture, by its address.
fn address(seen: &Seen, colours: &Colours, [width, height]: [f64; 2]) -> String {
    let tone =
        |name: &str| hex(&colours.of(name)).map_or([0; 4], |[red, green, blue]| [red, green, blue, 255]);
    let tones = Tones {
        stone: tone("--wall-stone"),
        ice: tone("--wall-ice"),
        mixed: tone("--wall-mixed"),
        some: tone("--wall-some"),
        target: tone("--muted"),
        mark: tone("--text"),
    };
    let size = Size { width: index(width) * RATIO, height: index(height) * RATIO, ratio: RATIO };
    let pixels = picture(seen, size, &tones);
    pictures::address(&pixels, u32::try_from(size.width).unwrap_or(0))
}
