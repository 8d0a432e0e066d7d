//! The size of each picture of a chapter stands in its page, so nothing moves when it comes, and it comes when it is
//! near. Not for the pictures in the place of the app, which name their own ([`crate::frame`]).

use std::{fs, path::Path};

/// How mdBook begins a picture that Markdown names.
const PICTURE: &str = "<img src=\"";
/// What a PNG begins with: its mark, and its first chunk, which says its size.
const MARK: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// The page with the sizes of its pictures.
pub(crate) fn sized(html: &str, page: &Path) -> Result<String, String> {
    let mut parts = html.split(PICTURE);
    let mut sized = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        sized.push_str(PICTURE);
        let (address, rest) = part.split_once('"').ok_or("a picture's address has no end")?;
        let says_its_own = rest.split('>').next().is_some_and(|tag| tag.contains(" width="));
        if says_its_own {
            sized.push_str(part);
            continue;
        }
        let path = page.parent().unwrap_or(page).join(address);
        let bytes = fs::read(&path).map_err(|why| format!("{} cannot be read: {why}.", path.display()))?;
        let (width, height) = size(&bytes).ok_or_else(|| format!("{address} is no PNG"))?;
        sized.extend([address, &format!("\" width=\"{width}\" height=\"{height}\" loading=\"lazy\""), rest]);
    }
    Ok(sized)
}

/// The width and height of a PNG.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let (width, rest) = png.strip_prefix(MARK)?.split_first_chunk()?;
    let (height, _) = rest.split_first_chunk()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/guide.html");

    #[test]
    fn a_picture_gets_its_size() {
        let made = sized("<p><img src=\"pictures/wall-light.png\" alt=\"A\"></p>", Path::new(GUIDE));
        assert_eq!(
            made.as_deref(),
            Ok(
                "<p><img src=\"pictures/wall-light.png\" width=\"1280\" height=\"860\" loading=\"lazy\" alt=\"A\"></p>"
            )
        );
    }

    #[test]
    fn one_that_says_its_size_is_left_and_one_that_is_not_there_is_a_fault() {
        let own = "<img src=\"none.png\" width=\"7\" height=\"8\"> <p width=\"1\">";
        assert_eq!(sized(own, Path::new(GUIDE)).as_deref(), Ok(own));
        assert!(sized("<img src=\"none.png\" alt=\"\">", Path::new(GUIDE)).is_err());
        assert!(sized("<img src=\"guide.md\" alt=\"\">", Path::new(GUIDE)).is_err());
    }
}
