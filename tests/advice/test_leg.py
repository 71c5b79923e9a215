from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from random_kb import random_kbs, with_skills
from small_kb import SMALL, WRITER
from two_tracks import TWO_TRACKS

from opscareer.advice import situation_of
from opscareer.advice.belief import supposed
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.gates import months_due, skill_gates_of
from opscareer.advice.ways import Leg, Rise
from opscareer.advice.ways.leg import Place, step_on
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.profile import Profile
from opscareer.model.skill import Need


def place_of(kb: KnowledgeBase, profile: Profile) -> Place:
    """Return where a person sets out from: the first position held, or outside."""
    situation = situation_of(kb, profile)
    held = situation.standing.positions
    due = months_due(kb, situation.standing, profile)
    return Place(held[0] if held else "", situation.beliefs, due, held)


def take(kb: KnowledgeBase, place: Place, end: str) -> Place:
    """Return the place that the move to a position leads to, from outside the entry."""
    move: Move | None = next((m for m in kb.ladder.moves if (m.start, m.end) == (place.position, end)), None)
    return step_on(kb, place, move.kind if move else "entry", end, move)


def legs(kb: KnowledgeBase, profile: Profile, *ends: str) -> tuple[Leg, ...]:
    """Return the steps of a way."""
    place = place_of(kb, profile)
    for end in ends:
        place = take(kb, place, end)
    return place.legs


def test_step_by_hand() -> None:
    """A step takes until its plan is ready, when the time is served already, and tells what had to be closed."""
    (leg,) = legs(SMALL, WRITER, "writer/manager")
    assert leg == Leg(
        start="writer/specialist",
        position="writer/manager",
        kind="promotion",
        move=SMALL.moves_from["writer/specialist"][0],
        begins=0,
        months=1,
        ready=1,
        due=0,
        fit=0.875,
        gaps=(Rise("people", 2, 3, 1),),
        meanwhile=(),
        carried=(),
    )


def test_time_due_is_used() -> None:
    """A step takes as long as the time due, where that is longer; what is closed while waiting is told apart."""
    (leg,) = legs(SMALL, replace(WRITER, years=1), "writer/manager")
    assert (leg.months, leg.ready, leg.due, leg.fit) == (12, 1, 12, 1)
    assert (leg.gaps, leg.meanwhile) == ((Rise("people", 2, 3, 1),), (Rise("people", 3, 4, 1),))


def test_levels_are_carried_on() -> None:
    """The next step begins when the last has ended, with the levels gained by then; those that it asks for are told."""
    first, second = legs(SMALL, WRITER, "writer/manager", "head/director")
    assert (second.start, second.begins, second.due, second.months) == ("writer/manager", first.months, 36, 36)
    assert second.carried == (("people", 3),)
    assert second.gaps == (Rise("deals", 0, 1, 1), Rise("people", 3, 4, 1))
    assert (second.meanwhile, second.fit) == ((Rise("deals", 1, 2, 1),), 1)


def test_only_what_is_asked_is_carried() -> None:
    """Levels gained in a skill that a position does not ask for do not count there."""
    _, second, _ = legs(SMALL, WRITER, "seller/specialist", "seller/manager", "head/director")
    assert second.carried == (("deals", 3),)
    ways = legs(SMALL, WRITER, "counter/specialist", "counter/manager")
    assert [leg.carried for leg in ways] == [(), (("sums", 4),)]


def test_nobody_waits_to_step_sideways() -> None:
    """A step sideways waits for no time, and after it the time on the rung begins anew."""
    first, second = legs(SMALL, replace(WRITER, years=1), "seller/specialist", "seller/manager")
    assert (first.kind, first.due, first.months) == ("lateral", 0, first.ready)
    assert second.due == 24


def test_a_diagonal_waits_like_a_promotion() -> None:
    """A step up into another line waits for the time due, as a step up in one's own does."""
    (leg,) = legs(TWO_TRACKS, replace(WRITER, years=1), "seller/manager")
    assert (leg.kind, leg.due, leg.months) == ("diagonal", 12, 12)


def test_a_position_may_ask_for_other_years() -> None:
    """The time due is that of the position where it has its own, else that of its rung."""
    slower = replace(SMALL.positions["writer/specialist"], years=(3.0, 4.0))
    kb = replace(SMALL, positions={**SMALL.positions, slower.id: slower})
    (leg,) = legs(kb, replace(WRITER, years=1), "writer/manager")
    assert leg.due == 24


def test_nobody_waits_to_enter() -> None:
    """From outside each level is asked one lower and no time is due."""
    (leg,) = legs(SMALL, Profile(levels=dict.fromkeys(SMALL.skills, 1)), "writer/specialist")
    assert (leg.start, leg.kind, leg.move, leg.due) == ("", "entry", None, 0)
    assert (leg.gaps, leg.months, leg.fit) == ((Rise("words", 1, 3, 2),), 2, 1)


def test_rises_stand_as_they_are_begun() -> None:
    """What is closed stands in the order in which it is begun, each skill once, with the months of work on it."""
    kb = with_skills(SMALL, {"people": (Need(4, "sums", 4),)}, {"sums": (1.0, 1.0, 2.0, 3.0, 1.0)})
    (leg,) = legs(kb, replace(WRITER, years=0), "writer/manager")
    assert leg.gaps == (Rise("people", 2, 3, 1),)
    assert leg.meanwhile == (Rise("sums", 2, 4, 5), Rise("people", 3, 4, 1))


def test_to_show_a_level_takes_no_higher_one_away() -> None:
    """An unknown skill that a step shows at a low level stays as high as it was supposed."""
    place = place_of(SMALL, replace(WRITER, levels={"deals": 0, "sums": 2, "people": 4}))
    after = take(SMALL, replace(place, position="writer/manager"), "head/director")
    assert supposed(place.beliefs.skills["words"]) == 3
    assert ("words", 2) in [(rise.skill, rise.end) for rise in (*after.legs[0].gaps, *after.legs[0].meanwhile)]
    assert supposed(after.beliefs.skills["words"]) == 3
    assert "words" in after.beliefs.answered


@pytest.mark.uncounted
@given(data=st.data())
def test_every_step(kb: KnowledgeBase, data: st.DataObject) -> None:
    """After any step one is ready for the position, no level has fallen, and the times fit together."""
    for base in (data.draw(random_kbs()), kb):
        place = place_of(base, data.draw(profiles(base)))
        for _ in range(3):
            ends = [m.end for m in base.moves_from.get(place.position, ())] or list(base.positions)
            entry = not place.position
            if not entry and not base.moves_from[place.position]:
                break
            before, place = place, take(base, place, data.draw(st.sampled_from(ends)))
            leg, asked = place.legs[-1], requirements_of(base, place.position, entry=entry)
            assert (leg.start, leg.position, place.passed) == (
                before.position,
                place.position,
                (*before.passed, leg.position),
            )
            assert (leg.begins, leg.begins + leg.months) == (before.months, place.months)
            assert place.due == 12 * base.years(place.position)[0]
            assert place.way == tuple(leg.position for leg in place.legs)
            assert place.aside == sum(leg.kind in ("lateral", "diagonal") for leg in place.legs)
            assert leg.months == max(leg.ready, leg.due)
            assert leg.due == (before.due if leg.kind in ("promotion", "diagonal") else 0)
            assert leg.fit == fit_of(asked, place.beliefs)
            assert round(leg.fit, 9) >= base.rules.constants.ready
            assert skill_gates_of(base, asked, place.beliefs) == ()
            for skill, belief in before.beliefs.skills.items():
                assert supposed(place.beliefs.skills[skill]) >= supposed(belief)
