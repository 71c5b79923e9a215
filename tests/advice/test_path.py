from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import people, profiles
from random_kb import every_way, random_kbs, with_skills
from small_kb import SMALL, WRITER, asked, position, with_constants, with_moves, with_positions
from two_tracks import TWO_TRACKS

from opscareer.advice import Situation, situation_of
from opscareer.advice.belief import supposed
from opscareer.advice.fit import requirements_of
from opscareer.advice.gates import months_due
from opscareer.advice.ways import Path
from opscareer.advice.ways.goals import goals_of
from opscareer.advice.ways.path import best_paths, path_by, straight_path
from opscareer.advice.ways.plan import plan_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

MASTER = replace(WRITER, levels=dict.fromkeys(SMALL.skills, 5))
"""A writer who has nothing to learn: only time counts."""
Ids = tuple[str, ...]


def ids(path: Path) -> Ids:
    """Return the positions on a way."""
    return tuple(leg.position for leg in path.legs)


def ways(kb: KnowledgeBase, profile: Profile, goal: str, k: int = 9) -> dict[Ids, float]:
    """Return the ways to a goal with their months, the best first."""
    return {ids(path): path.months for path in best_paths(kb, situation_of(kb, profile), [goal], k)}


def followed(kb: KnowledgeBase, situation: Situation, goals: Iterable[str], without: Iterable[str] = ()) -> list[Path]:
    """Return all ways, found by following every one that there is, in the order of their months."""
    most = kb.rules.constants.path_sideways
    found = [Path(way[-1].legs) for way in every_way(kb, situation, frozenset(goals), most, frozenset(without))]
    return sorted(found, key=lambda path: (round(path.months, 6), len(path.legs), ids(path), path.legs[0].start))


def by_the_title(situation: Situation, paths: Iterable[Path]) -> list[Path]:
    """Return the ways that begin with giving a title its substance, of who is told that; of all others every way."""
    step = situation.next
    in_name = step is not None and step.kind == "stay" and step.position in situation.standing.in_name
    return [path for path in paths if not in_name or (step and ids(path)[0] == step.position)]


def unwanted(kb: KnowledgeBase, situation: Situation, goals: Iterable[str]) -> set[str]:
    """Return the positions short of the goals whose chief work a person avoids."""
    avoided = {role.id for role in kb.roles.values() if situation.profile.avoid & {*role.work[:1]}}
    return {p.id for p in kb.positions.values() if p.role in avoided} - {*goals}


def differing(paths: Iterable[Path], by: str | None) -> tuple[Path, ...]:
    """Return the ways that differ in a position that matters, the best first.

    Of those within a tenth of the shortest that is the one by a position, then the one of the fewest steps.
    """
    paths = list(paths)
    if not paths:
        return ()
    near = [path for path in paths if round(path.months, 6) <= round(1.1 * paths[0].months, 6)]
    near.sort(key=lambda path: (ids(path)[0] != by, len(path.legs)))
    best: dict[Ids, Path] = {}
    for path in (*near, *paths):
        best.setdefault(path.posts, path)
    return tuple(best.values())


def test_ways_by_hand() -> None:
    """The ways stand by their months: the time due on each rung, where there is nothing to learn."""
    kb = with_moves(
        promotions=(
            ("writer/specialist", "writer/manager"),
            ("seller/specialist", "head/director"),
            ("writer/manager", "head/director"),
        ),
        laterals=(("writer/specialist", "seller/specialist"),),
    )
    assert ways(kb, replace(MASTER, years=0), "head/director") == {
        ("seller/specialist", "head/director"): 24,
        ("writer/manager", "head/director"): 60,
    }
    assert ways(kb, replace(MASTER, years=1.5), "head/director") == {
        ("seller/specialist", "head/director"): 24,  # time served before does not count after a step aside
        ("writer/manager", "head/director"): 42,
    }


def test_path_tells_itself() -> None:
    """A way tells its goal, its months, its steps sideways, and the positions that matter."""
    situation = situation_of(SMALL, replace(MASTER, years=0))
    straight, aside = best_paths(SMALL, situation, ["head/director"], 5)
    assert (straight.goal, straight.months, straight.sideways) == ("head/director", 60, 0)
    assert straight.posts == ("writer/manager", "head/director")
    assert ids(aside) == ("seller/specialist", "seller/manager", "head/director")
    assert (aside.months, aside.sideways) == (60, 1)
    assert aside.posts == ("seller/manager", "head/director")


