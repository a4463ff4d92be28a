//! What is said to a person: help, colour, quiet, and where it is said.

use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::portal::{DAY, Portal, notice_keys, noticeboard};

/// Checks the help of a command against the text that people have read and approved.
#[track_caller]
fn check_help(arguments: &[&str], approved: &str) {
    let output = noticeboard().args(arguments).env("COLUMNS", "200").output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stderr, b"");
    let help = String::from_utf8(output.stdout).unwrap();
    let help: String = help.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    assert!(help == approved, "the help is not the approved text. It is now:\n{help}");
    for line in help.lines() {
        assert!(line.chars().count() <= 80, "more than 80 columns: {line}");
    }
}

#[test]
fn the_help_is_the_approved_text() {
    check_help(&["--help"], include_str!("help/noticeboard.txt"));
}

#[test]
fn the_help_of_check_and_explain_is_the_approved_text() {
    check_help(&["check", "--help"], include_str!("help/check.txt"));
    check_help(&["explain", "--help"], include_str!("help/explain.txt"));
}

#[test]
fn the_help_of_export_is_the_approved_text() {
    check_help(&["export", "--help"], include_str!("help/export.txt"));
}

#[test]
fn the_help_of_build_is_the_approved_text() {
    check_help(&["build", "--help"], include_str!("help/build.txt"));
}

#[test]
fn the_help_of_watch_is_the_approved_text() {
    check_help(&["watch", "--help"], include_str!("help/watch.txt"));
}

#[test]
fn the_help_of_init_is_the_approved_text() {
    check_help(&["init", "--help"], include_str!("help/init.txt"));
}

#[test]
fn the_help_of_schema_is_the_approved_text() {
    check_help(&["schema", "--help"], include_str!("help/schema.txt"));
}

#[test]
fn the_help_of_theme_is_the_approved_text() {
    check_help(&["theme", "--help"], include_str!("help/theme.txt"));
    check_help(&["theme", "eject", "--help"], include_str!("help/theme-eject.txt"));
}

#[test]
fn a_schema_is_printed_for_each_file_of_the_list() {
    let folder = Portal::empty_folder();
    let list = folder.run(&["schema"]);
    let names: Vec<&str> = list.exit(0).stdout.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, ["site", "notice", "fragment", "general", "page", "organisations", "cookies"]);
    for name in names {
        let run = folder.run(&["schema", name]);
        let schema: Value = serde_json::from_str(&run.exit(0).stdout).unwrap();
        assert_eq!(schema["$id"], format!("urn:noticeboard:schema:{name}"));
    }
    assert_eq!(folder.run(&["schema", "--all"]).exit(0).stdout, include_str!("../../docs/keys.md"));
    folder.run(&["schema", "notices"]).exit(2).says("There is no schema `notices`. Did you mean `notice`?");
}

#[test]
fn the_help_of_new_is_the_approved_text() {
    check_help(&["new", "--help"], include_str!("help/new.txt"));
}

#[test]
fn shells_and_man_know_every_command() {
    let folder = Portal::empty_folder();
    let commands = ["build", "check", "export", "schema"];
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = folder.run(&["completions", shell]).exit(0).stdout.clone();
        assert!(
            commands.iter().all(|command| script.contains(command)) && script.contains("as-of"),
            "{shell}: {script}"
        );
    }
    let page = folder.run(&["man"]).exit(0).stdout.clone();
    assert!(page.contains(".TH noticeboard 1") && commands.iter().all(|command| page.contains(command)), "{page}");
    let page = folder.run(&["man", "export"]).exit(0).stdout.clone();
    assert!(page.contains(".TH noticeboard-export 1") && page.contains("\\-\\-as\\-of"), "{page}");
    folder.run(&["man", "exprot"]).exit(2).says("There is no command `exprot`.");
}

#[test]
fn no_command_shows_the_help() {
    let run = Portal::small().run(&[]);
    run.exit(2).says("Usage: noticeboard <COMMAND>").says("build").says("init").says("new");
}

#[test]
fn a_command_that_does_not_exist() {
    let run = Portal::small().run(&["bild"]);
    run.exit(2).says("unrecognized subcommand 'bild'").says("a similar subcommand exists: 'build'");
}

#[test]
fn an_option_that_does_not_exist() {
    Portal::small().run(&["build", "--outptu", "x"]).exit(2).says("unexpected argument '--outptu'").says("'--output'");
}

#[test]
fn a_build_sums_up_on_standard_error_and_writes_nothing_to_standard_output() {
    let hub = Portal::small();
    let first = hub.build();
    first.exit(0).says("Published 1 notice on 16 pages in public: 29 files changed (");
    assert_eq!(first.stdout, "");
    hub.build().says("Published 1 notice on 16 pages in public: nothing has changed (");
    let hub = hub.notice("parking", &notice_keys("Parking"), "");
    hub.build().says("Published 2 notices on 17 pages in public: ");
    let hub = hub.without("content/notices/parking.md");
    hub.build().says("files changed, 2 removed (");
}

