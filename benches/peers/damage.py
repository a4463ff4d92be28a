#!/usr/bin/env python3
"""Shows that verify.py is not blind: damages an output that holds, one thing at a time, and wants each to be found.

    damage.py --model model.json --output FOLDER

The folder is as it was in the end.
"""
import argparse
import contextlib
import io
import json
import pathlib
import re
import sys

from verify import Verifier, linked


def damages(hub, site):
    """What is done to which file, and the check that has to fail: a pattern and what takes its place, once."""
    of = {notice["id"]: notice for notice in hub["notices"]}
    target, source = next((other, id) for id, notice in of.items() for other in linked(notice["body"]))
    protected = next(notice for notice in of.values() if any(one["schedule1"] for one in notice["special_category"]))
    objecting = next(notice for notice in of.values() if {"e", "f"} & {basis["article"] for basis in notice["lawful_bases"]})

    def page(id):
        return site / "notices" / id / "index.html"

    first = next(iter(of.values()))
    return [
        ("purposes", page(first["id"]), re.escape(first["purposes"][0].split(" ", 2)[2]), "nothing"),
        ("links back", page(target), f'href="[^"]*/{source}/"', 'href="/"'),
        ("rights", page(objecting["id"]), 'data-right="object"', 'data-right="erased"'),
        ("paragraphs of Schedule 1", page(protected["id"]), r"(Schedule 1, (?:Part \d, )?paragraph )\d+", r"\g<1>36"),
        ("fragments lead to an id", page(first["id"]), r'href="([^"]*)#[^"]+"', r'href="\g<1>#nowhere"'),
        ("links lead to a file", page(first["id"]), r'href="[^"#]*/notices/"', 'href="/nowhere/"'),
        ("no id is there twice", page(first["id"]), r"<h1", '<b id="a"></b><b id="a"></b><h1'),
        ("the sitemap has every notice", site / "sitemap.xml", f"/notices/{first['id']}/", "/"),
        ("the A to Z leads to every notice", site / "notices" / "index.html", f'href="[^"]*/{first["id"]}/"', 'href="/"'),
        ("a notice is there", page(first["id"]), None, None),
    ]


def is_found(hub, output, check):
    verifier = Verifier(hub, output)
    with contextlib.redirect_stdout(io.StringIO()):
        verifier.run(None)
    return bool(verifier.failed[check])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", type=pathlib.Path, required=True, metavar="FILE")
    options.add_argument("--output", type=pathlib.Path, required=True, metavar="FOLDER")
    typed = options.parse_args()
    hub = json.loads(typed.model.read_text(encoding="utf-8"))
    unseen = []
    for check, file, pattern, instead in damages(hub, typed.output):
        before = file.read_text(encoding="utf-8")
        if pattern is None:
            file.unlink()
        else:
            damaged = re.sub(pattern, instead, before)
            assert damaged != before, f"{pattern} is to stand in {file}"
            file.write_text(damaged, encoding="utf-8")
        unseen += [] if is_found(hub, typed.output, check) else [check]
        file.write_text(before, encoding="utf-8")
    print(f"Not seen: {unseen}" if unseen else "Every damage has been seen.")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
