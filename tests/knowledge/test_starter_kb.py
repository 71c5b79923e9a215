"""The starter: a small knowledge base of another trade, to be copied by those who write one of their own."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from kb_rules import fit_of_who_just_meets, grams, level_texts, written
from pydantic import BaseModel

from opscareer.advice import advise
from opscareer.interview import accept, profile_of
from opscareer.knowledge import open_kb
from opscareer.knowledge.places import FILES, builtin, yaml_files
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.question import BoundsShape
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Lang
from opscareer.written.yaml_nodes import plain
from opscareer.written.yaml_reader import read

STARTER = builtin() / "starter"
LINES = [
    ("ward/nurse", "ward/charge", "ward-head/head", "nursing/director"),
    ("icu/nurse", "icu/charge", "ward-head/head", "nursing/director"),
]
BEDSIDE = {"assessment": 3, "procedures": 3, "patient-communication": 3, "safe-care": 2, "critical-care": 1}
"""The levels of a nurse who has a ward post in hand."""
CHARGE = {"assessment": 4, "procedures": 4, "safe-care": 3, "critical-care": 4, "teaching": 3, "team-leadership": 2}
"""The levels of somebody in intensive care who is called a charge nurse."""


@pytest.fixture(scope="module")
def starter(warm: Path) -> Iterator[KnowledgeBase]:
    """The starter, opened as a knowledge base of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(warm))
        yield open_kb(STARTER).whole()


@pytest.fixture(scope="module")
def shape() -> KbShape:
    """What is written in its files, before anything is filled in."""
    files: dict[str, Any] = {}
    for file in yaml_files(STARTER):
        told = plain(read(file.read_bytes(), file.name)[0])
        assert isinstance(told, dict)
        files.update(told)
    return KbShape.model_validate(files)


def shapes_below(value: object) -> Iterator[BaseModel]:
    """Yield every mapping that the schema knows, below a value and with it."""
    if isinstance(value, BaseModel):
        yield value
        value = [*(getattr(value, name) for name in type(value).model_fields), *(value.model_extra or {}).values()]
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from shapes_below(child)


def told(kb: KnowledgeBase, facts: Mapping[str, Any], levels: Mapping[str, int]) -> tuple[str, str, str]:
    """Return the position advised, the verdict and the route for some answers."""
    answers = {**facts, **{f"skill.{skill}": level for skill, level in levels.items()}}
    advice = advise(kb, profile_of(kb, {key: accept(kb, key, value) for key, value in answers.items()}))
    assert advice.next is not None
    assert advice.way is not None
    return advice.next.position, advice.next.verdict, advice.way.route


def test_whole(starter: KnowledgeBase) -> None:
    """It has no faults, one file for each part, and stands alone: three groups, some nine skills, four roles."""
    assert tuple(path.name for path in yaml_files(STARTER)) == FILES
    assert open_kb(STARTER).layers == (STARTER,)
    assert starter.name == ("医院护理", "Hospital nursing")
    assert len(starter.groups) == 3
    assert 8 <= len(starter.skills) <= 9
    assert list(starter.roles) == ["ward", "icu", "ward-head", "nursing"]


def test_every_feature(shape: KbShape) -> None:
    """Every key that the schema knows is written at least once, so that a reader sees each in use."""
    used: dict[type[BaseModel], set[str]] = {}
    for one in shapes_below(shape):
        filled = {name for name in one.model_fields_set if getattr(one, name) not in ([], {}, None)}
        used.setdefault(type(one), set()).update(filled)
    missing = {kind.__name__: set(kind.model_fields) - names for kind, names in used.items()}
    assert {kind: names for kind, names in missing.items() if names} == {}
    assert {question.kind for question in shape.questions} == {"positions", "position", "years", "choice", "choices"}
    assert {question.reads for question in shape.questions} == {"metrics", "work", None}


