"""The command lines that tests of all commands go through, and what a call leaves behind."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from opscareer import store

ANSWERS = """
schema: opscareer/answers/1
answers:
  current: [product-ops/specialist]
  years: 2.5
  education: secondary
  skill.data-analysis: 2
  skill.user-insight: 3
  skill.communication: not-sure
  skill.team-leadership: no-opportunity
"""

AD = """商户运营专员

岗位职责：
1、负责新商户的入驻审核与培训；
2、策划商户活动，用 Excel 分析数据。
任职要求：本科及以上学历，2年以上运营经验，熟悉 SQL 优先。
"""

TEAM = "".join(
    f"{line}\n"
    for line in (
        "id,current,years,lead,skill.data-analysis,skill.user-insight,skill.communication,skill.team-leadership",
        "a1,product-ops/specialist,2.5,yes,2,3,not-sure,no-opportunity",
        "a2,product-ops/specialist,1,,1,2,2,0",
        "a3,user-ops/senior,4,no,4,4,3,1",
        "a4,user-ops/specialist,0.5,unsure,0,1,,",
        "a5,product-ops/manager;user-ops/manager,3,yes,4,3,4,3",
        "a6,[],,,,,,",
    )
)

ANSWERING = (
    "ladder",
    "ladder product-ops",
    "roles",
    "role product-ops",
    "skills",
    "skill data-analysis",
    "assess --answers ME",
    "gap product-ops/manager --answers ME",
    "what-if --answers ME",
    "what-if data-analysis=5 --answers ME",
    "path --answers ME",
    "path coo -k 1 --all --answers ME",
    "plan --answers ME",
    "plan user-ops/manager --all --months 6 --parallel 1 --answers ME",
    "compare product-ops/manager user-ops/manager --answers ME",
    "report --answers ME",
    "form",
    "form product-ops/manager --both",
    "match AD",
    "match AD --answers ME",
    "demand ADS",
    "team TEAM",
    "team TEAM --names --by rung --min-group 3",
    "history",
    "kb check",
    "kb where",
)
"""Every command that answers something, ME being a file of answers, AD one with a job ad, ADS one with
several, TEAM one of people."""

DRAWING = (
    "assess --format markdown --answers ME",
    "gap product-ops/manager --format markdown --answers ME",
    "gap product-ops/manager --format csv --answers ME",
    "path --format mermaid --answers ME",
    "plan --format markdown --answers ME",
    "report --format html --answers ME",
    "report --format markdown --answers ME",
    "kb schema skills.yaml",
    "kb schema roles.yaml --overlay",
    "ladder --format mermaid",
    "ladder --format dot",
    "ladder bd --format dot",
    "form bd --format markdown",
    "form bd/manager --format csv",
    "form bd/manager --rows --both --format csv",
    "roles --format csv",
    "role bd --format markdown",
    "skills --format csv",
    "skill seo --format markdown",
    "team TEAM --format markdown",
    "team TEAM --format html",
    "team TEAM --format csv",
    "team TEAM --format jsonl",
    "history --format markdown",
    "history --format csv",
    "kb schema assess",
    "kb schema error",
)
"""What prints the same with and without --json."""


class Done(NamedTuple):
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def answer(self) -> Any:
        """The JSON on standard output."""
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The error in JSON on standard error."""
        return json.loads(self.err)["error"]


Call = Callable[..., Done]
Save = Callable[[str, str | bytes], Path]
"""Writes a file into a folder of its own."""
Overlay = Callable[..., Path]
"""Makes a folder that is laid over the built-in knowledge base."""


def people(done: Done) -> list[str]:
    """Return the ids of the people in an answer of `team`."""
    return [one["id"] for one in done.answer["people"]]


def left_out(done: Done) -> list[tuple[int, str]]:
    """Return row and column of all that `team` left out."""
    return [(one["row"], one["column"]) for one in done.answer["left_out"]["first"]]


def apart(answer: Any) -> Any:
    """Return an answer without what comes next, which names the files that the command was given."""
    return {key: told for key, told in answer.items() if key != "next_actions"}


def opened() -> store.Store:
    """Return the file of answers."""
    found = store.open_store()
    assert found is not None
    return found


def keep(call: Call, tmp_path: Path, answers: str = ANSWERS, day: int = 1) -> None:
    """Keep the assessment that comes of a file of answers."""
    file = tmp_path / "kept.yaml"
    file.write_text(answers, encoding="utf-8")
    advice = call(f"assess --json --answers {file}").answer
    lines = (line.strip().split(": ") for line in answers.splitlines()[3:])
    told: dict[str, Any] = {question: int(value) if value.isdecimal() else value for question, value in lines}
    told |= {"current": ("product-ops/specialist",), "years": 2.5}
    file_of_answers = opened()
    store.keep_assessment(file_of_answers, f"2026-01-{day:02}T00:00:00Z", advice["kb"]["sha256"], told, advice)
    file_of_answers.close()
