from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import people
from random_kb import every_way, random_kbs
from small_kb import RUNGS, SMALL, WRITER, move, with_constants, with_moves
from two_tracks import TWO_TRACKS

from opscareer.advice import situation_of
from opscareer.advice.gates import months_due
from opscareer.advice.prospect import is_firm
from opscareer.advice.ways import Journey, Path, journey_of
from opscareer.advice.ways.path import best_paths, path_by
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

MASTER = replace(WRITER, years=0, levels=dict.fromkeys(SMALL.skills, 5), facts={"metric": "come", "work": "pen"})
"""A writer who has nothing to learn, likes to write, and has just begun."""
MOVES = (("writer/specialist", "writer/manager"), ("writer/manager", "head/director"))
ASIDE = (("writer/specialist", "seller/specialist"),)
SHORT_CUT = replace(
    with_moves(promotions=(*MOVES, ("seller/specialist", "head/director")), laterals=ASIDE),
    rules=with_constants(promotion=0.125).rules,
)
"""Straight up it takes a writer two rungs; by way of the seller's post one."""


def journey(kb: KnowledgeBase, profile: Profile, goal: str | None = None, k: int = 3) -> Journey:
    """Return the journey of a person."""
    return journey_of(kb, situation_of(kb, profile), goal, k)


def remarks(kb: KnowledgeBase, profile: Profile, goal: str | None = None) -> list[str]:
    """Return the remarks in English."""
    return [remark.en for remark in journey(kb, profile, goal).remarks]


def test_nothing_to_remark() -> None:
    """Who rises straight by the next role, and has told all, is told no remark."""
    found = journey(SMALL, MASTER, "head/director", 1)
    assert (found.goals, [path.months for path in found.paths], found.remarks) == (("head/director",), [60], ())


def test_as_many_ways_as_asked_for() -> None:
    """The ways are the best, as many as asked for, and the first is the same however many that are."""
    ways = best_paths(SMALL, situation_of(SMALL, WRITER), ["head/director"], 9)
    assert len(ways) == 2
    for k in (1, 2):
        assert journey(SMALL, WRITER, "head/director", k).paths == ways[:k]


def test_of_equal_ways_that_by_the_next_role_is_first() -> None:
    """Of ways within a tenth of the shortest the one by the next role stands first, then the one of fewest steps."""
    kb = with_moves(
        promotions=(*MOVES, ("seller/specialist", "seller/manager"), ("seller/manager", "head/director")),
        laterals=ASIDE,
    )
    for kind, first in (("pen", "writer/manager"), ("phone", "seller/specialist")):
        person = replace(MASTER, facts={"metric": "stay", "work": kind}, goal=None)
        assert situation_of(kb, person).leader == first
        found = journey(kb, person, "head/director", 2).paths
        assert {path.months for path in found} == {60}
        assert found[0].legs[0].position == first


def test_of_a_stay_the_way_by_what_it_leads_to_is_first() -> None:
    """Who is first to make the post real is told first the way by what that leads to, and that this comes first."""
    kb = with_moves(
        promotions=(*MOVES, ("writer/specialist", "seller/manager"), ("seller/manager", "head/director")),
        laterals=ASIDE,
    )
    beginner = replace(MASTER, levels={"words": 2, "sums": 1, "people": 0, "deals": 0}, facts={"work": "pen"})
    step = situation_of(kb, beginner).next
    assert step is not None
    assert (step.kind, step.then) == ("stay", "writer/manager")
    found = journey(kb, beginner, "head/director", 1)
    assert found.paths[0].legs[0].position == "writer/manager"
    assert [remark.en for remark in found.remarks] == [
        "assess has you consolidate Writer first: the months count from now, and the first of them go into that."
    ]


