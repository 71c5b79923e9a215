from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import answer_lists, levels, profiles
from small_kb import SKILLS, SMALL, WRITER, with_constants

from opscareer.advice import (
    advise,
    best_of,
    candidate_for,
    confidence_of,
    prospect_of,
    situation_of,
    suppose,
)
from opscareer.advice.standing import candidates_of
from opscareer.interview import accept, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

PEN = {"metric": "come", "work": "pen"}
TIED = replace(WRITER, levels={"words": 0, "deals": 2, "sums": 2, "people": 1}, facts=PEN)
"""A writer whose skills are as much a seller's as a counter's: .25 to .25, and .1875 for the own line."""


def test_advice_by_hand() -> None:
    """Next is the best score with its fit, verdict, gaps and gates; the others follow by their scores."""
    advice = advise(SMALL, replace(WRITER, facts=PEN))
    first = advice.next
    assert first is not None
    assert (first.position, first.candidate.kind) == ("writer/manager", "promotion")
    assert (first.fit, first.score, first.verdict) == (0.75, 1.0625, "within-reach")
    assert [gap.skill for gap in first.gaps] == ["people"]
    assert [gate.skill for gate in first.gates] == ["people"]
    assert [(p.position, p.score) for p in advice.alternatives] == [
        ("counter/specialist", 0),
        ("seller/specialist", -0.125),
    ]
    assert (advice.tied, advice.confidence, advice.mastery) == ((), 1, 1)
    assert advice.present_gaps == ()
    assert advice.way is not None
    assert advice.way.route == "internal"
    assert [growth.id for growth in advice.growth] == ["purpose"]


def test_flags_are_told() -> None:
    """A condition that the person does not meet is told with the position, and changes nothing else."""
    free, bound = (advise(SMALL, replace(WRITER, facts=PEN | degree)) for degree in ({}, {"degree": "low"}))
    assert free.next is not None
    assert bound.next is not None
    assert [flag.condition.text.en for flag in bound.next.flags] == ["a degree", "a high degree"]
    assert replace(bound.next, flags=()) == free.next


def test_top_of_the_ladder() -> None:
    """At the top there is no next role, no route and nothing to doubt; how to grow is still told."""
    advice = advise(SMALL, Profile(("first/chief", "writer/specialist"), levels={"people": 2, "sums": 4}))
    assert (advice.next, advice.way, advice.tied, advice.alternatives) == (None, None, (), ())
    assert advice.confidence == 1
    assert (advice.situation.leader, best_of(SMALL, advice.situation)) == (None, None)
    assert [gap.skill for gap in advice.present_gaps] == ["people"]
    assert [growth.id for growth in advice.growth] == ["many"]


def test_from_outside() -> None:
    """From outside the next role is an entry, with no mastery, no gate of time and levels one lower."""
    advice = advise(SMALL, Profile(levels={"words": 3, "deals": 0, "sums": 1, "people": 1}, facts=PEN))
    assert advice.next is not None
    assert (advice.next.position, advice.next.candidate.kind) == ("writer/specialist", "entry")
    assert (advice.next.fit, advice.next.verdict, advice.next.gaps) == (1, "ready", ())
    assert advice.mastery is None
    assert [growth.id for growth in advice.growth] == ["purpose", "enter"]


def test_no_mastery_before_enough_is_answered() -> None:
    """While less than 60% of the present post is answered its mastery is not told, and no route rests on it."""
    advice = advise(SMALL, replace(WRITER, levels={"words": 0, "deals": 0}))
    assert advice.mastery is None
    assert advice.way is not None
    assert [rule.because.en for rule in advice.way.rules] == ["not near"]


def test_poor_mastery_comes_first() -> None:
    """Below .80 of the present post its gaps come first, and the next role is still named."""
    advice = advise(SMALL, replace(WRITER, levels={"words": 2, "sums": 1, "people": 2}))
    assert advice.mastery == 0.625
    assert advice.way is not None
    assert advice.way.rules[0].because.en == "the present post first"
    assert [(gap.skill, gap.gain) for gap in advice.present_gaps] == [("words", 0.25), ("sums", 0.125)]
    assert advice.next is not None


def test_present_gaps_are_known_ones() -> None:
    """The gaps of the present posts hold no guesses, and of a skill that two posts ask for the larger gap."""
    both_posts = ("writer/specialist", "seller/specialist")
    advice = advise(SMALL, Profile(both_posts, levels={"words": 1, "people": 1}))
    assert [(gap.skill, gap.need, gap.gain) for gap in advice.present_gaps] == [
        ("words", 4, 0.375),
        ("people", 2, 0.125),
    ]
    swapped = advise(SMALL, Profile(both_posts[::-1], levels={"words": 1, "people": 1}))
    assert swapped.present_gaps == advice.present_gaps


def test_title_without_substance() -> None:
    """A manager without reports is advised as a specialist, whose next step is to give the title its substance."""
    advice = advise(SMALL, replace(WRITER, current=("writer/manager",), facts=PEN | {"reports": "none"}))
    assert advice.situation.standing.positions == ("writer/specialist",)
    assert advice.next is not None
    assert advice.next.position == "writer/manager"
    assert advice.next.why[0].en == "Head Writer in name, Writer in truth"


def test_title_without_substance_in_the_built_in_kb(kb: KnowledgeBase) -> None:
    """Every built-in manager to whom nobody reports is advised from the specialist's post of the same role."""
    for manager in kb.on_rung("manager"):
        advice = advise(kb, Profile((manager.id,), facts={"reports": "none"}))
        assert advice.situation.standing.positions == (f"{manager.role}/specialist",)
        assert advice.next is not None
        assert kb.positions[advice.next.position].rung in ("specialist", "manager")


