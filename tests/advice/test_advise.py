from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import answer_lists, levels, people
from small_kb import MAX, SKILLS, SMALL, WRITER, with_constants
from two_tracks import TWO_TRACKS, situation

from opscareer.advice import (
    Situation,
    advise,
    best_of,
    candidate_for,
    confidence_of,
    prospect_of,
    situation_of,
    suppose,
)
from opscareer.advice.fit import fit_of, gaps_of, requirements_of
from opscareer.advice.prospect import ordered
from opscareer.advice.situation import ranked
from opscareer.advice.standing import reachable
from opscareer.interview import accept, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Test

PEN = {"metric": "come", "work": "pen"}
TIED = replace(WRITER, levels={"words": 0, "deals": 2, "sums": 2, "people": 1}, facts=PEN)
"""A writer whose skills are as much a seller's as a counter's: .25 to .25, and .1875 for the own line."""
EQUALLY_HIGH = ("writer/manager", "writer/expert", "seller/manager", "counter/manager")


def test_advice_by_hand() -> None:
    """Next is the step of the best line with its fit, verdict, gaps and gates; others follow by their lines' scores."""
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
    assert (advice.situation.next, advice.situation.leader, best_of(SMALL, advice.situation)) == (None, None, None)
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
    assert advice.next
    assert advice.next.candidate.kind == "stay"


def test_poor_mastery_comes_first() -> None:
    """Below .80 of the present post its gaps come first, and what staying leads to is still named."""
    advice = advise(SMALL, replace(WRITER, levels={"words": 2, "sums": 1, "people": 2}))
    assert advice.mastery == 0.625
    assert advice.way is not None
    assert advice.way.rules[0].because.en == "the present post first"
    assert [(gap.skill, gap.gain) for gap in advice.present_gaps] == [("words", 0.25), ("sums", 0.125)]
    assert advice.next is not None
    assert (advice.next.candidate.kind, advice.next.candidate.then) == ("stay", "writer/manager")
    assert advice.next.gaps == advice.present_gaps
    assert advice.alternatives[0].position == "writer/manager"


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
    """A manager without reports is told to make the title real, which is built first whatever the fit, and why."""
    able = replace(WRITER, current=("writer/manager",), levels=MAX, facts=PEN | {"reports": "none"})
    for person in (able, replace(able, levels=WRITER.levels)):
        advice = advise(SMALL, person)
        assert advice.situation.standing.positions == ("writer/specialist",)
        assert advice.next is not None
        assert (advice.next.position, advice.next.candidate.kind, advice.next.candidate.then) == (
            "writer/manager",
            "stay",
            "head/director",
        )
        assert advice.next.verdict == "build-first"
        assert advice.next.why[0].en == "Head Writer in name, Writer in truth"


def test_title_without_substance_in_the_built_in_kb(kb: KnowledgeBase) -> None:
    """Built-in managers to whom nobody reports are told to make their title real, unless they are out of work."""
    managers = {p.role: p for p in kb.on_rung("manager") if f"{p.role}/specialist" in kb.positions}
    for role in ("product-ops", "warehouse", "operations"):
        told = replace(Profile((managers[role].id,), years=3), facts={"reports": "none"})
        advice = advise(kb, told)
        assert advice.situation.standing.positions[0] in (f"{role}/senior", f"{role}/specialist")
        own = next(p for p in (advice.next, *advice.alternatives) if p and p.position == managers[role].id)
        assert (own.candidate.kind, own.verdict) == ("stay", "build-first")
        away = advise(kb, replace(told, facts={"reports": "none", "reason": "out-of-work"}))
        assert away.situation.standing.positions == (managers[role].id,)


def test_ties_are_told() -> None:
    """Equal scores are told as a tie, the first by id named, and nobody is sure which comes first."""
    advice = advise(SMALL, TIED)
    assert advice.next is not None
    assert (advice.next.position, advice.tied) == ("counter/specialist", ("seller/specialist",))
    assert advice.confidence == 0.5


def test_lines_that_mean_one_step_are_no_tie() -> None:
    """Where two lines held rise to one post, it is told once, and not as tied with itself."""
    advice = advise(SMALL, Profile(("writer/manager", "seller/manager"), levels=dict.fromkeys(SKILLS, 4)))
    assert advice.next
    assert (advice.next.position, advice.next.candidate.kind) == ("head/director", "promotion")
    scores = advice.situation.scores
    assert abs(scores["writer/manager"] - scores["seller/manager"]) <= SMALL.rules.constants.tie
    assert "head/director" not in advice.tied
    assert [p.position for p in advice.alternatives] == ["counter/manager"]


