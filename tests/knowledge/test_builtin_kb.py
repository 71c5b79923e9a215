"""The rules that the built-in knowledge base keeps, beyond having no faults."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from opscareer.advice.standing import reachable
from opscareer.knowledge.places import builtin, yaml_files
from opscareer.knowledge.yaml_reader import plain, read
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Lang

OPERATIONS = [
    *("content-ops", "product-ops", "user-ops", "new-media-ops", "campaign-ops", "data-ops", "merchant-ops"),
    *("category-ops", "game-ops", "online-promotion", "store-ops", "overseas-ops", "content-editor", "copywriter"),
    "customer-service",
]
MARKET = ["media", "brand", "sales", "bd", "logistics", "warehouse", "purchasing"]
UNIVERSAL = {"copywriting", "visual-design", "commitment", "market-sense"}
CLAUSES = Path(__file__).with_name("clauses.txt").read_text(encoding="utf-8").split()
"""The numbered clauses of the article of the trade that the knowledge base is built on."""


def level_texts(kb: KnowledgeBase, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the texts of the levels 1-5 with where they stand, without any name of a skill in them."""
    names = sorted((skill.name.of(lang).lower() for skill in kb.skills.values()), key=len, reverse=True)
    any_name = re.compile("|".join(map(re.escape, names)))
    for skill in kb.skills.values():
        for level in range(1, 6):
            yield f"{skill.id} {level}", any_name.sub("", skill.levels[level].of(lang).lower())


def grams(text: str, length: int) -> set[str]:
    """Return all runs of so many characters."""
    return {text[start : start + length] for start in range(len(text) - length + 1)}


def fit_of_who_just_meets(kb: KnowledgeBase, position: str, wanted: str) -> float:
    """Return the fit to one position of somebody who has exactly what another one requires."""
    have = kb.needed[position]
    return sum(r.weight * min(have.get(r.skill, 0) / r.level, 1) for r in kb.positions[wanted].requirements)


