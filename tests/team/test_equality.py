"""What people are told together is what `assess` tells each of them."""

import random

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many_people import anybody, differences, rows_of, told_alone
from other_levels import of_levels
from random_kb import random_kbs
from small_kb import SMALL
from two_tracks import TWO_TRACKS

from opscareer.interview import Answers
from opscareer.model.kb import KnowledgeBase
from opscareer.team import advised, schema_of


def assert_told_the_same(kb: KnowledgeBase, people: list[Answers]) -> None:
    """Assert that nobody is told something else together than alone, to a millionth."""
    batch = pa.RecordBatch.from_pylist(rows_of(kb, people), schema=schema_of(kb))
    told, faults = advised(kb, batch)
    assert faults == ()
    for person, together in zip(people, told.to_pylist(), strict=True):
        alone = told_alone(kb, person)
        assert not differences(alone, together), (person, alone, together)


@pytest.mark.parametrize("seed", range(2))
def test_of_the_built_in_knowledge_base(kb: KnowledgeBase, seed: int) -> None:
    """People of all standings and answers are told the same step, verdict, gates and gaps as one by one."""
    rng = random.Random(seed)
    assert_told_the_same(kb, [anybody(kb, rng) for _ in range(200)])


def test_of_who_begins(kb: KnowledgeBase) -> None:
    """So are those who come from outside or back in with an offer."""
    rng, first = random.Random(3), [post for post in kb.positions if kb.enters(post)]
    found: list[Answers] = []
    for one in (anybody(kb, rng) for _ in range(300)):
        reason = rng.choice(("how-do-i-stand", "out-of-work", "another-line", "offered"))
        held = rng.choice(((), (rng.choice(first),)))
        told = {"current": held, "reason": reason, "offer": rng.choice(first), "goal": rng.choice(first)}
        found.append({**one, **told})
    assert_told_the_same(kb, found)


def test_of_whom_any_post_is_offered(kb: KnowledgeBase) -> None:
    """So are those whom any post is offered, far below their own or past a rung, with what one of the two asks."""
    rng, posts = random.Random(5), list(kb.positions)
    found: list[Answers] = []
    for one in (anybody(kb, rng) for _ in range(300)):
        held, offer = rng.choice(posts), rng.choice(posts)
        like: Answers = {f"skill.{r.skill}": r.level for r in kb.positions[rng.choice((held, offer))].requirements}
        reason = rng.choice(("offered", "out-of-work", "company-trouble"))
        told: Answers = {"current": (held,), "reason": reason, "offer": offer, "acting": rng.choice(("yes", "no"))}
        found.append({**one, **like, **told})
    assert_told_the_same(kb, found)


@pytest.mark.parametrize("years", [0.5, 0.7, 0.9, 1.1])
def test_of_who_is_new_in_a_post(kb: KnowledgeBase, years: float) -> None:
    """So are those of whose next post half is there, about the time at which being new in a post ends."""
    found: list[Answers] = []
    for first in (post for post in kb.positions if kb.enters(post)):
        half: Answers = {f"skill.{r.skill}": (r.level + 1) // 2 for r in kb.positions[first].requirements}
        found.append({"current": (first,), "years": years, "reason": "how-do-i-stand", **half})
    assert_told_the_same(kb, found)


@pytest.mark.parametrize("kb", [SMALL, TWO_TRACKS])
def test_of_small_knowledge_bases(kb: KnowledgeBase) -> None:
    """So they are where there is no skill of leading, and where there are two tracks and rules of every kind."""
    rng = random.Random(7)
    assert_told_the_same(kb, [anybody(kb, rng) for _ in range(600)])


@pytest.mark.parametrize("top", [3, 7, 9])
def test_of_other_levels(top: int) -> None:
    """So they are with fewer levels or more, of which two are about as much as one of five."""
    kb, rng = of_levels(TWO_TRACKS, top), random.Random(top)
    assert_told_the_same(kb, [anybody(kb, rng) for _ in range(300)])


@settings(max_examples=20)
@given(kb=random_kbs(), seed=st.integers(0, 1 << 30))
def test_of_any_knowledge_base(kb: KnowledgeBase, seed: int) -> None:
    """So they are whatever the ladder, the requirements and the constants."""
    rng = random.Random(seed)
    assert_told_the_same(kb, [anybody(kb, rng) for _ in range(30)])
