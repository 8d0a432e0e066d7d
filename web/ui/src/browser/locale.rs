//! Numbers and dates as the reader's locale writes them, by the browser's own `Intl`: the locale that was
//! chosen, or else the browser's.
//!
//! A formatter costs some ten microseconds to make, so each is made once for each choice. Whatever is written
//! inside an effect, a memo or a view's closure is written anew when another locale is chosen.

use std::cell::{Cell, RefCell};
use std::thread::LocalKey;

use js_sys::{Array, BigInt, Date, Function, Intl, Object, Reflect};
use leptos::prelude::{ArcTrigger, Notify, Track};
use wasm_bindgen::{JsCast, JsValue};

use super::{desk, prefs};

/// Under this topic the modules of the page tell each other that a locale was chosen.
const TOPIC: &str = "locale";

thread_local! {
    static CHOSEN: ArcTrigger = ArcTrigger::new();
    /// Counts the choices.
    static CHOICE: Cell<u32> = const { Cell::new(0) };
    static WHOLE: Format = Format::of(|| formatter(&[]));
    static COMPACT: Format =
        Format::of(|| formatter(&[("notation", "compact".into()), ("maximumSignificantDigits", 3.into())]));
    static TENTHS: Format = Format::of(|| {
        formatter(&[("minimumFractionDigits", 1.into()), ("maximumFractionDigits", 1.into())])
    });
    static DATE: Format =
        Format::of(|| calendar(&[("year", "numeric"), ("month", "short"), ("day", "numeric")]));
    static TIME: Format = Format::of(moment);
    static DAY: Format = Format::of(|| calendar(&[("month", "short"), ("day", "numeric")]));
    static MONTH: Format = Format::of(|| calendar(&[("year", "numeric"), ("month", "short")]));
    static PERCENT: Format = Format::of(|| {
        formatter(&[
            ("style", "percent".into()),
            ("minimumFractionDigits", 1.into()),
            ("maximumFractionDigits", 1.into()),
        ])
    });
}

/// How something is written: what makes the formatter, and the one that was made, for which choice.
struct Format {
    make: fn() -> Function,
    made: RefCell<Option<(u32, Function)>>,
}

impl Format {
    fn of(make: fn() -> Function) -> Self {
        Self { make, made: RefCell::new(None) }
    }

    fn function(&self) -> Function {
        let choice = CHOICE.get();
        if let Some((_, function)) = self.made.borrow().as_ref().filter(|made| made.0 == choice) {
            return function.clone();
        }
        let function = (self.make)();
        self.made.replace(Some((choice, function.clone())));
        function
    }
}

/// Hears from now on which locale is chosen, wherever in the page. To be called once by each module.
pub fn watch() {
    desk::hear(TOPIC, |_, _| {
        CHOICE.set(CHOICE.get().wrapping_add(1));
        CHOSEN.with(ArcTrigger::notify);
    });
}

/// Writes everything as a locale does (`de-DE`) from now on; none: as the browser does. Tells whether the browser
/// kept the choice: one that it does not keep does not count.
pub fn choose(tag: Option<&str>) -> bool {
    let is_kept = prefs::set(prefs::LOCALE, tag);
    desk::tell(TOPIC, &[], &JsValue::UNDEFINED);
    is_kept
}

/// Has an effect run again when another locale is chosen, where numbers are written only after it ran.
pub fn track() {
    CHOSEN.with(ArcTrigger::track);
}

/// A whole number, exact to the last digit.
pub fn whole(value: u64) -> String {
    written(&WHOLE, &BigInt::from(value).into())
}

/// A number to three digits in its short form: `1.2M`.
pub fn compact(value: f64) -> String {
    written(&COMPACT, &value.into())
}

/// A number given in tenths: 27 is written `2.7`.
pub fn tenths(value: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "sizes of files in tenths of a megabyte, far below 2^53")]
    written(&TENTHS, &(value as f64 / 10.0).into())
}

/// A share given in tenths of a percent: 739 is written `73.9%`.
pub fn percent(permille: u32) -> String {
    written(&PERCENT, &(f64::from(permille) / 1000.0).into())
}

/// A date of the calendar (`2024-08-11`) in full; the same text where it is none.
pub fn date(iso: &str) -> String {
    shown(&DATE, day_of(iso, 1)).unwrap_or_else(|| iso.to_owned())
}

/// A moment, in milliseconds of the calendar, with its time of day.
pub fn time(ms: f64) -> String {
    shown(&TIME, ms).unwrap_or_default()
}

/// The date of a day, from 1, in short: with its year, or with its day of the month. `start` is the date of
/// day 1. None where the browser's calendar ends before.
pub fn short_date(start: &str, day: u64, year: bool) -> Option<String> {
    shown(if year { &MONTH } else { &DAY }, day_of(start, day))
}

/// Milliseconds of the calendar until a day's midnight, in UTC: a date has no time of day.
fn day_of(start: &str, day: u64) -> f64 {
    const DAY_MS: f64 = 86_400_000.0;
    #[expect(clippy::cast_precision_loss, reason = "days are below 2^53")]
    let after = (day - 1) as f64;
    Date::parse(start) + after * DAY_MS
}

fn shown(format: &'static LocalKey<Format>, ms: f64) -> Option<String> {
    // A format throws at a date that is none.
    call(format, &ms.into()).ok()?.as_string()
}

fn call(format: &'static LocalKey<Format>, value: &JsValue) -> Result<JsValue, JsValue> {
    track();
    format.with(Format::function).call1(&JsValue::UNDEFINED, value)
}

/// A number and a day as a locale writes them: to choose by. The locale is one of ours: `de-DE`.
pub fn example(tag: &str) -> String {
    let locales = Array::of1(&tag.into());
    let number = Intl::NumberFormat::new(&locales, &Object::new()).format();
    let date = Intl::DateTimeFormat::new(&locales, &Object::new()).format();
    let parts = [(number, JsValue::from(1_234_567.8)), (date, JsValue::from(day_of("2024-08-31", 1)))];
    let parts = parts.map(|(format, value)| format.call1(&JsValue::UNDEFINED, &value).ok());
    parts.into_iter().flatten().filter_map(|part| part.as_string()).collect::<Vec<_>>().join("  ·  ")
}

/// What `Intl` is asked for: the chosen locale, or none, which is the browser's. `Intl` throws at a text that
/// is no locale, and the storage may hold anything.
fn locales() -> Array {
    let is_plain =
        |tag: &String| matches!(tag.as_bytes(), [b'a'..=b'z', b'a'..=b'z', b'-', b'A'..=b'Z', b'A'..=b'Z']);
    prefs::get(prefs::LOCALE).filter(is_plain).map(JsValue::from).into_iter().collect()
}

fn moment() -> Function {
    let object = Object::new();
    for style in ["dateStyle", "timeStyle"] {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &style.into(), &"short".into());
    }
    Intl::DateTimeFormat::new(&locales(), &object).format()
}

fn calendar(options: &[(&str, &str)]) -> Function {
    let object = Object::new();
    for (key, value) in options.iter().chain(&[("timeZone", "UTC")]) {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    Intl::DateTimeFormat::new(&locales(), &object).format()
}

fn formatter(options: &[(&str, JsValue)]) -> Function {
    let object = Object::new();
    for (key, value) in options {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    // The format getter answers a function that is bound to its formatter already.
    Intl::NumberFormat::new(&locales(), &object).format()
}

fn written(format: &'static LocalKey<Format>, value: &JsValue) -> String {
    let text = call(format, value);
    text.ok().and_then(|text| text.dyn_into::<js_sys::JsString>().ok()).map(String::from).unwrap_or_default()
}
