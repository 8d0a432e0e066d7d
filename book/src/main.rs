//! Makes the documentation's pages out of Markdown: a preprocessor of mdBook, and what finishes its pages.
//!
//! - `icewall-book supports html` and `icewall-book` are mdBook's protocol: chapters come in as JSON and go
//!   out with their blocks made ([`blocks`]).
//! - `icewall-book finish FOLDER` works on the finished pages ([`finish`]).
//!
//! No figure is written by hand where the core has it, and nothing is left to be done in a reader's browser.

mod blocks;
mod diagram;
mod example;
mod finish;
mod formula;
mod frame;
mod json;
mod loading;
mod picture;
mod reference;

use serde_json::Value;
use std::{env, io, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        [] => preprocess(),
        ["supports", "html"] => Ok(()),
        ["supports", other] => Err(format!("There is no form {other} of these pages.")),
        ["finish", folder] => finish::all(Path::new(folder)),
        _ => Err("icewall-book takes nothing, `supports FORM` or `finish FOLDER`.".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(said) => {
            eprintln!("{said}");
            ExitCode::FAILURE
        }
    }
}

/// Reads `[context, book]`, gives the book back.
fn preprocess() -> Result<(), String> {
    let read: Value = serde_json::from_reader(io::stdin())
        .map_err(|why| format!("mdBook's book cannot be read: {why}."))?;
    let Value::Array(pair) = read else { return Err("mdBook sent no pair of context and book.".to_owned()) };
    let mut book = pair.into_iter().nth(1).ok_or("mdBook sent no book.")?;
    let chapters = make(&mut book)?;
    if chapters == 0 {
        return Err("mdBook sent a book without a chapter that this program knows.".to_owned());
    }
    serde_json::to_writer(io::stdout(), &book).map_err(|why| format!("The book cannot be sent: {why}."))
}

/// Makes the blocks of every chapter below; gives how many there were.
fn make(value: &mut Value) -> Result<usize, String> {
    let mut chapters = 0;
    match value {
        Value::Object(members) => {
            if let Some(chapter) = members.get_mut("Chapter").and_then(Value::as_object_mut) {
                let name = chapter.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
                if let Some(content) = chapter.get_mut("content") {
                    let made = blocks::made(content.as_str().unwrap_or_default());
                    *content = made.map_err(|said| format!("In the chapter “{name}”: {said}"))?.into();
                    chapters += 1;
                }
            }
            for member in members.values_mut() {
                chapters += make(member)?;
            }
        }
        Value::Array(items) => {
            for item in items {
                chapters += make(item)?;
            }
        }
        _ => {}
    }
    Ok(chapters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn chapters_are_made_at_any_depth() {
        let inner = json!({"Chapter": {"name": "b", "content": "```math\nx\n```\n", "sub_items": []}});
        let mut book =
            json!({"items": [{"Chapter": {"name": "a", "content": "plain\n", "sub_items": [inner]}}]});
        assert_eq!(make(&mut book), Ok(2));
        let made = &book["items"][0]["Chapter"]["sub_items"][0]["Chapter"]["content"];
        assert!(made.as_str().is_some_and(|text| text.contains("<math")), "{made}");
    }

    #[test]
    fn a_fault_names_its_chapter() {
        let mut book = json!({"Chapter": {"name": "The model", "content": "```get\nnothing/\n```\n"}});
        assert!(make(&mut book).is_err_and(|said| said.starts_with("In the chapter “The model”")));
    }
}