def test_every_kind_of_test(shape: KbShape) -> None:
    """Its rules test a word, one of several words, a number from below and one from above."""
    tests = [test for part in (shape.route_rules, shape.growth, shape.titles) for r in part for test in r.when.values()]
    bounds = [test for test in tests if isinstance(test, BoundsShape)]
    assert {type(test) for test in tests} == {str, list, BoundsShape}
    assert {name for bound in bounds for name in bound.model_fields_set} == {"at_least", "below"}


def test_skills(starter: KnowledgeBase) -> None:
    """Each skill is asked for, and tells one way to each level, one thing to show and other names in both languages."""
    assert set(starter.skills) == {skill for asked in starter.needed.values() for skill in asked}
    for skill in starter.skills.values():
        assert [len(actions) for actions in skill.grow] == [1, 1, 1, 1, 1], skill.id
        assert len(skill.proof) == 1, skill.id
        assert skill.aliases.zh, skill.id
        assert skill.aliases.en, skill.id


@pytest.mark.parametrize(("lang", "length"), [("zh", 3), ("en", 4)])
def test_starter_level_texts_differ(starter: KnowledgeBase, lang: Lang, length: int) -> None:
    """No two levels are alike: they share at most 70% of their runs of characters, as in the built-in one."""
    found = [(place, grams(text, length)) for place, text in level_texts(starter, lang)]
    alike = [(one, other) for (one, a), (other, b) in combinations(found, 2) if len(a & b) > 0.70 * min(len(a), len(b))]
    assert alike == []


def test_requirements_of_starter(starter: KnowledgeBase, shape: KbShape) -> None:
    """Every position asks for six to nine skills, weighted 1-5, of which one to three are waived by nobody."""
    for role in shape.roles:
        for rung in role.positions:
            asked = role.column(rung).values()
            assert 6 <= len(asked) <= 9, (role.id, rung)
            assert 1 <= sum(r.must for r in asked) <= 3, (role.id, rung)
            assert {r.weight for r in asked} <= {1, 2, 3, 4, 5}, (role.id, rung)
            assert max(r.weight for r in asked if r.must) == max(r.weight for r in asked), (role.id, rung)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_levels_rise(starter: KnowledgeBase, line: tuple[str, ...]) -> None:
    """On the way up no skill is asked at a lower level than before, and most at a higher one."""
    for lower, upper in pairwise(line):
        assert starter.promotions(lower) == (upper,)
        below, above = starter.needed[lower], starter.needed[upper]
        steps = [level - below.get(skill, 0) for skill, level in above.items()]
        assert min(steps) >= 0, (lower, upper)
        assert sum(step > 0 for step in steps) > len(steps) / 2, (lower, upper)


def test_next_post_is_near_but_not_there(starter: KnowledgeBase) -> None:
    """Who just meets a position fits the next one at .55 to .80."""
    fits = {
        (lower, upper): fit_of_who_just_meets(starter, lower, upper)
        for lower in starter.positions
        for upper in starter.promotions(lower)
    }
    assert len(fits) == 5
    assert {move: fit for move, fit in fits.items() if not 0.55 <= fit <= 0.80} == {}


def test_ladder_of_starter(starter: KnowledgeBase) -> None:
    """Ward and intensive care meet in the head nurse, and people change between them for a reason said aloud."""
    assert list(starter.rungs) == ["nurse", "charge", "head", "director"]
    assert all(0 < rung.years_min <= rung.years_typical for rung in starter.rungs.values())
    sideways = [move for move in starter.ladder.moves if move.kind == "lateral"]
    assert {(move.start, move.end) for move in sideways} >= {("ward/nurse", "icu/nurse"), ("icu/nurse", "ward/nurse")}
    assert all(all(move.why) for move in sideways)


