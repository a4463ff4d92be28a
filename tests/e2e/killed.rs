//! A build that is killed: whoever looks finds the old site or the new one, whole, and the next build ends well.

#![cfg(unix)]

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::portal::{DAY, Portal, notice_keys, noticeboard};
use crate::tree::Tree;

/// At how many moments a build is killed.
const KILLS: u32 = 15;

/// A hub of 300 notices, every page of which shows the version.
fn hub() -> Portal {
    let hub = (0..300).fold(Portal::new(), |hub, number| {
        hub.notice(&format!("service-{number}"), &notice_keys(&format!("Service {number}")), "We help.\n")
    });
    fs::create_dir_all(hub.path("content/general")).unwrap();
    hub
}

fn write_version(hub: &Portal, version: char) {
    let text = format!("+++\ntitle = \"Version {version}\"\n+++\nThis is version {version}.\n");
    fs::write(hub.path("content/general/version.md"), text).unwrap();
}

fn start(hub: &Portal) -> Child {
    let mut command = noticeboard();
    command.args(["build", "--as-of", DAY]).current_dir(hub.root());
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_site() {
    let hub = hub();
    let mut sites = Vec::new();
    let mut longest = Duration::ZERO;
    for version in ['A', 'B'] {
        write_version(&hub, version);
        let begin = Instant::now();
        hub.build().exit(0);
        longest = longest.max(begin.elapsed());
        sites.push(Tree::of(&hub.public()));
    }
    assert!(sites[0].differences(&sites[1]).len() > 300);

    let mut killed = 0;
    let mut switched = 0;
    let mut live = 1;
    for moment in 0..KILLS {
        let next = 1 - live;
        write_version(&hub, if next == 0 { 'A' } else { 'B' });
        let mut build = start(&hub);
        // From the start to a little past the end: there is nothing to wait for but the moment itself.
        thread::sleep(longest * moment / (KILLS - 2));
        let _ = build.kill();
        killed += u32::from(build.wait().unwrap().signal() == Some(9));
        let found = Tree::of(&hub.public());
        match sites.iter().position(|site| *site == found) {
            Some(version) => {
                switched += u32::from(version != live);
                live = version;
            }
            None => panic!("killed at moment {moment}, neither A nor B: {:?}", found.differences(&sites[live])),
        }
    }
    println!("{killed} of {KILLS} builds were killed, {switched} had switched");
    assert!(killed > 0, "no build was killed");

    write_version(&hub, 'A');
    hub.build().exit(0);
    assert_eq!(Tree::of(&hub.public()).differences(&sites[0]), [""; 0]);
    let left: Vec<_> = fs::read_dir(hub.root()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| ["site.toml", "content", "public"].iter().any(|known| name == known)), "{left:?}");
}