@pytest.mark.parametrize(
    ("current", "told", "given_", "goals"),
    [
        ("writer/specialist", "writer/manager", "head/director", ("head/director",)),
        ("writer/specialist", "writer/manager", None, ("writer/manager",)),
        ("writer/specialist", None, None, ("top/chief",)),
        ("writer/specialist", None, "writer/specialist", ("top/chief",)),
        ("writer/manager", "writer/manager", None, ("top/chief",)),
        ("top/chief", None, None, ("first/chief",)),
        ("top/chief", "top/chief", None, ("first/chief",)),
    ],
)
def test_goals(current: str, told: str | None, given_: str | None, goals: tuple[str, ...]) -> None:
    """The goal is the one given, else the one told; without one, or with one already held, what is at the top."""
    assert journey(SMALL, replace(MASTER, current=(current,), goal=told), given_).goals == goals


def test_title_without_substance_is_a_goal() -> None:
    """A post that is held by title alone can still be a goal."""
    titled = replace(MASTER, current=("writer/manager",), facts={"reports": "none"}, goal="writer/manager")
    (way,) = journey(SMALL, titled).paths
    assert [(leg.start, leg.position, leg.kind) for leg in way.legs] == [
        ("writer/specialist", "writer/manager", "stay")
    ]


def test_title_without_substance_is_made_real_first() -> None:
    """Who holds a title without its substance is first to make that real, which waits for no years, as assess says."""
    titled = replace(MASTER, current=("writer/manager",), facts={"reports": "none"})
    found = journey(SMALL, titled, "head/director")
    assert [(leg.position, leg.kind, leg.due) for leg in found.paths[0].legs] == [
        ("writer/manager", "stay", 0),
        ("head/director", "promotion", 36),
    ]
    assert not any("assess has" in remark.en for remark in found.remarks)


def test_no_way_by_the_title() -> None:
    """Where no way leads on from the title, ways are told that do not begin with it, and what assess says."""
    titled = replace(MASTER, current=("writer/manager",), facts={"reports": "none"})
    kb = with_moves(
        promotions=(("writer/specialist", "writer/manager"), ("seller/specialist", "seller/manager")), laterals=ASIDE
    )
    found = journey(kb, titled, "seller/manager")
    assert [leg.position for leg in found.paths[0].legs] == ["seller/specialist", "seller/manager"]
    assert any(remark.en.startswith("assess has you consolidate Head Writer") for remark in found.remarks)


CRAFT = replace(WRITER, levels=dict.fromkeys(SMALL.skills, 5), facts={"lead": "no"})
"""A writer who does not want to lead, and could."""


def test_ways_of_who_does_not_want_to_lead() -> None:
    """They end at the highest post without leading, lead through none that does, and it is told how to see others."""
    found = journey(TWO_TRACKS, CRAFT)
    assert [[leg.position for leg in path.legs] for path in found.paths] == [["writer/senior", "writer/expert"]]
    assert found.goals == ("writer/expert",)
    assert found.remarks[0].en.endswith("To see those that lead, name a goal, as opscareer path top/chief.")


@pytest.mark.parametrize(
    ("current", "goal", "lead", "told"),
    [
        (
            "writer/specialist",
            "head/director",
            "no",
            "You said you do not want to lead, but Director is a post that does.",
        ),
        (
            "seller/manager",
            None,
            "no",
            "You said you do not want to lead, but no way to Chief goes without it: Director leads people.",
        ),
        (
            "writer/specialist",
            "writer/expert",
            "yes",
            "You said you want to lead, but Expert Writer is a post that leads nobody.",
        ),
    ],
)
def test_a_way_that_is_not_wanted(current: str, goal: str | None, lead: str, told: str) -> None:
    """Where every way leads through what is not wanted, such ways are told, and from which post on."""
    found = journey(TWO_TRACKS, replace(CRAFT, current=(current,), facts={"lead": lead}), goal)
    assert found.paths
    assert told in [remark.en for remark in found.remarks]


def test_what_a_stay_leads_to_is_not_the_shortest_way() -> None:
    """Where the ways do not begin with what making the post real leads to, it is told what that takes."""
    beginner = replace(MASTER, levels={"words": 2, "sums": 1, "people": 0, "deals": 0}, facts={"work": "pen"})
    step = situation_of(SHORT_CUT, beginner).next
    assert step is not None
    assert (step.kind, step.then) == ("stay", "writer/manager")
    told = remarks(SHORT_CUT, beginner, "head/director")
    assert any(
        one.startswith("After that assess has you go on to Head Writer: it compares what suits you") for one in told
    )


