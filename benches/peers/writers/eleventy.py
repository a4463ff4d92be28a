"""Eleventy: Markdown with YAML, which it reads by default, under content/; what all pages share as a data file."""
import json

from .files import TABLES, page, put, value


def write(hub, out):
    content = out / "content"
    shared = {key: hub[key] for key in ("site", "controllers", "categories", "lawful_bases", "special_conditions")}
    shared["organisations"] = {one["id"]: one["name"] for one in hub["organisations"]}
    shared["general"] = [{"id": one["id"], "title": one["title"]} for one in hub["general"]]
    put(content / "_data" / "hub.json", json.dumps(shared, indent=1, ensure_ascii=False) + "\n")
    for section in hub["general"]:
        put(out / "general" / f"{section['id']}.md", section["body"])
    for notice in hub["notices"]:
        put(content / "notices" / f"{notice['id']}.md", page(front_matter_of(notice), notice["body"], fence="---"))


def front_matter_of(notice):
    single = ("title", "summary", "category", "controller", "last_updated", "review_by", "transfers", "automated",
              "automated_note")
    lines = [f"{key}: {value(notice[key])}" for key in single]
    lines += ["purposes:"] + [f"  - {value(purpose)}" for purpose in notice["purposes"]]
    return lines + [line for name in TABLES for line in rows(name, notice[name])]


def rows(name, of):
    """A list of tables: the first key of each stands behind the dash."""
    if not of:
        return [f"{name}: []"]
    entries = (f"{'  - ' if first else '    '}{key}: {value(one)}"
               for row in of for first, (key, one) in zip([True] + [False] * len(row), row.items()))
    return [f"{name}:", *entries]
