from dataclasses import replace
from itertools import product
from math import prod
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from small_kb import SKILLS, SMALL, WRITER, asked, position, with_moves, with_positions

from opscareer.advice import situation_of
from opscareer.advice.belief import Beliefs
from opscareer.advice.duel import Duel
from opscareer.advice.score import Scale, contributions, expected, spread
from opscareer.advice.standing import Candidate
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.skill import LEVELS

PEN = {"metric": "come", "work": "pen"}


def scores(profile: Profile) -> dict[str, float]:
    """Return the scores of all that could come next, in the small knowledge base."""
    return dict(situation_of(SMALL, profile).scores)


def scale(constant: float = 0, **worth: tuple[float, ...]) -> Scale:
    """Return a scale over a few skills."""
    return Scale(Candidate("writer/manager", "promotion"), constant, worth, {})


def believing(**skills: tuple[float, ...]) -> Beliefs:
    """Return beliefs of a few skills."""
    return Beliefs(skills, {}, frozenset())


def test_score_of_a_promotion() -> None:
    """A promotion scores half the draw of the present post, half that of the next, the own line and its interest."""
    # writer/specialist: fit 1, nothing unused. writer/manager: fit .75, sums 2 of 8 unused. Own line .0625.
    # Interest: .125 for the figure, .125 for the first kind of work.
    assert scores(replace(WRITER, facts=PEN))["writer/manager"] == (1 + 0.5) / 2 + 0.0625 + 0.25


def test_score_of_a_lateral_move() -> None:
    """A lateral move scores half the draw of that post, half that of the first promotion from it, and its interest."""
    # seller/specialist: fit .5, words 2 and sums 2 of 8 unused. seller/manager: fit .25, words 4 and sums 2 unused.
    # Interest: .125 for the figure, nothing for the pen.
    assert scores(replace(WRITER, facts=PEN))["seller/specialist"] == (0 - 0.5) / 2 + 0.125


def test_only_the_usual_promotion_counts() -> None:
    """Where a line can rise to several positions, it is judged by the first, the usual one."""
    on = (("seller/specialist", "seller/manager"), ("seller/specialist", "writer/manager"))
    step = (("writer/specialist", "seller/specialist"),)
    one, both, other = (
        situation_of(with_moves(promotions=ways, laterals=step), WRITER).scores["seller/specialist"]
        for ways in (on[:1], on, on[::-1])
    )
    assert one == both < other


def test_second_kind_of_work_counts_less() -> None:
    """The second kind of work of a line counts by its own worth."""
    phone = scores(replace(WRITER, facts={"metric": "stay", "work": "phone"}))
    assert phone["writer/manager"] == 0.75 + 0.0625 + 0.125 * 0.5
    assert phone["seller/specialist"] == -0.25 + 0.125 + 0.125
    assert phone["counter/specialist"] == 0


def test_line_without_promotion_is_judged_by_its_own_draw() -> None:
    """A lateral move from which nothing leads further scores its draw alone."""
    manager = Profile(("writer/manager",), levels={"words": 4, "deals": 0, "sums": 2, "people": 2}, facts=PEN)
    # counter/manager: fit .25 + .25, words 4 of 8 unused.
    assert scores(manager)["counter/manager"] == 0


def test_score_of_an_entry() -> None:
    """An entry scores the draw at levels one lower, and interest at its own, larger weight."""
    outsider = Profile(levels={"words": 3, "deals": 0, "sums": 1, "people": 0}, facts=PEN)
    # writer: words 3 of 3, sums 1 of 1, people 0 of 1. seller: words 1 of 1; words 2 and sums 1 unused.
    # counter: sums 1 of 3, words 1 of 1; words 2 unused.
    assert scores(outsider) == pytest.approx(
        {
            "writer/specialist": 0.75 + 0.5,
            "seller/specialist": 0.25 - 3 / 8 + 0.25,
            "counter/specialist": 0.5 / 3 + 0.25 - 2 / 8,
        }
    )


def test_untold_wish_counts_as_its_mean() -> None:
    """A wish that is not told counts at the mean of its options."""
    assert scores(WRITER)["writer/manager"] == 0.75 + 0.0625 + 0.125 / 2 + 0.125 * 1.5 / 2


def test_surplus_is_held_against_undemanding_work() -> None:
    """What a post does not call for counts against it: who can do more is not drawn to the post that asks least."""
    easy = with_positions(position("counter", "specialist", "Counter", asked("sums", 1, 1.0)))
    told = replace(WRITER, levels=dict.fromkeys(SKILLS, 3), facts=PEN)
    before = situation_of(SMALL, told).scores["counter/specialist"]
    assert situation_of(easy, told).scores["counter/specialist"] < before


