//! `staticwebapp.config.json`, for Azure Static Web Apps.

use serde_json::{Map, Value, json};

use super::{ASKED, Facts, KEPT, headers};
use crate::domain::Host;
use crate::domain::media::MEDIA;

/// The settings.
pub fn config(facts: &Facts<'_>) -> String {
    let most = Host::AzureStaticWebApps.most_redirects().unwrap_or_default();
    let redirects =
        facts.redirects.iter().take(most).map(|(from, to)| json!({ "route": from, "redirect": to, "statusCode": 301 }));
    let kept = facts
        .kept
        .iter()
        .map(|path| json!({ "route": format!("{}{path}", facts.base), "headers": { "Cache-Control": KEPT } }));
    let all = headers().into_iter().chain([("Cache-Control", ASKED.to_owned())]);
    let all: Map<String, Value> = all.map(|(name, value)| (name.to_owned(), value.into())).collect();
    let types: Map<String, Value> = MEDIA.iter().map(|(ending, kind)| (format!(".{ending}"), (*kind).into())).collect();
    let config = json!({
        "routes": kept.chain(redirects).collect::<Vec<Value>>(),
        "globalHeaders": all,
        "mimeTypes": types,
        "responseOverrides": { "404": { "rewrite": facts.not_found() } },
    });
    format!("{config:#}\n")
}
