"""Whole ads, read with the built-in knowledge base and market as a person would read them (ads.yaml)."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from opscareer.knowledge import open_kb
from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.ad import Match, Mention
from opscareer.model.kb import KnowledgeBase
from opscareer.text import clean

ADS: dict[str, dict[str, Any]] = {
    ad["name"]: ad for ad in yaml.safe_load(Path(__file__).with_name("ads.yaml").read_text(encoding="utf-8"))
}


@cache
def matcher(kb: KnowledgeBase) -> Matcher:
    """Return the reader of ads."""
    return Matcher(kb, open_kb(None).market())


def matched(kb: KnowledgeBase, name: str) -> Match:
    """Return what is read in an ad."""
    return matcher(kb).match(read(ADS[name]["text"]))


def saying(key: str) -> list[str]:
    """Return the ads of which something is expected."""
    return [name for name, ad in ADS.items() if key in ad]


def mentions(found: Match) -> Iterator[Mention]:
    """Yield all words of an ad that something rests on."""
    yield from (*found.role.cues, *found.rung.cues, *found.unknown)
    for one in found.asked:
        yield from one.mentions


@pytest.mark.parametrize("name", saying("role"))
def test_ad_roles(kb: KnowledgeBase, name: str) -> None:
    """The role of the ad is the likeliest, and words of the ad speak for it."""
    found = matched(kb, name)
    assert found.role.best == ADS[name]["role"]
    assert found.role.cues


@pytest.mark.parametrize("name", saying("rung"))
def test_ad_rungs(kb: KnowledgeBase, name: str) -> None:
    """The rung of the ad is the likeliest, and the likeliest position stands on it."""
    found = matched(kb, name)
    assert found.rung.best == ADS[name]["rung"]
    assert kb.positions[found.positions[0][0]].rung == ADS[name]["rung"]


@pytest.mark.parametrize("name", [name for name, ad in ADS.items() if ad.get("foreign", False) is not None])
def test_ads_of_another_trade(kb: KnowledgeBase, name: str) -> None:
    """An ad of another trade is told to be one, and no other."""
    assert matched(kb, name).foreign == ADS[name].get("foreign", False)


@pytest.mark.parametrize("name", ADS)
def test_ad_skills(kb: KnowledgeBase, name: str) -> None:
    """The skills that a person would read are asked, at the level told, and no wish is taken for a demand."""
    asked = {one.skill: one for one in matched(kb, name).asked}
    skills, wishes = ADS[name].get("skills", {}), ADS[name].get("wishes", ())
    assert set(asked) >= {*skills, *wishes}
    assert {skill: asked[skill].level for skill, level in skills.items() if level} == {
        skill: level for skill, level in skills.items() if level
    }
    assert all(asked[skill].wish for skill in wishes)
    assert not any(asked[skill].wish for skill in skills)


@pytest.mark.parametrize("name", saying("not"))
def test_ad_skills_not_asked(kb: KnowledgeBase, name: str) -> None:
    """What an ad denies, says of the company, or only spells alike, is not asked."""
    assert not {one.skill for one in matched(kb, name).asked} & {*ADS[name]["not"]}


@pytest.mark.parametrize("name", ADS)
def test_ad_conditions(kb: KnowledgeBase, name: str) -> None:
    """Years and education are as a person would read them."""
    expected = {key: ADS[name][key] for key in ("years", "education") if key in ADS[name]}
    found = matched(kb, name).conditions._asdict()
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("name", saying("unknown"))
def test_ad_unknown(kb: KnowledgeBase, name: str) -> None:
    """What is asked and unknown to the knowledge base is told in the ad's words."""
    assert {one.text for one in matched(kb, name).unknown} >= {*ADS[name]["unknown"]}


@pytest.mark.parametrize("name", ADS)
def test_ad_mentions(kb: KnowledgeBase, name: str) -> None:
    """Every mention stands in the ad at its place."""
    text = ADS[name]["text"]
    assert all(clean(text[one.start : one.end]) == one.text != "" for one in mentions(matched(kb, name)))


@pytest.mark.parametrize("name", ADS)
def test_ad_positions(kb: KnowledgeBase, name: str) -> None:
    """At most ten positions are told, each once, the likeliest first; no share lies outside 0-1."""
    positions = matched(kb, name).positions
    shares = [share for _, share in positions]
    assert 0 < len(positions) == len({position for position, _ in positions}) <= 10
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1 + 1e-9
