"""What is told of a group adds up, tells of nobody, and of no few people either."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from groups import figures_of, group_of, lines_of, view_of
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from random_kb import random_kbs
from small_kb import SMALL
from two_tracks import TWO_TRACKS

from opscareer.advice import Advice, advise
from opscareer.interview import Answers, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.views.encoding import encode_record
from opscareer.views.group import By
from opscareer.views.heat import HeatView
from opscareer.views.hiding import pooled, shown_of
from opscareer.views.shape import closed, keys_of
from opscareer.views.team import LeftOutView, TeamView, team_view
from opscareer.views.telling.team import summary

SIZES = st.integers(0, 40)
BY: st.SearchStrategy[By] = st.sampled_from(["role", "rung", "position"])
GROUPS = st.builds(group_of, st.just(TWO_TRACKS), st.integers(0, 1 << 30), SIZES)


def profiles_of(kb: KnowledgeBase, people: Sequence[Answers]) -> list[Profile]:
    """Return people by what is known of them."""
    return [profile_of(kb, one) for one in people]


def advised_of(kb: KnowledgeBase, people: Sequence[Answers]) -> list[Advice]:
    """Return what each is told alone."""
    return [advise(kb, one) for one in profiles_of(kb, people)]


@given(sizes=st.lists(st.integers(1, 12), max_size=8), least=st.integers(1, 9))
def test_no_part_is_small(sizes: list[int], least: int) -> None:
    """Parts that stand alone have enough people; so have those put together, unless all are; none is lost."""
    found = pooled(sizes, least)
    assert sorted((*found.alone, *found.together)) == [*range(len(sizes))]
    assert all(sizes[place] >= least for place in found.alone)
    together = sum(sizes[place] for place in found.together)
    assert together == 0 or together >= least or not found.alone


@given(counts=st.lists(st.integers(0, 12), max_size=8), least=st.integers(1, 9))
def test_what_is_hidden_is_no_difference_of_few(counts: list[int], least: int) -> None:
    """Whoever takes what is shown from the whole is left with nobody, or with enough people."""
    shown = shown_of(counts, least)
    hidden = sum(count for count, may in zip(counts, shown, strict=True) if not may)
    assert all(count == 0 or count >= least for count, may in zip(counts, shown, strict=True) if may)
    assert hidden == 0 or hidden >= least or not any(count for count, may in zip(counts, shown, strict=True) if may)


@pytest.mark.uncounted
@settings(max_examples=25)
@given(people=GROUPS, by=BY, least=st.integers(1, 8))
def test_no_figure_tells_of_few(people: list[Answers], by: By, least: int) -> None:
    """Behind each mean, each sum, and each difference of two of them stand as many people as it takes, or nobody."""
    kb, view = TWO_TRACKS, view_of(TWO_TRACKS, people, by=by, least=least)
    assert_no_few_in(kb, view, people, least)
    advices = [one.next for one in advised_of(kb, people) if one.next]
    shown = {gap.skill for gap in view.skills}
    if view.group.fit is not None:
        assert len(advices) >= least
        others = [one for one in advices if any(gap.skill not in shown for gap in one.gaps)]
        assert len(others) == 0 or len(others) >= least or not shown
    for gap in view.skills:
        assert sum(any(one.skill == gap.skill for one in step.gaps) for step in advices) == gap.people >= least
    for course in view.courses:
        gaps = [one for step in advices for one in step.gaps if one.skill == course.skill]
        further = sum(one.step < one.need for one in gaps)
        assert (course.step_gain is None) == (0 < further < least)


def assert_no_few_in(kb: KnowledgeBase, view: TeamView, people: Sequence[Answers], least: int) -> None:
    """Assert that no mean level is of few people, nor any row of the map less those of its cells that are shown."""
    assert all(part.people >= least for part in view.heat.parts)
    assert view.group.small == (len(people) < least)
    posted = [place for place, part in enumerate(view.heat.parts) if part.ids != ("",)]
    told = _told(kb, people)
    for row in view.heat.skills:
        assert all(not cell.told or cell.told >= least for cell in row.cells)
        hidden = told.get(row.skill, 0) - sum(row.cells[place].told or 0 for place in posted)
        total = next((gap.have for gap in view.skills if gap.skill == row.skill), None)
        assert total is None or hidden == 0 or hidden >= least
        shown = any(row.cells[place].told for place in posted)
        assert hidden == 0 or hidden >= least or not shown


def _told(kb: KnowledgeBase, people: Sequence[Answers]) -> dict[str, int]:
    """Return how many told a level of each skill that their own post asks."""
    found: dict[str, int] = {}
    for one in profiles_of(kb, people):
        post = max(one.current, key=kb.order, default=None)
        for skill in one.levels:
            found[skill] = found.get(skill, 0) + (post is not None and skill in kb.needed[post])
    return found


@pytest.mark.uncounted
@settings(max_examples=20)
@given(kb=random_kbs(), seed=st.integers(0, 1 << 30), count=SIZES, least=st.integers(1, 6))
def test_it_adds_up(kb: KnowledgeBase, seed: int, count: int, least: int) -> None:
    """All gains together are what is missing from the fits; kinds and verdicts are of all who have a next step."""
    people = group_of(kb, seed, count)
    view = view_of(kb, people, least=least)
    told = [one.next for one in advised_of(kb, people) if one.next]
    assert view.group.people == count
    if view.group.fit is None:
        assert len(told) < least or count < least
        assert (view.skills, view.courses, view.other_gain, view.group.verdicts) == ((), (), None, {})
        return
    assert sum(view.group.verdicts.values()) == sum(view.group.kinds.values()) == len(told)
    assert view.group.fit == pytest.approx(sum(one.fit for one in told) / len(told), abs=1e-7)
    gains = sum(gap.gain for gap in view.skills) + (view.other_gain or 0.0)
    assert gains == pytest.approx(sum(1 - one.fit for one in told), abs=1e-6 * len(told))
    assert [(gap.skill, gap.gain) for gap in view.skills] == sorted(
        [(course.skill, course.gain) for course in view.courses], key=lambda one: -one[1]
    )


@pytest.mark.uncounted
@settings(max_examples=15)
@given(people=GROUPS.filter(lambda one: len(one) >= 5), names=st.booleans())
def test_single_cover(people: list[Answers], names: bool) -> None:
    """What rests on one person is what a held post asks and one person told; what nobody has, nobody told."""
    kb, profiles = TWO_TRACKS, profiles_of(TWO_TRACKS, people)
    view = view_of(kb, people, names=names)
    held = {post for one in profiles for post in one.current}
    for have, found in ((1, view.cover), (0, view.missing)):
        expected = {
            (post, r.skill, r.level): who
            for post in held
            for r in kb.positions[post].requirements
            for who in [[n for n, one in enumerate(profiles) if one.levels.get(r.skill, 0) >= r.level]]
            if len(who) == have
        }
        assert {(one.position, one.skill, one.level) for one in found} == expected.keys()
        assert [(not one.must, -weight_of(kb, one)) for one in found] == sorted(
            (not one.must, -weight_of(kb, one)) for one in found
        )
        for one in found:
            who = expected[one.position, one.skill, one.level]
            assert one.by == (f"ZQX-17{who[0]}" if names and have else None)


def weight_of(kb: KnowledgeBase, one: Any) -> float:
    """Return what a skill weighs in the position that asks it."""
    return next(r.weight for r in kb.positions[one.position].requirements if r.skill == one.skill)


@pytest.mark.uncounted
@settings(max_examples=15)
@given(people=GROUPS.filter(lambda one: len(one) >= 5))
def test_one_hire(people: list[Answers]) -> None:
    """A hire doubles and fills what their post asks as high; only rungs of the group are hired for, the best first."""
    kb, view = TWO_TRACKS, view_of(TWO_TRACKS, people)
    rungs = {kb.positions[post.id].rung for post in view.positions if post.held}
    counts = [one.doubles + one.fills for one in view.hires]
    assert counts == sorted(counts, reverse=True)
    hired = {one.position: one for one in view.hires}
    for position in kb.positions.values():
        within = position.rung in rungs
        doubled, filled = (
            [one for one in found if within and kb.needed[position.id].get(one.skill, 0) >= one.level]
            for found in (view.cover, view.missing)
        )
        if position.id in hired:
            one = hired[position.id]
            assert (one.doubles, one.fills) == (len(doubled), len(filled))
            assert set(one.skills) == {cover.skill for cover in (*doubled, *filled)}
        else:
            assert not doubled
            assert not filled


def test_of_few_nothing_is_told_but_how_many() -> None:
    """Of a group of four there is neither a part nor a figure, with names neither."""
    for names in (False, True):
        view = view_of(SMALL, group_of(SMALL, 1, 4), names=names)
        assert (view.group.people, view.group.small) == (4, True)
        rest = (view.positions, view.skills, view.courses, view.hires, view.cover, view.missing)
        assert rest == ((),) * 6
        assert (view.heat.parts, view.heat.skills, view.group.kinds, view.group.fit) == ((), (), {}, None)


@pytest.mark.parametrize(
    ("files", "rows", "told"),
    [(0, 0, []), (1, 0, ["was read: 1."]), (0, 2, ["them: 2 rows."]), (2, 1, ["was read: 2.", "it: 1 row."])],
)
def test_what_was_left_out_is_told(files: int, rows: int, told: list[str]) -> None:
    """Files of which nothing was read are told apart from rows that are left out."""
    view = view_of(SMALL, group_of(SMALL, 1, 9), names=False)
    left = replace(view, left_out=LeftOutView(files + rows, files, ()))
    found = [text.en for text in summary(left) if "read:" in text.en or "Left out" in text.en]
    assert len(found) == len(told)
    assert all(part in text for part, text in zip(told, found, strict=True))


def test_names_are_told_where_they_are_asked_for() -> None:
    """Who is ready or within reach is named with names only, as many as there are, in the order of the rows."""
    people = group_of(SMALL, 2, 60)
    named, plain = (view_of(SMALL, people, names=names) for names in (True, False))
    assert {(post.ready_ids, post.within_ids) for post in plain.positions} == {(None, None)}
    for post in named.positions:
        for ids, count in ((post.ready_ids, post.ready), (post.within_ids, post.within_reach)):
            assert ids is not None
            assert len(ids) == min(count, 20)
            assert [*ids] == sorted(ids, key=lambda one: int(one.removeprefix("ZQX-17")))
    assert any(post.ready_ids for post in named.positions)


def test_names_that_no_tally_kept() -> None:
    """Where a tally kept no names, asking for them names nobody."""
    figures = figures_of(SMALL, group_of(SMALL, 2, 9))._replace(holders={})
    view = team_view(SMALL, figures, names=True)
    assert view.cover
    assert {one.by for one in view.cover} == {None}


@pytest.mark.parametrize("people", ["lines", "file"])
def test_json(people: str) -> None:
    """The answer is of the shape that is published, with lines for people or the name of their file."""
    group = group_of(TWO_TRACKS, 4, 30)
    told = lines_of(TWO_TRACKS, group) if people == "lines" else "people.csv"
    view = team_view(TWO_TRACKS, figures_of(TWO_TRACKS, group), told, names=people == "file")
    answer: Any = encode_record(view)
    Draft7Validator(closed(*keys_of(TeamView))).validate(answer)
    assert answer["people"] == told or [one["id"] for one in answer["people"]] == [f"ZQX-17{n}" for n in range(30)]
    assert {"ready", "within_reach"} <= answer["positions"][0].keys()
    assert ("ready_ids" in answer["positions"][0]) == (people == "file")


def test_parts_are_named() -> None:
    """Columns bear the names of roles, rungs or positions, or say who is put together there, or has no post."""
    posts = [("writer/specialist",)] * 6 + [("seller/manager",)] * 2 + [()] * 5 + [("head/director",)] * 3
    levels = {f"skill.{skill}": 3 for skill in SMALL.skills}
    group: list[Answers] = [{"current": one, **levels} for one in posts]

    def names(by: By, least: int = 5) -> list[tuple[str, int]]:
        heat: HeatView = view_of(SMALL, group, by=by, least=least).heat
        return [(part.name.en, part.people) for part in heat.parts]

    assert names("role") == [("Writer", 6), ("others", 5), ("without a post", 5)]
    assert [count for _, count in names("rung", 2)] == [6, 2, 3, 5]
    assert names("position", 3) == [("Writer", 6), ("others", 5), ("without a post", 5)]
    assert names("role", 9) == [("everybody in a post", 11)]
    assert names("role", 12) == []
