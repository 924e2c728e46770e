#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Kill the program at random moments while it writes forty files: what `check --fix` mends, then
what `import` takes in.

    kills.py PROGRAM KILLS [SEED]

Before that, one of the forty is read-only or has a second name: none may change, and the program
says which (exit 3). After each kill every file has to be the old one or the new one, and the same command has to finish
what was begun and to leave nothing else lying. The moment is a step of the writing, so that a slow
machine is no other test: the n-th new text laid beside its file, or the n-th file replaced.
"""
import os
import random
import shutil
import subprocess
import sys
import tempfile

FILES = 40

PLAN = """schema: 1
id: a
title: 甲县重点工作
period: {start: 2024-01-01, end: 2024-12-31}
language: zh
sections: [{no: 1, title: 城乡建设}]
"""
UNITS = "schema: 1\nunits: [{name: 县水务局, type: government}]\n"
TASK = """schema: 1
item: {item}
section: 1
title: 改造管网{item}
summary: 更换管网。
lead: [县水务局]
{due} 2024-12-31
status: in_progress
indicators:
  - {{id: pipes, name: 长度, kind: cumulative, qualifier: at_least, commitment: binding, target: 42, unit: 公里}}
"""


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def make_ledger(folder, due):
    """A ledger of forty tasks, and a form with a figure for each."""
    plan = os.path.join(folder, "tasks", "2024")
    os.makedirs(plan)
    write(os.path.join(folder, "tasks", "units.yaml"), UNITS)
    write(os.path.join(plan, "plan.yaml"), PLAN)
    for item in range(1, FILES + 1):
        write(os.path.join(plan, f"{item:03}-a.yaml"), TASK.format(item=item, due=due))
    write(os.path.join(folder, "form.csv"), "地址,本期累计\n" +
          "".join(f"{item}/pipes,{item}.5\n" for item in range(1, FILES + 1)))
    return plan


def contents(plan):
    result = {}
    for name in sorted(os.listdir(plan)):
        with open(os.path.join(plan, name), "rb") as file:
            result[name] = file.read()
    return result


def steps_done(plan, begun):
    """How far the writing has come: new texts laid down, then files replaced."""
    beside = sum(name.startswith(".taizhang-") for name in os.listdir(plan))
    if beside == FILES:
        begun = True
    return (2 * FILES - beside if begun else beside), begun


def kill_at(command, plan, step):
    """Run the command and kill it at that step of its writing; whether it was still at work."""
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    begun = False
    while run.poll() is None:
        done, begun = steps_done(plan, begun)
        if done >= step:
            run.kill()
            break
    return run.wait() < 0


def refuses(command, plan, old):
    """Of forty files one cannot be written: none is, and it is named."""
    name = sorted(old)[FILES // 2]
    path = os.path.join(plan, name)
    second = os.path.join(plan, "second")
    for prepare, undo in ((lambda: os.chmod(path, 0o440), lambda: os.chmod(path, 0o640)),
                          (lambda: os.link(path, second), lambda: os.remove(second))):
        prepare()
        run = subprocess.run(command, capture_output=True)
        undo()
        assert run.returncode == 3, f"exit {run.returncode}, not 3"
        assert name in run.stderr.decode(), "what could not be written is not named"
        assert contents(plan) == old, "some files were written"


def kill_all(command, due, kills, dice):
    """Kill the command, `command(folder)`, that often at work on a ledger."""
    work = tempfile.mkdtemp()
    killed = halfway = mixed = 0
    try:
        first = os.path.join(work, "first")
        plan = make_ledger(first, due)
        old = contents(plan)
        sound = os.path.join(work, "sound")
        shutil.copytree(first, sound)
        subprocess.run(command(sound), check=True, capture_output=True)
        new = contents(os.path.join(sound, "tasks", "2024"))
        changed = [name for name in old if old[name] != new[name]]
        assert sorted(new) == sorted(old) and len(changed) == FILES, "not all files are changed"
        refuses(command(first), plan, old)
        for number in range(kills):
            for name in changed:
                path = os.path.join(plan, name)
                with open(path, "wb") as file:
                    file.write(old[name])
            killed += kill_at(command(first), plan, dice.randint(1, 2 * FILES - 1))
            left = contents(plan)
            told = f"kill {number + 1} of {kills}"
            for name in old:
                assert left.get(name) in (old[name], new[name]), f"{told}: {name} is neither"
            news = sum(left[name] == new[name] for name in changed)
            halfway += len(left) > len(old)
            mixed += 0 < news < FILES
            again = subprocess.run(command(first), capture_output=True)
            assert again.returncode == 0, f"{told}: the next run says {again.stderr.decode()}"
            assert contents(plan) == new, f"{told}: the next run does not finish"
    finally:
        shutil.rmtree(work)
    print(f"{killed} of {kills} killed at work, {halfway} with new texts lying beside their files, "
          f"{mixed} with some files old and some new")
    assert killed * 2 >= kills and halfway * 3 >= kills, "too few kills came in time"


def main():
    program = os.path.realpath(sys.argv[1])
    kills = int(sys.argv[2])
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    kill_all(lambda folder: [program, "check", "--fix", "--select", "E", "-C", folder],
             "due：", kills, dice)
    kill_all(lambda folder: [program, "import", os.path.join(folder, "form.csv"), "--yes", "--date",
                             "2024-09-30", "--as-of", "2024-10-03", "-C", folder],
             "due:", kills, dice)


if __name__ == "__main__":
    main()
