from dataclasses import replace
from random import Random

import pytest
from any_answer import CHANCE
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import SMALL, WRITER, with_constants

from opscareer.advice import held_against, situation_of
from opscareer.advice.belief import UNIFORM, UNPROVED, believe, mean, nearest, point, supposed
from opscareer.advice.standing import standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

SHARP = with_constants(prior_sd=0.05)
"""A prior so narrow that it is all but one level: the nearest to its centre."""


def believed(kb: KnowledgeBase, profile: Profile, skill: str) -> tuple[float, ...]:
    """Return what is believed of one skill of a person."""
    return believe(kb, standing_of(kb, profile), profile).skills[skill]


def or_higher(belief: tuple[float, ...]) -> list[float]:
    """Return how likely each level or a higher one is."""
    return [sum(belief[level:]) for level in range(len(belief))]


def mixed(level: int, typical: float) -> list[float]:
    """Return a narrow prior at a level, mixed with the even one."""
    return [typical * (other == level) + (1 - typical) / 6 for other in range(6)]


def test_an_answer_is_certain() -> None:
    """A level told is believed as told, and its mean is that level."""
    assert believed(SMALL, WRITER, "words") == point(4) == (0, 0, 0, 0, 1, 0)
    assert mean(point(4)) == 4
    assert mean(UNIFORM) == pytest.approx(2.5)


@pytest.mark.parametrize(
    ("current", "skill", "level"),
    [
        (("writer/specialist",), "words", 4),  # .9 of 4
        (("writer/specialist",), "people", 2),  # .9 of 2
        (("writer/specialist",), "deals", 1),  # not asked: .35 of (0 + 4 + 2) / 3
        (("seller/specialist", "counter/specialist"), "deals", 4),  # the higher of 4 and 2
        (("writer/specialist", "head/director"), "words", 4),  # the higher of 4 and 2
        (("writer/specialist", "head/director"), "sums", 2),
        ((), "words", 1),  # from outside: .35 of (4 + 2 + 2) / 3
        (("top/chief", "head/director"), "people", 4),
    ],
)
def test_what_is_supposed_of_an_unanswered_skill(current: tuple[str, ...], skill: str, level: int) -> None:
    """An unanswered skill is supposed around .9 of what the posts ask, or .35 of what the rung asks on average."""
    assert believed(SHARP, Profile(current), skill) == pytest.approx(mixed(level, 0.7))


def test_a_typical_answer_makes_the_person_typical() -> None:
    """By Bayes, an answer as the post leads one to expect raises the weight of the post from 7 in 10 to 14 in 15."""
    person = Profile(("writer/specialist",), levels={"words": 4})
    assert believed(SHARP, person, "people") == pytest.approx(mixed(2, 14 / 15))


def test_an_answer_far_below_the_post_leaves_it_no_claim() -> None:
    """By Bayes, an answer lower than the post makes possible leaves nothing of what it would raise in other skills."""
    person = Profile(("writer/specialist",), levels={"words": 0})
    assert or_higher(believed(SHARP, person, "people"))[:3] == pytest.approx(or_higher(UNIFORM)[:3])


def test_an_answer_far_below_the_post_promises_no_more_elsewhere() -> None:
    """An answer below what the post asks speaks for no more of other skills than one that meets it."""
    low, met = (Profile(("writer/specialist",), levels={"words": level}) for level in (0, 4))
    assert or_higher(believed(SHARP, low, "people"))[3:] == pytest.approx(or_higher(believed(SHARP, met, "people"))[3:])


def test_an_answer_far_above_the_post_takes_nothing_away() -> None:
    """An answer above what the post asks speaks for no less of other skills than one that meets it."""
    high, met = (Profile(("writer/specialist",), levels={"sums": level}) for level in (5, 2))
    assert or_higher(believed(SHARP, high, "words"))[:5] == pytest.approx(or_higher(believed(SHARP, met, "words"))[:5])
    assert or_higher(believed(SHARP, high, "people"))[3:] == pytest.approx(or_higher(UNIFORM)[3:])


def test_no_opportunity_stands_at_nought_seldom_at_one() -> None:
    """Levels are deeds: who had no opportunity is believed at 0, seldom at 1, whatever the post; it is an answer."""
    person = Profile(("writer/specialist",), levels={"words": 4}, no_opportunity=frozenset({"people"}))
    beliefs = believe(SMALL, standing_of(SMALL, person), person)
    assert mean(UNPROVED) == pytest.approx(0.2)
    assert beliefs.skills["people"] == UNPROVED
    assert [*UNPROVED] == [0.8, 0.2, 0, 0, 0, 0]
    assert (beliefs.answered, beliefs.unproved) == (frozenset({"words", "people"}), frozenset({"people"}))