@pytest.mark.parametrize(
    ("current", "goal"),
    [("first/chief", None), ("counter/manager", "top/chief")],
)
def test_no_way(current: str, goal: str | None) -> None:
    """Where no way leads to the goal, or nothing is above, there are no ways and no remarks on them."""
    found = journey(SMALL, Profile((current,)), goal)
    assert (found.paths, found.remarks) == ((), ())


@pytest.mark.parametrize("goal", ["seller/specialist", "writer/specialist"])
def test_a_goal_below(goal: str) -> None:
    """Of a goal below the post that is held it is said that it lies there."""
    found = journey(SMALL, Profile(("writer/manager",)), goal)
    assert found.paths == ()
    assert ["lies below" in remark.en for remark in found.remarks] == [True]


def test_a_goal_that_is_held() -> None:
    """Who holds their goal is told so, and the ways that go on from there; not who only asks for a way there."""
    held = Profile(("writer/manager",), goal="writer/manager")
    for person, goal in ((held, None), (replace(held, goal=None), "writer/manager")):
        found = journey(SMALL, person, goal)
        assert found.paths
        own = "Your goal, Head Writer, is the post that you hold"
        assert any(remark.en.startswith(own) for remark in found.remarks) == (goal is None)


def test_nothing_is_above_and_a_way_leads_beside() -> None:
    """Who has no next role can still be told a way, and nothing of a next role."""
    beside = move("lateral", "writer/manager", "writer/expert")
    kb = replace(TWO_TRACKS, ladder=TWO_TRACKS.ladder._replace(moves=(beside,)))
    person = replace(MASTER, current=("writer/manager",))
    assert situation_of(kb, person).next is None
    assert [len(path.legs) for path in journey(kb, person, "writer/expert").paths] == [1]
    assert remarks(kb, person, "writer/expert") == [
        "No straight way up leads to Expert Writer; it takes a step sideways."
    ]


def test_sideways_is_shorter() -> None:
    """A best way with a step aside is told with what it saves, and why it does not begin with the next role."""
    first, second = remarks(SHORT_CUT, MASTER, "head/director")
    assert first == "Stepping sideways on the way saves 3 years in all: straight up it would take 5 years."
    assert second.startswith("The next role that assess names is Head Writer: ")
    assert second.endswith("only the time to Director counts. By way of Head Writer it takes 5 years.")


def test_sideways_and_hardly_shorter() -> None:
    """Where a step aside saves no more than a quarter, it is said that this alone is not worth changing line."""
    rungs = (RUNGS[0], RUNGS[1]._replace(years_min=0.25), *RUNGS[2:])
    kb = replace(SHORT_CUT, ladder=SHORT_CUT.ladder._replace(rungs=rungs))
    first, _ = remarks(kb, MASTER, "head/director")
    assert first.startswith(
        "Stepping sideways on the way saves only 3 months in all (straight up it would take 2 years 3 months): too"
    )


def test_sideways_and_no_shorter() -> None:
    """A best way with a step aside that a straight one equals says nothing of saving."""
    rungs = (RUNGS[0]._replace(years_min=3.0), *RUNGS[1:])
    kb = replace(SHORT_CUT, ladder=SHORT_CUT.ladder._replace(rungs=rungs))
    seller = replace(MASTER, years=3, facts={"metric": "stay", "work": "phone"})
    found = journey(kb, seller, "head/director")
    assert [(path.months, path.sideways) for path in found.paths] == [(36, 1), (36, 0)]
    assert not [remark for remark in found.remarks if "saves" in remark.en or "straight way" in remark.en]


def test_only_sideways() -> None:
    """Where no straight way leads to the goal, this is told, and whether the next role leads there."""
    kb = with_moves(
        promotions=(("writer/specialist", "writer/manager"), ("seller/specialist", "seller/manager")), laterals=ASIDE
    )
    first, second = remarks(kb, MASTER, "seller/manager")
    assert first == "No straight way up leads to Head Seller; it takes a step sideways."
    assert second.endswith("only the time to Head Seller counts. By way of Head Writer you do not get there.")
    (only,) = remarks(kb, replace(MASTER, goal="seller/manager"))
    assert only == first  # who told the goal is named nothing that does not lead there


