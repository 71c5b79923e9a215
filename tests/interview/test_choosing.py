import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from small_kb import SMALL, WRITER, with_constants

from opscareer.advice import situation_of
from opscareer.advice.duel import Duel, confidence, duels_of, weights
from opscareer.interview import Aim
from opscareer.interview.choosing import enough, most_telling, remaining
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

NEAR = Duel("near", lead=1, spread={"skill.words": 3, "skill.sums": 1})
"""A rival half a standard deviation behind; one whole, once words is answered as expected."""
FAR = Duel("far", lead=6, spread={"skill.deals": 4})
"""A rival three standard deviations behind."""

USUAL = Aim()


def test_most_telling_by_hand() -> None:
    """Asked first is the skill that most likely changes what comes first; what was asked is not asked again."""
    order = ["words", "sums", "deals"]  # Phi(-1/2) times 3/4 and 1/4, and Phi(-3)
    for place, skill in enumerate(order):
        assert most_telling([NEAR, FAR], order[:place]) == skill
    assert most_telling([NEAR, FAR], order) is None


def test_equally_telling() -> None:
    """Of equally telling skills the first by id is asked, whatever the order of the duels."""
    duels = [Duel(rival, 1, {"skill.words": 1, "skill.sums": 1}) for rival in ("one", "other")]
    assert most_telling(duels, ()) == "sums"
    assert most_telling([Duel("one", 1, {"skill.b": 1}), Duel("other", 1, {"skill.a": 1})], ()) == "a"


@pytest.mark.parametrize(
    "duels",
    [
        [],
        [Duel("interest", lead=0, spread={"work": 1})],
        [Duel("answered", lead=1, spread={"skill.words": 0})],
        [Duel("hopeless", lead=1000, spread={"skill.words": 1})],
    ],
)
def test_nothing_tells(duels: list[Duel]) -> None:
    """Where no skill could change what comes first, none is asked."""
    assert most_telling(duels, ()) is None


def test_most_telling_of_a_writer() -> None:
    """A writer who has told about words and deals is asked sums, which the nearest rival lives on, then people."""
    known = Profile(WRITER.current, levels={"words": 4, "deals": 0})
    duels = duels_of(situation_of(SMALL, known))
    assert most_telling(duels, {"words", "deals"}) == "sums"
    assert most_telling(duels, {"words", "deals", "sums"}) == "people"
    assert most_telling(duels_of(situation_of(SMALL, WRITER)), ()) is None


@pytest.mark.parametrize(
    ("aim", "answered", "sure", "settled"),
    [
        (USUAL, 2, 0.95, True),
        (USUAL, 2, 0.949, False),
        (USUAL, 1, 1, False),
        (USUAL, 4, 1, True),
        (Aim(0.8), 2, 0.8, True),
        (Aim(0.8), 1, 0.8, False),
        (Aim(0.99), 2, 0.95, False),
    ],
)
def test_enough(aim: Aim, answered: int, sure: float, settled: bool) -> None:
    """It takes two answers and a confidence of .95, or what was asked for, to settle what comes first."""
    assert enough(SMALL, aim, answered, sure) is settled


@pytest.mark.parametrize(
    ("aim", "duels", "answered", "left"),
    [
        (USUAL, [NEAR], 0, 2),  # .69, .84, and 1 with nothing open
        (USUAL, [NEAR], 5, 2),
        (Aim(0.8), [NEAR], 2, 1),
        (Aim(0.6), [NEAR], 2, 0),
        (USUAL, [FAR], 0, 2),  # sure, but two answers are wanted, though only one can tell
        (USUAL, [FAR], 1, 1),
        (USUAL, [FAR], 2, 0),
        (USUAL, [Duel("interest", lead=0, spread={"work": 1})], 2, 0),
        (USUAL, [], 0, 2),  # nothing else can come first, yet nothing is known
        (USUAL, [], 2, 0),
    ],
)
def test_remaining_by_hand(aim: Aim, duels: list[Duel], answered: int, left: int) -> None:
    """About as many questions are left as it takes if every answer is the expected one."""
    assert remaining(SMALL, aim, duels, (), answered) == left


def test_remaining_ends() -> None:
    """However much is open, no more is left than may be asked."""
    short = with_constants(stop_questions=3)
    assert remaining(short, USUAL, [NEAR], {"deals", "people"}, 0) == 1
    assert remaining(short, USUAL, [NEAR], {"deals", "people", "other"}, 0) == 0


@given(data=st.data())
def test_one_answer_as_expected(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The skill asked weighs most of the unasked ones; answered as expected it takes one off what is left."""
    profile = data.draw(profiles(kb))
    duels = duels_of(situation_of(kb, profile))
    asked, answered = set(profile.levels), len(profile.levels)
    left = remaining(kb, USUAL, duels, asked, answered)
    skill = most_telling(duels, asked)
    if enough(kb, USUAL, answered, confidence(duels)) or len(asked) >= kb.rules["stop_questions"]:
        assert left == 0
        return
    if skill is None:
        assert left == max(0, kb.rules["stop_answers"] - answered)
        return
    weighed = {id_: weight for id_, weight in weights(duels).items() if id_.startswith("skill.")}
    assert weighed[f"skill.{skill}"] == max(weighed.values())
    without = [duel.without(f"skill.{skill}") for duel in duels]
    assert left == 1 + remaining(kb, USUAL, without, asked | {skill}, answered + 1)


@given(data=st.data(), shares=st.tuples(st.floats(0.5, 0.99), st.floats(0.5, 0.99)).map(sorted))
def test_more_confidence_takes_more(kb: KnowledgeBase, data: st.DataObject, shares: list[float]) -> None:
    """Who wants to be surer has no fewer questions left."""
    profile = data.draw(profiles(kb))
    duels = duels_of(situation_of(kb, profile))
    less, more = (remaining(kb, Aim(share), duels, profile.levels, len(profile.levels)) for share in shares)
    assert less <= more
