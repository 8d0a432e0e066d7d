//! `cargo xtask serve`: builds the site and serves it until it is stopped, isolated (so that
//! threads are allowed) or `--plain`, as a host without headers of ours would.

use crate::{
    node,
    run::{Outcome, Run},
    site,
};
use std::process::{Command, Stdio};

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    plain: bool,
    watch: bool,
    port: u16,
    base: String,
}

impl Options {
    /// Reads the arguments after `serve`.
    pub(crate) fn from(args: &[String]) -> Outcome<Self> {
        let mut options = Self { plain: false, watch: false, port: 8080, base: site::BASE.to_owned() };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or(format!("{arg} needs a value."));
            match arg.as_str() {
                "--plain" => options.plain = true,
                "--watch" => options.watch = true,
                "--base" => value()?.clone_into(&mut options.base),
                "--port" => {
                    let port = value()?;
                    options.port =
                        port.parse().map_err(|_| format!("--port {port}: give a number up to 65535."))?;
                }
                other => return Err(format!("serve does not know {other}.")),
            }
        }
        Ok(options)
    }
}

/// Builds, then serves.
pub(crate) fn serve(options: &Options) -> Outcome {
    node::node()?;
    site::build(&options.base)?;
    if options.watch { serve_and_watch(options) } else { become_server(server(options)) }
}

fn server(options: &Options) -> Command {
    let run = Run::new("node").args(["tests/e2e/server.mjs", "--base", &options.base]);
    let run = run.args(["--port", &options.port.to_string()]);
    run.args(options.plain.then_some("--plain")).into_command()
}

/// The server takes this program's place: whoever stops the one stops the other.
#[cfg(unix)]
fn become_server(mut server: Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    Err(format!("The server cannot be started: {}.", server.exec()))
}

#[cfg(not(unix))]
fn become_server(mut server: Command) -> Outcome {
    server.status().map(drop).map_err(|why| format!("The server cannot be started: {why}."))
}

/// Trunk builds on every change; the server beside it ends when its input does, so it never
/// outlives this program.
fn serve_and_watch(options: &Options) -> Outcome {
    let mut server = server(options);
    let server = server.arg("--until-input-ends").stdin(Stdio::piped());
    let mut server = server.spawn().map_err(|why| format!("The server cannot be started: {why}."))?;
    let watched = site::watch(&options.base);
    drop(server.stdin.take());
    server.wait().map_err(|why| format!("The server did not end: {why}."))?;
    watched
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(line: &str) -> Outcome<Options> {
        Options::from(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn nothing_said_is_isolated_at_8080() {
        let plain = Options { plain: false, watch: false, port: 8080, base: "/icewall/".to_owned() };
        assert_eq!(options(""), Ok(plain));
    }

    #[test]
    fn every_option_is_read() {
        let all = Options { plain: true, watch: true, port: 9, base: "/x/".to_owned() };
        assert_eq!(options("--watch --plain --port 9 --base /x/"), Ok(all));
    }

    #[test]
    fn faults_say_what_is_wrong() {
        assert_eq!(options("--port"), Err("--port needs a value.".to_owned()));
        assert!(options("--port 70000").is_err_and(|said| said.contains("up to 65535")));
        assert!(options("--fast").is_err_and(|said| said.contains("--fast")));
    }
}