#[test]
fn quiet_says_nothing_unless_something_is_wrong() {
    let hub = Portal::small();
    let run = hub.run(&["build", "--quiet", "--as-of", DAY]);
    run.exit(0);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", ""));
    let hub = hub.without("content/notices/allotments.md");
    let run = hub.run(&["build", "-q", "--as-of", DAY]);
    run.exit(1).says("This hub has no notices").says("Nothing was published");
}

#[test]
fn timings_name_every_stage() {
    let run = Portal::small().run(&["build", "--timings", "--as-of", DAY]);
    for stage in ["read", "interpret", "assemble", "resolve", "check", "publish", "total"] {
        let line = run.stderr.lines().find(|line| line.starts_with(stage)).unwrap_or_else(|| panic!("no {stage}"));
        assert!(line.ends_with(" ms"), "{line}");
    }
    assert_eq!(run.stdout, "", "a table is talk");
}

#[test]
fn timings_as_json_are_the_only_result() {
    let hub = Portal::small();
    let measured = |arguments: &[&str]| {
        let run = hub.run(&[&["build", "--timings=json", "--as-of", DAY], arguments].concat());
        run.exit(0);
        serde_json::from_str::<Value>(&run.stdout).unwrap_or_else(|error| run.fail(&format!("{error}")))
    };
    let first = measured(&[]);
    assert_eq!((&first["version"], &first["notices"], &first["pages"]), (&json!(1), &json!(1), &json!(16)));
    assert_eq!(first["files"], json!({ "total": 29, "written": 29, "unchanged": 0, "removed": 0 }));
    let stages = first["stages"].as_array().unwrap();
    let names: Vec<_> = stages.iter().map(|stage| stage["stage"].as_str().unwrap()).collect();
    assert_eq!(names, ["read", "interpret", "assemble", "resolve", "check", "publish"]);
    let sum: f64 = stages.iter().map(|stage| stage["seconds"].as_f64().unwrap()).sum();
    assert!((sum - first["seconds"].as_f64().unwrap()).abs() < 1e-6, "{first}");
    #[cfg(target_os = "linux")]
    for place in ["/cpu_seconds", "/process_cpu_seconds", "/peak_memory_bytes", "/stages/0/cpu_seconds"] {
        assert!(first.pointer(place).unwrap().as_f64().unwrap() > 0.0, "{place}: {first}");
    }
    let second = measured(&["--quiet"]);
    assert_eq!(second["files"], json!({ "total": 29, "written": 0, "unchanged": 29, "removed": 0 }));
}

#[test]
fn a_build_that_publishes_nothing_has_no_timings() {
    let hub = Portal::small().edit("content/notices/allotments.md", "title =", "titel =");
    let run = hub.run(&["build", "--timings=json", "--as-of", DAY]);
    assert_eq!(run.exit(1).stdout, "");
    hub.run(&["build", "--timings=csv"]).exit(2).says("possible values: table, json");
}

#[test]
fn a_failure_fits_the_terminal() {
    let hub = Portal::empty_folder();
    hub.build().exit(2).fits_a_terminal().says("There is no hub in .: it has no site.toml.");
}

/// What a command writes where it is run at a terminal.
#[cfg(target_os = "linux")]
fn at_a_terminal(command: &mut Command) -> String {
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let path = ptsname(&ours, Vec::new()).unwrap();
    let theirs = File::options().read(true).write(true).open(path.to_str().unwrap()).unwrap();
    let stdout = theirs.try_clone().unwrap();
    let mut child = command.env("TERM", "xterm").stdout(stdout).stderr(theirs).spawn().unwrap();
    // Our copies of their end go with the command, so that reading ends when the program does.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut said = Vec::new();
    let mut ours = File::from(ours);
    let mut buffer = [0; 4096];
    while let Ok(count @ 1..) = ours.read(&mut buffer) {
        said.extend_from_slice(&buffer[..count]);
    }
    child.wait().unwrap();
    String::from_utf8(said).unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn colour_is_for_terminals_and_never_where_it_is_not_wanted() {
    let hub = Portal::small().edit("content/notices/allotments.md", "title =", "titel =");
    let build = || {
        let mut command = noticeboard();
        command.args(["build", "--as-of", DAY]).current_dir(hub.root());
        command
    };
    let coloured = at_a_terminal(build().env_remove("NO_COLOR"));
    assert!(coloured.contains("\u{1b}[") && coloured.contains("unknown-key"), "{coloured:?}");
    let plain = at_a_terminal(build().env("NO_COLOR", "1"));
    assert!(!plain.contains('\u{1b}') && plain.contains("unknown-key"), "{plain:?}");
    let piped = hub.run_by(build().env_remove("NO_COLOR"));
    assert!(!piped.stderr.contains('\u{1b}') && piped.stderr.contains("unknown-key"), "{:?}", piped.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn a_workbook_is_not_thrown_at_a_terminal() {
    let hub = Portal::small();
    let export = |format: &str| {
        let mut command = noticeboard();
        at_a_terminal(command.args(["export", "register", "--format", format, "--as-of", DAY]).current_dir(hub.root()))
    };
    let refused = export("xlsx");
    assert!(refused.contains("A workbook cannot be shown here."), "{refused:?}");
    assert!(export("csv").contains("Business function"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let hub = Portal::small();
    let mut child = noticeboard();
    let mut child =
        child.args(["build", "--as-of", DAY]).current_dir(hub.root()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
