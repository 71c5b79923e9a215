import pytest
from advised_people import NAMES, people

from opscareer.advice import Advice, advise, best_of, effects_of, prospect_of, suppose
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.views.what_if import what_if_view

SUPPOSED = {"data-analysis": 5, "team-leadership": 5}


def advised(kb: KnowledgeBase, name: str) -> Advice:
    """Return the advice for one of the odd people."""
    return advise(kb, profile_of(kb, people(kb)[name]))


@pytest.mark.parametrize("name", NAMES)
def test_a_supposition(kb: KnowledgeBase, name: str) -> None:
    """What comes first before and after is told, with the gates that open by the names of their skills."""
    advice = advised(kb, name)
    view, then = what_if_view(kb, advice, SUPPOSED), suppose(kb, advice.situation, SUPPOSED)
    after = best_of(kb, then)
    assert view.supposed
    assert view.effects == ()
    assert view.before.next == (advice.next.position if advice.next else None)
    assert (view.after.next, view.after.fit) == ((after.position, after.fit) if after else (None, None))
    assert view.opened == tuple(kb.skills[skill].name for skill in view.opens)
    if advice.next:
        still = {gate.skill for gate in prospect_of(kb, then, advice.next.candidate).gates}
        assert view.opens == tuple(gate.skill for gate in advice.next.gates if gate.skill not in still)


def test_gates_open(kb: KnowledgeBase) -> None:
    """A supposition that opens a gate says so."""
    assert any(what_if_view(kb, advised(kb, name), dict.fromkeys(kb.skills, 5)).opens for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_without_a_supposition(kb: KnowledgeBase, name: str) -> None:
    """One level more of each skill is told, and by its title what the next role turns into where it does."""
    advice = advised(kb, name)
    view = what_if_view(kb, advice, {})
    assert not view.supposed
    assert view.before == view.after
    assert [one.skill for one in view.effects] == [one.skill for one in effects_of(kb, advice)]
    for one in view.effects:
        assert one.name == kb.skills[one.skill].name
        turned = one.next is not None and one.next != view.before.next
        assert one.turns == (kb.positions[one.next].title if turned and one.next else None)


def test_the_top(kb: KnowledgeBase) -> None:
    """At the top nothing comes next, and nothing is supposed to change that."""
    view = what_if_view(kb, advised(kb, "top"), {})
    assert (view.before.next, view.before.fit, view.before.verdict) == (None, None, None)
    assert (view.aim, view.effects) == (None, ())
