//! The parameter fields: their contents as typed, and what is sent of them.
//!
//! Nothing is read here: what a field may hold is the core's to say.

use icewall_protocol::Setting;

/// Who builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Crews {
    /// Each unfinished section has a crew of its own.
    OneEach,
    /// A pool of crews takes the sections one after another.
    Pool,
}

/// The parameters beside the crews, by JSON key, with what their fields hold at first.
const USUAL: [(&str, &str); 10] = [
    ("volume_ice_per_foot", "195"),
    ("cost_per_volume", "1900"),
    ("target_height", "30"),
    ("build_rate", "1"),
    ("start_date", ""),
    ("dispatch", "file_order"),
    ("crew_wage", "0"),
    ("overhead_per_day", "0"),
    ("cpu_worktime", "0.01"),
    ("max_section_count", "2000"),
];

/// What the parameter fields hold, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fields {
    /// Which of the two is chosen.
    pub(crate) crews: Crews,
    /// How many crews the pool has.
    pub(crate) pool: String,
    /// In the order of [`USUAL`].
    values: [String; USUAL.len()],
}

impl Default for Fields {
    fn default() -> Self {
        let values = USUAL.map(|(_, value)| value.to_owned());
        Self { crews: Crews::OneEach, pool: "4".to_owned(), values }
    }
}

impl Fields {
    /// What is sent to the engine, by JSON key.
    pub(crate) fn settings(&self) -> Vec<Setting> {
        let crews = match self.crews {
            Crews::OneEach => "",
            Crews::Pool => &self.pool,
        };
        let values = USUAL.iter().zip(&self.values).map(|((key, _), value)| (*key, value.as_str()));
        let all = values.chain([("num_teams", crews)]);
        all.map(|(key, value)| Setting { key: key.to_owned(), value: value.to_owned() }).collect()
    }

    /// The fields as settings fill them; what they leave out is as at first.
    pub(crate) fn from_settings(settings: &[(String, String)]) -> Self {
        let mut fields = Self::default();
        for (key, value) in settings {
            fields.set(key, value);
        }
        fields
    }

    /// What a field beside the crews holds, by JSON key.
    pub(crate) fn value(&self, key: &str) -> &str {
        place(key).map_or("", |at| &self.values[at])
    }

    /// Sets one field, by JSON key. One that the page does not know is passed over.
    pub(crate) fn set(&mut self, key: &str, value: &str) {
        if key == "num_teams" {
            self.crews = if value.trim().is_empty() { Crews::OneEach } else { Crews::Pool };
            if self.crews == Crews::Pool {
                value.clone_into(&mut self.pool);
            }
        } else if let Some(at) = place(key) {
            value.clone_into(&mut self.values[at]);
        }
    }
}

fn place(key: &str) -> Option<usize> {
    USUAL.iter().position(|(known, _)| *known == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_fill_the_fields_and_come_out_again() {
        let pairs = [("num_teams", "7"), ("build_rate", "2"), ("dispatch", "longest_first")];
        let fields = Fields::from_settings(&pairs.map(|(key, value)| (key.to_owned(), value.to_owned())));
        assert_eq!((fields.crews, fields.pool.as_str(), fields.value("build_rate")), (Crews::Pool, "7", "2"));
        let settings: Vec<_> = fields.settings().into_iter().map(|pair| (pair.key, pair.value)).collect();
        assert_eq!(Fields::from_settings(&settings), fields);
        assert_eq!(fields.value("dispatch"), "longest_first");
    }

    #[test]
    fn one_crew_each_is_sent_as_none_and_the_pool_as_typed() {
        let mut fields = Fields { pool: "2O".to_owned(), ..Fields::default() };
        let crews = |fields: &Fields| fields.settings().pop().map(|setting| setting.value);
        assert_eq!(crews(&fields), Some(String::new()));
        fields.crews = Crews::Pool;
        assert_eq!(crews(&fields), Some("2O".to_owned()));
    }
}
