//! Every route of the REST interface, out of the description that the interface gives of itself
//! (`openapi.json`), with answers about the example. Nothing of it is written by hand.

use crate::example;
use serde_json::Value;
use std::fmt::Write as _;

/// One section for each route, then the shapes of what is answered and taken.
pub(crate) fn routes() -> Result<String, String> {
    let (_, text) = example::ask("openapi.json")?;
    let described: Value = serde_json::from_str(&text).map_err(|why| format!("openapi.json: {why}"))?;
    let mut out = String::new();
    for (path, methods) in members(&described["paths"]) {
        for (method, operation) in members(methods) {
            out += &route(path, method, operation)?;
        }
    }
    out += "## Shapes\n\n";
    for (name, schema) in members(&described["components"]["schemas"]) {
        out += &shape(name, schema);
    }
    Ok(out)
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn route(path: &str, method: &str, operation: &Value) -> Result<String, String> {
    let path = path.trim_start_matches('/');
    let mut out = format!("## {} {path}\n\n{}.\n\n", method.to_uppercase(), words(&operation["summary"]));
    let parameters = operation["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
    if !parameters.is_empty() {
        out += "| parameter | in | allowed |\n| --- | --- | --- |\n";
        for parameter in parameters {
            let (name, place) = (words(&parameter["name"]), words(&parameter["in"]));
            let _ = writeln!(out, "| `{name}` | {place} | {} |", allowed(&parameter["schema"]));
        }
        out.push('\n');
    }
    for (kind, content) in members(&operation["requestBody"]["content"]) {
        let _ = writeln!(out, "Takes `{kind}`{}, for example:\n", schema_link(&content["schema"]));
        let example = &content["example"];
        let text = example.as_str().map_or_else(|| example.to_string(), |text| text.trim_end().to_owned());
        let _ = writeln!(out, "```text\n{text}\n```\n");
    }
    for (kind, content) in members(&operation["responses"]["200"]["content"]) {
        let _ = writeln!(out, "Answers with `{kind}`{}.\n", schema_link(&content["schema"]));
    }
    if method == "get" && path != "openapi.json" {
        let address = path.replace("{profile}", "1").replace("{day}", "3");
        let address = if address.contains("logs") { format!("{address}?offset=3&limit=2") } else { address };
        out += &example::request(&address)?;
        out.push('\n');
    }
    Ok(out)
}

fn shape(name: &str, schema: &Value) -> String {
    let mut out = format!("### {name}\n\n| member | what it is |\n| --- | --- |\n");
    let mut rows = 0;
    for (member, schema) in members(&schema["properties"]) {
        let described = schema["description"].as_str().map(str::to_owned);
        let _ = writeln!(out, "| `{member}` | {} |", described.unwrap_or_else(|| allowed(schema)));
        rows += 1;
    }
    if rows == 0 {
        return format!("### {name}\n\n{}\n\n", allowed(schema));
    }
    out.push('\n');
    out
}

/// A schema in a few words.
fn allowed(schema: &Value) -> String {
    if let Some(name) = reference(schema) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(list) = schema["enum"].as_array() {
        let all: Vec<String> = list.iter().map(|value| format!("`{}`", words(value))).collect();
        return all.join(", ");
    }
    for alternatives in ["oneOf", "anyOf"] {
        if let Some(list) = schema[alternatives].as_array() {
            return list.iter().map(allowed).collect::<Vec<_>>().join(" or ");
        }
    }
    if schema.get("const").is_some() {
        return format!("always `{}`", words(&schema["const"]));
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(words).collect::<Vec<_>>().join(" or "),
        kind => words(kind),
    };
    match (&schema["minimum"], &schema["maximum"], &schema["items"]) {
        (Value::Null, Value::Null, Value::Null) => kind,
        (Value::Null, Value::Null, items) => format!("list of {}", allowed(items)),
        (least, Value::Null, _) => format!("{kind}, {least} or more"),
        (least, most, _) => format!("{kind}, {least} … {most}"),
    }
}

fn reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/components/schemas/")
}

fn schema_link(schema: &Value) -> String {
    reference(schema).map_or_else(String::new, |name| format!(" ([{name}](#{}))", name.to_lowercase()))
}

fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_route_is_there_with_its_answer() {
        let made = routes().expect("described");
        for heading in
            ["## GET profiles/{profile}/days/{day}/", "## POST profiles/config/", "## GET openapi.json"]
        {
            assert!(made.contains(heading), "{heading}");
        }
        assert!(made.contains("{\"day\": 3, \"ice_amount\": 390}"));
        assert!(!made.contains("null,") || made.contains("```json"), "schemas are in words");
    }

    #[test]
    fn schemas_are_told_in_words() {
        assert_eq!(allowed(&json!({"type": "integer", "minimum": 1, "maximum": 9})), "integer, 1 … 9");
        assert_eq!(allowed(&json!({"type": ["string", "null"]})), "string or null");
        assert_eq!(allowed(&json!({"$ref": "#/components/schemas/Profile"})), "[Profile](#profile)");
        assert_eq!(allowed(&json!({"type": "array", "items": {"type": "string"}})), "list of string");
    }
}
