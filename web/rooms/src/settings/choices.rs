//! What can be chosen in the settings. Pure; not for what a choice does.

/// Ways to write numbers and dates, each unlike the others: the locale, and what its readers call it.
pub(super) const LOCALES: [(&str, &str); 14] = [
    ("en-US", "English (US)"),
    ("en-GB", "English (UK)"),
    ("en-IN", "English (India)"),
    ("bg-BG", "Български"),
    ("de-DE", "Deutsch"),
    ("de-CH", "Deutsch (Schweiz)"),
    ("es-ES", "Español"),
    ("fr-FR", "Français"),
    ("it-IT", "Italiano"),
    ("nl-NL", "Nederlands"),
    ("pl-PL", "Polski"),
    ("pt-BR", "Português (Brasil)"),
    ("sv-SE", "Svenska"),
    ("ja-JP", "日本語"),
];

#[cfg(test)]
mod tests {
    use super::LOCALES;

    #[test]
    fn every_locale_is_a_language_and_a_region() {
        for (tag, _) in LOCALES {
            let (language, region) = tag.split_once('-').expect("two parts");
            assert!(language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase()), "{tag}");
            assert!(region.len() == 2 && region.bytes().all(|b| b.is_ascii_uppercase()), "{tag}");
        }
    }
}
