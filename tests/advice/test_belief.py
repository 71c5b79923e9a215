from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import SMALL, WRITER, with_constants

from opscareer.advice.belief import UNIFORM, UNPROVED, believe, mean, nearest, point, supposed
from opscareer.advice.standing import standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

SHARP = with_constants(prior_sd=0.05)
"""A prior so narrow that it is all but one level: the nearest to its centre."""


def believed(kb: KnowledgeBase, profile: Profile, skill: str) -> tuple[float, ...]:
    """Return what is believed of one skill of a person."""
    return believe(kb, standing_of(kb, profile), profile).skills[skill]


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


def test_an_odd_answer_frees_the_person_from_the_post() -> None:
    """By Bayes, an answer that the post makes impossible leaves nothing supposed of the other skills."""
    person = Profile(("writer/specialist",), levels={"words": 0})
    assert believed(SHARP, person, "people") == pytest.approx(UNIFORM)


def test_no_opportunity_stands_at_nought_seldom_at_one() -> None:
    """Levels are deeds: who had no opportunity is believed at 0, seldom at 1, whatever the post; it is an answer."""
    person = Profile(("writer/specialist",), levels={"words": 4}, no_opportunity=frozenset({"people"}))
    beliefs = believe(SMALL, standing_of(SMALL, person), person)
    assert mean(UNPROVED) == pytest.approx(0.2)
    assert beliefs.skills["people"] == UNPROVED
    assert [*UNPROVED] == [0.8, 0.2, 0, 0, 0, 0]
    assert (beliefs.answered, beliefs.unproved) == (frozenset({"words", "people"}), frozenset({"people"}))


def test_no_opportunity_weighs_as_an_answer() -> None:
    """By Bayes, no opportunity for what the post lives by frees from the post as a level 0 does."""
    never = Profile(("writer/specialist",), no_opportunity=frozenset({"words"}))
    assert believed(SHARP, never, "people") == pytest.approx(UNIFORM)
    typical = Profile(
        ("writer/specialist",), no_opportunity=frozenset({"deals"})
    )  # supposed at 1, believed so by a fifth
    odds = 7 / 3 * 0.2 / (1 / 6)
    assert believed(SHARP, typical, "people") == pytest.approx(mixed(2, odds / (1 + odds)))


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
