//! The charts of the result: ice or cost a day in each of its views, and the cost until the day. Not for where the
//! columns come from.

use icewall_protocol::{Charts, Column, Summary, View};
use icewall_ui::chart::day_axis::DayAxis;
use icewall_ui::chart::ramp::ramp;
use icewall_ui::chart::{heat_rows, raster, stack};
use icewall_ui::colour::hex;
use icewall_ui::number::{count, index, real};

use super::sheet::{EDGE, Key, Made, TOP, WIDTH, Words, place, sheet};
use crate::browser::pictures;
use crate::drawing::plot::{Levels, Plot};
use crate::drawing::svg::{Anchor, Colours, Line, SMALL, Svg, tenths};
use crate::words;
use crate::workshop::Sheets;

/// The colours of profiles, or of crews, in turn.
pub(super) const PROFILES: [&str; 8] = ["--p1", "--p2", "--p3", "--p4", "--p5", "--p6", "--p7", "--p8"];
/// The colours that the shades of a heat map lie between.
const STOPS: [&str; 5] = ["--heat-1", "--heat-2", "--heat-3", "--heat-4", "--heat-5"];
/// How high a plot is in pixels, and the room above it for words.
const HIGH: f64 = 320.0;
const ABOVE: f64 = 44.0;
/// Small charts side by side, how high each is, and the room between them.
const SIDE_BY_SIDE: usize = 6;
const SMALL_HIGH: f64 = 48.0;
const GAP: f64 = 16.0;
const CURVE: Line = Line { ink: "--accent", width: 2.0, dashed: false };

/// What a chart of the result is drawn from.
pub(super) struct Result<'a> {
    pub(super) summary: &'a Summary,
    pub(super) charts: &'a Charts,
    pub(super) sheets: &'a Sheets,
}

/// Which amounts are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    Ice,
    Cost,
    Until,
}

/// The chart in the view of its columns.
pub(super) fn draw(result: &Result<'_>, amount: Amount, colours: Colours, of: String) -> Made {
    let (title, unit) = match amount {
        Amount::Ice => ("Ice a day", "cubic yards"),
        Amount::Cost => ("Cost a day", "Gold Dragons"),
        Amount::Until => ("Cost until the day", "Gold Dragons"),
    };
    let across = if result.summary.start_date.is_some() { "day · date" } else { "day" };
    let words = Words {
        title: title.to_owned(),
        unit: unit.to_owned(),
        of,
        legend: Vec::new(),
        across: across.to_owned(),
    };
    match result.charts.view {
        View::Heat => heat(result, colours, words),
        View::Multiples => multiples(result, colours, words),
        View::Wall | View::Stacked => curve(result, amount, colours, words),
    }
}

impl Result<'_> {
    fn plot(&self, [left, top, width, height]: [f64; 4], most: u64) -> Plot {
        let (days, start) = (self.summary.finish_day, self.summary.start_date.clone());
        Plot { left, top, width, height, before: 0, days, start, most }
    }

    fn levels<'a>(&self, values: &'a [f64]) -> Levels<'a> {
        Levels { values, days_per_column: self.charts.days_per_column, days: self.summary.finish_day }
    }

    fn thinned(&self) -> Option<(Option<Key>, String)> {
        let days = self.charts.days_per_column;
        (days > 1).then(|| {
            let days = words::number(days);
            (None, format!("Each column shows the day with the most ice of {days} days."))
        })
    }
}

fn curve(result: &Result<'_>, amount: Amount, colours: Colours, mut words: Words) -> Made {
    let peak = result.summary.peak.map_or((0, 0), |peak| (peak.ice, peak.cost));
    let (column, most) = match amount {
        Amount::Ice => (Column::Ice, peak.0),
        Amount::Cost => (Column::Cost, peak.1),
        Amount::Until => (Column::CostUntil, result.summary.cost),
    };
    let values = result.sheets.amounts(column);
    // Cost goes with ice, so one scale turns a drawing of the one into a drawing of the other.
    let scale = if amount == Amount::Cost { real(peak.1) / real(peak.0.max(1)) } else { 1.0 };
    let is_stacked = result.charts.view == View::Stacked && amount != Amount::Until;
    if is_stacked {
        let named = PROFILES.iter().take(result.charts.rows.len()).enumerate();
        words.legend =
            named.map(|(row, colour)| (Some(Key::Fill(colour)), format!("Profile {}", row + 1))).collect();
    }
    let plot = result.plot(place(ABOVE, HIGH), most);
    let is_thinned = result.charts.days_per_column > 1 && amount != Amount::Until;
    if is_thinned {
        words.legend.extend(result.thinned());
        if !is_stacked {
            words.legend.push((Some(Key::Fill("--curve-band")), "down to the day with the least".to_owned()));
        }
    }
    sheet(colours, &words, plot.top + HIGH, |svg| {
        plot.days_and_amounts(svg);
        if is_stacked {
            stacked(svg, &plot, result, scale);
        } else {
            let (area, edge) = plot.steps(result.levels(&values));
            svg.group("series", |svg| {
                svg.area(&area, if is_thinned { "--curve-band" } else { "--curve" });
                if is_thinned {
                    let least: Vec<_> =
                        result.sheets.amounts(Column::IceLeast).iter().map(|ice| ice * scale).collect();
                    svg.area(&plot.steps(result.levels(&least)).0, "--curve");
                }
                svg.line(&edge, CURVE);
            });
        }
        marks(svg, &plot, result.summary, amount);
    })
}

