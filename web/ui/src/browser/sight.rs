//! Whether an element is in sight. Not for what follows from it.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Tells whether an element is in sight: now, and whenever that changes. Gives back what ends it.
pub fn watch(element: &Element, told: impl Fn(bool) + 'static) -> impl FnOnce() + 'static {
    let heard = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let last = entries.get(entries.length().wrapping_sub(1)).dyn_into::<IntersectionObserverEntry>();
        if let Ok(entry) = last {
            told(entry.is_intersecting());
        }
    });
    // A browser that could not observe would show the element as never seen; all that are supported can.
    let observer = IntersectionObserver::new(heard.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(element);
    }
    move || {
        if let Some(observer) = observer {
            observer.disconnect();
        }
        drop(heard);
    }
}
