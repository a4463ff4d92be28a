//! A snippet for Caddy, to be imported into the block of the website.

use std::fmt::Write;

use crate::domain::media::{MEDIA, is_text};

use super::{ASKED, Facts, KEPT, KEPT_PATTERN, headers};

/// The snippet.
pub fn snippet(facts: &Facts<'_>) -> String {
    let base = facts.base;
    let mut text = String::from("# Made by `noticeboard export caddy`: import it into the block of the website.\n\n");
    for (from, to) in facts.forms() {
        let _ = writeln!(text, "redir {from} {to} 301");
    }
    let _ = writeln!(text, "\n@noticeboard path {base}*\nheader @noticeboard {{");
    all_headers(&mut text);
    let _ = writeln!(text, "\tCache-Control \"{ASKED}\"\n}}");
    let _ = writeln!(
        text,
        "@noticeboard_kept path_regexp ^{base}{KEPT_PATTERN}$\nheader @noticeboard_kept Cache-Control \"{KEPT}\""
    );
    types(base, &mut text);
    text.push_str("file_server @noticeboard {\n\thide .noticeboard\n");
    if facts.is_compressed {
        text.push_str("\tprecompressed br gzip\n");
    }
    let _ = writeln!(text, "}}\nhandle_errors {{\n\t@noticeboard_missing expression {{http.error.status_code}} == 404");
    let _ = writeln!(text, "\thandle @noticeboard_missing {{\n\t\trewrite * {}\n\t\theader {{", facts.not_found());
    all_headers(&mut text);
    text.push_str("\t\t}\n\t\tfile_server\n\t}\n}\n");
    text
}

/// The types of texts, which Caddy would look up in a list of the system.
fn types(base: &str, text: &mut String) {
    for (ending, kind) in MEDIA.iter().filter(|(_, kind)| is_text(kind)) {
        let _ = writeln!(text, "@noticeboard_{ending} {{\n\tpath_regexp ^{base}.*\\.{ending}$\n\tfile\n}}");
        let _ = writeln!(text, "header @noticeboard_{ending} {{\n\tContent-Type \"{kind}\"\n\tdefer\n}}");
    }
}

fn all_headers(text: &mut String) {
    for (name, value) in headers() {
        let _ = writeln!(text, "\t{name} \"{value}\"");
    }
}
