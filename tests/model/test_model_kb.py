from dataclasses import replace

import pytest
from small_kb import RUNGS, SMALL

from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Ladder


def test_rungs_stand_in_their_order() -> None:
    """The rungs are given from the lowest, however the file orders them."""
    mixed = replace(SMALL, ladder=Ladder(RUNGS[::-1], SMALL.ladder.posts, SMALL.ladder.moves))
    assert list(mixed.rungs) == ["specialist", "manager", "director", "chief"]


def test_it_is_shown_by_name() -> None:
    """A knowledge base is shown by its name, version and the beginning of its hash."""
    assert repr(SMALL) == "KnowledgeBase('Small', version='1', sha256='00000000')"


@pytest.mark.parametrize(("top", "step"), [(3, 1), (5, 1), (6, 2), (9, 2)])
def test_levels(top: int, step: int) -> None:
    """The highest level is that of the skills; about one of five is two of six and more."""
    skills = {id_: replace(one, levels=(one.name,) * (top + 1)) for id_, one in SMALL.skills.items()}
    kb = replace(SMALL, skills=skills)
    assert (kb.top, kb.step) == (top, step)


def test_moves_from_a_position() -> None:
    """Every position knows the moves that leave it, in the order of the files, and the top knows none."""
    assert [(m.end, m.kind) for m in SMALL.moves_from["writer/specialist"]] == [
        ("writer/manager", "promotion"),
        ("seller/specialist", "lateral"),
        ("counter/specialist", "lateral"),
    ]
    assert SMALL.moves_from["first/chief"] == ()


def test_promotions_are_told_apart_from_lateral_moves() -> None:
    """Only promotions are where a position can rise to."""
    assert SMALL.promotions("writer/specialist") == ("writer/manager",)
    assert SMALL.promotions("counter/manager") == ()


def test_the_position_of_a_line_on_each_rung() -> None:
    """A line has its own position on a rung, or what it usually rises to there; where it ends it has none."""
    rising = {"director": "head/director", "chief": "top/chief"}
    assert SMALL.lines["writer"] == {"specialist": "writer/specialist", "manager": "writer/manager", **rising}
    assert SMALL.lines["counter"] == {"specialist": "counter/specialist", "manager": "counter/manager"}
    assert SMALL.lines["top"] == {"chief": "top/chief"}


def test_a_line_goes_on_from_whoever_rises() -> None:
    """Where the experts of a line rise no further it goes on from its managers."""
    rung = RUNGS[1]._replace(id="expert", track="craft")
    expert = replace(SMALL.positions["writer/manager"], id="writer/expert", rung="expert")
    ladder = SMALL.ladder._replace(rungs=(*RUNGS, rung))
    kb = replace(SMALL, positions={**SMALL.positions, expert.id: expert}, ladder=ladder)
    assert kb.lines["writer"]["expert"] == "writer/expert"
    assert kb.lines["writer"]["manager"] == "writer/manager"
    assert kb.lines["writer"]["director"] == "head/director"
    assert "expert" not in kb.lines["seller"]


def test_where_lines_begin() -> None:
    """A line begins on the lowest rung, or higher with a role that nobody rises to; without positions there is none."""
    kb = replace(SMALL, roles={**SMALL.roles, "nobody": SMALL.roles["top"]})
    assert [role for role in kb.roles if kb.begins(role)] == ["writer", "seller", "counter"]
    alone = tuple(move for move in SMALL.ladder.moves if move.end != "head/director")
    assert replace(SMALL, ladder=SMALL.ladder._replace(moves=alone)).begins("head")


def test_years_of_a_position() -> None:
    """The years before the next post are those of the position where it tells its own, else those of its rung."""
    slow = replace(SMALL.positions["writer/manager"], years=(1.0, 9.0))
    kb = replace(SMALL, positions={**SMALL.positions, slow.id: slow})
    assert (kb.years("writer/manager"), kb.years("seller/manager")) == ((1.0, 9.0), (3.0, 4.0))


def test_a_knowledge_base_is_remembered_by_itself() -> None:
    """What follows from one knowledge base may be remembered with it, and is not that of an equal one."""
    assert hash(SMALL) == hash(SMALL) != hash(replace(SMALL))


def test_needed_levels() -> None:
    """Every position tells which level it needs of each skill that it asks for, and of no other."""
    assert SMALL.needed["writer/specialist"] == {"words": 4, "sums": 2, "people": 2}


def test_interests_are_the_questions_with_a_share() -> None:
    """Only questions with a share of the interest say which line draws the person."""
    assert [question.id for question in SMALL.interests] == ["metric", "work"]


def test_order_and_rung_of_positions() -> None:
    """A position stands as high as its rung, and a rung knows its positions."""
    assert SMALL.order("top/chief") > SMALL.order("head/director") > SMALL.order("seller/manager")
    assert [p.id for p in SMALL.on_rung("chief")] == ["top/chief", "first/chief"]


def test_built_in_weights_are_shares(kb: KnowledgeBase) -> None:
    """The weights of every position add up to 1."""
    wholes = {p.id: sum(r.weight for r in p.requirements) for p in kb.positions.values()}
    assert {id_: whole for id_, whole in wholes.items() if abs(whole - 1) > 1e-9} == {}


def test_a_knowledge_base_is_told_in_a_line(kb: KnowledgeBase) -> None:
    """What stands for a knowledge base in a message is its name, version and hash, not all that it holds."""
    assert len(repr(kb)) < 100
    assert kb.name.en in repr(kb)
    assert kb.sha256[:8] in repr(kb)
