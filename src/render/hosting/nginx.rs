//! A snippet for nginx, to be included in the `server` of the website.
//!
//! A block of nginx that sets one header forgets those of the blocks around it: wherever we set one, we set all.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{ASKED, Facts, KEPT, KEPT_PATTERN, headers};
use crate::domain::media::MEDIA;

/// The snippet.
pub fn snippet(facts: &Facts<'_>) -> String {
    let base = facts.base;
    let mut text =
        String::from("# Made by `noticeboard export nginx`: include it in the `server` block of the website.\n");
    let _ = writeln!(text, "\nlocation {base} {{\n    index index.html;\n    error_page 404 {};", facts.not_found());
    text.push_str("    # Behind a proxy only the path is sure.\n    absolute_redirect off;\n");
    if facts.is_compressed {
        text.push_str("    # Where its module is there: brotli_static on;\n    gzip_static on;\n    gzip_vary on;\n");
    }
    types(&mut text);
    all_headers(ASKED, "    ", &mut text);
    let _ = writeln!(text, "\n    location ~ \"^{base}{KEPT_PATTERN}$\" {{");
    all_headers(KEPT, "        ", &mut text);
    text.push_str("    }\n    location ~ \"/\\.(?!well-known/)\" {\n        return 404;\n    }\n}\n\n");
    for (from, to) in facts.forms() {
        let _ = writeln!(text, "location = {from} {{ absolute_redirect off; return 301 {to}; }}");
    }
    text
}

fn all_headers(caching: &str, indent: &str, text: &mut String) {
    for (name, value) in headers() {
        let _ = writeln!(text, "{indent}add_header {name} \"{value}\" always;");
    }
    let _ = writeln!(text, "{indent}add_header Cache-Control \"{caching}\";");
}

/// What each file is. Takes the place of the list that nginx comes with, which lacks some.
fn types(text: &mut String) {
    let mut by_type: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (ending, kind) in MEDIA {
        by_type.entry(kind.split(';').next().unwrap_or(kind)).or_default().push(ending);
    }
    text.push_str("    types {\n");
    for (kind, endings) in by_type {
        let _ = writeln!(text, "        {kind} {};", endings.join(" "));
    }
    text.push_str("    }\n    default_type application/octet-stream;\n    charset utf-8;\n");
    let charset = MEDIA.iter().filter(|(_, kind)| kind.contains("charset") && !kind.starts_with("text/html"));
    let mut charset: Vec<&str> = charset.filter_map(|(_, kind)| kind.split(';').next()).collect();
    charset.sort_unstable();
    charset.dedup();
    let _ = writeln!(text, "    charset_types {};", charset.join(" "));
}
