from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import SMALL

from opscareer.advice import confidence_of, situation_of
from opscareer.advice.duel import Duel, confidence, rival_for, weights
from opscareer.advice.rivals import duels_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

NEAR = Duel("near", lead=1, spread={"skill.words": 3, "skill.sums": 1})
"""A rival half a standard deviation behind."""
FAR = Duel("far", lead=6, spread={"skill.deals": 4})
OUT = Duel("out", lead=1, spread={"skill.words": 0})
NEAR_FLIP, FAR_FLIP = NormalDist(1, 2).cdf(0), NormalDist(6, 2).cdf(0)


def test_flip_by_hand() -> None:
    """A rival comes first as likely as a normal variable of the lead and of the open variance falls below zero."""
    assert NEAR.variance == 4
    assert NEAR.flip == pytest.approx(NEAR_FLIP)
    assert OUT.flip == 0
    assert Duel("even", lead=0, spread={}).flip == 0.5


def test_without_a_question() -> None:
    """A question answered as expected takes its variance out of the duel, and leaves the lead."""
    assert NEAR.without("skill.words") == Duel("near", 1, {"skill.sums": 1})
    assert NEAR.without("skill.deals") == NEAR


def test_confidence_by_hand() -> None:
    """Confidence is 1 less the flips of all rivals, and never below nothing."""
    assert confidence([NEAR, FAR, OUT]) == pytest.approx(1 - NEAR_FLIP - FAR_FLIP)
    assert confidence([]) == 1
    assert confidence([Duel(rival, 0, {"skill.words": 1}) for rival in "abc"]) == 0


def test_weights_by_hand() -> None:
    """A question weighs the flip of each rival times its part of that duel's variance."""
    assert weights([NEAR, FAR, OUT]) == pytest.approx(
        {"skill.words": NEAR_FLIP * 3 / 4, "skill.sums": NEAR_FLIP / 4, "skill.deals": FAR_FLIP}
    )
    both = weights([NEAR, Duel("other", lead=1, spread={"skill.sums": 4})])
    assert both["skill.sums"] == pytest.approx(NEAR_FLIP / 4 + NEAR_FLIP)


def test_rival_that_a_question_decides_about() -> None:
    """A question decides first about the rival whose flip it makes up most of, of equal ones the first by id."""
    other = Duel("other", lead=1, spread={"skill.sums": 4})
    assert rival_for([NEAR, other, FAR], "skill.sums") == "other"
    assert rival_for([NEAR, other, FAR], "skill.words") == "near"
    assert rival_for([OUT, Duel("distant", lead=6, spread={"skill.words": 4}), NEAR], "skill.words") == "near"
    assert rival_for([other, Duel("another", 1, {"skill.sums": 4})], "skill.sums") == "another"


@pytest.mark.parametrize("duels", [[], [OUT], [NEAR, OUT]])
def test_question_that_decides_nothing(duels: list[Duel]) -> None:
    """A question that brings no variance to any duel decides about no rival, and it is an error to ask about which."""
    closed = [duel.without("skill.words") for duel in duels]
    assert "skill.words" not in weights(closed)
    with pytest.raises(ValueError, match="empty"):
        rival_for(closed, "skill.words")
    with pytest.raises(ValueError, match="empty"):
        rival_for([OUT], "skill.words")


def test_no_duels_at_the_top() -> None:
    """Without a next role there is nothing to compare, and nothing to doubt."""
    assert duels_of(situation_of(SMALL, Profile(("first/chief",)))) == ()


def test_duels_of_a_writer() -> None:
    """The leading line meets every other one, ahead by the difference of the scores."""
    situation = situation_of(SMALL, Profile(("writer/specialist",), levels={"words": 4}))
    duels = duels_of(situation)
    assert [duel.rival for duel in duels] == [scale.line.key for scale in situation.scales[1:]]
    leader = situation.scores["writer/specialist"]
    assert [duel.lead for duel in duels] == pytest.approx([leader - situation.scores[duel.rival] for duel in duels])
    assert all("skill.words" not in duel.spread for duel in duels)


@given(data=st.data())
def test_duels_agree_with_the_advice(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The confidence of the duels is that of the advice, and the weights of the open questions add up to the flips."""
    situation = situation_of(kb, data.draw(people(kb)))
    duels = duels_of(situation)
    assert confidence(duels) == pytest.approx(confidence_of(situation), abs=1e-12)
    weighed = weights(duels)
    certain = {f"skill.{skill}" for skill in situation.profile.levels}
    assert not certain & set(weighed)
    assert all(weight >= 0 for weight in weighed.values())
    total = sum(duel.flip for duel in duels if duel.variance > 1e-9)
    assert sum(weighed.values()) == pytest.approx(total, abs=1e-9)
