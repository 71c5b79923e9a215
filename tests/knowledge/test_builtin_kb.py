"""The rules that the texts and sources of the built-in knowledge base keep, beyond having no faults."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import combinations
from pathlib import Path

import pytest
from kb_rules import grams, level_texts, written

from opscareer.knowledge.places import builtin, yaml_files
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import FEW_ADS, Requirement
from opscareer.text import Lang, Text
from opscareer.written.yaml_nodes import plain
from opscareer.written.yaml_reader import read

CLAUSES = Path(__file__).with_name("clauses.txt").read_text(encoding="utf-8").split()
"""The numbered clauses of the article of the trade that the knowledge base is built on."""
OF_PEOPLE = re.compile(  # what no post may ask of anybody, though ads do
    r"年龄|周岁|男女不限|限[男女]|[男女]性优先|五官|形象好|气质佳|已婚|未婚|已育|籍贯|户口|身高|(?<!智能)体重|996|大小周|单休"
    r"|years old|under 35|good-looking|good looks|marital|married|male only|female only|native of",
    re.IGNORECASE,
)


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
    """There are about 60 skills; each has six levels, something to do for each of the five, and something to show."""
    assert 55 <= len(kb.skills) <= 65
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


def test_the_highest_level_is_influence(kb: KnowledgeBase) -> None:
    """Level 5 is that others work by it, which an expert can reach, not that somebody has the say."""
    assert [s.id for s in kb.skills.values() if re.search("拍板|had the final say", " ".join(s.levels[5]))] == []


def test_skills_of_today(kb: KnowledgeBase) -> None:
    """What the trade hires for today is a skill of its own."""
    assert set(kb.skills) >= {
        *("short-video", "live-selling", "private-domain", "creator-partnerships"),
        *("ai-work", "compliance", "content-safety", "profit-and-loss"),
    }


def test_aliases(kb: KnowledgeBase) -> None:
    """Each skill has the words by which job ads ask for it, in both languages."""
    assert [skill.id for skill in kb.skills.values() if not (skill.aliases.zh and skill.aliases.en)] == []


def test_no_skill_lies_fallow(kb: KnowledgeBase) -> None:
    """Every skill is asked for by some position, and one that all ask is asked at different levels."""
    levels: defaultdict[str, list[int]] = defaultdict(list)
    for asked in kb.needed.values():
        for skill, level in asked.items():
            levels[skill].append(level)
    assert set(kb.skills) == set(levels)
    assert [skill for skill, told in levels.items() if len(told) == len(kb.positions) and len({*told}) == 1] == []


def test_nothing_is_asked_of_the_person(texts: list[tuple[str, str]]) -> None:
    """No text asks age, sex, looks, marriage or origin, nor praises hours that the law forbids, though ads do."""
    told = [(path, text) for path, text in texts if not re.search("aliases|lookalikes|/words/|market.yaml", path)]
    assert len(told) > 5_000
    assert [(path, text) for path, text in told if OF_PEOPLE.search(text)] == []


def test_what_one_does_is_told(texts: list[tuple[str, str]]) -> None:
    """What one does in a skill or a role is told as work, never as what ads say of it."""
    deeds = [(path, text) for path, text in texts if re.search("/(definition|levels|grow|proof|duties|summary)/", path)]
    assert len(deeds) > 1_500
    assert [(path, text) for path, text in deeds if re.search("招聘(广告|里|上|写)|(job|most|many) ads", text)] == []


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


def test_no_text_in_one_language(kb: KnowledgeBase) -> None:
    """Others may write one language; here nothing is said in both by the same words, nor left to a default."""
    assert [text for text in texts_in(kb) if text.zh == text.en and text.zh] == []
    assert all(skill.definition != skill.name and skill.proof for skill in kb.skills.values())
    assert not [
        a for skill in kb.skills.values() for told in skill.grow for a in told if "the next level's deed" in a.en
    ]


def texts_in(value: object) -> Iterator[Text]:
    """Yield every text below a value of the knowledge base."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping | tuple):
        for child in value.values() if isinstance(value, Mapping) else value:
            yield from texts_in(child)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def test_both_languages(texts: list[tuple[str, str]]) -> None:
    """Chinese texts hold Chinese, and English ones none of it."""
    han = re.compile(r"[\u4e00-\u9fff]")
    assert [(path, text) for path, text in texts if path.endswith("/en") and han.search(text)] == []
    assert [(path, text) for path, text in texts if path.endswith("/zh") and not han.search(text)] == []


def counted(requirement: Requirement) -> dict[str, int]:
    """Return how many ads each count of a requirement rests on, by the years of the ads."""
    shares = (source.removeprefix("ads:").split("/") for source in requirement.sources if source.startswith("ads:"))
    return {years: int(number) for _, number, years in shares}


def test_few_ads_say_so(kb: KnowledgeBase) -> None:
    """What fewer than ten ads say is not said by them alone: the authors' judgement stands beside."""
    few = [r for p in kb.positions.values() for r in p.requirements if 0 < max([0, *counted(r).values()]) < FEW_ADS]
    assert few
    assert [r for r in few if "judgement" not in r.sources] == []


def test_counts_agree(kb: KnowledgeBase) -> None:
    """All that a position asks was counted in the same ads of some years: its role's, or its rung's if ten or more."""
    for position in kb.positions.values():
        numbers: defaultdict[str, set[int]] = defaultdict(set)
        for requirement in position.requirements:
            for years, number in counted(requirement).items():
                numbers[years].add(number)
        for years, told in numbers.items():
            assert len(told) <= 2, (position.id, years)
            assert len(told) == 1 or min(told) >= FEW_ADS, (position.id, years)


def test_all_that_is_shown_has_words(kb: KnowledgeBase) -> None:
    """Groups of skills and of roles, metrics and blocks are named in both languages; what counts as leading is told."""
    names = [one.name for kind in (kb.groups, kb.role_groups, kb.metrics, kb.blocks) for one in kind]
    assert all(name.zh and name.en for name in names)
    assert kb.rules.leading is not None
    assert set(kb.rules.leading.groups) <= {group.id for group in kb.groups}
    assert kb.rules.leading.groups


def test_every_situation_answers_first(kb: KnowledgeBase) -> None:
    """What somebody came with is answered in one short sentence, in both languages."""
    answers = [one.answer for one in kb.rules.situations if one.answer]
    assert len(answers) == len(kb.rules.situations)
    assert [one for one in answers if len(one.zh) > 40 or len(one.en.split()) > 20] == []
    assert all(one.zh.count("。") == 1 and one.en.endswith(".") for one in answers)
