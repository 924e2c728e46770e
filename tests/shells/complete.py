#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Complete words in real shells, each at a terminal of its own: a line is typed, Tab is pressed, and
the shell itself then prints the words that came of it. A shell that is not installed is skipped by
name.

    complete.py PROGRAM LEDGER        LEDGER is a folder that stands as tasks/
"""
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE = 60  # seconds

# What is typed, and the words that Tab makes of it.
LINES = [
    ("taizhang quer", ["taizhang", "queries"]),
    ("taizhang list --rows indi", ["taizhang", "list", "--rows", "indicators"]),
    ("taizhang list light:ye", ["taizhang", "list", "light:yellow"]),
    ("taizhang list lead:县水", ["taizhang", "list", "lead:县水务局"]),
    ("taizhang list @mis", ["taizhang", "list", "@miss"]),
    ("taizhang list 'item:1 light:ye", ["taizhang", "list", "item:1 light:yellow"]),
    ("taizhang list --format=mark", ["taizhang", "list", "--format=markdown"]),
    ("taizhang list -o some-fi", ["taizhang", "list", "-o", "some-file.html"]),
]

STARTS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source <(taizhang completion bash)"),
    "zsh": (
        ["zsh", "-f", "-i"],
        "bindkey -e; autoload -Uz compinit; compinit -u -D; source <(taizhang completion zsh)",
    ),
}


class Terminal:
    def __init__(self, command, environment, folder):
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self.seen = b""

    def send(self, text):
        os.write(self.end, text.encode())

    def read(self, seconds):
        """Take what comes within so many seconds; whether anything has."""
        if not select.select([self.end], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self.end, 65536)
        except OSError:
            return False
        self.seen += piece
        return bool(piece)

    def text(self):
        return self.seen.decode(errors="replace")

    def wait_for(self, text):
        """Read until `text` has come; whether it has."""
        until = time.monotonic() + PATIENCE
        while text not in self.text() and time.monotonic() < until:
            self.read(0.2)
        return text in self.text()

    def up_to(self, text):
        self.wait_for(text)
        return self.text()

    def rest(self):
        """Read until nothing has come for two seconds."""
        while self.read(2):
            pass

    def close(self):
        os.close(self.end)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def printed_by(shell, typed, environment, folder):
    """What a shell of its own prints of the words when `typed` has been completed."""
    command, start = STARTS[shell]
    terminal = Terminal(command, environment, folder)
    try:
        terminal.send(start + "; printf '%s\\n' rea''dy\n")
        if not terminal.wait_for("ready"):
            return "it does not start: " + terminal.text()
        terminal.send(typed + "\t")
        terminal.rest()
        # To the start of the line and to its end: the line becomes words of printf.
        terminal.send("\x01printf '<%s>' \x05 '|do''ne|'\n")
        return terminal.up_to("<|done|>")
    finally:
        terminal.close()


def main():
    program, ledger = (os.path.realpath(path) for path in sys.argv[1:3])
    faults = []
    done = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ledger, os.path.join(folder, "tasks"))
        open(os.path.join(folder, "some-file.html"), "w").close()
        environment = {
            "PATH": os.path.dirname(program) + ":/usr/bin:/bin",
            "HOME": folder,
            "LANG": "C.UTF-8",
            "TERM": "dumb",
            "TAIZHANG_LANG": "zh",
            "PS1": "$ ",
        }
        for shell in STARTS:
            if not shutil.which(shell):
                print(f"skipped: {shell} is not installed")
                continue
            for typed, words in LINES:
                wanted = "".join(f"<{word}>" for word in words)
                printed = printed_by(shell, typed, environment, folder)
                done += 1
                if wanted not in printed:
                    faults.append(f"{shell}: {typed!r}: wanted {wanted}, got {printed!r}")
        if shutil.which("fish"):
            for typed, words in LINES:
                if "'" in typed or "-file" in words[-1]:
                    continue
                asked = f"source (taizhang completion fish | psub); complete -C {typed!r}"
                result = subprocess.run(
                    ["fish", "--no-config", "-c", asked],
                    env=environment, cwd=folder, capture_output=True, text=True, timeout=PATIENCE,
                )
                offered = [line.split("\t")[0] for line in result.stdout.splitlines()]
                done += 1
                if words[-1] not in offered:
                    faults.append(f"fish: {typed!r}: {offered} {result.stderr}")
        else:
            print("skipped: fish is not installed")
    print("\n".join(faults) or f"{done} lines were completed")
    return 1 if faults or done < len(LINES) else 0


if __name__ == "__main__":
    sys.exit(main())
