//! The only entrance: set-up, build, serve, test, bench. A person, the README and the continuous
//! integration say the same words to it. It only starts other programs and checks what stands in
//! the repository; no rule of the model is here.
#![expect(clippy::print_stdout, reason = "it is a command line program: standard output is its page")]

mod bench;
mod book;
mod browsers;
mod budget;
mod checks;
mod debian;
mod engine;
mod files;
mod head;
mod helper;
mod minify;
mod nginx;
mod node;
mod pages;
mod python;
mod run;
mod serve;
mod setup;
mod site;
mod snippets;
mod test;
mod tidy;
mod toolchain;
mod tools;

use run::Outcome;
use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(said) => {
            eprintln!("{said}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Outcome {
    let (command, rest) = args.split_first().map_or(("help", [].as_slice()), |(c, rest)| (c.as_str(), rest));
    match command {
        "setup" => alone(command, rest).and_then(|()| setup::all()),
        "book" => alone(command, rest).and_then(|()| book::build()),
        "pictures" => alone(command, rest).and_then(|()| book::pictures()),
        "engine" => alone(command, rest).and_then(|()| engine::build()),
        "serve" => serve::serve(&serve::Options::from(rest)?),
        "test" => test::run(rest),
        "bench" => bench::run(rest),
        "fuzz" => checks::fuzz::command(rest),
        "soak" => checks::soak::command(rest),
        "lighthouse" => alone(command, rest).and_then(|()| bench::lighthouse()),
        "dist" => site::build(base_of(rest)?),
        "tidy" => alone(command, rest).and_then(|()| tidy::all()),
        "finish-site" => site::finish(),
        "help" | "--help" | "-h" => {
            println!("{}", help());
            Ok(())
        }
        other => Err(format!("There is no command {other}.\n\n{}", help())),
    }
}

fn alone(command: &str, rest: &[String]) -> Outcome {
    rest.first().map_or(Ok(()), |arg| Err(format!("{command} takes nothing, not {arg}.")))
}

fn base_of(rest: &[String]) -> Outcome<&str> {
    match rest {
        [] => Ok(site::BASE),
        [flag, base] if flag == "--base" => Ok(base),
        _ => Err(format!("dist takes nothing, or --base and a folder like {}", site::BASE)),
    }
}

fn help() -> String {
    format!(
        "cargo xtask COMMAND

  serve [--plain] [--port N] [--watch] [--base /icewall/]
              set up what is missing, build, serve; --plain without the headers that
              allow threads, --watch builds again on every change
  test [PART…]
              set up what is missing and run every check, or only these:
{}  bench [native|page]
              time the work and check it against its limits
  fuzz [TARGET…] [--seconds N] [--keep]
              random bytes for the readers, the link, the stored form and the router
  soak [--minutes N] [--seed N]
              random use of the page in Chromium; nothing may fail or grow
  lighthouse  Lighthouse's points of the pages, as the tests ask for them
  dist [--base /icewall/]
              write the finished site to ./dist and check its size
  engine      build only the engine
  book        build only the documentation, into target/site/docs
  pictures    take the pictures of the documentation anew
  tidy        check only the invariants of the architecture
  setup       only get the tools",
        test::help()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn an_unknown_command_shows_the_help() {
        let said = dispatch(&words("build")).expect_err("there is none");
        assert!(said.starts_with("There is no command build.") && said.contains("serve"), "{said}");
    }

    #[test]
    fn a_word_too_many_is_refused() {
        assert_eq!(dispatch(&words("tidy up")), Err("tidy takes nothing, not up.".to_owned()));
    }

    #[test]
    fn dist_takes_a_base() {
        assert_eq!(base_of(&words("--base /x/")), Ok("/x/"));
        assert_eq!(base_of(&[]), Ok("/icewall/"));
        assert!(base_of(&words("/x/")).is_err());
    }
}
