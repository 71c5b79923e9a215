"""What is told of a group adds up: it is what the advice says of each of its people, counted."""

from itertools import pairwise

import pyarrow as pa
import pytest
from groups import batch_of, group_of
from groups import tallied as tallied_batch
from hypothesis import given, settings
from hypothesis import strategies as st
from other_levels import of_levels
from plain_group import figures_by_hand
from random_kb import random_kbs
from small_kb import SMALL
from two_tracks import TWO_TRACKS

from opscareer.interview import Answers
from opscareer.model.kb import KnowledgeBase
from opscareer.team import Part, Place, Tally, work_on
from opscareer.views.group import By, GroupFigures

ALL: tuple[By, ...] = ("role", "rung", "position")


def tallied(kb: KnowledgeBase, tally: Tally, people: list[Answers], first: int = 0) -> Tally:
    """Return a tally with some people added; their ids are numbers from `first` on."""
    return tallied_batch(kb, tally, batch_of(kb, people, first))


def assert_same(found: GroupFigures, expected: GroupFigures) -> None:
    """Assert that all counts are equal, and all sums to a hundred-millionth a person."""
    close = 1e-8 * max(1, expected.people)
    assert found._replace(fit=0, gaps={}) == expected._replace(fit=0, gaps={})
    assert found.fit == pytest.approx(expected.fit, abs=close)
    for skill, gap in expected.gaps.items():
        assert found.gaps[skill]._replace(gain=0, step_gain=0) == gap._replace(gain=0, step_gain=0), skill
        assert found.gaps[skill].gain == pytest.approx(gap.gain, abs=close)
        assert found.gaps[skill].step_gain == pytest.approx(gap.step_gain, abs=close)


@pytest.mark.parametrize("by", ALL)
def test_of_the_built_in_knowledge_base(kb: KnowledgeBase, by: By) -> None:
    """A group of any people comes to what the advice says of each, counted."""
    people = group_of(kb, 5, 40)
    found = tallied(kb, Tally(kb, by, names=True), people).found()
    assert_same(found, figures_by_hand(kb, by, people, names=True))


@pytest.mark.parametrize("kb", [SMALL, TWO_TRACKS, of_levels(TWO_TRACKS, 7)])
def test_of_small_knowledge_bases(kb: KnowledgeBase) -> None:
    """So it does without a skill of leading, with two tracks and titles without substance, and with other levels."""
    people = group_of(kb, 11, 300)
    assert_same(tallied(kb, Tally(kb), people).found(), figures_by_hand(kb, "role", people))


@settings(max_examples=20)
@given(kb=random_kbs(), seed=st.integers(0, 1 << 30), by=st.sampled_from(ALL))
def test_of_any_knowledge_base(kb: KnowledgeBase, seed: int, by: By) -> None:
    """So it does whatever the ladder, the requirements and the constants."""
    people = group_of(kb, seed, 20)
    assert_same(tallied(kb, Tally(kb, by), people).found(), figures_by_hand(kb, by, people))


@settings(max_examples=20)
@given(seed=st.integers(0, 1 << 30), cuts=st.lists(st.integers(0, 40), max_size=3), names=st.booleans())
def test_however_it_is_cut(seed: int, cuts: list[int], names: bool) -> None:
    """One batch after another, and tallies made apart and merged, come to exactly what all at once come to."""
    kb, people = TWO_TRACKS, group_of(TWO_TRACKS, seed, 40)
    bounds = [0, *sorted(cuts), 40]
    whole, after, merged = (Tally(kb, names=names) for _ in range(3))
    tallied(kb, whole, people)
    for first, last in pairwise(bounds):
        tallied(kb, after, people[first:last], first)
        merged.merge(tallied(kb, Tally(kb, names=names), people[first:last], first))
    assert after.found() == merged.found() == whole.found()


def test_of_nobody() -> None:
    """A group of nobody comes to nothing, also where a batch of nobody is added."""
    assert Tally(SMALL).found() == tallied(SMALL, Tally(SMALL), []).found()
    assert Tally(SMALL).found().people == 0


def test_more_people_than_are_worked_out_at_once() -> None:
    """Those beyond the first block are counted as those within it."""
    people = group_of(SMALL, 3, 50) * 60
    found = tallied(SMALL, Tally(SMALL), people).found()
    once = tallied(SMALL, Tally(SMALL), people[:50]).found()
    assert (found.people, found.ready) == (3000, 60 * once.ready)
    assert found.posts == {
        p: f._replace(held=60 * f.held, ready=60 * f.ready, within_reach=60 * f.within_reach)
        for p, f in once.posts.items()
    }


def test_names_of_the_first() -> None:
    """What the first ones are called goes with their ids, however the people were cut; of others nothing is kept."""
    people = [
        {"id": str(n), "name": f"name {n}", "current": ["writer/specialist"], "skill.words": "3"} for n in range(60)
    ]
    whole, merged = Tally(SMALL, names=True), Tally(SMALL, names=True)
    for tally, size in ((whole, 60), (merged, 7)):
        for first in range(0, 60, size):
            batch = pa.RecordBatch.from_pylist(people[first : first + size])
            found = work_on(SMALL, Part(batch, lambda row: Place("f", row)), "role", names=True).tally
            assert found is not None
            tally.merge(found)
    assert whole.found() == merged.found()
    figures = whole.found()
    near = {id_ for post in figures.posts.values() for id_ in (*post.ready_ids, *post.within_ids)}
    held = {id_ for ids in figures.holders.values() for id_ in ids if id_}
    assert figures.called == {id_: f"name {id_}" for id_ in near | held}
    assert 0 < len(figures.called) < 60
