//! `_headers` and `_redirects`, for Netlify, Cloudflare Pages and GitLab Pages.

use std::fmt::Write;

use super::{Facts, KEPT, headers as all_headers};
use crate::domain::{Host, Hosting};

/// The headers of every address, and of the files that may be kept. What is not said to be kept is asked about by the
/// hosts' own default; a second rule for one header would not replace the first but be joined to it.
pub fn headers(facts: &Facts<'_>) -> String {
    let mut text = format!("{}*\n", facts.base);
    for (name, value) in all_headers() {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for path in &facts.kept {
        let _ = writeln!(text, "\n{}{path}\n  Cache-Control: {KEPT}", facts.base);
    }
    text
}

/// A line for each old address. Each has a page as well, which Netlify would rather serve unless the line insists; the
/// other hosts do not know that mark.
pub fn redirects(facts: &Facts<'_>, hosting: &Hosting) -> String {
    let readers = [Host::Netlify, Host::CloudflarePages, Host::GitlabPages];
    let readers: Vec<Host> = readers.into_iter().filter(|host| hosting.is_for(*host)).collect();
    let status = if readers == [Host::Netlify] { "301!" } else { "301" };
    let most = readers.iter().filter_map(|host| host.most_redirects()).min().unwrap_or(usize::MAX);
    facts.redirects.iter().take(most).map(|(from, to)| format!("{from} {to} {status}\n")).collect()
}
