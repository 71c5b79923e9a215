"""What the documents say is what the program does."""

import re

import contracts
import pages
import pytest
import worked

from opscareer.cli.app import MODULES
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Lang
from opscareer.views.contract import names


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_command_has_its_help(lang: Lang) -> None:
    """The page of commands has the help of every command, in its language."""
    page = pages.commands(lang)
    told = set(re.findall(r"^## opscareer (\S+)$", page, re.MULTILINE))
    assert told == set(MODULES)
    assert page.count("Usage:" if lang == "en" else "用法：") == page.count("## opscareer")


def test_every_contract_is_told() -> None:
    """The page of the answers in JSON has every answer that has a schema, each with its keys and a real example."""
    page = contracts.contracts()
    assert set(re.findall(r"^## (\S+)$", page, re.MULTILINE)) == set(names()) - {"answers"}
    assert page.count("```json") == len(contracts.RUNS)
    assert "`gaps[].gain` | share" in page


def test_the_worked_example_adds_up(kb: KnowledgeBase) -> None:
    """What each skill adds sums to the fit that is told, and what each gap returns to the rest, to the digits shown."""
    _, *rows, together = worked.fit_rows(kb)
    weights, _, adds, returns = (sum(float(row[place]) for row in rows) for place in (3, 4, 5, 6))
    assert float(together[5]) + float(together[6]) == pytest.approx(1, abs=0.0011)
    assert (weights, adds, returns) == pytest.approx((1, float(together[5]), float(together[6])), abs=0.01)


def test_the_worked_example_is_the_advice(kb: KnowledgeBase) -> None:
    """The line that the worked example puts first is the one that the advice goes on in."""
    situation = worked.person(kb)
    head, first, *_ = worked.line_rows(kb)
    assert head[0] == "line"
    assert first[0] == kb.positions[situation.scales[0].line.present].title.en
    assert float(first[-1]) == max(float(row[-1]) for row in worked.line_rows(kb)[1:])
