"""Zola: notices are pages with `[extra]`; links are of its own form `@/`, which it resolves and checks, and from which it
knows backlinks.

The taxonomy `recipients` says again who gets data: it gives Zola the way from organisations to notices, for which its
templates have no means. General sections have no page of their own, and a section's `pages` leaves such pages out: so they
are listed in the configuration, and links to them are plain addresses that nothing checks.
"""
from .files import TABLES, keys, page, put, table, tables, value, with_links


def write(hub, out):
    content, config = out / "content", out / "config.toml"
    put(config, config.read_text(encoding="utf-8") + "\n".join(data(hub)) + "\n")
    put(content / "_index.md", page([f"title = {value(hub['site']['title'])}"]))
    sections = {
        "notices": ("A to Z of privacy notices", ['page_template = "notice.html"', 'sort_by = "none"']),
        "general": ("General information", ['sort_by = "none"']),
        "retention": ("How long we keep information", []),
        "recipients": ("Who we share with", []),
    }
    for name, (title, more) in sections.items():
        put(content / name / "_index.md", page([f"title = {value(title)}", f'template = "{name}.html"', *more]))
    for section in hub["general"]:
        front_matter = [f"title = {value(section['title'])}", "render = false"]
        put(content / "general" / f"{section['id']}.md", page(front_matter, links(section["body"])))
    for notice in hub["notices"]:
        put(content / "notices" / f"{notice['id']}.md", page(front_matter_of(notice), links(notice["body"])))


def links(body):
    return with_links(body, r"@/notices/\1.md", r"/general/#\1")


def data(hub):
    lines = [line for id, controller in hub["controllers"].items() for line in table(f"extra.controllers.{id}", controller)]
    lines += table("extra.categories", {one["id"]: one["title"] for one in hub["categories"]})
    lines += table("extra.lawful", hub["lawful_bases"]) + table("extra.special", hub["special_conditions"])
    lines += table("extra.organisations", {one["id"]: one["name"] for one in hub["organisations"]})
    return lines + tables("extra.general", [{"id": one["id"], "title": one["title"]} for one in hub["general"]])


def front_matter_of(notice):
    lines = [f"title = {value(notice['title'])}", f"description = {value(notice['summary'])}",
             f"date = {notice['last_updated']}", "[taxonomies]", f"categories = {value([notice['category']])}",
             f"recipients = {value([one['org'] for one in notice['recipients'] if 'org' in one])}", "[extra]",
             f"controller = {value(notice['controller'])}", f"review_by = {value(notice['review_by'])}"]
    lines += keys({key: notice[key] for key in ("purposes", "transfers", "automated", "automated_note")})
    return lines + [line for name in TABLES for line in tables(f"extra.{name}", notice[name])]