def test_contributions() -> None:
    """What each skill adds to the score is its mean worth, and the score is what all add, with the constant."""
    one = scale(0.5, words=(0, 1, 2, 3, 4, 5), sums=(0, 0, 0, 0, 0, 6))
    beliefs = believing(words=(0, 0, 0, 1, 0, 0), sums=(0.5, 0, 0, 0, 0, 0.5))
    assert contributions(one, beliefs) == {"words": 3, "sums": 3}
    assert expected(one, beliefs) == 6.5


def test_spread_by_hand() -> None:
    """Only unanswered questions spread the difference of two scores, each by its variance."""
    one, other = scale(words=(0, 1, 2, 3, 4, 5), sums=(0, 0, 0, 0, 0, 4)), scale(words=(0,) * 6, sums=(0,) * 6)
    beliefs = believing(words=(0, 0, 0, 1, 0, 0), sums=(0.5, 0, 0, 0, 0, 0.5))
    assert spread(one, other, beliefs) == {"skill.sums": 4}  # 0 or 4: the mean 2, and 2 squared from it


def test_spread_of_wishes() -> None:
    """A wish not told spreads the difference; one told does not."""
    one = replace(scale(), interests={"work": {"pen": 1.0, "phone": 0.0}, "metric": {"come": 1.0, "stay": 0.0}})
    other = replace(scale(), interests={"work": {"pen": 0.0, "phone": 1.0}, "metric": {"come": 0.0, "stay": 0.0}})
    beliefs = Beliefs({}, {"work": {"pen": 0.5, "phone": 0.5}, "metric": {"come": 1, "stay": 0}}, frozenset())
    assert spread(one, other, beliefs) == {"work": 1}


def flip(leader: Scale, rival: Scale, beliefs: Beliefs) -> float:
    """Return how likely a rival comes first, from two scales."""
    lead = expected(leader, beliefs) - expected(rival, beliefs)
    return Duel("rival", lead, spread(leader, rival, beliefs)).flip


def test_flip_by_hand() -> None:
    """A rival comes first as likely as a normal variable of that lead and spread falls below zero."""
    beliefs = believing(words=(0.5, 0, 0, 0, 0, 0.5))
    one, other = scale(2, words=(0, 0, 0, 0, 0, 0)), scale(0, words=(0, 0, 0, 0, 0, 2))
    assert flip(one, other, beliefs) == pytest.approx(NormalDist(mu=1, sigma=1).cdf(0))
    assert flip(other, one, beliefs) == pytest.approx(NormalDist(mu=-1, sigma=1).cdf(0))


def test_flip_when_all_is_answered() -> None:
    """With nothing open the leader cannot be overtaken, and two equal ones are even."""
    beliefs = believing(words=(0, 0, 0, 1, 0, 0))
    one, other = scale(1, words=(0,) * 6), scale(0, words=(0,) * 6)
    assert flip(one, other, beliefs) == 0
    assert flip(one, one, beliefs) == 0.5


@pytest.mark.parametrize("unknown", [("deals",), ("words", "people"), ("words", "deals", "sums")])
@pytest.mark.parametrize("current", [(), ("writer/specialist",), ("writer/manager", "seller/manager")])
def test_expected_score_is_the_sum_over_all_answers(unknown: tuple[str, ...], current: tuple[str, ...]) -> None:
    """The expected score, and the spread of a lead, are those of every possible answer, weighed by its likelihood."""
    told = {skill: level for skill, level in WRITER.levels.items() if skill not in unknown}
    situation = situation_of(SMALL, Profile(current, levels=told, facts=PEN))
    leader = situation.scales[0]
    for rival in situation.scales:
        mean, square, score = 0.0, 0.0, 0.0
        for levels in product(LEVELS, repeat=len(unknown)):
            likely = prod(situation.beliefs.skills[s][x] for s, x in zip(unknown, levels, strict=True))
            beliefs = situation.beliefs
            for skill, level in zip(unknown, levels, strict=True):
                beliefs = beliefs.with_levels({skill: level})
            lead = expected(leader, beliefs) - expected(rival, beliefs)
            score += likely * expected(rival, beliefs)
            mean, square = mean + likely * lead, square + likely * lead**2
        assert situation.scores[rival.candidate.position] == pytest.approx(score)
        assert sum(spread(leader, rival, situation.beliefs).values()) == pytest.approx(square - mean**2, abs=1e-12)


@given(data=st.data())
def test_flip_is_a_share(kb: KnowledgeBase, data: st.DataObject) -> None:
    """A rival overtakes the leader in at most half of the cases and never less than none."""
    situation = situation_of(kb, data.draw(profiles(kb)))
    for rival in situation.scales[1:]:
        assert 0 <= flip(situation.scales[0], rival, situation.beliefs) <= 0.5 + 1e-6