def test_sources_are_honest(shape: KbShape) -> None:
    """Nothing claims a count: what stands behind it is judgement, but for one rule of the hospital's own."""
    places = [path for path, text in written(shape.model_dump()) if "/sources/" in path and text != "judgement"]
    assert set(shape.sources) == {"judgement", "policy"}
    cited = [text for path, text in written(shape.model_dump()) if path in places and text.startswith("policy:")]
    assert len(cited) == 1


def test_files_are_explained() -> None:
    """Each file begins with what it is for, and explains its parts in comments with the Chinese words."""
    for file in yaml_files(STARTER):
        text = file.read_text(encoding="utf-8")
        comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
        assert text.startswith("# "), file.name
        assert len(comments) >= 4, file.name
        assert re.search(r"[\u4e00-\u9fff]", " ".join(comments)), file.name


def test_chinese_and_english(shape: KbShape) -> None:
    """Chinese texts hold Chinese and full-width marks, English ones none of it; levels are no adjectives."""
    han, half_width = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[\u4e00-\u9fff][,:;?!]|[,:;?!][\u4e00-\u9fff]")
    texts = [*written(shape.model_dump())]
    chinese = [text for path, text in texts if path.endswith("/zh")]
    assert len(chinese) > 200
    assert [text for text in chinese if not han.search(text) or half_width.search(text)] == []
    assert [text for path, text in texts if path.endswith("/en") and han.search(text)] == []
    assert [text for _, text in texts if re.search("熟练|精通|proficien|excellent", text)] == []


@pytest.mark.parametrize(
    ("facts", "levels", "expected"),
    [
        (
            {"current": ["ward/nurse"], "years": 3, "work": "people", "opening": "open"},
            {**BEDSIDE, "teaching": 2, "staffing": 2, "improvement": 1, "team-leadership": 2},
            ("ward/charge", "within-reach", "internal"),
        ),
        (
            {"current": ["ward/nurse"], "years": 3, "work": "people", "opening": "open"},
            {**BEDSIDE, "teaching": 2, "staffing": 2, "improvement": 1, "team-leadership": 1},
            ("ward/nurse", "within-reach", "prove"),
        ),
        (
            {"current": ["ward/nurse"], "years": 3, "reason": "offered", "offer": "ward/charge"},
            {**BEDSIDE, "teaching": 2, "staffing": 2, "improvement": 1, "team-leadership": 1},
            ("ward/charge", "within-reach", "internal"),
        ),
        (
            {"current": ["ward/nurse"], "years": 2, "work": "critical", "opening": "closed"},
            {**BEDSIDE, "safe-care": 3, "critical-care": 3, "teaching": 1, "staffing": 1, "team-leadership": 0},
            ("icu/nurse", "ready", "transfer"),
        ),
        (
            {"current": ["icu/charge"], "years": 4, "reports": "none", "opening": "closed"},
            {**CHARGE, "patient-communication": 3, "staffing": 2, "improvement": 1},
            ("icu/charge", "build-first", "prove"),
        ),
        (
            {"current": ["icu/charge"], "years": 4, "reports": "none", "reason": "back-after-leave"},
            {**CHARGE, "patient-communication": 3, "staffing": 2, "improvement": 1},
            ("icu/charge", "within-reach", "prove"),  # of the head nurse's post: one's own is done well
        ),
        (
            {"current": [], "metric": "experience", "work": "people"},
            {"assessment": 1, "procedures": 1, "patient-communication": 1, "safe-care": 1, "critical-care": 0},
            ("ward/nurse", "build-first", "enter"),
        ),
    ],
    ids=[
        "three years on a ward",
        "led nobody yet",
        "led nobody, and is offered a group",
        "drawn to the very sick",
        "in name only",
        "back from leave",
        "from outside",
    ],
)
def test_nurses(
    starter: KnowledgeBase, facts: dict[str, Any], levels: dict[str, int], expected: tuple[str, str, str]
) -> None:
    """Nurses are told what a good head nurse would tell them."""
    assert told(starter, facts, levels) == expected
