"""Writing counts into the files of data: what is counted as before changes no byte, what changed its own row."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from counted import HEADS, Share
from rewriting import Cell, Condition, conditions_grounded, roles_grounded, skills_grounded
from spans import LOADER

from opscareer.knowledge.places import builtin

DATA = Path(str(builtin()))
ROLES = """roles:
  - id: bd
    conditions:
      - {en: "A degree.", fact: education, least: college, rungs: [manager], sources: ["ads:0.50/12/2022-2026"]}  # kept
      - {en: "Travel."}
    asks:
      # the table
      negotiation:      {specialist: 2/3 must,
                         manager: {level: 3, weight: 2, sources: ["seed:bd", "ads:0.70/11/2022-2026"]},
                         sources: ["seed:bd", "ads:0.40/20/2022-2026"]}   # beside
      team-leadership:  {                      director: 4/4, sources: ["judgement"]}
      writing:          {specialist: 1}
"""
SKILLS = """skills:
  - id: negotiation
    sources: ["seed:bd", "ads:0.40/20/2022-2026"]   # bd
    name: Negotiation   # of terms
"""
ROWS = {"negotiation": [Share(0.4, 20, "2022-2026")]}
OWN = {Cell("bd", "negotiation", "manager"): [Share(0.7, 11, "2022-2026")]}
DEGREE = [Share(0.5, 12, "2022-2026")]


class Counts(NamedTuple):
    """What a count says of rows and cells."""

    rows: dict[str, list[Share]] = ROWS
    cells: dict[Cell, list[Share]] = OWN

    def written(self, text: str = ROLES) -> str:
        """Return the roles with what is counted."""
        return roles_grounded(text, lambda _, skill: self.rows.get(skill, []), lambda c: self.cells.get(c, []), HEADS)


def lines_changed(before: str, after: str) -> list[str]:
    """Return the lines of a text that are not as before."""
    assert len(before.splitlines()) == len(after.splitlines())
    return [now for was, now in zip(before.splitlines(), after.splitlines(), strict=True) if was != now]


def cited(sources: Sequence[str]) -> list[Share]:
    """Return the shares that a list of sources cites."""
    found = [re.fullmatch(r"ads:([\d.]+)/(\d+)/(.+)", source) for source in sources]
    return [Share(float(one[1]), int(one[2]), one[3]) for one in found if one]


def test_a_row_without_sources_gets_them() -> None:
    """A row that cites nothing cites judgement afterwards; all other lines stay."""
    assert lines_changed(ROLES, Counts().written()) == [
        '      writing:          {specialist: 1, sources: ["judgement"]}'
    ]


def test_a_changed_count_changes_its_row_alone() -> None:
    """Another share stands in the sources of its row; gaps, remarks, what the row cites besides, and all else stay."""
    settled = Counts().written()
    now = Counts(rows={"negotiation": [Share(0.45, 22, "2022-2026")]}).written(settled)
    (line,) = lines_changed(settled, now)
    assert line == f'{" " * 25}sources: ["seed:bd", "ads:0.45/22/2022-2026"]}}   # beside'


def test_few_ads_stand_beside_judgement() -> None:
    """A share of fewer than ten ads has judgement beside it."""
    now = Counts(rows={"negotiation": [Share(0.4, 9, "2022-2026")]}).written()
    assert '"ads:0.40/9/2022-2026", "judgement"]}' in now


def test_rows_of_heads_cite_no_ads() -> None:
    """What directors and above alone are asked is not cited from ads."""
    assert Counts({**ROWS, "team-leadership": [Share(0.4, 20, "2022-2026")]}).written() == Counts().written()


def test_a_cell_that_differs_no_more_is_a_word_again() -> None:
    """A cell whose own share is gone is written in a word."""
    assert lines_changed(Counts().written(), Counts(cells={}).written()) == [f"{' ' * 25}manager: 3/2,"]


def test_a_cell_with_a_share_of_its_own_is_spelt_out() -> None:
    """A cell that differs from its row tells level, weight, must and sources; what its row cites besides too."""
    own = {**OWN, Cell("bd", "negotiation", "specialist"): [Share(0.1, 10, "2022-2026")]}
    spelt = '{level: 2, weight: 3, must: true, sources: ["seed:bd", "ads:0.10/10/2022-2026"]}'
    assert f"{{specialist: {spelt},\n" in Counts(cells=own).written()


def test_an_indented_or_block_file_means_the_same() -> None:
    """A file that another editor indented, or wrote line by line, is counted as well: places come from the parser."""
    other = yaml.safe_dump(yaml.safe_load(ROLES), indent=6, allow_unicode=True, sort_keys=False)
    counts = Counts(rows={"negotiation": [Share(0.45, 22, "2022-2026")]})
    assert yaml.safe_load(counts.written(other)) == yaml.safe_load(counts.written())


def test_degrees() -> None:
    """A condition on education cites the ads that name a degree; others, and an unchanged count, stay."""
    assert conditions_grounded(ROLES, lambda _: DEGREE) == ROLES
    counted = {Condition("bd", "college", ("manager",)): [Share(0.6, 15, "2022-2026")]}
    (line,) = lines_changed(ROLES, conditions_grounded(ROLES, lambda one: counted[one]))
    assert line.endswith('sources: ["ads:0.60/15/2022-2026"]}  # kept')


def test_skills() -> None:
    """A skill cites who asks most for it and names them beside; one that nobody asks for stays."""
    same = [("bd", Share(0.4, 20, "2022-2026"))]
    assert skills_grounded(SKILLS, lambda _: same) == skills_grounded(SKILLS, lambda _: []) == SKILLS
    (line,) = lines_changed(SKILLS, skills_grounded(SKILLS, lambda _: [("sales", Share(0.5, 30, "2022-2026"))]))
    assert line == '    sources: ["seed:bd", "ads:0.50/30/2022-2026"]   # sales'
    (line,) = lines_changed(SKILLS, skills_grounded(SKILLS, lambda _: [("sales", same[0][1])]))
    assert line == '    sources: ["seed:bd", "ads:0.40/20/2022-2026"]   # sales'


def test_the_roles_of_data_change_no_byte() -> None:
    """The counts that data/roles.yaml cites, counted once more, write the file as it is."""
    text = (DATA / "roles.yaml").read_text(encoding="utf-8")
    roles = {role["id"]: role for role in yaml.load(text, Loader=LOADER)["roles"]}

    def cell(asked: Cell) -> list[Share]:
        told = roles[asked.role]["asks"][asked.skill][asked.rung]
        return cited(told["sources"]) if isinstance(told, dict) else []

    def degree(asked: Condition) -> list[Share]:
        told = [one for one in roles[asked.role]["conditions"] if one.get("fact") == "education"]
        same = (one for one in told if (one["least"], tuple(one.get("rungs", ()))) == (asked.least, asked.rungs))
        return cited(next(same)["sources"])

    now = roles_grounded(text, lambda role, skill: cited(roles[role]["asks"][skill]["sources"]), cell, HEADS)
    assert conditions_grounded(now, degree) == text


def test_the_skills_of_data_change_no_byte() -> None:
    """The counts that data/skills.yaml cites, counted once more, write the file as it is."""
    text = (DATA / "skills.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"- id: (\S+)\n(?:(?!  - id).*\n)*?    sources: (.*?)   # (.*)\n", text)
    asked = {
        id_: list(zip(roles.split(", "), cited(yaml.safe_load(told)), strict=True)) for id_, told, roles in entries
    }
    assert len(asked) > 40
    assert skills_grounded(text, lambda skill: asked.get(skill, [])) == text


@pytest.mark.parametrize("share", [0.126, 0.131])
def test_what_is_cited_is_rounded(share: float) -> None:
    """Two shares that are cited alike write the same."""
    counts = Counts(rows={"negotiation": [Share(share, 20, "2022-2026")]})
    assert "ads:0.13/20/2022-2026" in counts.written()
