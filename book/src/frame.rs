//! The place of the app in a page: a picture of what comes, a button that has it come at once, and the way to the
//! whole app. theme/app.js puts the app there; the pictures are taken by `cargo xtask pictures`.

use crate::{blocks::escaped, example::read};
use icewall_core::link;

/// Where the pictures are, as a page says it.
const FOLDER: &str = "pictures/app";
/// The size of the place on a wide screen and on most telephones, in CSS pixels: what the pictures show of the app.
const WIDE: [u32; 2] = [748, 560];
const NARROW: [u32; 2] = [350, 560];
/// Where a screen counts as that of a telephone, and where as a wide one.
const IS_NARROW: &str = "(width < 500px)";
const IS_WIDE: &str = "(width >= 500px)";
/// What begins within so many bytes of a chapter is in sight at once.
const IN_SIGHT: usize = 1500;

/// The place of the app with a wall, or at an address that begins with `#`.
pub(crate) fn place(title: &str, body: &str) -> Result<String, String> {
    if title.is_empty() {
        return Err("a frame needs a title after the word app".to_owned());
    }
    let fragment = if body.starts_with('#') { body.trim().to_owned() } else { fragment(body)? };
    let name = name(&fragment);
    let (title, fragment) = (escaped(title), escaped(&fragment));
    let pictures = ["light", "dark"].map(|theme| picture(&name, theme, &title)).concat();
    Ok(format!(
        "<figure class=\"app\"><div class=\"app-place\" data-app=\"../?embed=1{fragment}\" data-title=\"{title}\">\
         <div class=\"app-still\">{pictures}<div class=\"app-start\">\
         <span role=\"status\">A picture until your first move.</span> \
         <button type=\"button\">Start the app here</button></div></div></div>\
         <figcaption>{title}. <noscript>This is a picture: the app needs scripts. </noscript>\
         <a href=\"../{fragment}\">Open it in the whole app</a></figcaption></figure>\n"
    ))
}

/// What the app shows there, in one theme, wide or narrow. None is loaded before it is in sight, nor one of the other
/// theme.
fn picture(name: &str, theme: &str, title: &str) -> String {
    let file = |kind: &str| format!("{FOLDER}/{name}-{kind}-{theme}.webp");
    let size = |[width, height]: [u32; 2]| format!("width=\"{width}\" height=\"{height}\"");
    format!(
        "<picture class=\"app-{theme}\"><source media=\"{IS_NARROW}\" srcset=\"{}\" {}>\
         <img src=\"{}\" {} alt=\"{title}, as the app shows it\" loading=\"lazy\" decoding=\"async\"></picture>",
        file("narrow"),
        size(NARROW),
        file("wide"),
        size(WIDE)
    )
}

/// What a page's head says, so that a picture that is in sight at once is fetched right after the styles, and not after
/// all scripts: the one of the reader's screen, in the theme of the reader's system. Empty where none is in sight.
pub(crate) fn ahead(html: &str) -> String {
    let chapter = html.split_once("<main>").map_or("", |(_, chapter)| chapter);
    let place = chapter.find("class=\"app-place\"").filter(|at| *at < IN_SIGHT);
    let images = place.and_then(|at| chapter.get(at..)?.split_once(&format!(" src=\"{FOLDER}/")));
    let Some((name, _)) = images.and_then(|(_, images)| images.split_once("-wide-")) else {
        return String::new();
    };
    let link = |kind: &str, screen: &str, theme: &str| {
        format!(
            "<link rel=\"preload\" as=\"image\" href=\"{FOLDER}/{name}-{kind}-{theme}.webp\" \
             media=\"{screen} and (prefers-color-scheme: {theme})\">"
        )
    };
    let links =
        ["light", "dark"].map(|theme| link("narrow", IS_NARROW, theme) + &link("wide", IS_WIDE, theme));
    links.concat()
}

/// The name of the pictures of an address: its room, and a number that is another one for any other address, so that
/// no picture shows what a page no longer does.
fn name(fragment: &str) -> String {
    let room = fragment.trim_start_matches("#/").split('?').next().unwrap_or_default();
    let number = fragment.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        // FNV-1a, which is the same in every version of Rust.
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{room}-{number:08x}")
}

/// The link of a wall: packed where it can be read, else as the text that it is.
fn fragment(body: &str) -> Result<String, String> {
    let is_setting = |line: &&str| line.contains('=');
    let settings: Vec<&str> = body.lines().take_while(is_setting).collect();
    let wall: Vec<&str> = body.lines().skip(settings.len()).collect();
    let (reading, _) = read(&wall.join("\n"), &settings.join("\n"))?;
    if let Some(config) = reading.config {
        return Ok(format!("#/wall?v=1&w={}", link::pack(&config)));
    }
    let text = percent(&wall.join("\n"));
    let mut fragment = format!("#/wall?text={text}");
    for setting in settings {
        fragment.extend(["&", setting]);
    }
    Ok(fragment)
}

/// A text as a part of an address.
fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_is_packed_and_a_faulty_one_is_sent_as_it_is() {
        let made = place("A wall", "num_teams=2\n21 25\n17").expect("framed");
        assert!(
            made.contains("?embed=1#/wall?v=1&amp;w=") && made.contains("href=\"../#/wall?v=1"),
            "{made}"
        );
        let made = place("A wall", "num_teams=2\n21 2x").expect("framed");
        assert!(made.contains("#/wall?text=21%202x&amp;num_teams=2"), "{made}");
        assert!(place("", "21").is_err());
    }

    #[test]
    fn each_address_has_pictures_of_its_own_in_both_themes_and_sizes() {
        let made = place("The planner", "#/plan?by=26").expect("framed");
        let name = name("#/plan?by=26");
        assert!(name.starts_with("plan-") && name != super::name("#/plan?by=27"), "{name}");
        for kind in ["wide-light", "narrow-light", "wide-dark", "narrow-dark"] {
            assert!(made.contains(&format!("pictures/app/{name}-{kind}.webp\"")), "{kind} in {made}");
        }
    }

    #[test]
    fn a_picture_at_the_top_of_a_chapter_is_fetched_ahead_and_one_below_is_not() {
        let made = place("The planner", "#/plan").expect("framed");
        let links = ahead(&format!("<main><h1>A</h1>{made}{}</main>", place("B", "#/risk").expect("framed")));
        assert_eq!(links.matches("<link rel=\"preload\"").count(), 4, "{links}");
        let file = format!("{FOLDER}/{}-narrow-dark.webp", name("#/plan"));
        let screen = "media=\"(width < 500px) and (prefers-color-scheme: dark)\"";
        assert!(links.contains(&format!("href=\"{file}\" {screen}>")), "{links}");
        assert_eq!(ahead(&format!("<main>{}{made}</main>", "text ".repeat(IN_SIGHT))), "");
        assert_eq!(ahead("<main><p>no app</p></main>"), "");
    }
}
