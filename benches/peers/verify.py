#!/usr/bin/env python3
"""Checks that an output says everything that the made-up hub has to say, and that its links lead somewhere.

    verify.py --model model.json --output FOLDER (--all | --sample COUNT)

One line for each kind of check; exit code 1 if any failed. A tool has its own words for headings and for the law; facts,
references to articles and paragraphs, and the service's own sentences have to be there.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree

from published import Published, plain

ATOM = "{http://www.w3.org/2005/Atom}"
VARIABLE_RIGHTS = {"erasure", "portability", "object", "withdraw-consent"}


def linked(body):
    """The notices to which a text links, each as often as it does."""
    return collections.Counter(re.findall(r"\]\(notice:([a-z0-9-]+)\)", body))


def sentences(markdown):
    """What must be read in the page of a text: each line or cell without its marks."""
    for line in markdown.splitlines():
        line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line).replace("*", "")
        if re.fullmatch(r"\s*\|?[\s|:-]+", line):
            continue
        for cell in line.strip().strip("|").split("|") if line.lstrip().startswith("|") else [line]:
            cell = plain(re.sub(r"^\s*(#{1,6}|[-+]|\d+\.)\s+", "", cell))
            if cell:
                yield cell


def rights(notice):
    """The rights that depend on the lawful bases: Articles 7(3), 17, 20 and 21 UK GDPR. Explicit consent to the use of
    special categories can be withdrawn as well, whatever the basis is."""
    bases = {basis["article"] for basis in notice["lawful_bases"]}
    given = {"erasure": "abdf", "portability": "ab", "object": "ef", "withdraw-consent": "a"}
    is_explicit = any(one["condition"] == "a" for one in notice["special_category"])
    return {right for right, letters in given.items() if bases & set(letters)} | ({"withdraw-consent"} if is_explicit else set())


class Verifier:
    def __init__(self, hub, output):
        self.hub, self.site = hub, Published(output, hub["site"]["base_url"])
        self.notices = {notice["id"]: notice for notice in hub["notices"]}
        self.addresses = {self.address(id) for id in self.notices}
        self.organisations = {one["id"]: one["name"] for one in hub["organisations"]}
        self.mentioned_by, self.known_to = collections.defaultdict(set), collections.defaultdict(set)
        for id, notice in self.notices.items():
            for other in linked(notice["body"]):
                self.mentioned_by[other].add(id)
            for other in [*linked(notice["body"]), *(one["notice"] for one in notice["recipients"] if "notice" in one)]:
                self.known_to[other].add(id)
        self.count, self.failed = collections.Counter(), collections.defaultdict(list)

    @staticmethod
    def address(id):
        return f"/notices/{id}/"

    def check(self, what, holds, where=""):
        self.count[what] += 1
        if not holds:
            self.failed[what].append(where)

    def page(self, what, address):
        page = self.site.page(address)
        self.check(f"{what} is there", page is not None, address)
        return page

    def links(self, page, here):
        """Every link and file of a page leads to a file, and every fragment to an id."""
        for link in page.links + page.files:
            path, fragment = self.site.inside(link, here)
            if path is None:
                scheme = urllib.parse.urlsplit(link).scheme
                self.check("links elsewhere have a known scheme", scheme in ("http", "https", "mailto", "tel"), link)
                continue
            file = self.site.file(path)
            self.check("links lead to a file", file.is_file(), f"{here} -> {link}")
            if fragment and file.suffix == ".html" and file.is_file():
                self.check("fragments lead to an id", fragment in self.site.ids(path), f"{here} -> {link}")

    def notice(self, notice):
        here = self.address(notice["id"])
        page = self.page("a notice", here)
        if page is None:
            return

        def says(what, *words):
            for one in words:
                self.check(what, plain(one) in page.text, f"{notice['id']}: {one[:80]}")

        self.form(page, here)
        controller = self.hub["controllers"][notice["controller"]]
        says("title and summary", notice["title"], notice["summary"])
        says("the controller", controller["name"], controller["registration"], controller["dpo_email"])
        for one in notice["collects"]:
            says("what is collected", one["context"], *one["items"], *one["sources"])
        says("purposes", *notice["purposes"])
        says("explanations of lawful bases", *(basis["explanation"] for basis in notice["lawful_bases"]))
        says("what is said of offences", *(one["explanation"] for one in notice["criminal_offence"]))
        for one in notice["retention"]:
            says("how long records are kept", *one.values())
        says("other countries", notice["transfers"])
        says("decisions by computer", notice["automated_note"])
        says("the text", *sentences(notice["body"]))
        for section in self.hub["general"]:
            body = section["body"]
            for key in ("name", "registration", "dpo_email"):
                body = body.replace("{{ controller.%s }}" % key, controller[key])
            says("general sections", section["title"], *sentences(body))
        self.law(notice, page)
        self.others(notice, page, here, says)
        self.links(page, here)

    def form(self, page, here):
        tags = page.tags
        is_whole = tags["main"] == tags["h1"] == 1 and tags["header"] and tags["footer"] and tags["nav"] >= 2
        self.check("the page is whole", is_whole, here)
        self.check("no id is there twice", len(page.ids) == len(set(page.ids)), here)
        is_filled = "{{" not in page.text and not any(link.startswith(("notice:", "general:")) for link in page.links)
        self.check("nothing is left to be filled in", is_filled, here)

    def law(self, notice, page):
        """The articles and paragraphs that the notice names, no more and no fewer, and the rights that follow."""
        def named(what, pattern, expected):
            found = set(re.findall(pattern, page.text))
            self.check(what, found == set(expected), f"{notice['id']}: {sorted(found)}, not {sorted(set(expected))}")

        authorities = [text for one in notice["special_category"] for text in one["schedule1"]]
        authorities += [one["authority"] for one in notice["criminal_offence"]]
        named("lawful bases", r"Article 6\(1\)\(([a-z]+)\)", [basis["article"] for basis in notice["lawful_bases"]])
        named("conditions for special categories", r"Article 9\(2\)\(([a-z])\)",
              [one["condition"] for one in notice["special_category"]])
        named("paragraphs of Schedule 1", r"Schedule 1, (?:Part [12], )?paragraph (\d+)",
              [number for text in authorities for number in re.findall(r"paragraph (\d+)", text)])
        self.check("rights", page.rights & VARIABLE_RIGHTS == rights(notice),
                   f"{notice['id']}: {sorted(page.rights & VARIABLE_RIGHTS)}, not {sorted(rights(notice))}")

    def others(self, notice, page, here, says):
        """Recipients, links to other notices, and links back."""
        targets, own = self.site.targets(page, here), linked(notice["body"])
        for one in notice["recipients"]:
            name = self.organisations[one["org"]] if "org" in one else self.notices[one["notice"]]["title"]
            says("recipients", name, one["purpose"])
            if "notice" in one:
                own[one["notice"]] += 1
        for other, times in own.items():
            self.check("links to notices", targets[self.address(other)] >= times, f"{notice['id']} -> {other}")
        for other in self.mentioned_by[notice["id"]]:
            is_there = targets[self.address(other)] >= own[other] + 1
            self.check("links back", is_there, f"{notice['id']} <- {other}")
        allowed = {self.address(id) for id in [*own, *self.known_to[notice["id"]], notice["id"]]}
        more = sorted(set(targets) & self.addresses - allowed)
        self.check("no link to any other notice", not more, f"{notice['id']}: {more[:3]}")

    def overviews(self):
        notices = self.hub["notices"]
        for name, address in (("the A to Z", "/notices/"), ("the retention schedule", "/retention/")):
            page = self.page(name, address)
            self.check(f"{name} leads to every notice", page and self.addresses <= set(self.site.targets(page, address)))
        page, rows = self.site.page("/retention/"), sum(len(notice["retention"]) for notice in notices)
        self.check("the retention schedule has every row", page and rows <= page.tags["tr"] <= rows + 100)
        page = self.page("the general notice", "/general/")
        for section in self.hub["general"] if page else []:
            self.check("the general notice has every section", plain(section["title"]) in page.text, section["id"])
        self.recipients(notices)
        self.categories(notices)
        for address in ("/", "/notices/", "/general/", "/recipients/", "/retention/"):
            page = self.page("an overview", address)
            if page:
                self.links(page, address)

    def recipients(self, notices):
        page = self.page("who gets data", "/recipients/")
        if page:
            targets = self.site.targets(page, "/recipients/")
            pairs = collections.Counter(self.address(one["id"]) for one in notices for who in one["recipients"] if "org" in who)
            self.check("who gets data has every pair", all(targets[address] >= times for address, times in pairs.items()))
            for name in self.organisations.values():
                self.check("who gets data names every organisation", plain(name) in page.text, name)

    def categories(self, notices):
        members = collections.defaultdict(set)
        for notice in notices:
            members[notice["category"]].add(self.address(notice["id"]))
        for category, expected in members.items():
            address = f"/categories/{category}/"
            page = self.page("a category", address)
            listed = set(self.site.targets(page, address)) & self.addresses if page else set()
            self.check("a category lists its notices and no others", listed == expected, category)

    def for_machines(self):
        listed = self.sitemap("sitemap.xml")
        self.check("the sitemap has every notice", {self.site.base + address for address in self.addresses} <= listed)
        home = self.site.page("/")
        feed = self.site.file(self.site.inside(home.feeds[0])[0]) if home and home.feeds else None
        self.check("the home page leads to a feed", feed is not None and feed.is_file())
        if feed and feed.is_file():
            entries = ElementTree.parse(feed).getroot().findall(f"{ATOM}entry")
            dates = sorted((entry.findtext(f"{ATOM}updated")[:10] for entry in entries), reverse=True)
            latest = sorted((notice["last_updated"] for notice in self.hub["notices"]), reverse=True)[:50]
            self.check("the feed has the latest 50", dates == latest)

    def sitemap(self, name):
        """The addresses of a sitemap and of those to which it leads."""
        try:
            root = ElementTree.parse(self.site.folder / name).getroot()
        except (OSError, ElementTree.ParseError):
            return set()
        found = {one.text.strip() for one in root.iter() if one.tag.endswith("}loc")}
        if root.tag.endswith("sitemapindex"):
            return set().union(*(self.sitemap(pathlib.PurePosixPath(urllib.parse.urlsplit(one).path).name) for one in found))
        return found

    def run(self, sample, only_failures=False):
        """Looks at every notice, or at so many of them; prints what it found, and gives the exit code."""
        chosen = list(self.notices.values())
        if sample is not None:
            chosen = random.Random(1).sample(chosen, min(sample, len(chosen)))
            for controller in self.hub["controllers"]:     # one of each controller at least
                chosen += [one for one in self.notices.values() if one["controller"] == controller][:1]
        for notice in chosen:
            self.notice(notice)
        self.overviews()
        self.for_machines()
        for what, count in self.count.items():
            wrong = self.failed[what]
            if only_failures and not wrong:
                continue
            print(f"{'FAIL' if wrong else 'ok':4} {what:45} {count - len(wrong)} of {count}")
            print("".join(f"       {where}\n" for where in wrong[:3]), end="")
        failed = sum(map(len, self.failed.values()))
        print(f"{len(chosen)} notices looked at, {sum(self.count.values())} checks, {failed} failed")
        return 1 if failed else 0


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", type=pathlib.Path, required=True, metavar="FILE")
    options.add_argument("--output", type=pathlib.Path, required=True, metavar="FOLDER")
    which = options.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="look at every notice")
    which.add_argument("--sample", type=int, default=40, metavar="COUNT", help="look at so many notices (default: 40)")
    typed = options.parse_args()
    hub = json.loads(typed.model.read_text(encoding="utf-8"))
    return Verifier(hub, typed.output).run(None if typed.all else typed.sample)


if __name__ == "__main__":
    sys.exit(main())
