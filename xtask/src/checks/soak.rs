//! `cargo xtask soak`: a long time of random use in Chromium. What is done and what must hold stands in
//! `tests/e2e/soak.mjs`, not here.

use crate::{
    browsers, node,
    run::{Outcome, Run},
    site,
};

/// How long it runs where nobody says it, in minutes.
const MINUTES: u32 = 30;
/// How long it runs as a part of the tests.
const PART: Options = Options { minutes: 2, seed: 1 };

/// How long, and which use.
#[derive(Debug, PartialEq)]
struct Options {
    minutes: u32,
    seed: u32,
}

impl Options {
    fn from(args: &[String]) -> Outcome<Self> {
        let mut options = Self { minutes: MINUTES, seed: 1 };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let place = match arg.as_str() {
                "--minutes" => &mut options.minutes,
                "--seed" => &mut options.seed,
                _ => return Err(format!("soak takes --minutes and --seed, not {arg}.")),
            };
            let number = args.next().and_then(|number| number.parse().ok()).filter(|number| *number > 0);
            *place = number.ok_or(format!("{arg} takes a whole number from 1."))?;
        }
        Ok(options)
    }
}

/// `cargo xtask soak [--minutes N] [--seed N]`.
pub(crate) fn command(args: &[String]) -> Outcome {
    let options = Options::from(args)?;
    node::packages()?;
    site::build(site::BASE)?;
    use_at_random(&options)
}

/// The part of the tests: the site is built.
pub(crate) fn check() -> Outcome {
    use_at_random(&PART)
}

fn use_at_random(options: &Options) -> Outcome {
    let run = Run::new("node").args(["tests/e2e/soak.mjs"]);
    let run = run.args([format!("--minutes={}", options.minutes), format!("--seed={}", options.seed)]);
    browsers::chromium()?.tell(run).go()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(line: &str) -> Outcome<Options> {
        Options::from(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn minutes_and_seed_can_be_said() {
        assert_eq!(options(""), Ok(Options { minutes: 30, seed: 1 }));
        assert_eq!(options("--seed 7 --minutes 5"), Ok(Options { minutes: 5, seed: 7 }));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        assert_eq!(options("--minutes 0"), Err("--minutes takes a whole number from 1.".to_owned()));
        assert_eq!(options("--long"), Err("soak takes --minutes and --seed, not --long.".to_owned()));
    }
}
