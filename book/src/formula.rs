//! Formulas: `LaTeX` in, `MathML` out, so that a page needs no script and no font for them.

use pulldown_latex::{Parser, RenderConfig, Storage, config::DisplayMode, push_mathml};

/// A formula on a line of its own.
pub(crate) fn mathml(latex: &str) -> Result<String, String> {
    Ok(format!("<div class=\"formula\">{}</div>\n", written(latex, DisplayMode::Block)?))
}

/// A line of text with the formulas that stand in it.
pub(crate) fn in_line(line: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(r"\\(") {
        let (latex, after) =
            after.split_once(r"\\)").ok_or_else(|| format!("a formula has no end: {line}"))?;
        out.extend([before, &written(latex, DisplayMode::Inline)?]);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn written(latex: &str, display_mode: DisplayMode) -> Result<String, String> {
    let storage = Storage::new();
    let parsed: Vec<_> = Parser::new(latex, &storage)
        .collect::<Result<_, _>>()
        .map_err(|why| format!("the formula {latex} cannot be read: {why}"))?;
    let mut out = String::new();
    let events = parsed.into_iter().map(Ok::<_, std::convert::Infallible>);
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    push_mathml(&mut out, events, config).map_err(|why| format!("{latex} cannot be written: {why}"))?;
    Ok(out.replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_mathml() {
        let made = mathml(r"\min(r, H - h)").expect("it is one");
        assert!(made.contains("<math display=\"block\">") && !made.contains("style="), "{made}");
    }

    #[test]
    fn formulas_stand_in_lines() {
        let made = in_line(r"with \\(k\\) crews and \\(M\\) days").expect("two formulas");
        assert!(made.starts_with("with <math") && made.ends_with("</math> days"), "{made}");
        assert!(in_line(r"with \\(k crews").is_err());
    }

    #[test]
    fn what_is_no_formula_is_a_fault() {
        assert!(mathml(r"\frac{1}").is_err_and(|said| said.contains("\\frac{1}")));
    }
}