def test_a_diagonal_is_a_step_up_and_aside() -> None:
    """A step up into another line waits for the time due, counts as one aside, and leads to a position that matters."""
    (path,) = best_paths(TWO_TRACKS, situation_of(TWO_TRACKS, replace(MASTER, years=0)), ["seller/manager"], 1)
    assert [(leg.kind, leg.position, leg.due) for leg in path.legs] == [("diagonal", "seller/manager", 24)]
    assert (path.months, path.sideways, path.posts) == (24, 1, ("seller/manager",))


def test_as_many_ways_as_asked_for() -> None:
    """No more ways are told than asked for, the shortest of them."""
    everything = ways(SMALL, WRITER, "head/director")
    for k in range(1, 4):
        assert list(ways(SMALL, WRITER, "head/director", k)) == list(everything)[:k]


def test_a_detail_makes_no_other_way() -> None:
    """Ways that rise to the same positions are one, told by the shortest: a step aside before is a detail."""
    kb = with_moves(
        promotions=(("writer/specialist", "writer/manager"), ("seller/specialist", "writer/manager")),
        laterals=(("writer/specialist", "seller/specialist"),),
    )
    assert ways(kb, replace(MASTER, years=0), "writer/manager") == {("writer/manager",): 24}


def test_equal_ways() -> None:
    """Of ways equally long the one with fewer steps comes first, then the one whose ids do."""
    kb = with_moves(
        promotions=(
            ("writer/specialist", "writer/manager"),
            ("writer/specialist", "seller/manager"),
            ("counter/specialist", "counter/manager"),
            ("writer/manager", "head/director"),
            ("seller/manager", "head/director"),
            ("counter/manager", "head/director"),
        ),
        laterals=(("writer/specialist", "counter/specialist"),),
    )
    assert list(ways(kb, replace(MASTER, years=0), "head/director")) == [
        ("seller/manager", "head/director"),
        ("writer/manager", "head/director"),
        ("counter/specialist", "counter/manager", "head/director"),
    ]


@pytest.mark.parametrize(("most", "found"), [(0, 0), (1, 0), (2, 1)])
def test_steps_sideways(most: int, found: int) -> None:
    """No more steps lead sideways than the knowledge base says; none leads back."""
    moves = {
        "promotions": (("counter/specialist", "counter/manager"),),
        "laterals": (
            ("writer/specialist", "seller/specialist"),
            ("seller/specialist", "writer/specialist"),
            ("seller/specialist", "counter/specialist"),
        ),
    }
    kb = replace(with_constants(path_sideways=most), ladder=with_moves(**moves).ladder)
    assert len(ways(kb, WRITER, "counter/manager")) == found


def test_several_posts() -> None:
    """Of several posts the ways set out from the highest; none leads to a post held, nor through one."""
    both_posts = replace(MASTER, current=("seller/specialist", "writer/specialist"), years=0)
    assert set(ways(SMALL, both_posts, "head/director")) == {
        ("seller/manager", "head/director"),
        ("writer/manager", "head/director"),
    }
    higher = replace(MASTER, current=("seller/specialist", "writer/manager"), years=0)
    assert ways(SMALL, higher, "head/director") == {("head/director",): 36}
    assert ways(SMALL, higher, "seller/specialist") == {}


def test_posts_on_both_tracks() -> None:
    """Of posts of one height on two tracks none is the higher: the ways set out from both."""
    both_tracks = situation_of(TWO_TRACKS, replace(MASTER, current=("writer/expert", "writer/manager"), years=3))
    goals = ["head/director", "counter/manager"]
    found = best_paths(TWO_TRACKS, both_tracks, goals, 5)
    assert {(path.legs[0].start, *ids(path)) for path in found} == {
        ("writer/expert", "head/director"),
        ("writer/manager", "counter/manager"),
    }


def test_from_outside() -> None:
    """From outside the ways set out from the posts that suit best, so many as the knowledge base says."""
    person = Profile(levels=dict.fromkeys(SMALL.skills, 5), facts={"metric": "come", "work": "pen"})
    for entries in (1, 2, 3):
        kb = with_constants(path_entries=entries, path_sideways=0)
        best = [scale.line.key for scale in situation_of(kb, person).scales[:entries]]
        found = ways(kb, person, "head/director")
        assert {way[0] for way in found} == {*best} - {"counter/specialist"}
        assert set(found.values()) == {60}


def test_nearest_of_several_goals() -> None:
    """Of several goals the nearest are told first, and no way goes on beyond one."""
    situation = situation_of(SMALL, replace(MASTER, years=0))
    found = best_paths(SMALL, situation, ["top/chief", "writer/manager", "writer/specialist"], 3)
    assert [(ids(path), path.months) for path in found] == [
        (("writer/manager",), 24),
        (("seller/specialist", "seller/manager", "head/director", "top/chief"), 108),
    ]


