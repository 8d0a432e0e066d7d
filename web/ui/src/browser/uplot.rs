//! The charts' drawing script (`js/chart.js`, over uPlot), as types. Not for what is drawn.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlCanvasElement};

#[wasm_bindgen(module = "/js/chart.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = load)]
    async fn load_script() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = watch)]
    fn watch_script(element: &Element, told: &Closure<dyn FnMut(f64, f64, u32)>) -> Function;

    fn colours(element: &Element, names: Array) -> Array;

    #[wasm_bindgen(js_name = paintSteps)]
    fn paint_steps_script(
        canvas: &HtmlCanvasElement,
        heights: &[f64],
        height: f64,
        ratio: f64,
        fill: &str,
        line: &str,
    );

    /// A chart of levels over whole days, drawn as steps. [`load`] must have ended well.
    pub type Curve;

    /// A chart in `host`, with room in CSS pixels above and below the plot.
    #[wasm_bindgen(constructor)]
    pub fn new(host: &Element, top: f64, bottom: f64) -> Curve;

    /// The size of the whole in CSS pixels, and the room left and right of the plot.
    #[wasm_bindgen(method)]
    pub fn size(this: &Curve, width: f64, height: f64, left: f64, right: f64);

    #[wasm_bindgen(method, js_name = axes)]
    fn axes_script(
        this: &Curve,
        days: f64,
        day_marks: &[f64],
        day_words: Array,
        top: f64,
        marks: &[f64],
        words: Array,
    );

    #[wasm_bindgen(method, js_name = draw)]
    fn draw_script(
        this: &Curve,
        edges: &[f64],
        levels: &[f64],
        fills: Array,
        lines: Array,
        apart: bool,
        thin: bool,
    );

    /// Takes the chart off the page.
    #[wasm_bindgen(method)]
    pub fn free(this: &Curve);
}

/// The marks of an axis: how far it reaches, where the marks stand, and what they say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// The end of the axis.
    pub top: f64,
    /// Where the marks stand.
    pub marks: Vec<f64>,
    /// What they say.
    pub words: Vec<String>,
}

/// A level of a chart: the custom properties that name its colours, empty for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// What the room under the level is filled with.
    pub fill: &'static str,
    /// The line along its upper edge.
    pub line: &'static str,
}

/// How steps are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Each column for itself, with a gap to the next.
    Apart,
    /// As one line.
    Joined,
    /// As one thin line: many narrow steps would be all line.
    Thin,
}

impl Curve {
    /// Sets the day axis and the axis of amounts.
    pub fn axes(&self, days: &Axis, amounts: &Axis) {
        let words = |axis: &Axis| axis.words.iter().map(|word| JsValue::from_str(word)).collect::<Array>();
        self.axes_script(days.top, &days.marks, words(days), amounts.top, &amounts.marks, words(amounts));
    }

    /// Draws levels, the lowest first, over the edges of the columns.
    pub fn draw(&self, edges: &[f64], levels: &[f64], paints: &[Paint], stroke: Stroke) {
        let fills = paints.iter().map(|paint| JsValue::from_str(paint.fill)).collect();
        let lines = paints.iter().map(|paint| JsValue::from_str(paint.line)).collect();
        self.draw_script(edges, levels, fills, lines, stroke == Stroke::Apart, stroke == Stroke::Thin);
    }
}

/// Loads the charts' library; it is loaded once.
///
/// # Errors
/// Why it could not be loaded, as the browser says it.
pub async fn load() -> Result<(), String> {
    load_script().await.map(|_| ()).map_err(|fault| super::told(&fault))
}

/// Tells the width of an element in CSS pixels, the screen's pixels to each, and a number that
/// rises with every change of theme: now, and whenever one changes. Gives back what ends it.
pub fn watch(element: &Element, told: impl FnMut(f64, f64, u32) + 'static) -> impl FnOnce() + 'static {
    // Ending from inside the callback must not drop it while it runs.
    let told = Rc::new(RefCell::new(Some(Closure::new(told))));
    let end = told.borrow().as_ref().map(|closure| watch_script(element, closure));
    move || {
        if let Some(end) = end {
            drop(end.call0(&JsValue::NULL));
        }
        drop(told.take());
    }
}

/// The values of custom properties where an element stands.
pub fn properties(element: &Element, names: &[&str]) -> Vec<String> {
    let names = names.iter().map(|name| JsValue::from_str(name)).collect();
    colours(element, names).iter().filter_map(|value| value.as_string()).collect()
}

/// Paints a small step curve: a share of the height (0 to 1) for each pixel of the screen.
pub fn paint_steps(canvas: &HtmlCanvasElement, heights: &[f64], height: f64, ratio: f64, paint: Paint) {
    paint_steps_script(canvas, heights, height, ratio, paint.fill, paint.line);
}