fn stacked(svg: &mut Svg, plot: &Plot, result: &Result<'_>, scale: f64) {
    let columns = result.charts.columns as usize;
    let levels = stack::levels(&result.sheets.amounts(Column::Rows), columns, scale);
    let profiles: Vec<_> = levels.chunks_exact(columns.max(1)).zip(PROFILES).collect();
    // The highest level first, the lower ones over it.
    for (level, colour) in profiles.into_iter().rev() {
        svg.group("series", |svg| svg.area(&plot.steps(result.levels(level)).0, colour));
    }
}

/// The peak, or the cost in all, and the finish in words above the plot.
fn marks(svg: &mut Svg, plot: &Plot, summary: &Summary, amount: Amount) {
    if summary.finish_day == 0 {
        return;
    }
    let end = plot.left + plot.width;
    let finish = format!("finished, day {}", words::number(summary.finish_day));
    let flag = format!("M{} {}V{}", tenths(end), tenths(plot.top - 38.0), tenths(plot.top + plot.height));
    svg.group("marks", |svg| {
        svg.line(&flag, Line { ink: "--muted", width: 1.0, dashed: false });
        svg.text(end - 6.0, plot.top - 28.0, SMALL.at(Anchor::End), &finish);
        let (words, middle) = match (amount, &summary.peak) {
            (Amount::Until, _) | (_, None) => {
                (format!("{} in all", words::gold_short(summary.cost)), real(summary.finish_day))
            }
            (amount, Some(peak)) => {
                let most =
                    if amount == Amount::Ice { words::ice(peak.ice) } else { words::gold_short(peak.cost) };
                (format!("peak {most}"), f64::midpoint(real(peak.first_day) - 1.0, real(peak.last_day)))
            }
        };
        let half = count(words.chars().count()) * 3.4 + 6.0;
        let x = plot.x(middle).min(end - half).max(plot.left + half);
        svg.text(x, plot.top - 8.0, SMALL.at(Anchor::Middle).in_ink("--text"), &words);
    });
}

fn multiples(result: &Result<'_>, colours: Colours, mut words: Words) -> Made {
    let (peak, days) = (words::ice(result.charts.row_peak), words::number(result.summary.finish_day));
    words.legend = vec![(None, format!("One chart a profile: days 1–{days}, 0 to {peak} a day."))];
    words.across = String::new();
    let ice = result.sheets.amounts(Column::Rows);
    let rows: Vec<_> = ice.chunks_exact((result.charts.columns as usize).max(1)).collect();
    let width = (WIDTH - 2.0 * EDGE - GAP * count(SIDE_BY_SIDE - 1)) / count(SIDE_BY_SIDE);
    let high = SMALL_HIGH + 32.0;
    let bottom = TOP + high * count(rows.len().div_ceil(SIDE_BY_SIDE)) - 24.0;
    sheet(colours, &words, bottom, |svg| {
        for (at, row) in rows.iter().enumerate() {
            let left = EDGE + (width + GAP) * count(at % SIDE_BY_SIDE);
            let top = TOP + high * count(at / SIDE_BY_SIDE);
            let plot = result.plot([left, top, width, SMALL_HIGH], result.charts.row_peak);
            let (area, edge) = plot.steps(result.levels(row));
            svg.group("series", |svg| {
                svg.text(left, top - 4.0, SMALL, &words::number(at as u64 + 1));
                svg.area(&area, "--curve");
                svg.line(&edge, Line { width: 1.5, ..CURVE });
                let base = format!("M{} {}h{}", tenths(left), tenths(top + SMALL_HIGH), tenths(width));
                svg.line(&base, Line { ink: "--line", width: 1.0, dashed: false });
            });
        }
    })
}

fn heat(result: &Result<'_>, colours: Colours, mut words: Words) -> Made {
    let rows = &result.charts.rows;
    let high = (360.0 / count(rows.len().max(1))).floor().clamp(2.0, 24.0);
    let plot = result.plot(place(0.0, high * count(rows.len())), 1);
    words.legend = vec![
        (None, "One profile: 0".to_owned()),
        (Some(Key::Ramp(&STOPS)), format!("{} a day", words::ice(result.charts.row_peak))),
    ];
    words.legend.extend(result.thinned());
    let address = picture(result, &colours, plot.width);
    sheet(colours, &words, plot.top + plot.height, |svg| {
        plot.days(svg);
        svg.group("series", |svg| svg.image([plot.left, plot.top, plot.width, plot.height], &address));
        for row in heat_rows::named(rows.len(), high, 16.0) {
            let y = plot.top + high * (count(row) + 0.5) + 4.0;
            let first = rows.get(row).map_or(0, |(first, _)| u64::from(*first));
            svg.text(plot.left - 8.0, y, SMALL.at(Anchor::End), &words::number(first));
        }
        svg.text(plot.left - 8.0, plot.top - 8.0, SMALL.at(Anchor::End), "Profile");
    })
}

/// The shades as a picture, by its address: a pixel of it for each column, or fewer.
fn picture(result: &Result<'_>, colours: &Colours, width: f64) -> String {
    let columns = result.charts.columns as usize;
    let (days, per_column) = (result.summary.finish_day, result.charts.days_per_column);
    let axis = DayAxis { finish: days, days, before: 0, per_column, columns, width };
    // Two pixels for one of the drawing, as in the picture that is made of it.
    let pixels: Vec<_> = axis.columns_by_pixel(index(width * 2.0)).collect();
    let stops: Vec<_> = STOPS.iter().filter_map(|stop| hex(&colours.of(stop))).collect();
    let shades = result.sheets.array(Column::Rows as u32).to_vec();
    let picture = raster::heat(&shades, columns, &pixels, &ramp(&stops));
    pictures::address(&picture, u32::try_from(pixels.len()).unwrap_or(0))
}