def written(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text below a value of a file, with the path to it."""
    if isinstance(value, str):
        yield path, value
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from written(child, f"{path}/{key}")


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    """Every text of the built-in files, with the path to it."""
    return [
        entry
        for file in yaml_files(builtin())
        for entry in written(plain(read(file.read_bytes(), file.name)[0]), file.name)
    ]


@pytest.mark.parametrize(("lang", "length"), [("zh", 3), ("en", 4)])
def test_level_texts_differ(kb: KnowledgeBase, lang: Lang, length: int) -> None:
    """No two levels are the same sentence with another noun: they share at most 70% of their runs of characters."""
    found = [(place, grams(text, length)) for place, text in level_texts(kb, lang)]
    alike = [(one, other) for (one, a), (other, b) in combinations(found, 2) if len(a & b) > 0.70 * min(len(a), len(b))]
    assert alike == []


def test_skills(kb: KnowledgeBase) -> None:
    """There are 45 to 55 skills; each has six levels, something to do for each of the five, and something to show."""
    assert 45 <= len(kb.skills) <= 55
    for skill in kb.skills.values():
        assert len(skill.levels) == 6, skill.id
        assert len(skill.grow) == 5, skill.id
        assert all(skill.grow), skill.id
        assert skill.proof, skill.id
        assert skill.sources, skill.id


def test_levels_are_no_adjectives(kb: KnowledgeBase) -> None:
    """A level is something done, never an adjective of skill."""
    adjectives = re.compile("熟练|精通|proficien|excellent", re.IGNORECASE)
    assert [s.id for s in kb.skills.values() for level in s.levels if adjectives.search(" ".join(level))] == []


def test_aliases(kb: KnowledgeBase) -> None:
    """Each skill has the words by which job ads ask for it, in both languages."""
    assert [skill.id for skill in kb.skills.values() if not (skill.aliases.zh and skill.aliases.en)] == []


def test_roles(kb: KnowledgeBase) -> None:
    """The 22 roles are there, 15 of operations and 7 of market and supply, each as specialist and as manager."""
    assert [role.id for role in kb.roles.values() if role.group == "operations"] == OPERATIONS
    assert [role.id for role in kb.roles.values() if role.group == "market"] == MARKET
    for role in (*OPERATIONS, *MARKET):
        assert {f"{role}/specialist", f"{role}/manager"} <= set(kb.positions)


def test_metrics_and_blocks(kb: KnowledgeBase) -> None:
    """The three metrics are groups of skills as well; the blocks of the trade are four."""
    metrics = [metric.id for metric in kb.metrics]
    assert metrics == ["acquisition", "retention", "engagement"]
    assert set(metrics) <= {group.id for group in kb.groups}
    assert set(metrics) <= {skill.group for skill in kb.skills.values()}
    assert [block.id for block in kb.blocks] == ["product", "technology", "operations", "support"]


def test_rungs(kb: KnowledgeBase) -> None:
    """The rungs are specialist, manager, director and chief, and time on each is told."""
    assert list(kb.rungs) == ["specialist", "manager", "director", "chief"]
    assert all(0 < rung.years_min <= rung.years_typical for rung in kb.rungs.values())


def test_requirements(kb: KnowledgeBase) -> None:
    """Every position asks for 6 to 24 skills, with weights that sum to 1; each requirement has a source."""
    for position in kb.positions.values():
        assert 6 <= len(position.requirements) <= 24, position.id
        assert sum(r.weight for r in position.requirements) == pytest.approx(1), position.id
        assert all(r.sources for r in position.requirements), position.id


def test_every_skill_is_asked(kb: KnowledgeBase) -> None:
    """Every skill is asked for by some position."""
    assert set(kb.skills) - {skill for asked in kb.needed.values() for skill in asked} == set()


def test_universal_demands(kb: KnowledgeBase) -> None:
    """Every role asks, on both rungs, for copy and design sense, commitment and a nose for the market."""
    positions = [f"{role}/{rung}" for role in (*OPERATIONS, *MARKET) for rung in ("specialist", "manager")]
    assert [position for position in positions if not set(kb.needed[position]) >= UNIVERSAL] == []


def test_next_rung_is_near_but_not_there(kb: KnowledgeBase) -> None:
    """Who just meets a position fits its usual promotion at .50 or more, and below .85, where they would be ready."""
    fits = {
        f"{position} to {ups[0]}": fit_of_who_just_meets(kb, position, ups[0])
        for position in kb.positions
        if (ups := kb.promotions(position))
    }
    assert {move: fit for move, fit in fits.items() if not 0.50 <= fit < 0.85} == {}


def test_way_to_the_top(kb: KnowledgeBase) -> None:
    """Every position but the chief executive's can rise, one rung at a time, and gets there in the end."""
    assert [position for position in kb.positions if "ceo/chief" not in reachable(kb, position)] == []
    assert [position for position in kb.positions if not kb.promotions(position)] == ["ceo/chief"]


def test_ladder(kb: KnowledgeBase) -> None:
    """Managers rise to directors, directors to COO, CMO or both, and these to CEO; sideways steps stay on the rung."""
    ends = {"specialist": "manager", "manager": "director", "director": "chief", "chief": "chief"}
    for move in kb.ladder.moves:
        start, end = kb.positions[move.start], kb.positions[move.end]
        assert end.rung == (ends[start.rung] if move.kind == "promotion" else start.rung), move
        assert move.kind == "promotion" or all(move.why), move
    tops = {up for p in kb.on_rung("director") for up in kb.promotions(p.id)}
    assert tops == {"coo/chief", "cmo/chief"}
    assert kb.promotions("coo/chief") == kb.promotions("cmo/chief") == ("ceo/chief",)


def test_clauses(texts: list[tuple[str, str]]) -> None:
    """Every clause of the source is used somewhere, and none is cited that there is not."""
    cited = {text.removeprefix("seed:") for _, text in texts if text.startswith("seed:")}
    assert sorted(cited) == sorted(CLAUSES)


def test_chinese_punctuation(texts: list[tuple[str, str]]) -> None:
    """Chinese is written with full-width punctuation: no half-width mark stands next to a Chinese character."""
    half_width = re.compile(r"[\u4e00-\u9fff][,:;?!]|[,:;?!][\u4e00-\u9fff]")
    chinese = [(path, text) for path, text in texts if "/zh" in path]
    assert len(chinese) > 1_000
    assert [(path, text) for path, text in chinese if half_width.search(text)] == []


def test_both_languages(texts: list[tuple[str, str]]) -> None:
    """Chinese texts hold Chinese, and English ones none of it."""
    han = re.compile(r"[\u4e00-\u9fff]")
    assert [(path, text) for path, text in texts if path.endswith("/en") and han.search(text)] == []
    assert [(path, text) for path, text in texts if path.endswith("/zh") and not han.search(text)] == []


def test_few_ads_say_so(kb: KnowledgeBase) -> None:
    """Where fewer than ten ads were counted, the authors' judgement stands beside the share."""
    few = [r for p in kb.positions.values() for r in p.requirements if r.few_ads]
    assert few
    assert all("judgement" in r.sources for r in few)


def test_counts_agree(kb: KnowledgeBase) -> None:
    """All that a position requires was counted in the same ads."""
    for position in kb.positions.values():
        counted = {
            source.rpartition("/")[2]
            for r in position.requirements
            for source in r.sources
            if source.startswith("ads:")
        }
        assert len(counted) <= 1, position.id
