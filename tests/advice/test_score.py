from dataclasses import replace
from itertools import product
from math import prod
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from small_kb import MAX, SKILLS, SMALL, WRITER, asked, position, with_moves, with_positions
from two_tracks import TWO_TRACKS, situation

from opscareer.advice import situation_of
from opscareer.advice.belief import Beliefs
from opscareer.advice.duel import Duel
from opscareer.advice.lines import Line
from opscareer.advice.score import Scale, contributions, expected, scales_of, shift, spread
from opscareer.model.kb import KnowledgeBase
from opscareer.model.levels import LEVELS
from opscareer.model.profile import Profile
from opscareer.model.rules import Test

PEN = {"metric": "come", "work": "pen"}


def scores(profile: Profile) -> dict[str, float]:
    """Return the scores of all lines that come into question, in the small knowledge base."""
    return dict(situation_of(SMALL, profile).scores)


def scale(constant: float = 0, **worth: tuple[float, ...]) -> Scale:
    """Return a scale over a few skills."""
    return Scale(Line("writer", "writer/specialist", ("writer/manager",)), constant, worth, {})


def believing(**skills: tuple[float, ...]) -> Beliefs:
    """Return beliefs of a few skills."""
    return Beliefs(skills, {}, frozenset())


def test_score_of_ones_own_line() -> None:
    """One's own line scores half the draw of the present post, half that of the next, its constant and its interest."""
    # writer/specialist: fit 1, nothing unused. writer/manager: fit .75, sums 2 of 8 unused. Own line .0625.
    # Interest: .125 for the figure, .125 for the first kind of work.
    assert scores(replace(WRITER, facts=PEN))["writer/specialist"] == (1 + 0.5) / 2 + 0.0625 + 0.25


@pytest.mark.parametrize(
    ("step", "ahead"),
    [
        (None, 0.0625),
        ("usual", 0.0625),
        ("other", 0),
        ("settled", 0.125),
        ("build", 0.125),
        ("offer", 0.125),
        ("elsewhere", 0.125),
    ],
)
def test_what_ones_own_line_has_ahead_of_others(step: str | None, ahead: float) -> None:
    """One's own line has a share ahead of others: none for who wants another, more for who came for something else."""
    rules = (situation("stuck", step, Test("reason", ("stuck",))),) if step else ()
    kb = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, situations=rules))
    person = replace(WRITER, facts={"reason": "stuck"})
    options = situation_of(kb, person).options
    assert {scale.constant for scales in options for scale in scales if scale.line.own} == {ahead}
    assert {scale.constant for scales in options for scale in scales if not scale.line.own} == {0}


def test_score_of_another_line() -> None:
    """Another line scores half the draw of its post on this rung, half that of the next, and its interest."""
    # seller/specialist: fit .5, words 2 and sums 2 of 8 unused. seller/manager: fit .25, words 4 and sums 2 unused.
    # Interest: .125 for the figure, nothing for the pen.
    assert scores(replace(WRITER, facts=PEN))["seller/specialist"] == (0 - 0.5) / 2 + 0.125


def test_only_the_usual_promotion_counts() -> None:
    """Where a line can rise to several positions of one track, it is judged by the first, the usual one."""
    on = (("seller/specialist", "seller/manager"), ("seller/specialist", "writer/manager"))
    step = (("writer/specialist", "seller/specialist"),)
    one, both, other = (
        situation_of(with_moves(promotions=ways, laterals=step), WRITER).scores["seller/specialist"]
        for ways in (on[:1], on, on[::-1])
    )
    assert one == both < other


SENIOR = Profile(("writer/senior",), levels={"words": 4, "deals": 0, "sums": 2, "people": 0}, facts=PEN)
"""A senior writer who does exactly what the post asks; what a senior has to use adds up to 6."""


@pytest.mark.parametrize(("people", "up"), [(0, 0.75 * 0.8 + 0.25), (4, 1 - 2 / 6)])
def test_better_of_both_tracks(people: int, up: float) -> None:
    """Where it is not said whether one wants to lead, a line is judged by the track that suits better."""
    # writer/expert: words 4 of 5, sums 2 of 2, people unused. writer/manager: words and people 4 of 4, sums unused.
    levels = {**SENIOR.levels, "people": people}
    found = situation_of(TWO_TRACKS, replace(SENIOR, levels=levels)).scores["writer/senior"]
    assert found == pytest.approx((1 - people / 6 + up) / 2 + 0.0625 + 0.25)


@pytest.mark.parametrize(("lead", "up"), [("no", 0.75 * 0.8 + 0.25), ("yes", 0.5 - 2 / 6)])
def test_track_that_is_wanted(lead: str, up: float) -> None:
    """Where it is said whether one wants to lead, a line is judged by that track, suit it or not."""
    found = situation_of(TWO_TRACKS, replace(SENIOR, facts=PEN | {"lead": lead})).scores["writer/senior"]
    assert found == pytest.approx((1 + up) / 2 + 0.0625 + 0.25)


