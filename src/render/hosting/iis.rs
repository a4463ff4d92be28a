//! `web.config`, for IIS.
//!
//! Old addresses have none of it: redirects need a module that many servers lack, and the pages work everywhere.
//! A header or type that the server has already is taken out first, or IIS would answer nothing but errors.

use std::fmt::Write;

use super::{Facts, headers};
use crate::domain::media::MEDIA;
use crate::render::prose::escape;

/// The settings.
pub fn config(facts: &Facts<'_>) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n");
    text.push_str("    <defaultDocument enabled=\"true\">\n      <files>\n        <clear />\n");
    text.push_str("        <add value=\"index.html\" />\n      </files>\n    </defaultDocument>\n");
    errors(facts, &mut text);
    text.push_str("    <httpProtocol>\n      <customHeaders>\n");
    for (name, value) in headers() {
        let value = escape(&value);
        let _ = writeln!(text, "        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />");
    }
    text.push_str("      </customHeaders>\n    </httpProtocol>\n    <staticContent>\n");
    text.push_str("      <clientCache cacheControlMode=\"DisableCache\" />\n");
    for (ending, kind) in MEDIA {
        let _ = writeln!(
            text,
            "      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />"
        );
    }
    text.push_str("    </staticContent>\n  </system.webServer>\n");
    facts.kept.iter().for_each(|path| kept(path, &mut text));
    text.push_str("</configuration>\n");
    text
}

/// The page for wrong addresses. Served as a file it keeps the status; its path is that from the root of the website.
fn errors(facts: &Facts<'_>, text: &mut String) {
    let path = facts.not_found().trim_start_matches('/').replace('/', "\\");
    text.push_str("    <httpErrors errorMode=\"Custom\">\n      <remove statusCode=\"404\" />\n");
    let _ =
        writeln!(text, "      <error statusCode=\"404\" path=\"{path}\" responseMode=\"File\" />\n    </httpErrors>");
}

/// A file that may be kept for a year.
fn kept(path: &str, text: &mut String) {
    let _ = writeln!(text, "  <location path=\"{path}\">\n    <system.webServer>\n      <staticContent>");
    text.push_str("        <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" ");
    text.push_str("cacheControlCustom=\"public, immutable\" />\n");
    text.push_str("      </staticContent>\n    </system.webServer>\n  </location>\n");
}
