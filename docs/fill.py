"""Fill the parts of the documents that the program itself can tell, between <!-- filled: NAME --> and <!-- end -->;
and write the schemas by which editors check the knowledge base.

`python docs/fill.py` writes them; `python docs/fill.py --check` changes nothing and exits 1 where one is stale.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import worked
from manual import manual

from opscareer.cli.app import MODULES, build
from opscareer.knowledge import open_kb
from opscareer.knowledge.places import FILES
from opscareer.knowledge.starter import schema_text
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Lang

ROOT = Path(__file__).parents[1]
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/arithmetic.md",
    "docs/roles.md",
    "docs/worked.md",
    "docs/team.md",
    "docs/index.md",
    "docs/zh.md",
)
SCHEMAS = tuple(f"data/schemas/{Path(file).stem}.json" for file in FILES)
MANUAL = "docs/opscareer.1"
COMPLETIONS = {
    shell: f"docs/completions/{name}"
    for shell, name in {"bash": "opscareer", "zsh": "_opscareer", "fish": "opscareer.fish"}.items()
}
"""What each shell reads, by the name under which it looks for that."""

PART = re.compile(r"(<!-- filled: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> int:
    """Write or check all documents; return 1 where one was stale and only checked."""
    check = "--check" in sys.argv[1:]
    kb = open_kb(None).whole()
    stale = [name for name in DOCUMENTS if _fill(ROOT / name, kb, write=not check)]
    whole = {MANUAL: manual(build()), **{path: schema_text(f"{Path(path).stem}.yaml") for path in SCHEMAS}}
    whole |= {path: _run("completion", shell) for shell, path in COMPLETIONS.items()}
    stale += [path for path, now in whole.items() if _write(ROOT / path, now, write=not check)]
    for name in stale:
        sys.stdout.write(f"{name}: {'stale; run python docs/fill.py' if check else 'filled'}\n")
    return 1 if stale and check else 0


def _fill(path: Path, kb: KnowledgeBase, *, write: bool) -> bool:
    """Fill one document; return whether it was stale."""
    before = path.read_text(encoding="utf-8")
    after = PART.sub(lambda part: f"{part[1]}{PARTS[part[2]](kb).rstrip()}\n{part[3]}", before)
    if write and after != before:
        path.write_text(after, encoding="utf-8")
    return after != before


def _write(file: Path, now: str, *, write: bool) -> bool:
    """Write a whole file; return whether it was stale."""
    stale = not file.exists() or file.read_text(encoding="utf-8") != now
    if write and stale:
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8")
    return stale


def _commands(_: KnowledgeBase) -> str:
    rows = [(f"`opscareer {name}`", module.sentence) for name, module in MODULES.items()]
    return _table(("command", "what it does"), rows)


def _example(lang: Lang) -> Callable[[KnowledgeBase], str]:
    words = ("assess", "--answers", "examples/new-media-specialist.yaml", "--lang", lang)
    return lambda _: f"```text\n{_run(*words)}```"


def _team(_: KnowledgeBase) -> str:
    return f"```text\n{_run('team', 'examples/team.csv', '--lang', 'en')}```"


def _counts(kb: KnowledgeBase) -> str:
    moves = len(kb.ladder.moves)
    return f"{len(kb.skills)} skills, {len(kb.roles)} roles, {len(kb.positions)} positions, {moves} moves."


def _roles(kb: KnowledgeBase) -> str:
    rows = [
        (
            f"`{p.id}`",
            p.title.zh,
            p.title.en,
            str(len(p.requirements)),
            ", ".join(f"`{up}`" for up in kb.promotions(p.id)),
        )
        for p in kb.positions.values()
    ]
    return _table(("position", "中文", "English", "skills asked", "rises to"), rows)


def _constants(kb: KnowledgeBase) -> str:
    rows = [
        (f"`{name}`", f"{value:g}", kb.rules.reasons[name].en) for name, value in asdict(kb.rules.constants).items()
    ]
    return _table(("constant", "value", "why"), rows)


def _worked(rows: Callable[[KnowledgeBase], list[tuple[str, ...]]]) -> Callable[[KnowledgeBase], str]:
    return lambda kb: _table((told := rows(kb))[0], told[1:])


def _run(*words: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "opscareer", *words], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


PARTS: Mapping[str, Callable[[KnowledgeBase], str]] = {
    "commands": _commands,
    "example": _example("zh"),
    "example-en": _example("en"),
    "team": _team,
    "counts": _counts,
    "roles": _roles,
    "constants": _constants,
    "worked-fit": _worked(worked.fit_rows),
    "worked-unknown": _worked(worked.unknown_rows),
    "worked-lines": _worked(worked.line_rows),
    "worked-step": lambda kb: "\n".join(worked.step_lines(kb)),
}

if __name__ == "__main__":
    sys.exit(main())
