import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from small_kb import SMALL, WRITER, with_constants

from opscareer.advice import situation_of
from opscareer.advice.duel import Duel, weights
from opscareer.advice.rivals import duels_of
from opscareer.interview import Aim
from opscareer.interview.choosing import ahead, enough, hopeless, most_telling
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
        assert most_telling(SMALL, [NEAR, FAR], order[:place]) == skill
    assert most_telling(SMALL, [NEAR, FAR], order) is None


def test_equally_telling() -> None:
    """Of equally telling skills the first by id is asked, whatever the order of the duels."""
    duels = [Duel(rival, 1, {"skill.words": 1, "skill.sums": 1}) for rival in ("one", "other")]
    assert most_telling(SMALL, duels, ()) == "sums"
    assert most_telling(SMALL, [Duel("one", 1, {"skill.b": 1}), Duel("other", 1, {"skill.a": 1})], ()) == "a"


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
    assert most_telling(SMALL, duels, ()) is None


def test_most_telling_of_a_writer() -> None:
    """A writer who has told about words and deals is asked sums, which the nearest rival lives on, then people."""
    known = Profile(WRITER.current, levels={"words": 4, "deals": 0})
    duels = duels_of(situation_of(SMALL, known))
    assert most_telling(SMALL, duels, {"words", "deals"}) == "sums"
    assert most_telling(SMALL, duels, {"words", "deals", "sums"}) == "people"
    assert most_telling(SMALL, duels_of(situation_of(SMALL, WRITER)), ()) is None


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


MANY_RIVALS = tuple(
    Duel(f"r{n}", lead=9, spread={"skill.words": 4}) for n in range(SMALL.rules.constants.broad_rivals + 1)
)
"""So many rivals that what varies most over them all comes before who is nearest."""


@pytest.mark.parametrize(
    ("rivals", "asked", "skill"),
    [
        (MANY_RIVALS, (), "words"),
        (MANY_RIVALS, ("a", "b", "c", "d", "e"), "sums"),  # enough of what varies: now the leaders
        (MANY_RIVALS[:-1], (), "words"),
        (MANY_RIVALS[:-2], (), "sums"),
    ],
)
def test_what_varies_first(rivals: tuple[Duel, ...], asked: tuple[str, ...], skill: str) -> None:
    """Among very many rivals the first questions are those in which all differ most, and then who is nearest counts."""
    near = Duel("near", lead=1, spread={"skill.sums": 1})
    assert most_telling(SMALL, [near, *rivals], asked) == skill


def test_what_varies_over_all() -> None:
    """Among very many rivals it is the sum over all of them that counts, not what tells one of them apart most."""
    many = [Duel(f"r{n}", lead=9, spread={"skill.words": 1}) for n in range(SMALL.rules.constants.broad_rivals + 1)]
    assert most_telling(SMALL, [*many, Duel("one", lead=9, spread={"skill.sums": 5})], ()) == "words"


@pytest.mark.parametrize(
    ("wanted", "duels", "asked", "skills"),
    [
        (0.95, [NEAR], (), ("words", "sums")),  # .69, .84, and 1 with nothing open
        (0.8, [NEAR], (), ("words",)),
        (0.8, [NEAR], ("words",), ("sums",)),
        (0.6, [NEAR], (), ()),
        (0.95, [FAR], (), ()),
        (0.95, [Duel("interest", lead=0, spread={"work": 1})], (), ()),
        (0.95, [], (), ()),
    ],
)
def test_ahead_by_hand(wanted: float, duels: list[Duel], asked: tuple[str, ...], skills: tuple[str, ...]) -> None:
    """What lies ahead is as many questions as it takes if every answer is the expected one, the most telling first."""
    assert ahead(SMALL, duels, asked, wanted) == skills


@pytest.mark.parametrize(
    ("asked", "answered", "lost"),
    [
        (1, 0, False),
        (2, 0, True),  # two were asked, as many as it takes, and none was answered
        (14, 1, False),  # one in fourteen: the second comes at about the twenty-eighth
        (15, 1, False),
        (16, 1, True),
        (29, 2, False),
        (31, 2, False),
    ],
)
def test_hopeless_by_hand(asked: int, answered: int, lost: bool) -> None:
    """Nothing will be settled where the answers that it takes come so seldom that they would come too late."""
    assert hopeless(SMALL, asked, answered) is lost


@pytest.mark.parametrize(("asked", "lost"), [(10, False), (15, False), (16, True)])
def test_hopeless_by_how_often_one_answers(asked: int, lost: bool) -> None:
    """Who answered two where four are needed comes to them after as many questions again."""
    assert hopeless(with_constants(stop_answers=4), asked, 2) is lost


@given(data=st.data())
def test_most_telling_weighs_most(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The skill asked weighs most of the unasked ones, and is the first of those that lie ahead."""
    profile = data.draw(profiles(kb))
    duels = duels_of(situation_of(kb, profile))
    skill = most_telling(SMALL, duels, profile.levels)
    coming = ahead(SMALL, duels, profile.levels, 0.95)
    assert len(set(coming)) == len(coming)
    assert not set(coming) & set(profile.levels)
    if coming:
        assert coming[0] == skill
    if skill is not None and len(duels) <= SMALL.rules.constants.broad_rivals:
        weighed = {id_: weight for id_, weight in weights(duels).items() if id_.startswith("skill.")}
        assert weighed[f"skill.{skill}"] == max(weighed.values())


@pytest.mark.uncounted
@given(data=st.data(), shares=st.tuples(st.floats(0.5, 0.99), st.floats(0.5, 0.99)).map(sorted))
def test_more_confidence_takes_more(kb: KnowledgeBase, data: st.DataObject, shares: list[float]) -> None:
    """Who wants to be surer has no fewer questions ahead, and the same ones first."""
    profile = data.draw(profiles(kb))
    duels = duels_of(situation_of(kb, profile))
    less, more = (ahead(SMALL, duels, profile.levels, share) for share in shares)
    assert more[: len(less)] == less
