from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import profiles
from random_kb import every_way, random_kbs
from small_kb import RUNGS, SMALL, WRITER, with_constants, with_moves

from opscareer.advice import Situation, situation_of
from opscareer.advice.belief import supposed
from opscareer.advice.fit import requirements_of
from opscareer.advice.ways import Path
from opscareer.advice.ways.path import all_paths, distinct, goals_of
from opscareer.advice.ways.plan import plan_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

MASTER = replace(WRITER, levels=dict.fromkeys(SMALL.skills, 5))
"""A writer who has nothing to learn: only time counts."""
Ids = tuple[str, ...]


def ids(path: Path) -> Ids:
    """Return the positions on a way."""
    return tuple(leg.position for leg in path.legs)


def paths_of(kb: KnowledgeBase, situation: Situation, goals: Iterable[str], k: int) -> tuple[Path, ...]:
    """Return the k shortest ways that differ in a position that matters."""
    return distinct(all_paths(kb, situation, goals), k)


def ways(kb: KnowledgeBase, profile: Profile, goal: str, k: int = 9) -> dict[Ids, float]:
    """Return the ways to a goal with their months, the shortest first."""
    return {ids(path): path.months for path in paths_of(kb, situation_of(kb, profile), [goal], k)}


def shortest(kb: KnowledgeBase, situation: Situation, goals: Iterable[str]) -> list[Path]:
    """Return all ways that differ in a position that matters, found by following every way there is."""
    most = int(kb.rules["path_sideways"])
    found = [Path(way[-1].legs) for way in every_way(kb, situation, frozenset(goals), most)]
    best: dict[Ids, Path] = {}
    for path in sorted(found, key=lambda path: (round(path.months, 6), len(path.legs), ids(path))):
        best.setdefault(path.posts, path)
    return list(best.values())


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
    straight, aside = paths_of(SMALL, situation, ["head/director"], 5)
    assert (straight.goal, straight.months, straight.sideways) == ("head/director", 60, 0)
    assert straight.posts == ("writer/manager", "head/director")
    assert ids(aside) == ("seller/specialist", "seller/manager", "head/director")
    assert (aside.months, aside.sideways) == (60, 1)
    assert aside.posts == ("seller/manager", "head/director")


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


def test_from_outside() -> None:
    """From outside the ways set out from the posts that suit best, so many as the knowledge base says."""
    person = Profile(levels=dict.fromkeys(SMALL.skills, 5), facts={"metric": "come", "work": "pen"})
    for entries in (1, 2, 3):
        kb = with_constants(path_entries=entries, path_sideways=0)
        best = [scale.candidate.position for scale in situation_of(kb, person).scales[:entries]]
        found = ways(kb, person, "head/director")
        assert {way[0] for way in found} == {*best} - {"counter/specialist"}
        assert set(found.values()) == {60}


def test_nearest_of_several_goals() -> None:
    """Of several goals the nearest are told first, and no way goes on beyond one."""
    situation = situation_of(SMALL, replace(MASTER, years=0))
    found = paths_of(SMALL, situation, ["top/chief", "writer/manager", "writer/specialist"], 3)
    assert [(ids(path), path.months) for path in found] == [
        (("writer/manager",), 24),
        (("seller/specialist", "seller/manager", "head/director", "top/chief"), 108),
    ]


@pytest.mark.parametrize(
    ("current", "goals"),
    [
        (("writer/specialist",), ("top/chief",)),
        ((), ("top/chief",)),
        (("head/director",), ("top/chief",)),
        (("top/chief",), ("first/chief",)),
        (("top/chief", "first/chief"), ()),
        (("first/chief",), ()),
    ],
)
def test_goals_of_who_has_none(current: Ids, goals: Ids) -> None:
    """Who has no goal would rise to the top from the rung below; who is there, to what is above."""
    assert goals_of(SMALL, situation_of(SMALL, Profile(current))) == goals


def test_goals_stand_in_the_order_of_the_knowledge_base() -> None:
    """The goals stand in the order of the knowledge base, whichever moves lead there."""
    kb = with_moves(promotions=(("head/director", "first/chief"), ("head/director", "top/chief")))
    assert goals_of(kb, situation_of(kb, WRITER)) == ("top/chief", "first/chief")


def test_one_rung_has_no_above() -> None:
    """A ladder of one rung has no goal to name."""
    held = tuple(post for post in SMALL.ladder.posts if post.rung == "chief")
    kb = replace(SMALL, ladder=SMALL.ladder._replace(rungs=RUNGS[3:], posts=held, moves=()))
    kb = replace(kb, positions={p.id: SMALL.positions[p.id] for p in held})
    assert goals_of(kb, situation_of(kb, Profile())) == ()


@settings(max_examples=200)
@given(kb=random_kbs(), data=st.data())
def test_ways_are_those_of_following_all(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The search finds what following every way there is would find, for any number of ways, in the same order."""
    situation = situation_of(kb, data.draw(profiles(kb)))
    goals = data.draw(st.lists(st.sampled_from(list(kb.positions)[1:]), min_size=1, max_size=2))
    truth = shortest(kb, situation, goals)
    for k in range(1, 6):
        assert paths_of(kb, situation, goals, k) == tuple(truth[:k])


@settings(max_examples=15)
@given(data=st.data())
def test_months_by_hand(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Each step takes its plan's months to be ready with the levels gained so far, or the time due if longer."""
    for base in (data.draw(random_kbs()), kb):
        situation = situation_of(base, data.draw(profiles(base)))
        for path in paths_of(base, situation, goals_of(base, situation), 2):
            beliefs, served, begins = situation.beliefs, 12 * (situation.profile.years or 0), 0.0
            for leg in path.legs:
                asked = requirements_of(base, leg.position, entry=leg.kind == "entry")
                plan = plan_of(base, asked, beliefs, int(base.rules["plan_parallel"]))
                rises = leg.kind == "promotion"
                due = max(0, 12 * base.rungs[base.positions[leg.start].rung].years_min - served) if rises else 0
                assert (leg.begins, leg.months) == (begins, pytest.approx(max(plan.ready, due)))
                gained = {step.skill: step.level for step in plan.steps if step.end <= leg.months + 1e-9}
                levels = {skill: max(level, supposed(beliefs.skills[skill])) for skill, level in gained.items()}
                beliefs, served, begins = beliefs.with_levels(levels), 0, begins + leg.months
            assert path.months == begins
