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

/// What the parameter fields hold, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fields {
    /// Which of the two is chosen.
    pub(crate) crews: Crews,
    /// How many crews the pool has.
    pub(crate) pool: String,
    /// Target height, in feet.
    pub(crate) target_height: String,
    /// Cubic yards of ice a foot.
    pub(crate) volume_ice_per_foot: String,
    /// Gold Dragons a cubic yard.
    pub(crate) cost_per_volume: String,
    /// Feet a crew and day.
    pub(crate) build_rate: String,
    /// What is set beside the fields, by JSON key: only the API does.
    pub(crate) others: Vec<(String, String)>,
}

impl Default for Fields {
    fn default() -> Self {
        Self {
            crews: Crews::OneEach,
            pool: "4".to_owned(),
            target_height: "30".to_owned(),
            volume_ice_per_foot: "195".to_owned(),
            cost_per_volume: "1900".to_owned(),
            build_rate: "1".to_owned(),
            others: Vec::new(),
        }
    }
}

impl Fields {
    /// What is sent to the engine, by JSON key.
    pub(crate) fn settings(&self) -> Vec<Setting> {
        let crews = match self.crews {
            Crews::OneEach => "",
            Crews::Pool => &self.pool,
        };
        let pairs = [
            ("volume_ice_per_foot", self.volume_ice_per_foot.as_str()),
            ("cost_per_volume", &self.cost_per_volume),
            ("target_height", &self.target_height),
            ("build_rate", &self.build_rate),
            ("num_teams", crews),
        ];
        let others = self.others.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        let pairs = pairs.into_iter().chain(others);
        pairs.map(|(key, value)| Setting { key: key.to_owned(), value: value.to_owned() }).collect()
    }

    /// The fields as settings fill them; what they leave out is as at first.
    pub(crate) fn from_settings(settings: &[(String, String)]) -> Self {
        let mut fields = Self::default();
        for (key, value) in settings {
            fields.set(key, value);
        }
        fields
    }

    /// Sets one field, by JSON key.
    pub(crate) fn set(&mut self, key: &str, value: &str) {
        let field = match key {
            "num_teams" if value.trim().is_empty() => {
                self.crews = Crews::OneEach;
                return;
            }
            "num_teams" => {
                self.crews = Crews::Pool;
                &mut self.pool
            }
            "target_height" => &mut self.target_height,
            "volume_ice_per_foot" => &mut self.volume_ice_per_foot,
            "cost_per_volume" => &mut self.cost_per_volume,
            "build_rate" => &mut self.build_rate,
            other => match self.others.iter().position(|(known, _)| known == other) {
                Some(at) => &mut self.others[at].1,
                None => return self.others.push((key.to_owned(), value.to_owned())),
            },
        };
        value.clone_into(field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_fill_the_fields_and_come_out_again() {
        let pairs = [("num_teams", "7"), ("build_rate", "2"), ("dispatch", "longest_first")];
        let fields = Fields::from_settings(&pairs.map(|(key, value)| (key.to_owned(), value.to_owned())));
        assert_eq!((fields.crews, fields.pool.as_str(), fields.build_rate.as_str()), (Crews::Pool, "7", "2"));
        let settings: Vec<_> = fields.settings().into_iter().map(|pair| (pair.key, pair.value)).collect();
        assert_eq!(Fields::from_settings(&settings), fields);
        assert_eq!(settings.last().map(|(key, _)| key.as_str()), Some("dispatch"));
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
