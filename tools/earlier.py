"""Make what earlier versions leave on a machine, by their own code, for the tests of upgrading.

`python tools/earlier.py COMMIT ...` writes tests/upgrade/made/COMMIT: a file of answers, an overlay (one, where several
commits have the same), a knowledge base of its own, what is kept in the data folder and its export, the schemas of its
answers, and which answers it took. Each commit runs in a home of its own.
"""

import gzip
import io
import json
import lzma
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
MADE = ROOT / "tests" / "upgrade" / "made"
OVERLAY = re.compile(r"```yaml\n# ours/roles\.yaml\n(.+?)```", re.DOTALL)
WHOLE = "5975d23"
"""The commit whose built-in knowledge base itself is kept, as somebody may have copied it."""

KEPT = """
import json, sys
from pathlib import Path
from opscareer.knowledge import open_kb

kb = open_kb(None).whole()
told = json.loads(Path(sys.argv[1]).read_text())
try:
    from opscareer import store
except ImportError:
    sys.exit()
file = store.open_store(create=True)
begun = store.begin(file, "2026-01-05T08:00:00Z", kb.sha256, {})
few = dict(list(told["answers"].items())[:6])
if hasattr(store, "keep_answers"):
    store.keep_answers(file, begun._replace(answers=few), {})
else:
    for question, value in few.items():
        store.keep_answer(file, begun, question, value)
store.keep_assessment(file, "2026-01-04T23:30:00Z", kb.sha256, told["answers"], told["advice"])
file.close()
"""
"""What an earlier version keeps: an assessment, and a questionnaire that was broken off."""

TAKEN = """
import json
from opscareer.knowledge import open_kb

kb = open_kb(None).whole()
options = {q.id: [o if isinstance(o, str) else o.id for o in q.options] for q in kb.questions.values()}
kinds = {q.id: q.kind for q in kb.questions.values()}
print(json.dumps({"skills": [*kb.skills], "positions": [*kb.positions], "kinds": kinds, "options": options}))
"""
"""Which answers an earlier version takes."""

SCHEMAS = "assess ladder roles role skills skill gap what-if path plan compare report match demand history kb error"


def main() -> int:
    """Make the files of each commit that is named."""
    for commit in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            _made(Earlier(commit, Path(folder)))
        sys.stdout.write(f"{commit}: {sum(f.stat().st_size for f in (MADE / commit).rglob('*'))} bytes\n")
    return 0


class Earlier:
    """An earlier version, taken from the history and run in an empty home."""

    def __init__(self, commit: str, folder: Path) -> None:
        self.commit = commit
        self.home = folder / "home"
        self.tree = folder / "tree"
        self.home.mkdir()
        packed = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603, S607
        with tarfile.open(fileobj=io.BytesIO(packed)) as files:
            files.extractall(self.tree, filter="data")

    def python(self, *words: str) -> str:
        """Return what a run of Python with its code prints."""
        home = {"HOME": str(self.home), "PYTHONPATH": str(self.tree / "src"), "PATH": os.defpath, "LANG": "C.UTF-8"}
        done = subprocess.run([sys.executable, *words], cwd=self.home, env=home, capture_output=True, check=True)  # noqa: S603
        return done.stdout.decode()

    def program(self, *words: str) -> str:
        """Return what one of its commands prints."""
        return self.python("-m", "opscareer", *words)


def _made(earlier: Earlier) -> None:
    folder = MADE / earlier.commit
    folder.mkdir(parents=True, exist_ok=True)
    taken = json.loads(earlier.python("-c", TAKEN))
    _write(folder / "taken.json", json.dumps(taken, separators=(",", ":")))
    answers = _answers(taken)
    _write(folder / "answers.yaml", _file_of(answers))
    advice = json.loads(earlier.program("assess", "--json", "--answers", str(folder / "answers.yaml")))
    _overlay(earlier, folder)
    _kept(earlier, folder, answers, advice)
    _knowledge(earlier, folder)
    _keys(earlier, folder)


def _overlay(earlier: Earlier, folder: Path) -> None:
    """Write the overlay that its README showed, unless another commit has the same."""
    overlay = OVERLAY.search((earlier.tree / "README.md").read_text(encoding="utf-8"))
    assert overlay is not None
    others = [file.read_text(encoding="utf-8") for file in MADE.glob("*/ours/roles.yaml") if file.parents[1] != folder]
    if overlay[1] not in others:
        (folder / "ours").mkdir(exist_ok=True)
        _write(folder / "ours" / "roles.yaml", overlay[1])


def _answers(taken: dict[str, Any]) -> dict[str, Any]:
    """Return an answer to every question, each level somewhere, and the two that are none."""
    levels = [0, 1, 2, 3, 4, 5, "not-sure", "no-opportunity"]
    values = {"positions": ["new-media-ops/specialist"], "position": "coo/chief", "years": 2.5}
    first = {question: taken["options"][question][:1] for question in taken["kinds"]}
    facts = {
        question: values.get(kind, first[question] if kind == "choices" else "".join(first[question]))
        for question, kind in taken["kinds"].items()
        if question not in ("offer", "avoid")
    }
    skills = {f"skill.{skill}": levels[place % len(levels)] for place, skill in enumerate(taken["skills"])}
    return {**facts, **skills}


def _file_of(answers: dict[str, Any]) -> str:
    lines = [f"  {question}: {json.dumps(value)}".replace('"', "") for question, value in answers.items()]
    return "\n".join(["schema: opscareer/answers/1", "answers:", *lines]) + "\n"


def _kept(earlier: Earlier, folder: Path, answers: dict[str, Any], advice: dict[str, Any]) -> None:
    """Write what it keeps in its data folder, and what it exports of that; nothing where it keeps nothing yet."""
    told = earlier.home / "told.json"
    told.write_text(json.dumps({"answers": answers, "advice": advice}), encoding="utf-8")
    earlier.python("-c", KEPT, str(told))
    for file in earlier.home.rglob("*.sqlite3"):
        (folder / f"{file.name}.gz").write_bytes(_packed(file.read_bytes()))
        (folder / "history.json.gz").write_bytes(_packed(earlier.program("history", "--export").encode()))


def _knowledge(earlier: Earlier, folder: Path) -> None:
    """Write the knowledge base that it gave authors to begin from, and the built-in one of one commit."""
    if (earlier.tree / "data" / "starter").exists():
        earlier.program("kb", "new", "starter")
        (folder / "starter.tar.xz").write_bytes(_tar(earlier.home / "starter"))
    if earlier.commit == WHOLE:
        (folder / "builtin.tar.xz").write_bytes(_tar(earlier.tree / "data"))


def _keys(earlier: Earlier, folder: Path) -> None:
    """Write the schemas of its answers in JSON, where it prints any."""
    try:
        schemas = {name: json.loads(earlier.program("kb", "schema", name)) for name in SCHEMAS.split()}
    except subprocess.CalledProcessError:
        return
    (folder / "schemas.json.gz").write_bytes(_packed(json.dumps(schemas).encode()))


def _tar(folder: Path) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as files:
        for file in sorted(folder.glob("*.yaml")):
            entry = tarfile.TarInfo(file.name)
            entry.size = file.stat().st_size
            files.addfile(entry, io.BytesIO(file.read_bytes()))
    return lzma.compress(packed.getvalue())


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
