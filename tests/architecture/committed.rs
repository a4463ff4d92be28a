//! No committed text speaks of the machine or the network on which it was written.

use std::process::Command;

use crate::tree;

/// The start of paths that mean something on one machine only. Taken apart, so that this file does not name them.
const FOLDERS: [&str; 6] = [
    concat!("/", "home/"),
    concat!("/", "root/"),
    concat!("/", "tmp/"),
    concat!("/", "Users/"),
    concat!("/", "var/folders/"),
    concat!(":\\", "Users\\"),
];

/// Parts of a host's name that tell of a registry of packages or a way to one.
const REGISTRIES: [&str; 12] = [
    "registry",
    "registries",
    "artifactory",
    "nexus",
    "mirror",
    "mirrors",
    "proxy",
    "index",
    "npm",
    "pypi",
    "crates",
    "npmjs",
];

/// Absolute paths of a home or a folder for passing things, and the folder that this is.
fn path_faults(path: &str, text: &str, here: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for folder in FOLDERS.into_iter().chain([here]) {
            let starts_a_path = |at: usize| {
                let before = line[..at].chars().next_back();
                !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | '}'))
                    || folder.starts_with(':')
            };
            if line.match_indices(folder).any(|(at, _)| starts_a_path(at)) {
                faults.push(format!("{path}:{}: a path of one machine: {line}", number + 1));
            }
        }
    }
    faults
}

/// Addresses of registries, and of hosts that only one network knows.
fn host_faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for (at, _) in line.match_indices("://") {
            let scheme = line[..at].rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            let host = line[at + 3..].split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | ':'));
            let host = host.into_iter().next().unwrap_or_default();
            let (name, port) = host.split_once(':').unwrap_or((host, ""));
            let tells = name.split('.').any(|part| REGISTRIES.contains(&part));
            let has_port = port.starts_with(|c: char| c.is_ascii_digit());
            if matches!(scheme, "http" | "https") && (tells || (has_port && name != "localhost" && name != "127.0.0.1"))
            {
                faults.push(format!("{path}:{}: the address of a registry or a private host: {line}", number + 1));
            }
        }
    }
    faults
}

/// Every file that is committed, or would be: its path, and its text if it is text.
fn committed() -> Vec<(String, String)> {
    let listing = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(tree::root())
        .output();
    let listing = listing.expect("git lists the files that are committed");
    assert!(listing.status.success(), "the tests run in a clone: {}", String::from_utf8_lossy(&listing.stderr));
    let paths = String::from_utf8(listing.stdout).unwrap();
    let texts = paths.split_terminator('\0').filter_map(|path| {
        let text = std::fs::read_to_string(tree::root().join(path)).ok()?;
        Some((path.to_owned(), text))
    });
    texts.collect()
}

#[test]
fn a_path_of_one_machine_is_a_fault() {
    for start in FOLDERS {
        assert_eq!(path_faults("a", &format!("see \"{}x\"", start.replace(':', "C:")), "here").len(), 1, "{start}");
    }
    assert_eq!(path_faults("a", "cd /a/clone/src", "/a/clone").len(), 1);
    let fine = ["https://www.marlbury.gov.uk/home/", "content/root/a", "$HOME/x", "a tmp/ folder"].join("\n");
    assert_eq!(path_faults("a", &fine, "/a/clone"), [""; 0]);
}

#[test]
fn a_registry_is_a_fault() {
    let address = |host: &str| format!("\"resolved\": \"https:{}{host}/a.tgz\"", "//");
    for host in ["registry.example.org", "npm.example.org", "example.org:8443", "pypi.org", "registry:4873"] {
        assert_eq!(host_faults("a", &address(host)).len(), 1, "{host}");
    }
    for host in ["www.gov.uk", "github.com", "ico.org.uk", "localhost:8000", "landregistry.gov.uk"] {
        assert_eq!(host_faults("a", &address(host)), [""; 0], "{host}");
    }
}

#[test]
fn nothing_committed_tells_of_this_machine() {
    let here = tree::root().to_str().unwrap().to_owned();
    let files = committed();
    assert!(files.iter().any(|(path, _)| path == "Cargo.toml") && files.len() > 100, "the files have been found");
    let faults = files.iter().flat_map(|(path, text)| {
        let mut faults = path_faults(path, text, &here);
        faults.extend(host_faults(path, text));
        faults
    });
    tree::hold(&faults.collect::<Vec<_>>());
}
