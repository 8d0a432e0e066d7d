//! What is in force for a parameter where its field does not say it, and what is wrong with it.

use icewall_protocol::{Diagnostic, ParameterValue, Place, RunReply, Source as Origin};

use crate::words;

/// A parameter that the wall's text governs: its value, and the note that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Governed {
    /// The value in force; empty for none.
    pub(super) value: String,
    /// The line of the text that says it; none: the text leaves it out.
    pub(super) line: Option<u32>,
}

impl Governed {
    /// What governs a parameter; none: its field does.
    pub(super) fn of(reply: &RunReply, key: &str) -> Option<Self> {
        let ParameterValue { value, source, .. } =
            reply.parameters.iter().find(|parameter| parameter.key == key)?;
        let line = match source {
            Origin::Field => return None,
            Origin::Text { line } => Some(*line),
            Origin::IniDefault => None,
        };
        Some(Self { value: value.clone(), line })
    }

    /// The note below the field.
    pub(super) fn note(&self) -> String {
        match self.line {
            Some(line) => format!("Line {} of the text sets this.", words::number(u64::from(line))),
            None => "The INI text leaves it out: the default holds.".to_owned(),
        }
    }
}

/// What is wrong with a field's content.
pub(super) fn fault<'a>(reply: &'a RunReply, key: &str) -> Option<&'a Diagnostic> {
    reply
        .diagnostics
        .iter()
        .find(|diagnostic| matches!(&diagnostic.place, Place::Field(field) if field == key))
}

/// The parameters without a field that the text sets.
pub(super) fn others<'a>(reply: &'a RunReply, fields: &[&str]) -> Vec<(&'a ParameterValue, u32)> {
    let by_text = |parameter: &'a ParameterValue| match parameter.source {
        Origin::Text { line } if !fields.contains(&parameter.key.as_str()) => Some((parameter, line)),
        _ => None,
    };
    reply.parameters.iter().filter_map(by_text).filter(|(parameter, _)| parameter.key != "profiles").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_protocol::TextKind;

    fn reply() -> RunReply {
        let parameter =
            |key: &str, source| ParameterValue { key: key.to_owned(), value: "7".to_owned(), source };
        RunReply {
            run: 1,
            ms: 0.0,
            kind: TextKind::Ini,
            diagnostics: Vec::new(),
            more_faults: 0,
            parameters: vec![
                parameter("target_height", Origin::Field),
                parameter("build_rate", Origin::Text { line: 5 }),
                parameter("cost_per_volume", Origin::IniDefault),
                parameter("dispatch", Origin::Text { line: 8 }),
            ],
            outcome: None,
        }
    }

    #[test]
    fn the_text_governs_what_it_sets_and_an_ini_text_what_it_leaves_out() {
        let reply = reply();
        assert_eq!(Governed::of(&reply, "target_height"), None);
        assert_eq!(Governed::of(&reply, "build_rate").and_then(|governed| governed.line), Some(5));
        assert_eq!(Governed::of(&reply, "cost_per_volume").map(|governed| governed.line), Some(None));
        assert_eq!(Governed::of(&reply, "num_teams"), None);
    }

    #[test]
    fn what_the_text_sets_beside_the_fields_is_told_with_its_line() {
        let reply = reply();
        let others: Vec<_> =
            others(&reply, &["build_rate"]).into_iter().map(|(p, line)| (p.key.clone(), line)).collect();
        assert_eq!(others, [("dispatch".to_owned(), 8)]);
    }
}
