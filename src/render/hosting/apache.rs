//! `.htaccess`, for Apache. Needs `AllowOverride FileInfo` and nothing more; what a module is missing for is left out.

use std::fmt::Write;

use super::{ASKED, Facts, KEPT, headers};
use crate::domain::media::{MEDIA, is_text};

/// The settings.
pub fn config(facts: &Facts<'_>) -> String {
    let mut text = format!("ErrorDocument 404 {}\n\n<IfModule mod_headers.c>\n", facts.not_found());
    for (name, value) in headers() {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    let _ = writeln!(text, "  Header set Cache-Control \"{ASKED}\"");
    text.push_str("  <FilesMatch \"^[^/]+\\.[0-9a-f]{8}\\.(css|js)(\\.(br|gz))?$\">\n");
    let _ = writeln!(text, "    Header set Cache-Control \"{KEPT}\"\n  </FilesMatch>\n</IfModule>\n");
    types(&mut text);
    text.push_str("<IfModule mod_alias.c>\n");
    // The list of what was published concerns nobody. A name that starts with a dot is found only where it must be.
    text.push_str("  RedirectMatch 404 \"/\\.(?!well-known/)\"\n");
    for (from, to) in &facts.redirects {
        let (path, end) = from.strip_suffix('/').map_or((from.as_str(), "$"), |path| (path, "/?$"));
        let _ = writeln!(text, "  RedirectMatch 301 \"^{}{end}\" \"{to}\"", path.replace('.', "\\."));
    }
    text.push_str("</IfModule>\n");
    if facts.is_compressed {
        compressed(&mut text);
    }
    text
}

fn types(text: &mut String) {
    text.push_str("<IfModule mod_mime.c>\n");
    for (ending, kind) in MEDIA {
        // The character set comes from the line below, since a type with one is not recognised by compression.
        let kind = kind.split(';').next().unwrap_or(kind);
        let _ = writeln!(text, "  AddType {kind} .{ending}");
    }
    let endings = MEDIA.iter().filter(|(_, kind)| kind.contains("charset")).map(|(ending, _)| format!(" .{ending}"));
    let _ = writeln!(text, "  AddCharset utf-8{}\n</IfModule>\n", endings.collect::<String>());
}

/// Compressed copies in place of texts, for browsers that take them. Their type is that of the text.
fn compressed(text: &mut String) {
    let endings: Vec<&str> = MEDIA.iter().filter(|(_, kind)| is_text(kind)).map(|(ending, _)| *ending).collect();
    text.push_str("\n<IfModule mod_rewrite.c>\n<IfModule mod_headers.c>\n  RewriteEngine On\n");
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        let _ = writeln!(text, "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b");
        let _ = writeln!(text, "  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f");
        let _ = writeln!(
            text,
            "  RewriteRule \\.({})$ %{{REQUEST_URI}}.{ending} [END,E=no-gzip:1,E=no-brotli:1]",
            endings.join("|")
        );
    }
    text.push_str("  RemoveType .gz .br\n  RemoveLanguage .br\n  AddEncoding br .br\n  AddEncoding gzip .gz\n");
    let _ = writeln!(text, "  <FilesMatch \"\\.({})(\\.(br|gz))?$\">", endings.join("|"));
    text.push_str("    Header merge Vary Accept-Encoding\n  </FilesMatch>\n</IfModule>\n</IfModule>\n");
}