def test_second_kind_of_work_counts_less() -> None:
    """The second kind of work of a line counts by its own worth."""
    phone = scores(replace(WRITER, facts={"metric": "stay", "work": "phone"}))
    assert phone["writer/specialist"] == 0.75 + 0.0625 + 0.125 * 0.5
    assert phone["seller/specialist"] == -0.25 + 0.125 + 0.125
    assert phone["counter/specialist"] == 0


def test_line_without_promotion_is_judged_by_its_own_draw() -> None:
    """A line from which nothing leads further scores the draw of its present post alone."""
    manager = Profile(("writer/manager",), levels={"words": 4, "deals": 0, "sums": 2, "people": 2}, facts=PEN)
    # counter/manager: fit .25 + .25, words 4 of 8 unused.
    assert scores(manager)["counter/manager"] == 0


def test_line_without_a_post_on_this_rung_is_judged_by_the_one_above() -> None:
    """A line that begins one rung up scores the draw of that post alone."""
    manager = Profile(("counter/manager",), levels={"words": 2, "deals": 0, "sums": 2, "people": 4})
    # head/director: people at .5, words at .25; sums 2 of 8 unused.
    assert situation_of(TWO_TRACKS, manager).scores["head/director"] == 0.75 - 0.25


def test_score_of_an_entry() -> None:
    """An entry scores its fit at levels one lower, less what lies unused, and interest at its own, larger weight."""
    outsider = Profile(levels={"words": 3, "deals": 0, "sums": 1, "people": 0}, facts=PEN)
    # writer: words 3 of 3, sums 1 of 1, people 0 of 1. seller: words 1 of 1; words 1 above its 2, sums 1 unused.
    # counter: sums 1 of 3, words 1 of 1; words 1 above its 2.
    assert scores(outsider) == pytest.approx(
        {
            "writer/specialist": 0.75 + 0.5,
            "seller/specialist": 0.25 - 2 / 8 + 0.25,
            "counter/specialist": 0.5 / 3 + 0.25 - 1 / 8,
        }
    )


def test_untold_wish_counts_as_its_mean() -> None:
    """A wish that is not told counts at the mean of its options."""
    assert scores(WRITER)["writer/specialist"] == 0.75 + 0.0625 + 0.125 / 2 + 0.125 * 1.5 / 2


LENIENT = replace(WRITER, levels={"words": 5, "deals": 1, "sums": 3, "people": 3}, facts=PEN)
"""The writer who does exactly what the post asks, every level told one too high."""


def test_what_is_common_to_all_answers_says_nothing_of_a_line() -> None:
    """Who rates themselves a level above the present post in everything is compared as if they had not."""
    assert scores(LENIENT) == scores(replace(WRITER, facts=PEN))


def test_leniency_is_taken_from_no_fit() -> None:
    """Fit and gaps are shown as told: half a level of leniency is taken out of the comparison alone."""
    situation = situation_of(SMALL, LENIENT)
    assert {skill: belief.index(1) for skill, belief in situation.beliefs.skills.items()} == LENIENT.levels


@pytest.mark.parametrize(
    ("levels", "by"),
    [
        ({"words": 5, "sums": 2, "people": 2}, 0.5),  # a third, rounded to halves
        ({"words": 4, "sums": 2, "people": 2}, 0),
        ({"words": 2, "sums": 2, "people": 2}, 0),  # who rates themselves low is not raised
        ({"words": 5}, 1),
        ({"deals": 5}, 0),  # the post does not ask for it
        ({}, 0),
    ],
)
def test_leniency_by_hand(levels: dict[str, int], by: float) -> None:
    """Leniency is the mean of what was told above the present post, to half a level, and never below nothing."""
    person = Profile(("writer/specialist",), levels=levels)
    situation = situation_of(SMALL, person)
    for scales in situation.options:
        assert scales == scales_of(SMALL, situation.standing, scales[0].line, by, SMALL.rules.constants.promotion)


def test_no_opportunity_is_no_reason_to_think_somebody_lenient() -> None:
    """What there was no opportunity for stands at 0 against the present post, as the level does."""
    told = {"words": 5, "deals": 0, "sums": 3}
    zero = situation_of(SMALL, Profile(("writer/specialist",), levels={**told, "people": 0}))
    never = situation_of(SMALL, Profile(("writer/specialist",), levels=told, no_opportunity=frozenset({"people"})))
    assert zero.options == never.options


EASY = position("counter", "specialist", "Counter", asked("sums", 1, 1.0))
"""A counter of whom one skill is asked, where the rung asks three."""


