"""Whole ads, read with the built-in knowledge base and market as a person would read them (ads.yaml)."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from opscareer.knowledge import open_kb
from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.ad import Asked, Match, Mention
from opscareer.model.kb import KnowledgeBase
from opscareer.text import clean

ADS: dict[str, dict[str, Any]] = {
    ad["name"]: {"foreign": False, **ad}
    for ad in yaml.safe_load(Path(__file__).with_name("ads.yaml").read_text(encoding="utf-8"))
}


@cache
def matcher(kb: KnowledgeBase) -> Matcher:
    """Return the reader of ads."""
    return Matcher(open_kb(None).lexicon())


@cache
def matched(kb: KnowledgeBase, name: str) -> Match:
    """Return what is read in an ad."""
    return matcher(kb).match(read(ADS[name]["text"]))


def asked(kb: KnowledgeBase, name: str, skill: str) -> Asked | None:
    """Return what an ad asks of a skill."""
    return next((one for one in matched(kb, name).asked if one.skill == skill), None)


def case(name: str, told: str, *values: object) -> Any:
    """Return one expectation of an ad; where the ad tells it to be misread, it is to fail until that is mended."""
    misread = told in ADS[name].get("misread", ())
    mark = pytest.mark.xfail(reason="misread", raises=AssertionError, strict=True)
    return pytest.param(name, *values, id=f"{name}-{told}", marks=[mark] if misread else [])


def saying(key: str) -> list[Any]:
    """Return the ads of which something is expected, with what."""
    return [case(name, key, ad[key]) for name, ad in ADS.items() if key in ad]


def listing(key: str) -> list[Any]:
    """Return each entry that is expected in a list of an ad."""
    return [case(name, f"{key}.{entry}", entry) for name, ad in ADS.items() for entry in ad.get(key, ())]


def mentions(found: Match) -> Iterator[Mention]:
    """Yield all words of an ad that something rests on."""
    yield from (*found.role.cues, *found.rung.cues, *found.unknown)
    for one in found.asked:
        yield from one.mentions


@pytest.mark.parametrize("name", ADS)
def test_ads_misread_what_is_expected(name: str) -> None:
    """Whatever an ad tells to be misread is something that is expected of it."""
    ad = ADS[name]
    entries = {f"{key}.{entry}" for key in ("skills", "wishes", "not", "unknown") for entry in ad.get(key, ())}
    assert {*ad.get("misread", ())} <= {*ad, "unknown"} | entries


def test_ads_expect_what_there_is(kb: KnowledgeBase) -> None:
    """What an ad is not to ask is a skill of the knowledge base, or words that it says: else nothing could go wrong."""
    expected = {
        (name, entry) for name, ad in ADS.items() for key in ("skills", "wishes", "not") for entry in ad.get(key, ())
    }
    assert {
        (name, entry) for name, entry in expected if entry not in kb.skills and entry not in ADS[name]["text"]
    } == set()


@pytest.mark.parametrize(("name", "role"), saying("role"))
def test_ad_roles(kb: KnowledgeBase, name: str, role: str) -> None:
    """The role of the ad is told, and words of the ad speak for it; for a chief only the title does."""
    found = matched(kb, name).role
    assert found.best == role
    assert found.cues or role == "coo"


@pytest.mark.parametrize(("name", "rung"), saying("rung"))
def test_ad_rungs(kb: KnowledgeBase, name: str, rung: str) -> None:
    """The rung of the ad is told."""
    assert matched(kb, name).rung.best == rung


@pytest.mark.parametrize(("name", "position"), saying("position"))
def test_ad_likeliest_positions(kb: KnowledgeBase, name: str, position: str) -> None:
    """The position of the ad is the likeliest."""
    assert matched(kb, name).positions[0][0] == position


@pytest.mark.parametrize(("name", "foreign"), saying("foreign"))
def test_ads_of_another_trade(kb: KnowledgeBase, name: str, foreign: bool | None) -> None:
    """An ad of another trade is told to be one, and no other."""
    assert foreign is None or matched(kb, name).foreign == foreign


@pytest.mark.parametrize(("name", "skill"), listing("skills"))
def test_ad_skills(kb: KnowledgeBase, name: str, skill: str) -> None:
    """A skill that a person would read is asked and not only wished for, at the level told."""
    found, level = asked(kb, name, skill), ADS[name]["skills"][skill]
    assert found
    assert not found.wish
    assert found.level == (level or found.level)


@pytest.mark.parametrize(("name", "skill"), listing("wishes"))
def test_ad_wishes(kb: KnowledgeBase, name: str, skill: str) -> None:
    """What an ad only wishes for is read, and not taken for a demand."""
    found = asked(kb, name, skill)
    assert found
    assert found.wish


@pytest.mark.parametrize(("name", "word"), listing("not"))
def test_ad_skills_not_asked(kb: KnowledgeBase, name: str, word: str) -> None:
    """What an ad denies, says of the company, or only spells alike, is not asked, neither as a skill nor as unknown."""
    assert not asked(kb, name, word)
    assert word not in {one.text for one in matched(kb, name).unknown}


@pytest.mark.parametrize(("name", "years"), saying("years"))
def test_ad_years(kb: KnowledgeBase, name: str, years: int | None) -> None:
    """The years of work are as a person would read them."""
    assert matched(kb, name).conditions.years == years


@pytest.mark.parametrize(("name", "education"), saying("education"))
def test_ad_education(kb: KnowledgeBase, name: str, education: str | None) -> None:
    """The lowest education that is enough is as a person would read it."""
    assert matched(kb, name).conditions.education == education


@pytest.mark.parametrize(("name", "word"), listing("unknown"))
def test_ad_unknown(kb: KnowledgeBase, name: str, word: str) -> None:
    """What is asked and unknown to the knowledge base is told in the ad's words."""
    assert word in {one.text for one in matched(kb, name).unknown}


