//! Words between the app in a frame and the page around it (`js/embed.js`), as types. Not for what they mean.

use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/embed.js")]
extern "C" {
    #[wasm_bindgen(js_name = tell)]
    fn tell_script(kind: &str, members: &Array);

    #[wasm_bindgen(js_name = hear)]
    fn hear_script(ear: &JsValue);

    /// Tells the page around how high this one is, now and whenever that changes.
    #[wasm_bindgen(js_name = tellSize)]
    pub fn tell_size();
}

/// A word of the page around.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// What it is about.
    pub kind: String,
    /// The text of a wall.
    pub text: Option<String>,
    /// Parameters, by JSON key.
    pub settings: Vec<(String, String)>,
    /// A day, from 1.
    pub day: Option<f64>,
}

/// Tells the page around; nothing where there is none. Members that are `undefined` are told as `null`.
pub fn tell(kind: &str, members: &[(&str, JsValue)]) {
    let flat = Array::new();
    for (name, value) in members {
        flat.push(&(*name).into());
        flat.push(value);
    }
    tell_script(kind, &flat);
}

/// Hears the page around for as long as the page lives.
pub fn hear(ear: impl Fn(Said) + 'static) {
    let ear = Closure::<dyn Fn(String, Option<String>, Array, Option<f64>)>::new(
        move |kind, text, settings: Array, day| {
            let words: Vec<String> = settings.iter().filter_map(|word| word.as_string()).collect();
            let pairs = words.chunks_exact(2).filter_map(|pair| match pair {
                [name, value] => Some((name.clone(), value.clone())),
                _ => None,
            });
            ear(Said { kind, text, settings: pairs.collect(), day });
        },
    );
    hear_script(&ear.into_js_value());
}