def test_no_opportunity_weighs_as_an_answer() -> None:
    """By Bayes, no opportunity for what the post lives by leaves it no claim, as a level 0 does."""
    never, nought = (
        Profile(("writer/specialist",), no_opportunity=frozenset({"words"})),
        Profile(("writer/specialist",), levels={"words": 0}),
    )
    assert believed(SHARP, never, "people") == pytest.approx(believed(SHARP, nought, "people"))
    typical = Profile(("writer/specialist",), no_opportunity=frozenset({"deals"}))  # a fifth at 1, as the post, or less
    least, most = 7 / 3 * 0.2 / (1 / 6), 7 / 3 / (1 / 6)
    found = or_higher(believed(SHARP, typical, "people"))
    assert found[:3] == pytest.approx(or_higher(tuple(mixed(2, least / (1 + least))))[:3])
    assert found[3:] == pytest.approx(or_higher(tuple(mixed(2, most / (1 + most))))[3:])


def test_not_sure_is_no_answer() -> None:
    """Who is not sure of a skill is supposed at what the post leads one to expect."""
    unsure = Profile(("writer/specialist",), unsure=frozenset({"people"}))
    beliefs = believe(SHARP, standing_of(SHARP, unsure), unsure)
    assert beliefs.skills["people"] == pytest.approx(mixed(2, 0.7))
    assert (beliefs.answered, beliefs.unproved) == (frozenset(), frozenset())


@pytest.mark.parametrize(("belief", "level"), [(point(3), 3), (UNPROVED, 0), (UNIFORM, 3), ((0.5, 0.5, 0, 0, 0, 0), 1)])
def test_supposed_level(belief: tuple[float, ...], level: int) -> None:
    """A person is taken to have the level told, else the nearest to what is believed, a half counting upwards."""
    assert supposed(belief) == nearest(mean(belief)) == level


def test_wishes() -> None:
    """A wish told is certain; one not told is even over its options."""
    beliefs = believe(SMALL, standing_of(SMALL, WRITER), replace(WRITER, facts={"work": "phone"}))
    assert beliefs.interests == {"metric": {"come": 0.5, "stay": 0.5}, "work": {"pen": 0, "phone": 1}}


def test_supposing_a_level() -> None:
    """Supposing a level changes that skill alone, and leaves the beliefs it starts from as they were."""
    told = replace(WRITER, levels={"words": 4}, no_opportunity=frozenset({"sums", "deals"}))
    before = believe(SMALL, standing_of(SMALL, WRITER), told)
    after = before.with_levels({"sums": 5})
    assert after.skills == {**before.skills, "sums": point(5)}
    assert (after.answered, after.unproved) == (frozenset({"words", "sums", "deals"}), frozenset({"deals"}))
    assert (before.answered, before.unproved) == (frozenset({"words", "sums", "deals"}), frozenset({"sums", "deals"}))
    assert before.with_levels({"people": 1}).answered == {"words", "sums", "deals", "people"}


@given(data=st.data())
def test_unknown_is_never_zero(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Beliefs are shares that sum to 1, and of an unanswered skill no level is excluded or certain."""
    profile = data.draw(people(kb))
    beliefs = believe(kb, standing_of(kb, profile), profile)
    assert list(beliefs.skills) == list(kb.skills)
    for skill, belief in beliefs.skills.items():
        assert sum(belief) == pytest.approx(1)
        if skill not in beliefs.answered:
            assert all(0 < share < 1 for share in belief)
            assert mean(belief) > 0


def raised(kb: KnowledgeBase, rng: Random) -> tuple[Profile, Profile]:
    """Return somebody who told little, and the same with one of the levels told higher."""
    told = rng.sample(list(kb.skills), rng.randint(1, min(8, len(kb.skills))))
    levels = {skill: rng.randrange(kb.top) for skill in told}
    rest = sorted(kb.skills.keys() - levels)
    never = frozenset(rng.sample(rest, min(len(rest), rng.choice((0, 0, 1, 2)))))
    held = tuple(rng.sample(list(kb.positions), rng.choice((0, 1, 1, 1, 2))))
    before = Profile(held, levels=levels, no_opportunity=never)
    return before, replace(before, levels={**levels, told[0]: rng.randint(levels[told[0]] + 1, kb.top)})


@pytest.mark.uncounted
@given(rng=CHANCE)
def test_a_higher_answer_lowers_no_belief(kb: KnowledgeBase, rng: Random) -> None:
    """Whoever tells a higher level of one skill is believed to have no less of any other."""
    for _ in range(30):
        before, after = (believe(kb, standing_of(kb, one), one) for one in raised(kb, rng))
        for skill in kb.skills:
            pairs = zip(or_higher(before.skills[skill]), or_higher(after.skills[skill]), strict=True)
            assert all(high >= low - 1e-12 for low, high in pairs)


@pytest.mark.uncounted
@given(rng=CHANCE)
def test_a_higher_answer_lowers_no_fit(kb: KnowledgeBase, rng: Random) -> None:
    """However little was told, a higher level lowers the fit of no position, and turns no ready one into less."""
    for _ in range(5):
        situations = [situation_of(kb, one) for one in raised(kb, rng)]
        for position in rng.sample(list(kb.positions), 4):
            before, after = (held_against(kb, situation, position) for situation in situations)
            assert after.fit >= before.fit - 1e-12
            assert before.verdict != "ready" or after.verdict == "ready"
