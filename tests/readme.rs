//! The README tells the truth: its commands are run, and give what it shows.
//!
//! Blocks that begin with "```console tested" are run one after the other by one shell in a new folder. A command
//! that ends with another code than 0 must be followed by `echo $?`. In what is shown, `...` stands for anything
//! on its line, and alone on a line for any number of lines.

#![cfg(unix)]
// A test may stop at the first surprise, in its functions too.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;

/// Commands of blocks that are not run: they build the program anew, or run the tests that run this one.
const NOT_RUN: [&str; 2] = ["./tests/run", "cargo install --locked --path ."];

/// What stands before a command's output, and before its exit code, in the transcript of the shell.
const STARTS: &str = "\u{1}";
const ENDS: &str = "\u{2}";

/// A command of the README with what is shown below it.
#[derive(Debug, PartialEq)]
struct Step {
    command: String,
    shown: Vec<String>,
}

/// What a command did.
#[derive(Debug)]
struct Done {
    lines: Vec<String>,
    code: i32,
}

/// The steps of the blocks whose first line is the one given.
fn steps(document: &str, opening: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut is_inside = false;
    for line in document.lines() {
        if line.starts_with("```") {
            is_inside = !is_inside && line == opening;
        } else if let (true, Some(command)) = (is_inside, line.strip_prefix("$ ")) {
            steps.push(Step { command: command.to_owned(), shown: Vec::new() });
        } else if is_inside {
            steps.last_mut().expect("a block begins with a command").shown.push(line.to_owned());
        }
    }
    steps
}

/// Whether a line is as shown, where `...` stands for anything.
fn is_line(line: &str, shown: &str) -> bool {
    let Some((start, rest)) = shown.split_once("...") else { return line == shown };
    let Some(line) = line.strip_prefix(start) else { return false };
    line.char_indices().map(|(at, _)| at).chain([line.len()]).any(|at| is_line(&line[at..], rest))
}

/// Whether lines are as shown, where a line `...` stands for any number of them.
fn are_lines(lines: &[String], shown: &[String]) -> bool {
    match shown.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => (0..=lines.len()).any(|at| are_lines(&lines[at..], rest)),
        Some((first, rest)) => {
            lines.split_first().is_some_and(|(line, others)| is_line(line, first) && are_lines(others, rest))
        }
    }
}

/// A script that runs the commands in order, each in the folder and with the `$?` that the one before left.
fn script(steps: &[Step]) -> String {
    let mut script = String::from(
        "cargo() {\n  test \"$1 $2 $3 $4\" = 'run --release -- build' || return 99\n  shift 4\n  \
         noticeboard build --root \"$REPOSITORY\" --output public \"$@\"\n}\nstatus=0\n",
    );
    for Step { command, .. } in steps {
        script.push_str(&format!(
            "printf '{STARTS}'\n(exit $status)\n{command}\nstatus=$?\nprintf '{ENDS}%s\\n' \"$status\"\n"
        ));
    }
    script
}

/// Runs steps in a folder.
fn run(steps: &[Step], folder: &Path) -> Vec<Done> {
    let program = Path::new(env!("CARGO_BIN_EXE_noticeboard"));
    let around = std::env::var("PATH").unwrap_or_default();
    let shell = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{}", script(steps))])
        .env("PATH", format!("{}:{around}", program.parent().unwrap().display()))
        .env("REPOSITORY", env!("CARGO_MANIFEST_DIR"))
        .current_dir(folder)
        .output();
    let transcript = String::from_utf8(shell.expect("a shell runs").stdout).unwrap();
    // A command without an end, such as `exit`, is missing here, which the count shows.
    let done = transcript.split(STARTS).skip(1).filter_map(|part| {
        let (output, code) = part.split_once(ENDS)?;
        Some(Done { lines: output.lines().map(str::to_owned).collect(), code: code.trim().parse().unwrap() })
    });
    done.collect()
}

/// What a document shows and a run does not give.
fn faults(steps: &[Step], done: &[Done]) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, (step, done)) in steps.iter().zip(done).enumerate() {
        let shown: Vec<String> = step.shown.iter().map(|line| line.trim_end().to_owned()).collect();
        let lines: Vec<String> = done.lines.iter().map(|line| line.trim_end().to_owned()).collect();
        if !are_lines(&lines, &shown) {
            faults.push(format!(
                "`{}` is shown with\n{}\nand gives\n{}",
                step.command,
                shown.join("\n"),
                lines.join("\n")
            ));
        }
        let says_code = steps.get(at + 1).is_some_and(|next| next.command == "echo $?");
        if done.code != 0 && !says_code {
            faults.push(format!("`{}` ends with {}, and the next command is not `echo $?`", step.command, done.code));
        }
    }
    if steps.len() != done.len() {
        faults.push(format!("{} commands, of which {} were run", steps.len(), done.len()));
    }
    faults
}

#[test]
fn the_commands_of_the_readme_give_what_it_shows() {
    let readme = include_str!("../README.md");
    let steps = steps(readme, "```console tested");
    assert!(steps.len() > 8, "the commands have been found: {steps:?}");
    let folder = tempfile::tempdir().unwrap();
    let done = run(&steps, folder.path());
    let faults = faults(&steps, &done);
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn what_is_not_run_is_known() {
    let readme = include_str!("../README.md");
    let commands: Vec<String> = steps(readme, "```console").into_iter().map(|step| step.command).collect();
    assert_eq!(commands, NOT_RUN);
    let other = readme.lines().filter(|line| line.starts_with("```") && line.len() > 3);
    let other: Vec<&str> = other.filter(|line| !line.starts_with("```console")).collect();
    assert!(other.is_empty(), "a block in which commands could hide: {other:?}");
}

#[test]
fn what_is_shown_wrongly_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let check = |document: &str, count: usize| {
        let steps = steps(document, "```x");
        let faults = faults(&steps, &run(&steps, folder.path()));
        assert_eq!(faults.len(), count, "{document}: {faults:?}");
    };
    check("```x\n$ echo a\na\n```\n$ no command\n```x\n$ cd .\n$ echo b >&2\nb\n```", 0);
    check("```x\n$ echo abc\na...c\n$ printf '1\\n2\\n3\\n'\n1\n...\n3\n```", 0);
    check("```x\n$ (exit 3)\n$ echo $?\n3\n```", 0);
    check("```x\n$ echo a\nb\n```", 1);
    check("```x\n$ echo a\n```", 1);
    check("```x\n$ true\na\n```", 1);
    check("```x\n$ false\n```", 1);
    check("```x\n$ echo abd\na...c\n```", 1);
    check("```x\n$ noticeboard no-such-command\n...\n```", 1);
    check("```x\n$ exit 0\n```", 1);
}
