import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from calling import ANSWERING, DRAWING, Call, Done

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
MARKUP = '[red]x[/] [/] <img src=x onerror=alert(1)> "q" {title} {0} %s \\n'
EVIL = f"\x1b[31m\x1b]0;owned\x07\x9b5m\u202e\u2066\u200b\x00\r{MARKUP}\x1b]8;;http://x\x1b\\"
PAGES = [f"{line} --lang {lang}" for line in (*ANSWERING, *DRAWING) if "schema" not in line for lang in ("zh", "en")]
LINES = [*(f"{line} --json" for line in ANSWERING), *PAGES]
"""Every command; those that print JSON whose words are in both languages once."""


def unsafe(done: Done) -> list[str]:
    """Return the unsafe characters on both streams, and those that a reader of the JSON would get."""
    told = [done.out, done.err]
    for stream in (done.out, done.err):
        if stream.startswith("{"):
            told += [text for line in stream.splitlines() for text in strings(json.loads(line))]
    return UNSAFE.findall("\n".join(told))


def strings(value: object) -> Iterator[str]:
    """Yield all strings of a JSON value."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


@pytest.fixture(scope="module")
def overlay(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A knowledge base whose every kind of text is hostile."""
    evil = {"zh": EVIL, "en": EVIL}
    words = {"zh": [EVIL], "en": [EVIL]}
    positions = {rung: {"title": evil, "aliases": words} for rung in ("specialist", "manager")}
    changed = {
        "name": evil,
        "groups": [{"id": "acquisition", "name": evil}],
        "skills": [
            {"id": "data-analysis", "name": evil, "definition": evil, "proof": [evil], "aliases": words}
            | {"levels": {str(n): evil for n in range(6)}, "grow": {str(n): [evil] for n in range(1, 6)}}
        ],
        "metrics": [{"id": "retention", "name": evil, "summary": evil}],
        "blocks": [{"id": "product", "name": evil, "summary": evil, "works_with": evil}],
        "roles": [
            {"id": "product-ops", "name": evil, "summary": evil, "positions": positions}
            | {"duties": [{**evil, "sources": ["judgement"]}]}
            | {"conditions": [{**evil, "fact": "education", "least": "bachelor", "sources": ["judgement"]}]}
        ],
        "rungs": [{"id": "manager", "name": evil}],
        "laterals": [{"from": "product-ops", "to": "user-ops", "why": evil}],
        "routes": [{"id": id_, "name": evil, "summary": evil} for id_ in ("internal", "change", "prove")],
        "titles": [{"rung": "manager", "advised_as": "specialist", "when": {"reports": "none"}}],
    }
    changed["titles"][0] |= {"because": evil, "sources": ["judgement"]}  # type: ignore[index]
    folder = tmp_path_factory.mktemp("overlay")
    (folder / "evil.yaml").write_text(json.dumps(changed), encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("line", LINES)
def test_hostile_overlay(call: Call, overlay: str, line: str) -> None:
    """No control, escape or bidi character of a knowledge base reaches the output of any command."""
    done = call(f"{line} --kb {overlay}")
    assert done.code == 0
    assert unsafe(done) == []


@pytest.mark.parametrize("line", ["role product-ops", "skill data-analysis", "gap product-ops/manager --answers ME"])
def test_markup_stays_text(call: Call, overlay: str, line: str) -> None:
    """Brackets, tags, quotes, braces and backslashes of a name are printed as they are."""
    squeezed = "".join(call(f"{line} --kb {overlay}").out.split())
    assert "".join(MARKUP.split()) in squeezed


@pytest.mark.parametrize("ending", ["jsonl", "parquet"])
@pytest.mark.parametrize("form", ["text --names", "markdown --names", "html --names", "csv", "jsonl", "json"])
def test_hostile_people(call: Call, tmp_path: Path, ending: str, form: str) -> None:
    """Ids and answers of people are told without their control and bidi characters, wherever they stand."""
    rows = [{"id": EVIL, "current": ["bd/manager"], "goal": goal} for goal in (None, None, EVIL)]
    file = tmp_path / f"people.{ending}"
    if ending == "parquet":
        pq.write_table(pa.Table.from_pylist(rows), file)
    else:
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = call(f"team {file} --min-group 1 --format {form}")
    assert done.code == 0
    assert "onerror" in done.out
    assert "onerror" in done.err
    assert unsafe(done) == []


def test_a_hostile_reason(call: Call, overlay: str, tmp_path: Path) -> None:
    """The reason of a rule may hold braces of any kind: only those that name a word of it are filled in."""
    file = tmp_path / "manager.yaml"
    file.write_text("schema: opscareer/answers/1\nanswers: {current: [product-ops/manager], reports: none}\n")
    done = call(f"assess --json --kb {overlay} --answers {file}")
    assert done.code == 0
    assert any("{0} %s" in why["en"] for why in done.answer["next"]["why"])


@pytest.mark.parametrize("line", ["role product-ops", "assess --answers ME", "ladder", "what-if --answers ME"])
def test_colours_come_from_the_program_alone(
    call: Call, overlay: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal with colours names are still text: the only escapes are the program's own styles."""

    class Screen(io.StringIO):
        encoding = "utf-8"

        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", screen)
    assert call(f"{line} --kb {overlay}").code == 0
    shown = screen.getvalue()
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert UNSAFE.findall(plain) == []
    assert "[red]x[/][/]<imgsrc=xonerror=alert(1)>" in "".join(plain.split())


@pytest.mark.parametrize(
    ("line", "flag"), [("kb check", ""), ("kb check", "--json"), ("roles", "--json"), ("assess --answers ME", "")]
)
def test_hostile_faults(call: Call, tmp_path: Path, line: str, flag: str) -> None:
    """Faults quote what was written without its control and bidi characters, and without the file name's."""
    folder = tmp_path / "\x1b[31mfolder\u202e"
    folder.mkdir()
    role = {"id": f"{EVIL}", EVIL: EVIL, "group": {EVIL: 1}, "sources": [EVIL], "positions": {EVIL: {EVIL: EVIL}}}
    (folder / "\x1b[2Jx.yaml").write_text(json.dumps({EVIL: EVIL, "roles": [role]}), encoding="utf-8")
    done = call(*f"{line} {flag} --kb".replace("ME", str(tmp_path / "me.yaml")).split(), str(folder))
    assert done.code == 3
    assert unsafe(done) == []


def test_raw_escapes_in_a_file(call: Call, tmp_path: Path) -> None:
    """A file with raw control characters is a fault of that file, told without them."""
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "roles.yaml").write_text("roles:\n  - id: bd\n    name: {zh: \x1b[31m红, en: red}\n", encoding="utf-8")
    done = call(f"roles --kb {folder}")
    assert done.code == 3
    assert f"{folder / 'roles.yaml'}:" in done.err
    assert unsafe(done) == []


@pytest.mark.parametrize("flag", ["", "--json"])
@pytest.mark.parametrize("line", ["assess", "gap bd/manager", "what-if"])
def test_hostile_answers(call: Call, tmp_path: Path, line: str, flag: str) -> None:
    """Wrong keys and values of answers are quoted without their control and bidi characters."""
    answers = {
        "current": [EVIL, 3, {EVIL: EVIL}],
        "years": EVIL,
        "education": EVIL,
        "goal": f"\u202e{EVIL}",
        EVIL: EVIL,
        f"skill.{EVIL}": 3,
        "skill.data-analysis": EVIL,
    }
    file = tmp_path / "\x1b[31mme\u202e.json"
    file.write_text(json.dumps({"schema": EVIL, "answers": answers, f"\u2066{EVIL}": 1}), encoding="utf-8")
    done = call(*f"{line} {flag} --answers".split(), str(file))
    assert (done.code, done.out) == (2, "")
    assert unsafe(done) == []
    assert "onerror" in done.err


@pytest.mark.parametrize("flag", [[], ["--json"]])
@pytest.mark.parametrize(
    "words",
    [
        [EVIL],
        [f"--{EVIL}"],
        ["--lang", EVIL, "roles"],
        ["roles", "--kb", EVIL],
        ["roles", "-o", f"/nowhere/{EVIL}"],
        ["role", EVIL],
        ["skill", EVIL],
        ["ladder", EVIL],
        ["ladder", "--format", EVIL],
        ["gap", EVIL, "--answers", "ME"],
        ["gap", "bd/manager", "--answers", EVIL],
        ["what-if", EVIL, "--answers", "ME"],
        ["what-if", f"{EVIL}=3", "--answers", "ME"],
        ["kb", EVIL],
        ["kb", "check", EVIL],
        ["kb", "schema", EVIL],
    ],
)
def test_hostile_words(call: Call, words: list[str], flag: list[str]) -> None:
    """A word of the command line is quoted without its control and bidi characters."""
    done = call(*(word.replace("\x00", "") for word in [*words, *flag]))
    assert done.code in (1, 2, 3)
    assert done.out == "" or words[:2] == ["kb", "check"]
    assert unsafe(done) == []
