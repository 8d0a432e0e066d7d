//! The routes as data: the matcher, the header `Allow`, the reader of queries and the `OpenAPI`
//! document all go by this one table.

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// All profiles, page by page.
    Profiles,
    /// One profile.
    Profile,
    /// The ice of a profile on a day.
    Day,
    /// The cost of a profile until a day.
    ProfileUntil,
    /// The cost of a profile in all.
    ProfileTotal,
    /// The cost of the wall until a day.
    WallUntil,
    /// The cost of the wall in all.
    WallTotal,
    /// The configuration.
    Config,
    /// The work log.
    Logs,
    /// The description of all this.
    OpenApi,
}

/// One route.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) route: Route,
    /// Names in braces take any segment.
    pub(super) path: &'static str,
    /// What a GET answers, in a few words.
    pub(super) summary: &'static str,
    /// Whether a POST is allowed too.
    pub(super) posts: bool,
    /// Whether `offset` and `limit` are allowed.
    pub(super) paged: bool,
    /// The values of `format`, the default first.
    pub(super) formats: &'static [&'static str],
    /// The name of the answer's schema.
    pub(super) schema: &'static str,
    /// An answer, as JSON.
    pub(super) example: &'static str,
}

impl Row {
    pub(super) fn allows(&self, method: &str) -> bool {
        matches!(method, "GET" | "HEAD" | "OPTIONS") || method == "POST" && self.posts
    }

    /// The header `Allow`.
    pub(super) fn allow(&self) -> String {
        if self.posts { "GET, HEAD, POST, OPTIONS" } else { "GET, HEAD, OPTIONS" }.to_owned()
    }
}

const JSON: &[&str] = &["json"];
const ORIGINAL: &[&str] = &["json", "original"];
const LOG: &[&str] = &["json", "text", "csv"];

const fn row(route: Route, path: &'static str, summary: &'static str) -> Row {
    let (posts, paged, formats) = (false, false, JSON);
    Row { route, path, summary, posts, paged, formats, schema: "", example: "{}" }
}

/// Every route. A fixed segment goes before a name in braces.
pub(super) const TABLE: [Row; 10] = [
    Row {
        paged: true,
        schema: "Profiles",
        example: r#"{"total":1,"offset":0,"next":null,"profiles":[{"id":1,"sections":3,"start_feet":74,"feet_to_build":16,"first_day":1,"last_day":9,"ice_amount":3120,"cost":5928000}]}"#,
        ..row(Route::Profiles, "profiles/", "The profiles and what each takes in all")
    },
    Row {
        posts: true,
        schema: "Config",
        example: r#"{"num_teams":4,"profiles":[[21,25,28],[17],[17,22,17,19,17]]}"#,
        ..row(Route::Config, "profiles/config/", "Every parameter and the wall")
    },
    Row {
        paged: true,
        formats: LOG,
        schema: "Logs",
        example: r#"{"total":1,"offset":0,"logs":["Crew-1 - Relieved on day 1"],"next":null}"#,
        ..row(Route::Logs, "profiles/logs/", "The work log, page by page, or whole as text or CSV")
    },
    Row {
        formats: ORIGINAL,
        schema: "Cost",
        example: r#"{"day":null,"cost":32233500}"#,
        ..row(Route::WallTotal, "profiles/overview/", "The cost of the whole wall")
    },
    Row {
        formats: ORIGINAL,
        schema: "Cost",
        example: r#"{"day":1,"cost":3334500}"#,
        ..row(Route::WallUntil, "profiles/overview/{day}/", "The cost of the whole wall until a day")
    },
    Row {
        schema: "Profile",
        example: r#"{"id":1,"sections":3,"start_feet":74,"feet_to_build":16,"first_day":1,"last_day":9,"ice_amount":3120,"cost":5928000}"#,
        ..row(Route::Profile, "profiles/{profile}/", "What one profile takes in all")
    },
    Row {
        formats: ORIGINAL,
        schema: "Ice",
        example: r#"{"day":1,"ice_amount":585}"#,
        ..row(Route::Day, "profiles/{profile}/days/{day}/", "The ice that a profile takes on a day")
    },
    Row {
        formats: ORIGINAL,
        schema: "Cost",
        example: r#"{"day":null,"cost":5928000}"#,
        ..row(Route::ProfileTotal, "profiles/{profile}/overview/", "The cost of a profile")
    },
    Row {
        formats: ORIGINAL,
        schema: "Cost",
        example: r#"{"day":1,"cost":1111500}"#,
        ..row(Route::ProfileUntil, "profiles/{profile}/overview/{day}/", "The cost of a profile until a day")
    },
    Row { schema: "OpenApi", ..row(Route::OpenApi, "openapi.json", "This description") },
];