@pytest.mark.parametrize("name", [case(name, "unknown") for name in ADS])
def test_ad_unknown_is_whole(kb: KnowledgeBase, name: str) -> None:
    """What is told to be unknown does not break off within a Latin word."""
    text = ADS[name]["text"]
    assert not [one for one in matched(kb, name).unknown if re.match("[A-Za-z]{2}", text[one.end - 1 : one.end + 1])]


@pytest.mark.parametrize("name", ADS)
def test_ad_mentions(kb: KnowledgeBase, name: str) -> None:
    """Every mention stands in the ad at its place."""
    text = ADS[name]["text"]
    assert all(clean(text[one.start : one.end]) == one.text != "" for one in mentions(matched(kb, name)))


@pytest.mark.parametrize("name", ADS)
def test_ad_parts_agree(kb: KnowledgeBase, name: str) -> None:
    """Role and rung are those of the likeliest position, and of each line one position is told."""
    found = matched(kb, name)
    assert found.positions[0][0] == f"{found.role.best}/{found.rung.best}"
    roles = [id_.partition("/")[0] for id_, _ in found.positions if kb.begins(id_.partition("/")[0])]
    assert len(roles) == len({*roles})


@pytest.mark.uncounted
@pytest.mark.parametrize("name", [name for name, ad in ADS.items() if ad["foreign"] is not None])
def test_who_is_held_against_an_ad(kb: KnowledgeBase, name: str) -> None:
    """Everybody is held against an ad of this trade that says what it asks, nobody against one of another."""
    assert matched(kb, name).comparable is not ADS[name]["foreign"]


@pytest.mark.parametrize("name", ADS)
def test_ad_positions(kb: KnowledgeBase, name: str) -> None:
    """At most ten positions are told, each once, the likeliest first; no share lies outside 0-1."""
    positions = matched(kb, name).positions
    shares = [share for _, share in positions]
    assert 0 < len(positions) == len({position for position, _ in positions}) <= 10
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1 + 1e-9


@pytest.mark.parametrize(
    ("title", "named"),
    [("运营总监", True), ("运营总监（北京）", True), ("运营总监助理", False), ("文案（向运营总监汇报）", False)],
)
def test_titles_of_several_lines(kb: KnowledgeBase, title: str, named: bool) -> None:
    """A position of several lines is meant where the title ends with it, not where it is only mentioned."""
    found = matcher(kb).match(read(f"{title}\n岗位职责：写文案。"))
    assert (found.positions[0][0] == "operations/director") is named