def test_ties_are_told() -> None:
    """Equal scores are told as a tie, the first by id named, and nobody is sure which comes first."""
    advice = advise(SMALL, TIED)
    assert advice.next is not None
    assert (advice.next.position, advice.tied) == ("counter/specialist", ("seller/specialist",))
    assert advice.confidence == 0.5


@pytest.mark.parametrize(("bound", "tied"), [(0.0625, 2), (0.0624, 1), (0, 1)])
def test_bound_of_a_tie(bound: float, tied: int) -> None:
    """Who is behind by no more than the bound is tied."""
    assert len(advise(with_constants(tie=bound), TIED).tied) == tied


def test_sideways_step_where_skills_are_another_lines() -> None:
    """Whose skills are another line's is told to step there, and what it leads to is part of the score."""
    advice = advise(SMALL, Profile(("writer/specialist",), levels={"words": 0, "deals": 0, "sums": 4, "people": 4}))
    assert advice.next is not None
    assert (advice.next.position, advice.next.candidate.kind) == ("counter/specialist", "lateral")


def test_several_present_positions() -> None:
    """Of several posts mastery is their mean, all moves count, and no post already held is suggested."""
    told = {"words": 4, "deals": 4, "sums": 0, "people": 2}
    advice = advise(SMALL, Profile(("writer/specialist", "seller/specialist"), levels=told))
    assert advice.mastery == (0.75 + 1) / 2
    assert advice.next is not None
    assert advice.next.position == "seller/manager"
    assert {p.position for p in advice.alternatives} == {"writer/manager", "counter/specialist"}


def test_any_position_can_be_looked_at() -> None:
    """A position that is no candidate has a fit and gaps and no score."""
    situation = situation_of(SMALL, WRITER)
    one = prospect_of(SMALL, situation, candidate_for(SMALL, situation.standing, "top/chief"))
    assert (one.fit, one.score, one.why) == (0.75, 0, ())
    assert [gap.skill for gap in one.gaps] == ["deals"]


def test_answers_open_the_question_and_close_it() -> None:
    """With nothing known the advice is unsure; with all answered and no tie it is certain."""
    open_, closed = Profile(("writer/specialist",)), replace(WRITER, facts=PEN)
    assert confidence_of(situation_of(SMALL, open_)) < 0.95
    assert confidence_of(situation_of(SMALL, closed)) == 1


@given(answers=answer_lists(SMALL), data=st.data())
def test_order_of_answers(answers: list[tuple[str, object]], data: st.DataObject) -> None:
    """The same answers in another order give the same advice, to the last digit."""
    other = data.draw(st.permutations(answers))
    first, second = ({q: accept(SMALL, q, value) for q, value in given} for given in (answers, other))
    assert advise(SMALL, profile_of(SMALL, first)) == advise(SMALL, profile_of(SMALL, second))


@given(data=st.data())
def test_order_of_answers_built_in(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The same answers in another order give the same advice, to the last digit."""
    profile = data.draw(profiles(kb))
    other = replace(profile, levels=dict(data.draw(st.permutations(list(profile.levels.items())))))
    assert advise(kb, profile) == advise(kb, other)


@given(data=st.data())
def test_advice_is_whole(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whoever asks: shares are shares, the best score is next, each candidate stands once, none of them is held."""
    profile = data.draw(profiles(kb))
    advice = advise(kb, profile)
    standing = advice.situation.standing
    found = [advice.next, *advice.alternatives] if advice.next else []
    assert sorted(p.position for p in found) == sorted(c.position for c in candidates_of(kb, standing, profile.goal))
    assert not {p.position for p in found} & set(standing.positions)
    assert 0 <= advice.confidence <= 1
    assert advice.mastery is None or 0 <= advice.mastery <= 1
    scores = [p.score for p in found]
    assert all(scores[i] >= scores[i + 1] - 1e-8 for i in range(len(scores) - 1))
    assert set(advice.tied) == {p.position for p in found[1:] if found[0].score - p.score <= kb.rules["tie"]}
    assert all(-1e-9 <= p.fit <= 1 + 1e-9 for p in found)
    assert (advice.way is None) is (advice.next is None)


@given(data=st.data())
def test_all_answered_is_certain(kb: KnowledgeBase, data: st.DataObject) -> None:
    """With every skill and every wish told, the advice is certain unless the first two are equal."""
    facts = {q.id: data.draw(st.sampled_from(list(q.labels))) for q in kb.interests}
    current = data.draw(st.sampled_from([(), *((id_,) for id_ in kb.positions)]))
    advice = advise(kb, Profile(current, levels=data.draw(levels(kb, all_known=True)), facts=facts))
    equal = advice.next and any(advice.next.score - p.score < 1e-9 for p in advice.alternatives)
    assert (advice.confidence == 1) is not bool(equal)


@given(told=levels(SMALL), skill=st.sampled_from(list(SKILLS)), level=st.integers(0, 5))
def test_supposing_changes_nothing_but_the_skill(told: dict[str, int], skill: str, level: int) -> None:
    """A supposition leaves the person, where they stand and the candidates as they are."""
    before = situation_of(SMALL, Profile(("writer/specialist",), levels=told))
    after = suppose(before, {skill: level})
    assert (after.profile, after.standing) == (before.profile, before.standing)
    assert {s.candidate.position for s in after.scales} == {s.candidate.position for s in before.scales}
    assert {s: b for s, b in after.beliefs.skills.items() if s != skill} == {
        s: b for s, b in before.beliefs.skills.items() if s != skill
    }