EQUAL = with_moves(
    promotions=(
        ("writer/specialist", "writer/manager"),
        ("seller/specialist", "seller/manager"),
        ("seller/specialist", "counter/manager"),
        ("writer/manager", "head/director"),
        ("seller/manager", "head/director"),
        ("counter/manager", "head/director"),
    ),
    laterals=(("writer/specialist", "seller/specialist"),),
)
"""A writer may rise by three ways that take equally long, by two of them after a step aside."""


def with_years(kb: KnowledgeBase, **years: float) -> KnowledgeBase:
    """Return a knowledge base in which the managers of some lines serve other years before they rise."""
    changed = {
        f"{role}/manager": replace(kb.positions[f"{role}/manager"], years=(least, least))
        for role, least in years.items()
    }
    return replace(kb, positions={**kb.positions, **changed})


@pytest.mark.parametrize(("seller", "first"), [(3.0, "writer"), (2.6, "writer"), (2.5, "seller")])
def test_ways_within_a_tenth_are_equal(seller: float, first: str) -> None:
    """Of ways within a tenth of the shortest the one of the fewest steps stands first, however many are asked for."""
    kb = with_years(EQUAL, seller=seller)  # 60 months by the writers, and by the sellers 60, 55.2 or 54
    for k in (1, 2, 3):
        found = list(ways(kb, replace(MASTER, years=0), "head/director", k))
        assert (len(found), found[0][-2]) == (k, f"{first}/manager")


def test_of_equal_ways_that_by_the_next_role_is_first() -> None:
    """Of ways within a tenth of the shortest the one that begins with a given position stands first."""
    situation = situation_of(EQUAL, replace(MASTER, years=0))
    for k in (1, 2, 3):
        (first, *others) = best_paths(EQUAL, situation, ["head/director"], k, by="seller/specialist")
        assert ids(first) == ("seller/specialist", "counter/manager", "head/director")
        assert [ids(path)[-2] for path in others] == ["seller/manager", "writer/manager"][: k - 1]
    slower = with_years(EQUAL, writer=2.0)
    best = best_paths(slower, situation, ["head/director"], 1, by="seller/specialist")
    assert [ids(path) for path in best] == [("writer/manager", "head/director")]


def test_a_post_on_offer_is_a_step() -> None:
    """A post that is offered may be the first step although no move leads to it; no other such post may."""
    person = replace(MASTER, years=0, facts={"reason": "offered"}, offer="counter/manager")
    situation = situation_of(TWO_TRACKS, person)
    assert "counter/manager" not in {move.end for move in TWO_TRACKS.moves_from["writer/specialist"]}
    way = path_by(TWO_TRACKS, situation, ["head/director"], "counter/manager")
    assert way is not None
    assert [(leg.kind, leg.position, leg.move is None, leg.due) for leg in way.legs] == [
        ("diagonal", "counter/manager", True, 24),
        ("diagonal", "head/director", False, 36),
    ]
    assert way in best_paths(TWO_TRACKS, situation, ["head/director"], 9)
    assert path_by(TWO_TRACKS, situation, ["head/director"], "writer/expert") is None
    assert path_by(TWO_TRACKS, situation_of(TWO_TRACKS, MASTER), ["head/director"], "counter/manager") is None


def test_who_enters_is_held_to_less() -> None:
    """Of goals that one may enter the nearest is told first, by what is asked of somebody who enters."""
    counter = position("counter", "specialist", "Counter", asked("words", 2, 1.0))
    writer = position("writer", "specialist", "Writer", asked("sums", 2, 1.0))
    months = {"words": (5.0, 20.0, 20.0, 20.0, 20.0), "sums": (1.0, 30.0, 30.0, 30.0, 30.0)}
    kb = with_skills(with_positions(counter, writer), {}, months)
    outside = situation_of(kb, Profile(levels=dict.fromkeys(kb.skills, 0)))
    path = straight_path(kb, outside, [counter.id, writer.id])
    assert path is not None
    assert (path.goal, path.months) == (writer.id, 1)


def test_what_one_will_not_do_stays_out() -> None:
    """No way leads through a line whose chief work the person avoids, unless it is the goal or there is no other."""
    unwilling = replace(MASTER, years=0, avoid=frozenset({"phone"}))
    assert {way[-2] for way in ways(SMALL, MASTER, "head/director")} == {"writer/manager", "seller/manager"}
    assert {way[-2] for way in ways(SMALL, unwilling, "head/director")} == {"writer/manager"}
    assert ("seller/specialist", "seller/manager") in ways(SMALL, unwilling, "seller/manager")
    only = with_moves(
        promotions=(("seller/specialist", "head/director"),), laterals=(("writer/specialist", "seller/specialist"),)
    )
    assert list(ways(only, unwilling, "head/director")) == [("seller/specialist", "head/director")]


