//! The `OpenAPI` 3.1 description: its paths from the table of routes, its parameters from the keys of
//! the model. The schemas of answers stand in `schemas.json`.

use super::query::{LIMIT, LIMIT_MOST};
use super::table::{Row, TABLE};
use crate::config::{Dispatch, HEIGHT_MOST, Key};
use crate::output::written;
use crate::units::AMOUNT_MOST;

const SCHEMAS: &str = include_str!("schemas.json");

const HEAD: &str = r#"{"openapi":"3.1.0","info":{"title":"Icewall","version":"1","description":"The building of the Wall: ice, cost and work log by profile and day. The browser answers by itself; no server computes."},"servers":[{"url":"./"}],"paths":{"#;

const REFUSALS: &str = r##""default":{"description":"A problem (RFC 9457)","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}}}"##;

const POST: &str = r##","post":{"operationId":"postConfig","summary":"Takes over a configuration, in whole or in part","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Config"},"example":{"num_teams":4}},"text/plain":{"schema":{"type":"string"},"example":"21 25 28\n17\n17 22 17 19 17\n"}}},"responses":{"200":{"description":"Taken over","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Success"},"example":{"status":"success"}}}},"##;

/// The whole document.
pub(super) fn document() -> String {
    let paths: Vec<String> = TABLE.iter().map(path).collect();
    let paths = paths.join(",");
    let config = config_schema();
    let schemas = SCHEMAS.trim_ascii().strip_prefix('{').unwrap_or_default();
    format!("{HEAD}{paths}}},\"components\":{{\"schemas\":{{\"Config\":{config},{schemas}}}}}")
}

fn path(row: &Row) -> String {
    let Row { route, path, summary, schema, example, .. } = row;
    let (parameters, files) = (parameters(row), files(row));
    let post = if row.posts { [POST, REFUSALS].concat() } else { String::new() };
    format!(
        r##""/{path}":{{"get":{{"operationId":"get{route:?}","summary":{},"parameters":[{parameters}],"responses":{{"200":{{"description":{0},"content":{{"application/json":{{"schema":{{"$ref":"#/components/schemas/{schema}"}},"example":{example}}}{files}}}}},{REFUSALS}{post}}}"##,
        written(summary),
    )
}

fn files(row: &Row) -> &'static str {
    if row.formats.contains(&"csv") {
        r#","text/plain":{"schema":{"type":"string"}},"text/csv":{"schema":{"type":"string"}}"#
    } else {
        ""
    }
}

fn parameters(row: &Row) -> String {
    let mut all = Vec::new();
    for (name, most) in [("profile", u64::from(crate::config::SECTIONS_MOST)), ("day", AMOUNT_MOST)] {
        if row.path.contains(&format!("{{{name}}}")) {
            all.push(parameter(name, "path", &whole(1, most)));
        }
    }
    if row.paged {
        let limit = format!("{},\"default\":{LIMIT}}}", whole(1, LIMIT_MOST).trim_end_matches('}'));
        all.push(parameter("offset", "query", &whole(0, AMOUNT_MOST)));
        all.push(parameter("limit", "query", &limit));
    }
    let formats = format!("{{\"type\":\"string\",\"enum\":{}}}", written(&row.formats));
    all.push(parameter("format", "query", &formats));
    all.join(",")
}

fn parameter(name: &str, place: &str, schema: &str) -> String {
    let required = place == "path";
    format!("{{\"name\":\"{name}\",\"in\":\"{place}\",\"required\":{required},\"schema\":{schema}}}")
}

fn whole(least: u64, most: u64) -> String {
    format!("{{\"type\":\"integer\",\"minimum\":{least},\"maximum\":{most}}}")
}

fn config_schema() -> String {
    let mut text = String::from("{\"type\":\"object\",\"properties\":{");
    for key in Key::ALL {
        let (name, allowed) = (key.json_name(), written(&key.allowed()));
        text.extend(["\"", name, "\":{", &type_of(key), ",\"description\":", &allowed, "},"]);
    }
    let height = whole(0, u64::from(HEIGHT_MOST));
    let list = "\"type\":\"array\",\"minItems\":1,\"items\":";
    text + &format!("\"profiles\":{{{list}{{{list}{height}}}}}}}}}")
}

fn type_of(key: Key) -> String {
    match (key, key.range()) {
        (Key::Dispatch, _) => format!("\"enum\":{}", written(&Dispatch::ALL.map(Dispatch::name))),
        (Key::StartDate, _) => r#""type":["string","null"],"format":"date""#.to_owned(),
        (_, Some((least, most))) => {
            let kind = if key.has_none() { r#"["integer","null"]"# } else { "\"integer\"" };
            format!("\"type\":{kind},\"minimum\":{least},\"maximum\":{most}")
        }
        (_, None) => r#""type":"number","exclusiveMinimum":0,"maximum":10"#.to_owned(),
    }
}
