//! Numbers and dates as the reader's locale writes them, by the browser's own `Intl`: the locale that was
//! chosen, or else the browser's.
//!
//! A formatter costs some ten microseconds to make, so each is made once: another locale counts when the page
//! is loaded again.

use js_sys::{Array, BigInt, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::prefs;

thread_local! {
    static WHOLE: Function = formatter(&[]);
    static COMPACT: Function =
        formatter(&[("notation", "compact".into()), ("maximumSignificantDigits", 3.into())]);
    static TENTHS: Function =
        formatter(&[("minimumFractionDigits", 1.into()), ("maximumFractionDigits", 1.into())]);
    static DATE: Function = calendar(&[("year", "numeric"), ("month", "short"), ("day", "numeric")]);
    static TIME: Function = moment();
    static DAY: Function = calendar(&[("month", "short"), ("day", "numeric")]);
    static MONTH: Function = calendar(&[("year", "numeric"), ("month", "short")]);
    static PERCENT: Function = formatter(&[
        ("style", "percent".into()),
        ("minimumFractionDigits", 1.into()),
        ("maximumFractionDigits", 1.into()),
    ]);
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

fn shown(format: &'static std::thread::LocalKey<Function>, ms: f64) -> Option<String> {
    // A format throws at a date that is none.
    let text = format.with(|format| format.call1(&JsValue::UNDEFINED, &ms.into())).ok()?;
    text.as_string()
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

fn written(format: &'static std::thread::LocalKey<Function>, value: &JsValue) -> String {
    let text = format.with(|format| format.call1(&JsValue::UNDEFINED, value));
    text.ok().and_then(|text| text.dyn_into::<js_sys::JsString>().ok()).map(String::from).unwrap_or_default()
}