def test_short_list_does_not_make_all_else_useless() -> None:
    """On a list far shorter than its rung's what is not listed stands at the rung's average, scaled to its sum."""
    kb = with_positions(EASY)
    # The rung asks on average words 2, deals 4/3, sums 1, people 4/3: 17/3, of which sums 1 is listed. The others'
    # 14/3 are scaled to the 14/3 that are missing: nothing changes. C = 17/3.
    outsider = Profile(levels={"words": 3, "deals": 1, "sums": 1, "people": 2}, facts={"work": "phone"})
    unused = (3 - 2) + (2 - 4 / 3)
    assert situation_of(kb, outsider).scores["counter/specialist"] == pytest.approx(1 - unused / (17 / 3))


def test_list_that_is_not_short_calls_for_what_it_names() -> None:
    """A list of six tenths of its rung's or more says all that its post calls for."""
    two = position("counter", "specialist", "Counter", asked("sums", 2, 0.5), asked("words", 2, 0.5))
    kb = with_positions(two)
    outsider = Profile(levels={"words": 1, "deals": 2, "sums": 1, "people": 0})
    capacity = (8 + 8 + 4) / 3
    assert situation_of(kb, outsider).scores["counter/specialist"] == pytest.approx(1 - 2 / capacity)


def test_short_list_that_asks_more_than_its_rung() -> None:
    """A short list that asks for more than its rung does calls for nothing besides."""
    kb = with_positions(
        position("writer", "specialist", "Writer", *(asked(skill, 1, 0.25) for skill in SKILLS)),
        position("seller", "specialist", "Seller", *(asked(skill, 1, 0.25) for skill in SKILLS)),
        position("counter", "specialist", "Counter", asked("sums", 5, 0.5), asked("words", 5, 0.5)),
    )
    outsider = Profile(levels={"words": 4, "deals": 2, "sums": 4, "people": 0})
    assert situation_of(kb, outsider).scores["counter/specialist"] == pytest.approx(1 - 2 / (18 / 3))


def test_rung_that_asks_for_nothing_else() -> None:
    """Where a rung asks for nothing but what a short list names, nothing else is called for."""
    kb = with_positions(*(position(r, "specialist", r, asked("sums", 2, 1.0)) for r in ("writer", "seller", "counter")))
    kb = replace(kb, rules=replace(kb.rules, constants=replace(kb.rules.constants, short_list=2.0)))
    assert situation_of(kb, Profile(levels={**MAX, "words": 2, "deals": 0, "people": 0, "sums": 2})).scores[
        "counter/specialist"
    ] == pytest.approx(1 - 2 / 2)


def test_surplus_is_held_against_undemanding_work() -> None:
    """What a post does not call for counts against it: who can do more is not drawn to the post that asks least."""
    easy = with_positions(
        position(
            "counter", "specialist", "Counter", asked("sums", 1, 0.8), asked("words", 1, 0.1), asked("deals", 1, 0.1)
        )
    )
    told = replace(WRITER, levels=dict.fromkeys(SKILLS, 3), facts=PEN)
    before = situation_of(SMALL, told).scores["counter/specialist"]
    assert situation_of(easy, told).scores["counter/specialist"] < before


def test_contributions() -> None:
    """What each skill adds to the score is its mean worth, and the score is what all add, with the constant."""
    one = scale(0.5, words=(0, 1, 2, 3, 4, 5), sums=(0, 0, 0, 0, 0, 6))
    beliefs = believing(words=(0, 0, 0, 1, 0, 0), sums=(0.5, 0, 0, 0, 0, 0.5))
    assert contributions(one, beliefs) == {"words": 3, "sums": 3}
    assert expected(one, beliefs) == 6.5


def test_shift_by_hand() -> None:
    """Where one skill is believed otherwise, the score moves by what that skill adds more or less."""
    one = scale(0.5, words=(0, 1, 2, 3, 4, 5), sums=(0, 0, 0, 0, 0, 6))
    before = believing(words=(0, 0, 0, 1, 0, 0), sums=(0.5, 0, 0, 0, 0, 0.5))
    after = before.with_levels({"sums": 5})
    assert shift(one, "sums", before, after) == 3 == expected(one, after) - expected(one, before)


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
        assert situation.scores[rival.line.key] == pytest.approx(score)
        assert sum(spread(leader, rival, situation.beliefs).values()) == pytest.approx(square - mean**2, abs=1e-12)


@given(data=st.data())
def test_flip_is_a_share(kb: KnowledgeBase, data: st.DataObject) -> None:
    """A rival on a track that is as much wanted overtakes the leader in at most half of the cases, at least in none."""
    situation = situation_of(kb, data.draw(profiles(kb)))
    first = situation.scales[0].line.key in situation.behind if situation.scales else False
    for rival in (one for one in situation.scales[1:] if (one.line.key in situation.behind) == first):
        assert 0 <= flip(situation.scales[0], rival, situation.beliefs) <= 0.5 + 1e-6
