from itertools import pairwise

import pytest
from advised_people import NAMES
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_ways import situated
from profiles import profiles

from opscareer.advice import held_against, situation_of
from opscareer.advice.acting import actions_for
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.views.gaps import GapsView, gaps_view
from opscareer.views.telling.gaps import answered_text, assumed_text, exposure_texts, in_a_line, levels_text, order_text

POSITIONS = ("bd/specialist", "user-ops/manager", "coo/chief")


def told(kb: KnowledgeBase, name: str, position: str) -> GapsView:
    """Return what one of the odd people is told of a position."""
    situation = situated(kb, name)
    return gaps_view(kb, situation, held_against(kb, situation, position))


@settings(max_examples=15)
@given(data=st.data())
def test_figures_are_those_of_the_core(kb: KnowledgeBase, data: st.DataObject) -> None:
    """For anybody the gaps add up to what the fit is short of, and so do the groups of skills."""
    situation = situation_of(kb, data.draw(profiles(kb)))
    found = held_against(kb, situation, data.draw(st.sampled_from(list(kb.positions))))
    view = gaps_view(kb, situation, found)
    assert (view.position, view.kind, view.fit) == (found.position, found.candidate.kind, found.fit)
    assert view.fit + sum(gap.gain for gap in view.gaps) == pytest.approx(1)
    assert sum(group.weight * group.met for group in view.groups) == pytest.approx(view.fit)
    assert [gate.need for gate in view.gates] == [gate.need for gate in found.gates]
    for gap, core in zip(view.gaps, found.gaps, strict=True):
        assert gap.actions == actions_for(kb, situation.profile, gap.skill, core.step)


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", NAMES)
def test_levels(kb: KnowledgeBase, name: str, position: str) -> None:
    """Each gap shows the level there is and the one asked, and neither blank is shown as a zero."""
    for gap in told(kb, name, position).gaps:
        have = "-" if gap.no_opportunity else "?" if gap.assumed else str(gap.have)
        assert levels_text(gap) == f"{have}>{gap.need}"
        assert levels_text(gap, " > ") == f"{have} > {gap.need}"


def test_gaps_in_a_line(kb: KnowledgeBase) -> None:
    """In running text each gap stands with its levels, in either language."""
    gaps = told(kb, "unsure", "bd/specialist").gaps[:2]
    line = in_a_line(gaps)
    assert [line.en.count(gap.name.en) for gap in gaps] == [line.zh.count(gap.name.zh) for gap in gaps] == [1, 1]
    assert all(levels_text(gap) in text for gap in gaps for text in (line.en, line.zh))


def test_what_rests_on_no_answer(kb: KnowledgeBase) -> None:
    """Skills that were not answered are named, and not those for which there was no opportunity."""
    assumed = assumed_text(told(kb, "nothing told", "coo/chief").gaps)
    assert assumed is not None
    assert kb.skills["profit-and-loss"].name.en in assumed.en
    assert assumed_text(told(kb, "no opportunity", "bd/specialist").gaps) is None


def test_each_person_is_asked_once(kb: KnowledgeBase) -> None:
    """Skills for which one asks the same person stand together, and nobody else is told to ask."""
    gaps = told(kb, "no opportunity", "bd/specialist").gaps[:6]
    texts = list(exposure_texts(gaps))
    assert len(texts) == len({gap.exposure for gap in gaps})
    for gap in gaps:
        assert gap.exposure
        assert [text for text in texts if gap.name.zh in text.zh and text.zh.endswith(gap.exposure.zh)]
    assert list(exposure_texts(told(kb, "nothing told", "coo/chief").gaps)) == []


def test_how_much_was_answered(kb: KnowledgeBase) -> None:
    """It is said how much of the fit is estimated, and nothing where nothing is."""
    few = answered_text(told(kb, "nothing told", "coo/chief").words)
    assert few is not None
    assert few.en.startswith("none of the")
    assert answered_text(told(kb, "perfect", "product-ops/manager").words) is None


@pytest.mark.parametrize("few", [True, False])
def test_one_answer_is_no_more(kb: KnowledgeBase, few: bool) -> None:
    """Of one answered skill it is said in English that it was, of two that they were."""
    words = told(kb, "perfect", "product-ops/manager").words
    one, two = (answered_text(words._replace(known=known, asked=18, few=few)) for known in (1, 2))
    assert one
    assert two
    assert "1 of the 18 skills it asks was answered" in one.en
    assert "2 of the 18 skills it asks were answered" in two.en


def test_conditions_that_are_not_met(kb: KnowledgeBase) -> None:
    """A condition that the person does not meet is told with what they have, what is asked, and its sources."""
    flags = told(kb, "newcomer", "user-ops/manager").flags
    assert flags
    assert {flag.have for flag in flags if flag.fact == "education"} == {"secondary"}
    conditions = {one.text for one in kb.roles["user-ops"].conditions}
    assert {flag.text for flag in flags} <= conditions


@pytest.mark.parametrize("answered", [False, True])
def test_a_group_of_which_nothing_was_told(kb: KnowledgeBase, answered: bool) -> None:
    """How far a group of skills is there is told as a band where less than half of it was told, else as a figure."""
    needed = kb.needed["user-ops/manager"]
    levels = {skill: 3 for skill in needed if answered or kb.skills[skill].group != "management"}
    situation = situation_of(kb, Profile(("user-ops/specialist",), levels=levels))
    view = gaps_view(kb, situation, held_against(kb, situation, "user-ops/manager"))
    shown = {group.group: group.there for group in view.groups}
    assert ("-" in shown.pop("management")) is not answered
    assert shown
    assert not any("-" in there for there in shown.values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("position", POSITIONS)
def test_what_orders_gaps(kb: KnowledgeBase, name: str, position: str) -> None:
    """Where gaps do not stand in the order of what closing them adds, one line says in which they do."""
    gaps = told(kb, name, position).gaps
    gains = [round(gap.gain, 3) for gap in gaps]
    in_order = all(first >= second for first, second in pairwise(gains))
    assert (order_text(gaps) is None) is in_order
    assert order_text(sorted(gaps, key=lambda gap: -gap.gain)) is None