def test_several_goals_are_named() -> None:
    """Remarks name all goals."""
    kb = with_moves(
        promotions=(
            ("seller/specialist", "head/director"),
            ("head/director", "top/chief"),
            ("head/director", "first/chief"),
        ),
        laterals=ASIDE,
    )
    assert journey(kb, MASTER).goals == ("top/chief", "first/chief")
    assert remarks(kb, MASTER)[0] == "No straight way up leads to Chief, First; it takes a step sideways."


def test_a_post_offered_is_first_among_equals() -> None:
    """A post on offer is a next role although no move leads there: of ways equally long the one by it is first."""
    person = replace(MASTER, facts={"reason": "offered"}, offer="counter/manager")
    found = journey(TWO_TRACKS, person, "head/director", 2)
    assert [path.months for path in found.paths] == [60, 60]
    assert [leg.position for leg in found.paths[0].legs] == ["counter/manager", "head/director"]
    assert [remark for remark in found.remarks if "assess" in remark.en] == []
    slower = replace(TWO_TRACKS.positions["counter/manager"], years=(6.0, 7.0))
    kb = replace(TWO_TRACKS, positions={**TWO_TRACKS.positions, slower.id: slower})
    (remark,) = [remark for remark in remarks(kb, person, "head/director") if "assess" in remark]
    assert remark.endswith("only the time to Director counts. By way of Head Counter it takes 8 years.")


def test_back_in() -> None:
    """Who is to come back first is told that the months count from then."""
    person = replace(MASTER, facts={"reason": "out-of-work"}, current=("writer/manager",))
    away = {"reason": "out-of-work", "away": "long"}
    same, lower = person, replace(person, facts=away, levels={**person.levels, "people": 2})
    assert remarks(TWO_TRACKS, same, "head/director") == [
        "assess has you come back as Head Writer first: the months count from the day on which you are Head Writer "
        "again."
    ]
    assert remarks(TWO_TRACKS, lower, "head/director") == [
        "assess has you come back as Senior Writer first: the months count from the day on which you are Head Writer "
        "again."
    ]


def test_a_step_down_of_who_is_in_work() -> None:
    """Who is advised a lower post while in work is not told that they come back."""
    person = replace(MASTER, current=("writer/senior",), facts={"reason": "offered"}, offer="seller/specialist")
    assert [remark for remark in remarks(TWO_TRACKS, person, "head/director") if "take Seller first" in remark] == [
        "assess has you take Seller first: the months count from Senior Writer, as you stand now, without that step."
    ]


def test_years_not_told() -> None:
    """Who did not tell their years is counted as just begun, and told so; from outside no years count."""
    unsaid = replace(MASTER, years=None)
    assert journey(SMALL, unsaid, "head/director").paths[0].months == 60
    assert remarks(SMALL, unsaid, "head/director") == [
        "How long you have been in your post was not told; it is counted as just begun."
    ]
    outside = Profile(levels=MASTER.levels, facts=MASTER.facts)
    assert not [remark for remark in remarks(SMALL, outside, "head/director") if "How long" in remark]


def test_who_acted_waits_for_no_years() -> None:
    """Who did the work of the post above without the title sets out at once, whatever years they told."""
    for years in (None, 0, 1):
        acted = replace(MASTER, years=years, facts={**MASTER.facts, "acting": "yes"})
        found = journey(SMALL, acted, "head/director")
        assert [(leg.position, leg.due) for leg in found.paths[0].legs] == [
            ("writer/manager", 0),
            ("head/director", 36),
        ]
        assert found.remarks == ()


def test_assumed_skills() -> None:
    """Skills that the first step rests on and nobody asked about are named; what is closed later is not."""
    known = {"words": 5, "deals": 5, "sums": 5}
    (remark,) = remarks(SMALL, replace(MASTER, levels=known), "head/director")
    assert remark.startswith("No level told, and estimated from your position: Leading people. ")
    assert remarks(SMALL, replace(MASTER, levels=known | {"people": 4}), "head/director") == []
    assert remarks(SMALL, replace(MASTER, levels={"words": 5, "sums": 5, "people": 5}), "head/director") == []


