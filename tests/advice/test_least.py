from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import people
from random_kb import every_way, random_kbs, with_skills
from small_kb import SMALL, asked, position, with_constants, with_moves, with_positions

from opscareer.advice import situation_of
from opscareer.advice.belief import UNIFORM, Beliefs, point
from opscareer.advice.ways.least import least_learning, least_steps, least_waiting
from opscareer.model.kb import KnowledgeBase

RISING = (1.0, 2.0, 4.0, 8.0, 16.0)


def asking(*requirements: tuple[str, int, float, bool], ready: float = 1.0, parallel: int = 1) -> KnowledgeBase:
    """Return the small knowledge base with one position that asks this, and months that rise with the levels."""
    post = position("writer", "specialist", "Post", *(asked(s, n, w, must=must) for s, n, w, must in requirements))
    constants = with_constants(ready=ready, plan_parallel=parallel).rules
    return replace(with_skills(with_positions(post), {}, dict.fromkeys(SMALL.skills, RISING)), rules=constants)


def least(kb: KnowledgeBase, *, entry: bool = False, **told: int) -> float:
    """Return the least months for that position of somebody who told these levels and of whom nothing else is known."""
    skills = {skill: point(told[skill]) if skill in told else UNIFORM for skill in kb.skills}
    return least_learning(kb, "writer/specialist", Beliefs(skills, {}, frozenset(told)), entry=entry)


def test_the_cheapest_fit_first() -> None:
    """What brings most fit a month is counted first, and of the last level only the part that is still missing."""
    kb = asking(("words", 2, 0.5, False), ("sums", 2, 0.5, False), ready=0.75)
    assert least(kb, words=0, sums=0) == pytest.approx(1 + 1 + 2)
    half = asking(("words", 2, 0.5, False), ("sums", 2, 0.5, False), ready=0.625)
    assert least(half, words=0, sums=0) == pytest.approx(1 + 1 + 1)
    assert least(kb, words=2, sums=1) == 0


def test_all_hands_but_one_at_a_time_on_a_skill() -> None:
    """The months are shared by as many hands as the knowledge base says; what opens one gate is not."""
    free = asking(("words", 2, 0.5, False), ("sums", 2, 0.5, False), parallel=2)
    assert least(free, words=0, sums=0) == pytest.approx(3)
    gate = asking(("words", 5, 0.5, True), ("sums", 1, 0.5, False), ready=0.5, parallel=2)
    assert least(gate, words=0, sums=1) == pytest.approx(1 + 2 + 4 + 8)


def test_gates_have_to_be_opened() -> None:
    """A must more than one level short counts up to one level short, however much fit there is; an unknown one too."""
    kb = asking(("words", 4, 0.1, True), ("sums", 1, 0.9, False), ready=0.5)
    assert least(kb, words=2, sums=1) == pytest.approx(4)
    assert least(kb, words=3, sums=1) == 0
    assert least(kb, sums=1) == pytest.approx(1)  # supposed at 3: to be shown, at the cheapest level
    assert least(asking(("words", 1, 1.0, True)), words=0) == pytest.approx(1)


def test_who_enters_is_asked_less() -> None:
    """Of somebody who enters each level is asked one lower."""
    kb = asking(("words", 3, 1.0, False))
    assert least(kb, words=0) == pytest.approx(7)
    assert least(kb, entry=True, words=0) == pytest.approx(3)


def test_what_is_supposed_is_shown_by_any_level() -> None:
    """An unknown skill may be shown by a lower level than the position asks, where another one on the way asks that."""
    assert least(asking(("words", 3, 1.0, False))) == pytest.approx(1)
    assert least(asking(("words", 4, 1.0, False))) == pytest.approx(1 + (8 - 1))


def test_waiting_on_the_way() -> None:
    """From a position on the way one waits at least for the time due on each rung from there, with the steps left."""
    kb = with_moves(
        promotions=(
            ("writer/specialist", "writer/manager"),
            ("writer/manager", "head/director"),
            ("seller/specialist", "head/director"),
        ),
        laterals=(("writer/specialist", "seller/specialist"),),
    )
    waiting = least_waiting(kb, ["head/director"], 1)
    assert waiting == {
        ("head/director", 0): 0,
        ("head/director", 1): 0,
        ("writer/manager", 0): 36,
        ("writer/manager", 1): 36,
        ("seller/specialist", 0): 24,
        ("seller/specialist", 1): 24,
        ("writer/specialist", 0): 60,
        ("writer/specialist", 1): 24,
    }
    assert least_waiting(SMALL, [], 2) == {}
    around = least_waiting(kb, ["head/director"], 1, without={"seller/specialist"})
    assert (around["writer/specialist", 1], ("seller/specialist", 1) in around) == (60, False)


def test_steps_on_the_way() -> None:
    """So many steps lead to a goal at the least, the fewer where some may lead sideways."""
    steps = least_steps(SMALL, ["seller/manager"], 1)
    assert steps == {
        ("seller/manager", 0): 0,
        ("seller/manager", 1): 0,
        ("seller/specialist", 0): 1,
        ("seller/specialist", 1): 1,
        ("writer/specialist", 1): 2,
    }


@pytest.mark.uncounted
@settings(max_examples=60)
@given(kb=random_kbs(), data=st.data())
def test_never_more_than_the_way_takes(kb: KnowledgeBase, data: st.DataObject) -> None:
    """From no place on any way to a goal does the rest take less than it is held to take at the least."""
    situation = situation_of(kb, data.draw(people(kb)))
    goal, sideways = data.draw(st.sampled_from(list(kb.positions)[1:])), kb.rules.constants.path_sideways
    waiting = least_waiting(kb, [goal], sideways)
    for way in every_way(kb, situation, frozenset({goal}), sideways):
        for number, (place, leg) in enumerate(zip(way[:-1], way[-1].legs, strict=True)):
            rest = way[-1].months - place.months + 1e-6
            assert least_learning(kb, goal, place.beliefs, entry=not place.position) <= rest
            assert least_learning(kb, leg.position, place.beliefs, entry=leg.kind == "entry") <= leg.ready + 1e-6
            assert not number or waiting[place.position, sideways - place.aside] <= rest
