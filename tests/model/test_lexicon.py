"""What reading ads takes of a knowledge base, worked out once."""

import json
from dataclasses import replace

import pytest
from small_kb import SMALL

from opscareer.knowledge import open_kb
from opscareer.knowledge.codec import decoder, encode
from opscareer.model.index import Index, indexed
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lexicon import Lexicon, guide, lexicon_of, role_guide, rung_guide, skill_index
from opscareer.model.market import Cue, Market
from opscareer.model.skill import Words

NOTHING = Market({}, {}, (), ())


def test_words_are_made_when_asked_for() -> None:
    """Only the words that are asked for are made of what is held, and only once."""
    made: list[str] = []

    def words(held: str) -> dict[str, int]:
        made.append(held)
        return {held: len(held)}

    index: Index[int] = Index({"运营": "运营部", "销售": "销售"}, words)
    assert made == []
    assert index.at("做运营部", 1) == index["运营"] == {"运营部": 3}
    assert index.at("做运营部", 0) == {}
    assert made == ["运营部"]
    assert (len(index), list(index)) == (2, ["运营", "销售"])
    assert index == {"运营": {"运营部": 3}, "销售": {"销售": 2}}


def test_longest_first() -> None:
    """The words of one beginning stand longest first, as they are searched for."""
    assert list(indexed([("SEO", 1), ("Seoul", 2), ("se", 3), ("运", 4), ("", 5)])["se"].items()) == [
        ("seoul", 2),
        ("seo", 1),
        ("se", 3),
    ]


def test_lines() -> None:
    """Each role has its own position on a rung, or the one that its line usually rises to; on others it has none."""
    lexicon = lexicon_of(SMALL, NOTHING)
    assert lexicon.lines == lexicon.titles.lines
    assert lexicon.lines["writer"]["specialist"] == "writer/specialist"
    for role, line in lexicon.lines.items():
        for rung, position in line.items():
            assert SMALL.positions[position].rung == rung
            assert position == f"{role}/{rung}" or f"{role}/{rung}" not in SMALL.positions
    assert lexicon.rungs_up == tuple(SMALL.rungs)
    assert lexicon.needed == SMALL.needed


def test_names() -> None:
    """Skills and positions are called what the knowledge base calls them."""
    names = lexicon_of(SMALL, NOTHING).names
    assert {id_: names[id_] for id_ in SMALL.skills} == {id_: skill.name for id_, skill in SMALL.skills.items()}
    assert {id_: names[id_] for id_ in SMALL.positions} == {id_: p.title for id_, p in SMALL.positions.items()}


def test_roles_with_which_a_line_begins() -> None:
    """Ads are for the roles with which a line begins: on the lowest rung, or higher where nobody rises to it."""
    assert role_guide(SMALL, NOTHING).ids == ("writer", "seller", "counter")
    gone = "counter/specialist"
    positions = {id_: p for id_, p in SMALL.positions.items() if id_ != gone}
    moves = tuple(move for move in SMALL.ladder.moves if gone not in (move.start, move.end))
    higher = replace(SMALL, positions=positions, ladder=SMALL.ladder._replace(moves=moves))
    assert role_guide(higher, NOTHING).ids == ("writer", "seller", "counter")
    assert role_guide(replace(SMALL, positions=positions), NOTHING).ids == ("writer", "seller")
    empty = replace(SMALL, roles={**SMALL.roles, "nobody": SMALL.roles["writer"]})
    assert "nobody" not in role_guide(empty, NOTHING).ids


def test_hyphens() -> None:
    """A name with hyphens is also found with blanks."""
    skill = replace(SMALL.skills["words"], aliases=Words(zh=(), en=("copy-writing",)))
    index = skill_index(replace(SMALL, skills={**SMALL.skills, "words": skill}))
    assert {"copy-writing", "copy writing"} <= {*index["co"]}


def test_lookalikes() -> None:
    """What only looks like a name of a skill names none but the others of which it holds a name."""
    people = replace(SMALL.skills["people"], aliases=Words(zh=("管理能力",)), lookalikes=("客户管理能力", "管理能力证"))
    deals = replace(SMALL.skills["deals"], aliases=Words(zh=("客户",)), lookalikes=("客户管理能力",))
    sums = replace(SMALL.skills["sums"], aliases=Words(zh=("户管",)))
    skills = {**SMALL.skills, "people": people, "deals": deals, "sums": sums}
    index = skill_index(replace(SMALL, skills=skills))
    assert index["客户"] == {"客户管理能力": ("sums",), "客户": ("deals",)}
    assert index["管理"] == {"管理能力证": (), "管理能力": ("people",)}


def test_the_market_comes_first() -> None:
    """A cue of the market that is also a name keeps what the market says of it; other names are added."""
    cue = Cue("Seller", ("writer",), {"writer": 0.5}, 0.9)
    cues = role_guide(SMALL, NOTHING._replace(role_cues=(cue,))).cues
    assert cues["se"]["seller"] == cue
    assert rung_guide(SMALL, NOTHING._replace(rungs={"manager": 3})).ids == tuple(SMALL.rungs)
    assert guide(("a",), (cue, cue._replace(word="seller", trust=0.1)), {}).cues["se"]["seller"] == cue


@pytest.mark.uncounted
def test_there_and_back(kb: KnowledgeBase) -> None:
    """The built-in lexicon comes back from json, and from the cache, as it was worked out."""
    opened = open_kb(None)
    lexicon = lexicon_of(kb, opened.market())
    assert decoder(Lexicon)(json.loads(json.dumps(encode(lexicon)))) == lexicon
    assert opened.lexicon() == lexicon


def test_the_highest_level() -> None:
    """Ads are read for as many levels as the skills have."""
    skills = {id_: replace(one, levels=one.levels[:4]) for id_, one in SMALL.skills.items()}
    assert lexicon_of(replace(SMALL, skills=skills), NOTHING).top == 3


def test_names_of_positions_speak_for_their_line() -> None:
    """What a line's positions are called, their titles too, speaks for it; names where no line begins for nobody."""
    cues = role_guide(SMALL, NOTHING).cues
    assert cues["he"]["head writer"].own == ("writer",)
    assert cues["wr"]["writer"].own == ("writer",)
    assert "director" not in cues.at("director", 0)
    assert "总头" not in cues.at("总头", 0)