@pytest.mark.parametrize(("bound", "tied"), [(0.0625, 2), (0.0624, 1), (0, 1)])
def test_bound_of_a_tie(bound: float, tied: int) -> None:
    """Who is behind by no more than the bound is tied."""
    assert len(advise(with_constants(tie=bound), TIED).tied) == tied


def test_sideways_step_where_skills_are_another_lines() -> None:
    """Whose skills are another line's is told to step there, however far the promotion in their own."""
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


@pytest.mark.uncounted
@given(data=st.data())
def test_order_of_answers_built_in(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The same answers in another order give the same advice, to the last digit."""
    profile = data.draw(people(kb))
    other = replace(
        profile,
        levels=dict(data.draw(st.permutations(list(profile.levels.items())))),
        facts=dict(data.draw(st.permutations(list(profile.facts.items())))),
    )
    assert advise(kb, profile) == advise(kb, other)


@pytest.mark.uncounted
@given(data=st.data())
def test_advice_is_whole(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Shares are shares, the best line is next, an unwanted track is last, a position stands once, a line is a step."""
    advice = advise(kb, data.draw(people(kb)))
    situation = advice.situation
    found = [advice.next, *advice.alternatives] if advice.next else []
    assert len({p.position for p in found}) == len(found)
    assert {step.position for step in situation.steps.values()} <= {p.position for p in found}
    assert [scale.line.key for scale in situation.scales] == sorted(
        situation.steps, key=lambda key: (key in situation.behind, -round(situation.scores[key], 9), key)
    )
    assert (advice.next.candidate if advice.next else None) == situation.next
    assert 0 <= advice.confidence <= 1
    assert advice.mastery is None or 0 <= advice.mastery <= 1
    assert all(-1e-9 <= p.fit <= 1 + 1e-9 for p in found)
    assert set(advice.tied) <= {p.position for p in found[1:]}
    assert advice.way is None or advice.next is not None


@pytest.mark.uncounted
@given(data=st.data())
def test_gaps_and_fit_are_of_one_position(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whatever is told: the gains of the gaps add up to 1 - fit, of the position that both are of."""
    advice = advise(kb, data.draw(people(kb)))
    for one in [advice.next, *advice.alternatives] if advice.next else []:
        assert sum(gap.gain for gap in one.gaps) == pytest.approx(1 - one.fit, abs=1e-9)
        asked = requirements_of(kb, one.gaps_of, entry=not one.candidate.start)
        assert fit_of(asked, advice.situation.beliefs) == one.fit


def crossed(kb: KnowledgeBase, first: Situation, second: Situation) -> bool:
    """Return whether the fit of any position crosses a bound between two situations, or two lines change places."""
    bounds = [rule.reach for rule in kb.rules.situations if rule.reach]
    constants = kb.rules.constants
    bounds += [constants.ready, constants.within_reach, constants.smaller_offer, constants.mastery]
    fits = [
        [fit_of(requirements_of(kb, id_, entry=entry), one.beliefs) for one in (first, second)]
        for id_ in kb.positions
        for entry in (True, False)
    ]
    moved = any(round(low, 9) < bound <= round(high, 9) for bound in bounds for low, high in fits)
    return moved or places(first) != places(second)


def places(situation: Situation) -> list[str]:
    """Return the lines in the order of their scores."""
    return sorted(situation.scores, key=lambda key: (-round(situation.scores[key], 9), key))


@given(data=st.data(), skill=st.sampled_from(list(SKILLS)))
def test_no_opportunity_is_told_what_level_nought_is(data: st.DataObject, skill: str) -> None:
    """With all else told, who had no opportunity is told the same next and verdict as who stands at 0.

    They are believed a fifth of a level apart: where that alone crosses a bound, they may differ.
    """
    person = data.draw(people(TWO_TRACKS, all_told=True))
    zero = replace(person, levels={**MAX, **person.levels, skill: 0}, no_opportunity=frozenset())
    levels = {id_: level for id_, level in zero.levels.items() if id_ != skill}
    never = replace(zero, levels=levels, no_opportunity=frozenset({skill}))
    first, second = situation_of(TWO_TRACKS, zero), situation_of(TWO_TRACKS, never)
    assert (first.options, first.rule) == (second.options, second.rule)
    if crossed(TWO_TRACKS, first, second):
        return
    assert first.next == second.next
    one, other = best_of(TWO_TRACKS, first), best_of(TWO_TRACKS, second)
    if one and other:
        assert (one.verdict, one.gaps_of) == (other.verdict, other.gaps_of)
        assert [(g.kind, g.skill, g.need) for g in one.gates] == [(g.kind, g.skill, g.need) for g in other.gates]


@pytest.mark.uncounted
@given(data=st.data())
def test_goal_is_led_to_where_it_can_be(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Where some lines lead to the goal, all others but one's own drop out."""
    person = data.draw(people(kb))
    situation = situation_of(kb, person)
    leading = {
        scale.line.key: any(person.goal in reachable(kb, p) for p in (scale.line.present, *scale.line.ups) if p)
        for scale in situation.scales
    }
    if any(leading.values()):
        assert all(leading[scale.line.key] or scale.line.own for scale in situation.scales)


@pytest.mark.uncounted
@given(data=st.data())
def test_all_answered_is_certain(kb: KnowledgeBase, data: st.DataObject) -> None:
    """With every skill and every wish told, the advice is certain unless the first two lines are equal."""
    facts = {q.id: data.draw(st.sampled_from(list(q.labels))) for q in kb.interests}
    current = data.draw(st.sampled_from([(), *((id_,) for id_ in kb.positions)]))
    advice = advise(kb, Profile(current, levels=data.draw(levels(kb, all_known=True)), facts=facts))
    first, *rest = sorted(advice.situation.scores.values(), reverse=True) or [0.0]
    assert (advice.confidence == 1) is not any(first - other < 1e-9 for other in rest)


def test_post_that_is_real_is_told_with_what_comes_after_it() -> None:
    """Of a stay in a post that is real fit, gaps and how near one is are of the promotion; the gates of the post."""
    advice = advise(SMALL, replace(WRITER, levels={**WRITER.levels, "people": 1}, facts=PEN))
    assert advice.next
    assert (advice.next.position, advice.next.candidate.kind) == ("writer/specialist", "stay")
    assert (advice.next.gaps_of, advice.next.fit, advice.next.verdict) == ("writer/manager", 0.625, "within-reach")
    assert [(gap.skill, gap.need) for gap in advice.next.gaps] == [("people", 4)]
    assert advice.next.gates == ()
    assert advice.way
    assert advice.way.route == "internal"  # by the post itself, for which one is ready
    nearer = advise(with_constants(higher_rise=0.6), advice.situation.profile).next
    assert nearer
    assert (nearer.fit, nearer.verdict) == (0.625, "ready")


@pytest.mark.parametrize(
    ("goal", "works_on"),
    [
        ("counter/specialist", "counter/specialist"),
        ("writer/manager", "writer/manager"),
        ("seller/manager", "writer/specialist"),  # a rung up where the own line does not lead
        ("head/director", "writer/specialist"),  # more than a step away
        (None, "writer/specialist"),
    ],
)
def test_goal_a_step_away_is_worked_on(goal: str | None, works_on: str) -> None:
    """Who stays and has a goal beside the post, or a step above it in their line, works on that; else on the post."""
    beginner = replace(WRITER, levels=dict.fromkeys(SKILLS, 1), goal=goal)
    situation = situation_of(SMALL, beginner)
    stay = candidate_for(SMALL, situation.standing, "writer/specialist")
    assert prospect_of(SMALL, situation, stay).gaps_of == works_on


def test_who_comes_back_a_rung_lower_works_on_the_post_they_had() -> None:
    """A rung lower opens the door; what is worked on is the post that is claimed back."""
    away = Profile(("writer/manager",), levels=WRITER.levels, facts={"reason": "out-of-work", "away": "long"})
    best = advise(TWO_TRACKS, away).next
    assert best
    assert (best.position, best.candidate.kind, best.gaps_of) == ("writer/senior", "down", "writer/manager")
    assert best.verdict == "ready"


def order(kb: KnowledgeBase, profile: Profile, position: str) -> list[str]:
    """Return the gaps of a position in the order in which they matter."""
    situation = situation_of(kb, profile)
    return [
        g.skill for g in ordered(kb, situation, position, gaps_of(requirements_of(kb, position), situation.beliefs))
    ]


def test_what_leading_adds_goes_first() -> None:
    """What leading adds counts twice its points, for who does not lead yet; later its points alone."""
    told = {"words": 0, "deals": 2, "sums": 3, "people": 1}
    assert order(TWO_TRACKS, Profile(("writer/specialist",), levels=told), "first/chief") == ["people", "sums"]
    beginner = Profile(("writer/specialist",), levels={"words": 0, "deals": 0, "sums": 0, "people": 3})
    assert order(SMALL, beginner, "head/director") == ["deals", "words", "people"]
    assert order(TWO_TRACKS, beginner, "head/director") == ["deals", "people", "words"]
    again = replace(beginner, current=("seller/manager",))
    assert order(TWO_TRACKS, again, "head/director") == ["words", "deals", "people"]


def test_must_far_away_goes_first() -> None:
    """A must more than one level short goes first, one that is a level short does not."""
    person = Profile(("writer/specialist",), levels={"words": 0, "deals": 0, "sums": 4, "people": 2})
    assert order(SMALL, person, "head/director") == ["people", "deals", "words"]
    person = replace(person, levels={**person.levels, "people": 3})
    assert order(SMALL, person, "head/director") == ["deals", "words", "people"]


def test_what_the_present_post_never_asked_goes_before_what_it_asks() -> None:
    """What is new counts one and a half times, what the present post asks too its points; so does what hardly tells."""
    person = Profile(("counter/specialist",), levels={"words": 4, "deals": 2, "sums": 0, "people": 1})
    assert order(SMALL, person, "first/chief") == ["people", "sums"]  # .375 and .5 of the fit
    assert order(with_constants(new_gap=1.2), person, "first/chief") == ["sums", "people"]
    assert order(with_constants(telling_gain=0.4), person, "first/chief") == ["sums", "people"]
    assert order(SMALL, replace(person, current=()), "first/chief") == ["sums", "people"]


def test_emphasis() -> None:
    """A gap counts as many times its points as the knowledge base has emphasis on the skill."""
    person = Profile(("counter/specialist",), levels={"words": 4, "deals": 2, "sums": 0, "people": 1})
    stressed = replace(SMALL, skills={**SMALL.skills, "sums": replace(SMALL.skills["sums"], emphasis=1.2)})
    assert order(stressed, person, "first/chief") == ["sums", "people"]
    assert order(SMALL, person, "first/chief") == ["people", "sums"]


def test_own_line_gives_way_to_a_goal_in_reach() -> None:
    """Where one's own line does not lead to the goal and another that does is in reach, one's own drops out."""
    able = replace(WRITER, levels=MAX, goal="counter/manager")
    assert set(situation_of(SMALL, able).steps) == {"counter/specialist"}
    beginner = replace(able, levels={**WRITER.levels, "sums": 0})
    assert set(situation_of(SMALL, beginner).steps) == {"writer/specialist", "counter/specialist"}
    assert set(situation_of(SMALL, replace(able, goal="head/director")).steps) == {
        "writer/specialist",
        "seller/specialist",
    }


def test_own_line_stays_where_its_step_is_the_goal() -> None:
    """Who gives up leading, and names the post of the same work on the other track, is not sent into another line."""
    head = Profile(("writer/manager",), years=3, levels=MAX, goal="writer/expert", facts={"lead": "no"})
    situation = situation_of(TWO_TRACKS, head)
    assert situation.steps["writer/manager"].position == "writer/expert"
    assert situation.leader == "writer/expert"


def test_both_tracks_stand_side_by_side() -> None:
    """Beside the step of one's own line what else it may mean is told: the other track, and what staying leads to."""
    senior = Profile(("writer/senior",), years=3, levels={"words": 5, "deals": 0, "sums": 2, "people": 4})
    advice = advise(TWO_TRACKS, senior)
    assert advice.next
    assert [p.position for p in (advice.next, *advice.alternatives)][:2] == ["writer/manager", "writer/expert"]
    stay = advise(TWO_TRACKS, replace(senior, levels=dict.fromkeys(SKILLS, 0)))
    told = [p.position for p in (stay.next, *stay.alternatives) if p]
    assert told[:3] == ["writer/senior", "writer/manager", "writer/expert"]
    assert len(set(told)) == len(told)


def test_offer_comes_first_and_ties_with_nothing() -> None:
    """A post offered comes first by itself; the lines follow, and no tie is told."""
    person = replace(TIED, facts=PEN | {"reason": "offered"}, offer="writer/manager", levels=MAX)
    advice = advise(TWO_TRACKS, person)
    assert advice.next
    assert (advice.next.position, advice.next.score, advice.tied) == ("writer/manager", 0.0, ())
    assert advice.situation.rule is TWO_TRACKS.rules.situations[2]
    assert [p.position for p in advice.alternatives] == ["seller/manager"]


def test_a_post_offered_that_is_not_advised_is_told_next() -> None:
    """A post that was asked about is told right after the step advised instead of it."""
    person = replace(TIED, facts=PEN | {"reason": "offered"}, offer="head/director", levels=dict.fromkeys(SKILLS, 0))
    advice = advise(TWO_TRACKS, person)
    assert advice.situation.offered is None
    assert advice.next
    assert advice.next.position != "head/director"
    assert next((p.position, p.verdict) for p in advice.alternatives) == ("head/director", "build-first")


@pytest.mark.parametrize(
    ("profile", "rule"),
    [
        (Profile(("writer/specialist",), facts={"reason": "out-of-work", "away": "long"}), "away"),
        (Profile(("writer/specialist",), facts={"reason": "out-of-work"}), "between"),
        (Profile(("writer/specialist",), facts={"reason": "offered"}, offer="writer/manager"), "offered"),
        (Profile(("writer/specialist",), facts={"reason": "offered"}), "offered"),  # which one was not told
        (Profile(("writer/specialist",), years=0.5), "new"),
        (Profile(("writer/specialist",), years=1), None),
        (Profile(("writer/specialist",)), None),
    ],
)
def test_what_brings_the_person(profile: Profile, rule: str | None) -> None:
    """The first rule that holds tells what brings the person."""
    found = situation_of(TWO_TRACKS, profile).rule
    assert (found.id if found else None) == rule


def test_what_is_told_knows_whether_the_offer_is_advised() -> None:
    """A rule about a post that is not advised decides nothing, and is told in place of the one about the offer."""
    declined = situation("declined", "offer", Test("post", ("declined",)), reach=0.45)
    kb = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, situations=(declined, *TWO_TRACKS.rules.situations)))
    person = replace(TIED, facts={"reason": "offered"}, offer="writer/manager")
    for have, told in ((dict.fromkeys(SKILLS, 0), "declined"), (MAX, "offered")):
        advice = advise(kb, replace(person, levels=have))
        assert advice.situation.rule
        assert advice.situation.rule.id == "offered"
        assert advice.book
        assert advice.book.id == told
        assert advice.next
        assert advice.next.why[0] == advice.book.because


