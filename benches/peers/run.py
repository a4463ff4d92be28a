#!/usr/bin/env python3
"""Times whole builds of the same hub by several tools.

    run.py --tools noticeboard,hugo,zola,eleventy --sizes 60,1000,10000 --verify 200

Each round runs every tool once, one after the other, so that a slower moment falls on all of them; outputs go to new
folders, and what is still to be written is written before, off the clock. The same round times `cp -r` of the tool's own
output: the floor, which is the cost of the files alone. Prints tables of medians; prefer ratios within one run.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict

import tools
from verify import Verifier

MIB = 1024 * 1024
WARM_UP_LIMIT = 2000     # the largest hub for which a round that does not count is worth its time


class Ran:
    """What a command took: seconds, seconds of processors with those of its children, bytes of memory at most."""

    def __init__(self, command, environment, folder, log):
        with open(log, "wb") as said:
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdin=subprocess.DEVNULL,
                                       stdout=said, stderr=subprocess.STDOUT)
            _, status, used = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command[0]} failed; what it said is in {log}")
        self.cpu, self.memory = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


class Outputs:
    """New folders for outputs. Those on a disk stay until the end: where many files have been deleted, the next ones take
    the kernel longer to create."""

    def __init__(self, base):
        self.base, self.count, self.on_disk = base.resolve(), 0, []
        self.base.mkdir(parents=True, exist_ok=True)
        self.is_memory = self.base.is_relative_to("/dev/shm")

    def new(self):
        self.count += 1
        folder = self.base / f"{os.getpid()}-{self.count}"
        os.sync()
        return folder

    def done_with(self, folder):
        if self.is_memory:
            shutil.rmtree(folder)
        else:
            self.on_disk.append(folder)

    def close(self):
        for folder in self.on_disk:
            shutil.rmtree(folder, ignore_errors=True)


class Comparison:
    """The builds of one size."""

    def __init__(self, chosen, size, outputs, options):
        self.chosen, self.size, self.outputs, self.options = chosen, size, outputs, options
        self.roots = {name: tools.corpus_of(tool.form, size, options.work, options.seed) for name, tool in chosen.items()}
        self.last, self.ran, self.floor = {}, defaultdict(list), defaultdict(list)

    def rounds(self):
        for name, tool in self.chosen.items():
            tool.prepare(self.roots[name])
        warm_ups = 1 if self.size <= WARM_UP_LIMIT else 0
        for number in range(warm_ups + self.options.runs):
            for name, tool in self.chosen.items():
                self.once(name, tool, counts=number >= warm_ups)

    def once(self, name, tool, counts):
        if name in self.last:
            self.outputs.done_with(self.last.pop(name))
        out = self.last[name] = self.outputs.new()
        command, environment = tool.build(self.roots[name], out)
        log = self.options.work / f"{name.replace('/', '-')}-{self.size}.log"
        ran = Ran(command, environment, self.roots[name], log)
        copy = self.outputs.new()
        floor = Ran(["cp", "-r", str(out), str(copy)], {}, self.options.work, os.devnull)
        self.outputs.done_with(copy)
        if counts:
            self.ran[name].append(ran)
            self.floor[name].append(floor)

    def table(self):
        print(f"\n### {self.size:,} notices (median of {self.options.runs} rounds)\n")
        print("| tool | wall s (least to most) | CPU s | memory MiB | files | MiB | floor s | wall / floor |")
        print("|---|---|---|---|---|---|---|---|")
        for name in self.chosen:
            walls = [ran.wall for ran in self.ran[name]]
            wall, cpu, memory = (statistics.median(getattr(ran, key) for ran in self.ran[name])
                                 for key in ("wall", "cpu", "memory"))
            floor = statistics.median(ran.wall for ran in self.floor[name])
            sizes = [file.lstat().st_size for file in self.last[name].rglob("*") if file.is_file()]
            print(f"| {name} | {wall:.3f} ({min(walls):.3f} to {max(walls):.3f}) | {cpu:.3f} | {memory / MIB:.0f} "
                  f"| {len(sizes)} | {sum(sizes) / MIB:.1f} | {floor:.3f} | {wall / floor:.1f} |", flush=True)

    def verify(self):
        """Holds each tool's last output against the model. True if all of them hold."""
        folder = tools.corpus_of("model", self.size, self.options.work, self.options.seed)
        hub, failed = json.loads((folder / "model.json").read_text(encoding="utf-8")), []
        for name in self.chosen:
            print(f"\n{name}, held against the model:", flush=True)
            failed.append(Verifier(hub, self.last[name]).run(self.options.verify, only_failures=True))
        return not any(failed)

    def close(self):
        for folder in self.last.values():
            self.outputs.done_with(folder)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tools", default=",".join(tools.TOOLS), metavar="NAMES")
    options.add_argument("--sizes", default="60,1000,10000", metavar="COUNTS")
    options.add_argument("--runs", type=int, default=5, metavar="COUNT")
    options.add_argument("--verify", type=int, metavar="COUNT", help="hold the last output against the model on so many notices")
    options.add_argument("--json", type=pathlib.Path, metavar="FILE", help="also write every single run to a file")
    tools.common_options(options)
    typed = options.parse_args()
    typed.work.mkdir(parents=True, exist_ok=True)
    chosen, outputs = tools.chosen(typed.tools), Outputs(typed.out)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, outputs {'in memory' if outputs.is_memory else 'on disk'}")
    runs, holds = [], True
    for size in map(int, typed.sizes.split(",")):
        comparison = Comparison(chosen, size, outputs, typed)
        comparison.rounds()
        comparison.table()
        if typed.verify is not None:
            holds &= comparison.verify()
        comparison.close()
        runs += [{"notices": size, "tool": name, "wall": ran.wall, "cpu": ran.cpu, "memory": ran.memory, "floor": floor.wall}
                 for name in chosen for ran, floor in zip(comparison.ran[name], comparison.floor[name])]
    outputs.close()
    if typed.json:
        typed.json.write_text(json.dumps(runs, indent=1) + "\n")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