def test_both_languages() -> None:
    """Every remark is told in both languages, with nothing left to fill in."""
    found = [
        *journey(SHORT_CUT, Profile(("writer/specialist",), levels={"people": 4}), "head/director").remarks,
        *journey(
            with_moves(promotions=(("seller/specialist", "seller/manager"),), laterals=ASIDE), WRITER, "seller/manager"
        ).remarks,
    ]
    assert len(found) >= 4
    assert all(text and "{" not in text for remark in found for text in remark)


@pytest.mark.uncounted
@settings(max_examples=60)
@given(data=st.data())
def test_each_remark_when_and_only_when(data: st.DataObject) -> None:
    """Every remark stands where it should and nowhere else, in the same order."""
    base = data.draw(random_kbs())
    situation = situation_of(base, data.draw(people(base)))
    goal = data.draw(st.none() | st.sampled_from(list(base.positions)))
    found = journey_of(base, situation, goal, 2)
    if not found.paths:
        assert ["lies below" in remark.en for remark in found.remarks] == [True] * len(found.remarks)
        return
    towards = situation_of(base, replace(situation.profile, goal=goal or situation.profile.goal))
    ways = every_way(base, towards, frozenset(found.goals), 0)
    best, step = found.paths[0], situation.next
    titled = [
        way for way in ways if towards.next and way[1].position == towards.next.position in towards.standing.in_name
    ]
    straight = [way[-1].months for way in titled or ways]
    back = step is not None and step.kind in ("down", "entry") and step.start != ""
    stays = step is not None and step.kind == "stay" and step.position != _first(best)
    should = {
        "Your goal": goal in (None, situation.profile.goal) and situation.profile.goal in situation.standing.positions,
        "Stepping sideways": best.sideways > 0 and straight != [] and round(min(straight) - best.months, 6) > 0,
        "No straight way": best.sideways > 0 and not straight,
        "assess has you consolidate": stays and not (step and is_firm(base, situation, step)),
        "assess has you keep": stays and step is not None and is_firm(base, situation, step),
        "After that": stays and step is not None and step.then not in ("", _first(best)),
        "assess has you come": back,
        "The next role": step is not None and step.kind != "stay" and not back and step.position != _first(best),
        "How long you": situation.profile.years is None and months_due(base, situation.standing, situation.profile) > 0,
        "No level told": any(rise.skill not in situation.beliefs.answered for rise in best.legs[0].gaps),
    }
    assert [next(start for start in should if remark.en.startswith(start)) for remark in found.remarks] == [
        start for start, stands in should.items() if stands
    ]


def _first(path: Path) -> str:
    return path.legs[0].position


@pytest.mark.uncounted
def test_ways_of_the_built_in_knowledge_base(kb: KnowledgeBase) -> None:
    """Ways to the top are found from a post of each height and from outside, and told by the next role where equal."""
    for current in (("new-media-ops/specialist",), ("user-ops/manager",), ("operations/director",), ()):
        situation = situation_of(kb, Profile(current, years=1.0))
        found = journey_of(kb, situation, None, 2)
        assert [path.goal.rpartition("/")[2] for path in found.paths] == ["chief", "chief"]
        step = situation.next
        assert step is not None
        via = path_by(kb, situation, found.goals, step.then or step.position)
        shortest = min(path.months for path in found.paths)
        if via and via.months <= 1.1 * shortest:
            assert _first(found.paths[0]) == _first(via)


def test_the_same_post_elsewhere_is_no_consolidation(kb: KnowledgeBase) -> None:
    """Who has to look for their post elsewhere is not told to consolidate it, but that the change is not counted."""
    leaving = Profile(("pr/manager",), years=1.0, facts={"reason": "company-trouble", "reports": "some"})
    told = [remark.en for remark in journey_of(kb, situation_of(kb, leaving), "marketing/vp", 1).remarks]
    assert any(one.startswith("assess has you go on as PR Manager in another company") for one in told)
    assert not any(one.startswith(("assess has you consolidate", "After that")) for one in told)