def test_a_way_by_any_entry() -> None:
    """From outside a way may be asked for by any position to enter by that leads to the goal."""
    outside = situation_of(SMALL, Profile(levels=MASTER.levels))
    entered = path_by(SMALL, outside, ["head/director"], "writer/manager")
    assert entered is not None
    assert [leg.kind for leg in entered.legs] == ["entry", "promotion"]
    assert path_by(SMALL, outside, ["head/director"], "counter/specialist") is None


def test_a_bounded_search_finds_some_way() -> None:
    """Where the bound is met before a way is found, one is found all the same, if there is any."""
    situation = situation_of(SMALL, WRITER)
    kb = with_constants(path_steps=1)
    (path,) = best_paths(kb, situation, ["top/chief"], 3)
    assert path.goal == "top/chief"
    assert path in best_paths(SMALL, situation, ["top/chief"], 9)
    assert best_paths(kb, situation_of(SMALL, replace(WRITER, current=("counter/manager",))), ["top/chief"], 3) == ()
    assert best_paths(with_constants(path_steps=100), situation, ["top/chief"], 1) == best_paths(
        SMALL, situation, ["top/chief"], 1
    )


def test_equal_ways_from_two_posts() -> None:
    """Of two ways that differ in nothing but the post they set out from, that of the first id is told."""
    both = replace(MASTER, current=("writer/manager", "seller/manager"))
    (path,) = best_paths(SMALL, situation_of(SMALL, both), ["head/director"], 5)
    assert path.legs[0].start == "seller/manager"


@pytest.mark.uncounted
@settings(max_examples=80)
@given(kb=random_kbs(), data=st.data())
def test_ways_are_those_of_following_all(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The search finds what following every way there is would find, for any number of ways, in the same order."""
    situation = situation_of(kb, data.draw(people(kb)))
    goals = data.draw(st.lists(st.sampled_from(list(kb.positions)[1:]), min_size=1, max_size=2))
    by = data.draw(st.none() | st.sampled_from(list(kb.positions)))
    willing, every = followed(kb, situation, goals, unwanted(kb, situation, goals)), followed(kb, situation, goals)
    truth = by_the_title(situation, willing) or by_the_title(situation, every) or willing or every
    for k in range(1, 6):
        assert best_paths(kb, situation, goals, k, by) == differing(truth, by)[:k]


@pytest.mark.uncounted
@settings(max_examples=50)
@given(kb=random_kbs(), data=st.data())
def test_the_way_straight_up_and_the_ways_by_a_position(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The way straight up, and the way by a position that a move leads to, are the shortest of all that there are."""
    situation = situation_of(kb, data.draw(people(kb)))
    goals = data.draw(st.lists(st.sampled_from(list(kb.positions)[1:]), min_size=1, max_size=2))
    straight = [Path(way[-1].legs) for way in every_way(kb, situation, frozenset(goals), 0)]
    found = straight_path(kb, situation, goals)
    months = [path.months for path in by_the_title(situation, straight) or straight]
    assert (found.months if found else None) == min(months, default=None)
    assert found is None or not found.sideways
    truth = followed(kb, situation, goals)
    for first in dict.fromkeys(ids(path)[0] for path in truth):
        assert path_by(kb, situation, goals, first) == next(path for path in truth if ids(path)[0] == first)


@pytest.mark.uncounted
@settings(max_examples=15)
@given(data=st.data())
def test_months_by_hand(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Each step takes its plan's months to be ready with the levels gained so far, or the time due if longer."""
    base = data.draw(random_kbs() | st.just(kb))
    situation = situation_of(base, data.draw(profiles(base)))
    for path in best_paths(base, situation, goals_of(base, situation), 1):
        beliefs, due, begins = situation.beliefs, months_due(base, situation.standing, situation.profile), 0.0
        for leg in path.legs:
            asked = requirements_of(base, leg.position, entry=leg.kind == "entry")
            plan = plan_of(base, asked, beliefs, base.rules.constants.plan_parallel)
            rises = leg.kind in ("promotion", "diagonal")
            assert leg.begins == begins
            assert leg.months == pytest.approx(max(plan.ready, due if rises else 0))
            gained = {step.skill: step.level for step in plan.steps if step.end <= leg.months + 1e-9}
            levels = {skill: max(level, supposed(beliefs.skills[skill])) for skill, level in gained.items()}
            beliefs, begins = beliefs.with_levels(levels), begins + leg.months
            due = 12 * base.years(leg.position)[0]
        assert path.months == begins