def test_whoever_has_just_begun_stays_in_their_line() -> None:
    """Who has been in the post for less than a year is told of no other line."""
    assert set(situation_of(TWO_TRACKS, replace(WRITER, years=0.5)).steps) == {"writer/specialist"}
    assert len(situation_of(TWO_TRACKS, WRITER).steps) > 1


@given(told=levels(SMALL), skill=st.sampled_from(list(SKILLS)), level=st.integers(0, 5))
def test_supposing_changes_nothing_but_the_skill(told: dict[str, int], skill: str, level: int) -> None:
    """A supposition leaves the person, where they stand and the candidates as they are."""
    before = situation_of(SMALL, Profile(("writer/specialist",), levels=told))
    after = suppose(SMALL, before, {skill: level})
    assert (after.profile, after.standing, after.options) == (before.profile, before.standing, before.options)
    assert after.scores == pytest.approx(ranked(SMALL, replace(after, values=()), after.beliefs).scores)
    assert {s: b for s, b in after.beliefs.skills.items() if s != skill} == {
        s: b for s, b in before.beliefs.skills.items() if s != skill
    }


@given(data=st.data())
def test_order_of_the_posts_says_nothing(data: st.DataObject) -> None:
    """In whichever order somebody tells the posts that they hold, they are told the same, of equally high ones too."""
    person = data.draw(people(TWO_TRACKS))
    held = tuple(dict.fromkeys((*person.current, *data.draw(st.lists(st.sampled_from(EQUALLY_HIGH), max_size=3)))))
    told, again = (
        replace(advise(TWO_TRACKS, replace(person, current=order)), situation=situation_of(TWO_TRACKS, Profile()))
        for order in (held, tuple(data.draw(st.permutations(held))))
    )
    assert told == again


def test_order_of_posts_of_two_tracks(kb: KnowledgeBase) -> None:
    """Who holds a manager's post in one line and an expert's in another one goes on from either of them."""
    held = ("game-ops/expert", "growth/manager")
    roads = [advise(kb, Profile(current=order, years=4)) for order in (held, held[::-1])]
    assert len({tuple((one.position, one.candidate) for one in (r.next, *r.alternatives) if one) for r in roads}) == 1
    assert {scale.line.key for scale in roads[0].situation.scales if scale.line.own} == set(held)
