//! Numbers as style sheets and attributes want them, written by the browser: Rust's own code for
//! floats would be a few kilobytes of every module.

use js_sys::Number;

/// A length in CSS pixels.
pub fn px(value: f64) -> String {
    plain(value) + "px"
}

/// A share given in percent.
pub fn percent(value: f64) -> String {
    plain(value) + "%"
}

/// A number with one decimal.
pub fn tenth(value: f64) -> String {
    // Only a number of decimals over 100 could fail.
    Number::from(value).to_fixed(1).map(String::from).unwrap_or_default()
}

fn plain(value: f64) -> String {
    // Only a radix outside 2 … 36 could fail.
    Number::from(value).to_string_with_radix(10).map(String::from).unwrap_or_default()
}
