#!/usr/bin/env python3
"""Writes the made-up hub for one tool, with the tool's site around it.

    corpus.py --notices 60 --format noticeboard --out FOLDER

The same number and seed give the same bytes. `--format model` writes model.json, which verify.py needs.
"""
import argparse
import pathlib
import shutil
import sys

import model
from writers import WRITERS

SITES = pathlib.Path(__file__).resolve().parent / "sites"


def write(notices, form, out, seed=model.SEED):
    """Writes a hub into a folder that must be new or empty."""
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise SystemExit(f"{out} is not empty.")
    if (SITES / form).is_dir():
        shutil.copytree(SITES / form, out, dirs_exist_ok=True)
    WRITERS[form](model.hub(notices, seed), out)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--notices", type=int, required=True, metavar="COUNT")
    options.add_argument("--format", choices=sorted(WRITERS), required=True)
    options.add_argument("--out", type=pathlib.Path, required=True, metavar="FOLDER")
    options.add_argument("--seed", type=int, default=model.SEED)
    typed = options.parse_args()
    write(typed.notices, typed.format, typed.out, typed.seed)


if __name__ == "__main__":
    sys.exit(main())
