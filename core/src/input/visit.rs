//! Goes through a JSON text by `jiter`, handing on each part as the slice of the text it stands in.
//!
//! Slices are passed over without recursion; what nests deeper than 200 levels is a fault.

use jiter::{Jiter, JiterErrorType, JsonErrorType, Peek};

use crate::control::Cancelled;

/// Where and why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// In bytes, from 0; the text's length where it ends too early.
    pub(super) offset: usize,
    pub(super) why: JsonErrorType,
}

impl From<jiter::JiterError> for Broken {
    fn from(error: jiter::JiterError) -> Self {
        let why = match error.error_type {
            JiterErrorType::JsonError(why) => why,
            // Only what was peeked at is read.
            JiterErrorType::WrongType { .. } => JsonErrorType::ExpectedSomeValue,
        };
        Self { offset: error.index, why }
    }
}

/// Hands on each entry of an object: what its key says, the key with its quotation marks, the value.
pub(super) fn each_entry<'t>(
    text: &'t str,
    take: &mut dyn FnMut(&str, &'t str, &'t str),
) -> Result<(), Broken> {
    let mut parser = Jiter::new(text.as_bytes());
    parser.peek()?;
    let mut before = parser.current_index();
    let mut next = parser.known_object()?.map(str::to_owned);
    while let Some(name) = next {
        let key = quoted(text.get(before..parser.current_index()).unwrap_or_default());
        let peek = parser.peek()?;
        take(&name, key, skipped(text, &mut parser, peek)?);
        before = parser.current_index();
        next = parser.next_key()?.map(str::to_owned);
    }
    Ok(parser.finish()?)
}

/// Hands on each element of a list, which is known to be valid, until one calls it off.
pub(super) fn each_element<'t>(
    list: &'t str,
    take: &mut dyn FnMut(&'t str) -> Result<(), Cancelled>,
) -> Result<(), Cancelled> {
    let mut parser = Jiter::new(list.as_bytes());
    let mut next = parser.known_array().ok().flatten();
    while let Some(peek) = next {
        take(skipped(list, &mut parser, peek).unwrap_or_default())?;
        next = parser.array_step().ok().flatten();
    }
    Ok(())
}

/// What a JSON string says.
pub(super) fn unquoted(quoted: &str) -> Result<String, Broken> {
    Ok(Jiter::new(quoted.as_bytes()).known_str()?.to_owned())
}

/// From the first quotation mark to the last.
fn quoted(text: &str) -> &str {
    let from = text.find('"').unwrap_or_default();
    let to = text.rfind('"').unwrap_or_default();
    text.get(from..=to).unwrap_or_default()
}

fn skipped<'t>(text: &'t str, parser: &mut Jiter<'t>, peek: Peek) -> Result<&'t str, Broken> {
    let start = parser.current_index();
    parser.known_skip(peek)?;
    Ok(text.get(start..parser.current_index()).unwrap_or_default())
}
