# SPDX-License-Identifier: MIT
"""What the CI of a ledger does, without the CI: the very steps of the shipped GitHub workflow with
its action, the GitLab jobs and the hook of pre-commit, run by a shell in a repository that holds a
ledger and the files that the archive brings for it, and nothing else. The program is installed
from a local folder that is made as a release is.

    ledger_ci.py BUILD SOURCE      BUILD is a folder of CMake's with the program built
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import yaml

BUILD, SOURCE = (Path(argument).resolve() for argument in sys.argv[1:3])
FOUND = []


def expect(holds, text, more=""):
    if not holds:
        FOUND.append(text)
        print(f"FAIL {text}\n{more}")


def sh(*command, **options):
    return subprocess.run(command, text=True, capture_output=True, check=False, **options)


def must(*command, **options):
    result = sh(*command, **options)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{result.stdout}{result.stderr}")
    return result.stdout


def bash(script, folder, environment):
    """Run a script as GitHub and GitLab do: the first line that fails ends it."""
    return sh("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, cwd=folder,
              env=environment)


def environment(work, **more):
    """Nothing of this machine's but the system's own programs."""
    home = work / "home"
    home.mkdir(exist_ok=True)
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(home), "TMPDIR": str(work), **more}


class GitHub:
    """One job of a workflow, its steps and those of the action that it uses, in their order. Knows
    those expressions that the shipped files use; any other is a mistake here."""

    def __init__(self, repository, work, url):
        self.repository, self.work = repository, work
        self.url = url
        self.output, self.failed, self.outcomes, self.outputs = "", False, {}, {}
        self.path = []
        self.artifacts = {}
        self.summary = work / "summary"
        self.summary.touch()
        (work / "runner").mkdir()

    def value(self, text, inputs):
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        known |= {f"steps.{step}.outputs.{name}": value
                  for step, outputs in self.outputs.items() for name, value in outputs.items()}

        def one(match):
            expression = match[1].strip()
            if expression.startswith("vars.TAIZHANG_URL ||"):
                return self.url
            if re.fullmatch(r"steps\.\w+\.outputs\.\w+", expression):
                return known.get(expression, "")
            return known[expression]

        return re.sub(r"\$\{\{(.*?)\}\}", one, str(text))

    def wanted(self, step):
        condition = step.get("if")
        if condition is None:
            return not self.failed
        parts = condition.removeprefix("${{").removesuffix("}}").strip().split(" && ")
        assert parts.pop(0) == "!cancelled()", condition
        for part in parts:
            if outcome := re.fullmatch(r"steps\.(\w+)\.outcome == 'success'", part):
                if self.outcomes.get(outcome[1]) != "success":
                    return False
            else:
                output = re.fullmatch(r"steps\.(\w+)\.outputs\.(\w+) != ''", part)
                assert output, condition
                if not self.outputs.get(output[1], {}).get(output[2]):
                    return False
        return True

    def run(self, step, inputs, variables, action):
        assert step["shell"] == "bash"
        files = {name: self.work / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_PATH")}
        for file in files.values():
            file.write_text("")
        there = environment(self.work, **variables, GITHUB_ACTIONS="true", CI="true",
                            GITHUB_ACTION_PATH=str(action), RUNNER_TEMP=str(self.work / "runner"),
                            GITHUB_STEP_SUMMARY=str(self.summary),
                            **{name: str(file) for name, file in files.items()})
        there |= {name: self.value(text, inputs) for name, text in step.get("env", {}).items()}
        there["PATH"] = ":".join([*self.path, there["PATH"]])
        result = bash(self.value(step["run"], inputs), self.repository, there)
        self.output += result.stdout + result.stderr
        self.path = files["GITHUB_PATH"].read_text().split() + self.path
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().split("\n")
                       if line)
        return result.returncode == 0, outputs

    def steps(self, steps, inputs, variables, action=None):
        for step in steps:
            if not self.wanted(step):
                continue
            uses = step.get("uses", "")
            if uses.startswith("./"):
                folder = self.repository / uses
                described = yaml.safe_load((folder / "action.yml").read_text())
                given = {name: row["default"] for name, row in described["inputs"].items()}
                given |= step.get("with", {})
                self.steps(described["runs"]["steps"], given, variables, folder)
                self.outputs[step["id"]] = {name: self.value(row["value"], {})
                                            for name, row in described["outputs"].items()}
            elif uses.startswith("actions/upload-artifact@"):
                folder = Path(self.value(step["with"]["path"], inputs))
                self.artifacts |= {f"{step['with']['name']}/{file.name}": file.read_text()
                                   for file in folder.iterdir()}
            elif uses:
                assert uses.startswith("actions/checkout@"), uses
            else:
                good, outputs = self.run(step, inputs, variables, action)
                self.failed = self.failed or not good
                if "id" in step:
                    self.outcomes[step["id"]] = "success" if good else "failure"
                    self.outputs[step["id"]] = outputs

    def job(self):
        workflow = yaml.safe_load((self.repository / ".github/workflows/ledger.yml").read_text())
        (job,) = workflow["jobs"].values()
        variables = {name: self.value(text, {}) for name, text in workflow["env"].items()}
        self.steps(job["steps"], {}, variables)
        return {"failed": self.failed, "output": self.output, "artifacts": self.artifacts,
                "path": self.path, "summary": self.summary.read_text()}


def gitlab(repository, work, job, url):
    """The script of one job; what it wrote is left in the repository."""
    jobs = yaml.safe_load((repository / ".gitlab-ci.yml").read_text())
    base = jobs[jobs[job]["extends"]]
    there = environment(work, CI="true", **base["variables"])
    if url:
        there["TAIZHANG_URL"] = url
    return bash("\n".join(base["before_script"] + jobs[job]["script"]), repository, there)


def in_work(function):
    with tempfile.TemporaryDirectory() as folder:
        return function(Path(folder))


def main(top):
    # A release, as `make dist` lays it out.
    release = top / "release"
    must(SOURCE / ".ci/archive", BUILD, release)
    must(SOURCE / ".ci/dist", release)
    url = release.as_uri()

    # The repository of a ledger.
    installed = top / "installed"
    must("sh", release / "install.sh", installed, env=environment(top, TAIZHANG_URL=url))
    program = installed / "bin/taizhang"
    ledger = top / "ledger"
    must(program, "example", ledger, "--tasks", "12")
    shutil.copytree(installed / "share/taizhang/ci", ledger, dirs_exist_ok=True)
    git = ["git", "-C", str(ledger), "-c", "user.name=t", "-c", "user.email=t@t.example"]
    must("git", "init", "--quiet", ledger)
    must(*git, "add", "--all")
    must(*git, "commit", "--quiet", "--message", "ledger")
    expect({path.name for path in ledger.iterdir()} - {".git", "README.md"} ==
           {"tasks", ".github", ".gitlab-ci.yml", ".pre-commit-config.yaml"},
           "the repository holds a ledger and the files for its CI", str(list(ledger.iterdir())))
    (task, *_) = sorted((ledger / "tasks").rglob("[0-9]*-*.yaml"))
    sound = task.read_text()
    place = str(task.relative_to(ledger))
    line = 1 + [row.split(":")[0] for row in sound.split("\n")].index("due")
    (hook,) = yaml.safe_load((ledger / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]

    def pre_commit():
        there = environment(top)
        there["PATH"] = f"{installed}/bin:{there['PATH']}"
        return bash(hook["entry"], ledger, there)

    # A sound ledger passes and gets its weekly.
    job = in_work(lambda work: GitHub(ledger, work, url).job())
    expect(not job["failed"], "GitHub: a sound ledger passes", job["output"])
    title = re.search("<h1[^>]*>(.*?)</h1>", job["artifacts"].get("weekly/weekly.html", ""))
    expect(title and title[1] in job["summary"], "GitHub: the weekly is in the summary",
           job["summary"][:600])
    kept = job["artifacts"].get("weekly/weekly.md", "")
    expect(title and title[1] in kept and kept in job["summary"],
           "GitHub: the weekly is kept as Markdown, and the summary has all of it", kept[:600])
    # The last whole week: the report's day is the last Sunday.
    today = datetime.now(timezone(timedelta(hours=8))).date()
    sunday = str(today - timedelta(days=(today.weekday() + 1) % 7))
    expect(f"--as-of {sunday} " in kept, f"GitHub: the weekly is of {sunday}", kept[-600:])
    expect("::error" not in job["output"], "GitHub: nothing is marked as an error", job["output"])
    checked = in_work(lambda work: gitlab(ledger, work, "taizhang-check", url))
    expect(checked.returncode == 0, "GitLab: a sound ledger passes", checked.stderr)
    made = in_work(lambda work: gitlab(ledger, work, "taizhang-weekly", url))
    expect(made.returncode == 0 and title and title[1] in (ledger / "weekly.md").read_text() and
           title[1] in (ledger / "weekly.html").read_text(), "GitLab: the weekly is written",
           made.stderr)
    jobs = yaml.safe_load((ledger / ".gitlab-ci.yml").read_text())
    expect(set(jobs["taizhang-weekly"]["artifacts"]["paths"]) == {"weekly.html", "weekly.md"} and
           f"--as-of {sunday} " in (ledger / "weekly.md").read_text(),
           "GitLab: the weekly of last week is kept as a page and as Markdown")
    expect(pre_commit().returncode == 0, "pre-commit: a sound ledger passes", pre_commit().stdout)

    # A broken one fails with its line, and its weekly is written all the same.
    task.write_text(re.sub("(?m)^due: .*$", "due: 2024-02-30", sound))
    job = in_work(lambda work: GitHub(ledger, work, url).job())
    expect(job["failed"], "GitHub: a broken ledger fails", job["output"])
    expect(re.search(rf"^::error file={re.escape(place)},line={line},.*E12", job["output"], re.M),
           f"GitHub: the fault is marked at {place}:{line}", job["output"])
    expect("E12" in job["summary"] and title and title[1] in job["summary"],
           "GitHub: the summary has the fault and the weekly", job["summary"][:600])
    checked = in_work(lambda work: gitlab(ledger, work, "taizhang-check", url))
    expect(checked.returncode == 1, "GitLab: a broken ledger fails", checked.stderr)
    reported = json.loads((ledger / "gl-code-quality-report.json").read_text())
    expect((place, line) in [(row["location"]["path"], row["location"]["lines"]["begin"])
                             for row in reported], "GitLab: the fault is reported at its line",
           str(reported))
    expect("E12" in (ledger / "junit.xml").read_text(), "GitLab: JUnit has the fault")
    hooked = pre_commit()
    expect(hooked.returncode == 1 and f"{place}:{line}:" in hooked.stdout,
           "pre-commit: a broken ledger fails with its line", hooked.stdout)
    task.write_text(sound)

    # Nothing is installed that is not what was published, or from nowhere.
    job = in_work(lambda work: GitHub(ledger, work, "").job())
    expect(job["failed"] and "TAIZHANG_URL" in job["output"] and not job["artifacts"],
           "GitHub: without an address the job says so", job["output"])
    checked = in_work(lambda work: gitlab(ledger, work, "taizhang-check", ""))
    expect(checked.returncode != 0 and "TAIZHANG_URL" in checked.stderr,
           "GitLab: without an address the job says so", checked.stderr)
    (archive,) = release.glob("*.tar.gz")
    with archive.open("ab") as file:
        file.write(b"x")
    job = in_work(lambda work: GitHub(ledger, work, url).job())
    expect(job["failed"] and "SHA256SUMS" in job["output"] and not job["path"],
           "an archive that was changed is not installed", job["output"])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(Path(folder))
    if FOUND:
        sys.exit(f"{len(FOUND)} failed")
    print("the CI of a ledger does what it says")
