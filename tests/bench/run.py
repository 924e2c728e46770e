#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measure commands on example ledgers, beside what reading the same files costs without them.

    tests/bench/run.py PROGRAM REFERENCE FOLDER [--sizes 85,1000,10000] [--base OTHER] [--runs 3]

PROGRAM is taizhang, REFERENCE taizhang_bench; the ledgers are written below FOLDER once and kept.
With --base another build of the program is measured in the same run, on ledgers of at most 10,000
tasks, and how many times the seconds of this one it takes. Each figure is the best of some runs of
the whole process, with the files in the page cache: seconds of all cores, how many times the read
floor that is, seconds on the clock, the most memory, and by what the seconds of all cores have
grown since the size before: they tell the same on a machine that does other work, too. Memory is
told from what this script takes itself, 15 MB. `ledger`, `hledger` and `task` are measured on as
many entries where they are installed.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

AS_OF = "2024-12-31"
COMMANDS = {
    "check": ["check", "--format", "json"],
    "list": ["list"],
    "list 筛选": ["list", "light:red", "or", "light:yellow"],
    "sql 分组": ["sql", "select lead, count(*) from tasks group by lead"],
    "stats --by lead": ["stats", "--by", "lead"],
    "report weekly": ["report", "weekly", "--format", "md"],
    "report unit": ["report", "unit", "--format", "md"],
    "explain 14": ["explain", "14"],
}
BYTES_PER_TASK = 3600
READINGS_PER_TASK = 20
# An older build may take a minute for each command of a larger ledger.
MOST_TASKS_OF_BASE = 10000


def run(command, env=None):
    """Seconds on the clock, seconds of all cores, and memory in MB of one process."""
    begin = time.monotonic()
    # One that ends at once would be waited for by Popen where nothing holds it.
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command, runs, env=None):
    """The best of some runs; None where the program cannot do it (exit 2)."""
    results = [run(command, env) for _ in range(runs)]
    if any(code not in (0, 1) for code, *_ in results):
        return None
    return min((cores, seconds, memory) for _, seconds, cores, memory in results)


class Table:
    """Prints rows as they come, each with its ratio to the floor and to the size before."""

    def __init__(self):
        self.before = {}
        self.now = {}

    def begin(self):
        self.before, self.now = self.now, {}
        print(f"{'':<28}{'核秒/cpu':>10}{'×floor':>9}{'秒/s':>9}{'MB':>8}{'增长/growth':>12}")

    def row(self, name, result, floor, beside=None):
        """`beside` is the result of which this is to be told how many times it is."""
        if result is None:
            print(f"{name:<28}{'—':>10}")
            return
        cores, seconds, memory = result
        self.now[name] = cores
        growth = f"{cores / self.before[name]:.1f}" if name in self.before else ""
        times = f"   {cores / beside[0]:.1f} 倍 / times" if beside else ""
        print(f"{name:<28}{cores:>10.3f}{cores / floor:>9.1f}{seconds:>9.3f}{memory:>8.0f}"
              f"{growth:>12}{times}", flush=True)


def ledger_of(program, folder, size):
    path = os.path.join(folder, str(size))
    if not os.path.isdir(path):
        partial = path + ".part"
        shutil.rmtree(partial, ignore_errors=True)
        subprocess.run([program, "example", partial, "--tasks", str(size)], check=True,
                       stdout=subprocess.DEVNULL)
        os.rename(partial, path)
    return path


def write_journal(path, postings):
    with open(path, "w", encoding="utf-8") as journal:
        for i in range(postings // 2):
            journal.write(f"2024-{i % 12 + 1:02}-{i % 28 + 1:02} 报数 {i}\n"
                          f"    指标:{i % 997}  {i % 1000}\n    来源:{i % 31}\n\n")


def others(size, runs, table, floor, folder):
    """Programs of others on as many entries: one task or twenty postings a task."""
    if shutil.which("ledger") or shutil.which("hledger"):
        journal = os.path.join(folder, f"{size}.journal")
        write_journal(journal, size * READINGS_PER_TASK)
        for name in ("ledger", "hledger"):
            if shutil.which(name):
                table.row(f"{name} balance", best([name, "-f", journal, "balance"], runs), floor)
    if shutil.which("task"):
        with tempfile.TemporaryDirectory() as data:
            env = dict(os.environ, TASKDATA=data, TASKRC=os.path.join(data, "rc"))
            with open(env["TASKRC"], "w", encoding="utf-8") as rc:
                rc.write("confirmation=no\nverbose=nothing\n")
            tasks = [{"description": f"任务 {i}", "project": f"单位 {i % 31}",
                      "due": "20241231T000000Z", "status": "pending"} for i in range(size)]
            subprocess.run(["task", "import", "-"], input=json.dumps(tasks).encode(), env=env,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            table.row("task list", best(["task", "list"], runs, env), floor)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("reference")
    parser.add_argument("folder")
    parser.add_argument("--sizes", default="85,1000,10000")
    parser.add_argument("--base")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    os.makedirs(given.folder, exist_ok=True)
    missing = sum(size for size in sizes
                  if not os.path.isdir(os.path.join(given.folder, str(size))))
    free = shutil.disk_usage(given.folder).free
    # A file takes whole blocks of the disk.
    needed = missing * max(BYTES_PER_TASK, 4096)
    print(f"{given.folder}：样例台账 {given.sizes} 项任务，还要写 {needed / 1e6:.0f} MB"
          f" / example ledgers, {needed / 1e6:.0f} MB to write", flush=True)
    if needed * 2 > free:
        sys.exit("磁盘空间不够 / too little room on the disk")
    table = Table()
    for size in sizes:
        path = ledger_of(given.program, given.folder, size)
        print(f"\n{size} 项任务 / tasks")
        reference = {what: best([given.reference, what, path], given.runs)
                     for what in ("read", "libyaml", "yaml-cpp")}
        floor = reference["read"][0]
        table.begin()
        table.row("read files", reference["read"], floor)
        table.row("libyaml events", reference["libyaml"], floor)
        table.row("yaml-cpp events", reference["yaml-cpp"], floor)
        for name, arguments in COMMANDS.items():
            command = ["-C", path, *arguments, "--as-of", AS_OF]
            now = best([given.program, *command], given.runs)
            table.row(name, now, floor)
            if given.base and size <= MOST_TASKS_OF_BASE:
                before = best([given.base, *command], given.runs)
                table.row(f"  {name} (base)", before, floor, now)
        others(size, given.runs, table, floor, given.folder)


if __name__ == "__main__":
    main()
