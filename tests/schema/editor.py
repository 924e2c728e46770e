#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What an editor shows for the files of a ledger: talk to yaml-language-server as VS Code does.

It needs the network once, so it is no part of `make test`. From the top of the source tree:

    npm install --prefix /tmp/yls yaml-language-server
    python3 tests/schema/editor.py /tmp/yls build/release/taizhang [zh|en]

It opens every file of tasks/, which must get no red line, and a file with mistakes; then it prints
the red lines, a completion of keys and of words, and a text on hovering for each kind of key.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def settings_of_the_readme():
    """`yaml.schemas` as README.md tells people to set it, and no other schemas."""
    readme = (SOURCE / "README.md").read_text(encoding="utf-8")
    block = next(b for b in readme.split("```json\n")[1:] if "yaml.schemas" in b).split("```")[0]
    schemas = json.loads(block)["yaml.schemas"]
    return {"schemas": schemas, "schemaStore": {"enable": False}, "validate": True, "hover": True,
            "completion": True}  # fmt: skip


SETTINGS = {"yaml": settings_of_the_readme()}

BROKEN = {
    "tasks/2023/900-broken.yaml": """\
schema: 2
item: 0
section: "3"
titel: 名称拼错了
lead: 市科技局
due: 2023-06-31
status: in-progress
mechanism: yes
indicators:
  - id: 2023
    name: 没有类型
    target: 30家
    qualifier: at_least
    commitment: binding
    unit: 家
    readings:
      - {id: r1, date: 2023-8-2, value: null, source: {url: 无标题}}
    trajectory: {type: line}
""",
    "tasks/2024/plan.yaml": "schema: 1\nid: 2024\ntitle: 计划\nperiod: {start: 2024-01-01}\n",
    "tasks/2024/units.yaml": "schema: 1\nunits:\n  - {name: 市科技局, type: bureau}\n",
    # By its first line alone.
    "notes/draft.yaml": "# yaml-language-server: $schema=../.vscode/units.schema.json\nunits: []\n",
}

# In each | is where the cursor stands.
COMPLETIONS = {
    "a key of a task": "schema: 1\nitem: 1\nst|\n",
    "a key of a reading": "indicators:\n  - id: a\n    readings:\n      - id: r1\n        |\n",
    "a key of a source, through a reference": "progress:\n  - date: 2023-08-02\n    source:\n      |\n",
    "a status": "schema: 1\nstatus: |\n",
    "a qualifier": "indicators:\n  - id: a\n    qualifier: |\n",
    "a light": "override:\n  light: |\n",
}
HOVERS = {
    "a plain key": "du|e: 2023-12-31\n",
    "a word": "status: in_pro|gress\n",
    "the key of a list": "indic|ators: []\n",
    "the key of an entity": "qual|itative: {grade: 优}\n",
    "a key in an entity in a list": "indicators:\n  - ki|nd: level\n",
}


class Server:
    """One language server over its standard input and output."""

    def __init__(self, folder, root, locale):
        program = pathlib.Path(folder, "node_modules/yaml-language-server/bin/yaml-language-server")
        self.process = subprocess.Popen(
            ["node", str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.root, self.last_id, self.diagnostics = root, 0, {}
        workspace = [{"uri": root.as_uri(), "name": "ledger"}]
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": workspace,
                "locale": locale,
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "hover": {"contentFormat": ["markdown"]},
                        "completion": {
                            "completionItem": {
                                "documentationFormat": ["markdown"],
                                "snippetSupport": True,
                            }
                        },
                    },
                },
            },
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def receive(self):
        size = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        if size == 0:
            raise SystemExit("the language server has gone")
        message = json.loads(self.process.stdout.read(size))
        if message.get("method") == "workspace/configuration":
            parts = [SETTINGS.get(i.get("section"), {}) for i in message["params"]["items"]]
            self.send({"id": message["id"], "result": parts})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self.send({"id": message["id"], "result": None})
        return message

    def ask(self, method, params):
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == self.last_id and "method" not in message:
                if "error" in message:
                    raise SystemExit(f"{method}: {message['error']}")
                return message["result"]

    def open(self, path, text):
        """Open `path` with `text`; its address."""
        uri = (self.root / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def faults(self, uri):
        while uri not in self.diagnostics:
            self.receive()
        return self.diagnostics.pop(uri)

    def ask_at(self, method, path, marked):
        """Ask at the mark | in a document that is opened for it."""
        before, after = marked.split("|")
        uri = self.open(path, before + after)
        lines = before.split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        return self.ask(method, {"textDocument": {"uri": uri}, "position": position})


def prepare(root, taizhang, language):
    (root / ".vscode").mkdir()
    for kind in ("task", "plan", "units"):
        target = root / ".vscode" / f"{kind}.schema.json"
        command = [taizhang, "schema", kind, "--lang", language, "-o", str(target)]
        subprocess.run(command, check=True)


def print_faults(faults):
    for fault in faults:
        start = fault["range"]["start"]
        print(f"  {start['line'] + 1}:{start['character'] + 1}: {fault['message']}")


def main():
    folder, taizhang = sys.argv[1:3]
    language = sys.argv[3] if len(sys.argv) > 3 else "zh"
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name).resolve()
        prepare(root, str(pathlib.Path(taizhang).resolve()), language)
        server = Server(folder, root, "zh-cn" if language == "zh" else "en")
        red = 0
        files = sorted((SOURCE / "tasks").rglob("*.yaml"))
        for path in files:
            uri = server.open(path.relative_to(SOURCE), path.read_text(encoding="utf-8"))
            faults = server.faults(uri)
            red += len(faults)
            if faults:
                print(path.relative_to(SOURCE))
                print_faults(faults)
        print(f"{len(files)} files of tasks/: {red} red lines")

        seen = [red == 0]
        for path, text in BROKEN.items():
            print(f"\nmistakes in {path}:")
            faults = server.faults(server.open(path, text))
            print_faults(faults)
            seen.append(bool(faults))
        for count, (what, marked) in enumerate(COMPLETIONS.items()):
            items = server.ask_at(
                "textDocument/completion", f"tasks/2023/91{count}-completion.yaml", marked
            )
            items = items["items"] if isinstance(items, dict) else items
            print(f"\ncompletion of {what}: {len(items)}")
            for item in items[:9]:
                about = item.get("documentation") or ""
                about = about["value"] if isinstance(about, dict) else about
                print(f"  {item['label']}  {' '.join(about.split())}  → {item.get('insertText')!r}")
        for count, (what, marked) in enumerate(HOVERS.items()):
            hover = server.ask_at(
                "textDocument/hover", f"tasks/2023/92{count}-hover.yaml", marked
            )
            print(f"\nhover over {what}:")
            print("  " + (hover["contents"]["value"] if hover else "nothing").replace("\n", "\n  "))
        server.process.kill()
    return 0 if all(seen) else 1


if __name__ == "__main__":
    sys.exit(main())
