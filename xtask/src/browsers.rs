//! The browsers for the tests in a real page: finds them, and gets Debian's where they are missing.
//! It starts none. A browser that cannot be had fails the run: what was not tried is not known to
//! work.

use crate::{
    debian,
    run::{Outcome, Run, on_path},
};
use std::{env, path::PathBuf};

/// One browser, or the program that drives it.
struct Browser {
    name: &'static str,
    /// Programs that will do, the best first.
    programs: &'static [&'static str],
    /// Programs that it does not run without.
    helpers: &'static [&'static str],
    /// Debian's packages that bring all of them.
    packages: &'static [&'static str],
    /// Holds the program's path, for us and for the tests.
    variable: &'static str,
}

const CHROMIUM: Browser = Browser {
    name: "Chromium or Chrome",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    helpers: &[],
    packages: &["chromium"],
    variable: "ICEWALL_CHROMIUM",
};
const FIREFOX: Browser = Browser {
    name: "Firefox",
    programs: &["firefox-esr", "firefox"],
    helpers: &[],
    packages: &["firefox-esr"],
    variable: "ICEWALL_FIREFOX",
};
/// It has no headless mode: it gets a display of its own.
const WEBKIT: Browser = Browser {
    name: "WebKitGTK's driver with a virtual display",
    programs: &["WebKitWebDriver"],
    helpers: &["xvfb-run", "Xvfb", "xauth"],
    packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    variable: "ICEWALL_WEBKIT_DRIVER",
};

const CHOICE: &str = "ICEWALL_BROWSERS";

/// Chromium, for what is tested and measured in it alone.
pub(crate) fn chromium() -> Outcome<Found> {
    Ok(Found(vec![CHROMIUM.found_or_installed()?]))
}

/// Every browser that the tests want: all, or Chromium alone where `ICEWALL_BROWSERS` says so.
pub(crate) fn wanted() -> Outcome<Found> {
    let choice = env::var(CHOICE).unwrap_or_default();
    chosen(&choice)?.iter().map(Browser::found_or_installed).collect::<Outcome<_>>().map(Found)
}

/// Where browsers are, each with the variable that tells the tests.
pub(crate) struct Found(Vec<(&'static str, PathBuf)>);

impl Found {
    /// Lets a program know.
    pub(crate) fn tell(&self, run: Run) -> Run {
        self.0.iter().fold(run, |run, (variable, path)| run.env(variable, path))
    }
}

fn chosen(choice: &str) -> Outcome<&'static [Browser]> {
    match choice {
        "" => Ok(&[CHROMIUM, FIREFOX, WEBKIT]),
        "chromium" => Ok(&[CHROMIUM]),
        other => Err(format!("{CHOICE} is {other}; it may be chromium, or be left out for all browsers.")),
    }
}

impl Browser {
    fn found_or_installed(&self) -> Outcome<(&'static str, PathBuf)> {
        if let Some(path) = self.found() {
            return Ok((self.variable, path));
        }
        debian::install(self.packages, "a minute").map_err(|said| format!("{said}\n{}", self.how()))?;
        let path = self.found().ok_or_else(|| format!("{} was installed and is not on PATH.", self.name))?;
        Ok((self.variable, path))
    }

    fn found(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from);
        let path = named.or_else(|| self.programs.iter().find_map(|program| on_path(program)))?;
        self.helpers.iter().all(|helper| on_path(helper).is_some()).then_some(path)
    }

    /// What to do where the packages cannot be installed.
    fn how(&self) -> String {
        let Self { name, variable, .. } = self;
        let without = match *variable {
            "ICEWALL_CHROMIUM" => String::new(),
            _ => format!(", or {CHOICE}=chromium to do with Chromium alone"),
        };
        format!("The tests need {name}: install it, or set {variable} to its path{without}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(choice: &str) -> Outcome<Vec<&'static str>> {
        chosen(choice).map(|browsers| browsers.iter().map(|browser| browser.variable).collect())
    }

    #[test]
    fn all_browsers_are_wanted_unless_chromium_alone_is() {
        let all = vec!["ICEWALL_CHROMIUM", "ICEWALL_FIREFOX", "ICEWALL_WEBKIT_DRIVER"];
        assert_eq!(variables(""), Ok(all));
        assert_eq!(variables("chromium"), Ok(vec!["ICEWALL_CHROMIUM"]));
    }

    #[test]
    fn another_choice_is_an_error_that_says_what_may_be() {
        let said = variables("lynx").expect_err("there is no such choice");
        assert_eq!(said, "ICEWALL_BROWSERS is lynx; it may be chromium, or be left out for all browsers.");
    }

    #[test]
    fn who_cannot_have_a_browser_reads_what_to_do() {
        assert_eq!(
            FIREFOX.how(),
            "The tests need Firefox: install it, or set ICEWALL_FIREFOX to its path, \
             or ICEWALL_BROWSERS=chromium to do with Chromium alone."
        );
        assert_eq!(
            CHROMIUM.how(),
            "The tests need Chromium or Chrome: install it, or set ICEWALL_CHROMIUM to its path."
        );
    }

    #[test]
    fn a_browser_without_its_helpers_is_not_there() {
        let browser = Browser { programs: &["sh"], helpers: &["no-such-program"], ..WEBKIT };
        assert_eq!(browser.found(), None);
    }
}
