//! Where a hub is put: hosts, and whom to tell of weaknesses.

use super::names::names;
use super::notice::Placed;
use super::{Day, Text};
use crate::text::Place;

names! {
    /// A kind of host.
    Host {
        /// Netlify.
        Netlify = "netlify",
        /// Cloudflare Pages.
        CloudflarePages = "cloudflare-pages",
        /// GitHub Pages.
        GithubPages = "github-pages",
        /// GitLab Pages.
        GitlabPages = "gitlab-pages",
        /// Azure Static Web Apps.
        AzureStaticWebApps = "azure-static-web-apps",
        /// Internet Information Services, on Windows.
        Iis = "iis",
        /// Apache.
        Apache = "apache",
        /// nginx.
        Nginx = "nginx",
        /// Caddy.
        Caddy = "caddy",
        /// A bucket of S3 or the like, with or without a network of caches before it.
        S3 = "s3",
        /// No host: a shared drive, a zip file.
        Folder = "folder",
    }
}

/// What the documentation of hosts says that they take.
impl Host {
    /// How many redirects it follows; none if nothing is said.
    pub fn most_redirects(self) -> Option<usize> {
        match self {
            Host::CloudflarePages => Some(2_000),
            Host::GitlabPages => Some(1_000),
            // Its settings may have 20 kB in all.
            Host::AzureStaticWebApps => Some(100),
            _ => None,
        }
    }

    /// How many files it publishes.
    pub fn most_files(self) -> Option<usize> {
        match self {
            Host::CloudflarePages => Some(20_000),
            Host::AzureStaticWebApps => Some(15_000),
            _ => None,
        }
    }

    /// How many bytes a file may have.
    pub fn most_bytes(self) -> Option<usize> {
        match self {
            Host::CloudflarePages => Some(25 * 1024 * 1024),
            Host::GithubPages => Some(100 * 1024 * 1024),
            _ => None,
        }
    }

    /// Whether it serves the published folder at the root of a domain and nowhere else.
    pub fn is_at_root(self) -> bool {
        matches!(self, Host::Netlify | Host::CloudflarePages | Host::AzureStaticWebApps)
    }
}

/// `[hosting]` of `site.toml`.
#[derive(Clone, Debug, Default)]
pub struct Hosting {
    /// The hosts that the hub is made ready for.
    pub targets: Vec<Placed<Host>>,
    /// Whether each text has compressed copies beside it.
    pub precompress: bool,
}

impl Hosting {
    /// Whether a host is among the targets.
    pub fn is_for(&self, host: Host) -> bool {
        self.targets.iter().any(|target| target.value == host)
    }
}

/// `[security]` of `site.toml`: whom to tell of weaknesses of the website.
#[derive(Clone, Debug)]
pub struct SecurityContact {
    /// Where it stands.
    pub place: Place,
    /// Email addresses, web addresses and phone numbers, in the order of preference.
    pub contacts: Vec<Text>,
    /// The day from which nobody is to rely on it.
    pub expires: Placed<Day>,
    /// Where to read how reports are dealt with.
    pub policy: Option<Text>,
}
