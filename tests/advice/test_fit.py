import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import LEVELS, levels, people
from small_kb import SMALL, WRITER, asked, position, with_positions

from opscareer.advice import candidate_for, prospect_of, situation_of
from opscareer.advice.belief import UNIFORM, UNPROVED, Beliefs, point
from opscareer.advice.fit import Gap, by_group, fit_of, gaps_of, mastery_of, met, requirements_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


def known(**told: int) -> Beliefs:
    """Return the beliefs of somebody who told these levels."""
    return Beliefs({skill: point(level) for skill, level in told.items()}, {}, frozenset(told))


@pytest.mark.parametrize(
    ("where", "fit"),
    [
        ("writer/specialist", 1),
        ("writer/manager", 0.75),  # words 4 of 4 at .5, people 2 of 4 at .5
        ("seller/specialist", 0.5),  # deals 0, words 4 of 2 at .25, people 2 of 2 at .25
        ("counter/specialist", 0.5),  # sums 2 of 4 at .5, words at .25, deals 0
        ("top/chief", 0.75),
    ],
)
def test_fit_by_hand(where: str, fit: float) -> None:
    """Fit is the weighted share of each required level that is there."""
    assert fit_of(requirements_of(SMALL, where), known(**WRITER.levels)) == fit


def test_surplus_pays_for_nothing() -> None:
    """The highest level of one skill makes up for no lack in another."""
    assert fit_of(requirements_of(SMALL, "writer/specialist"), known(words=5, sums=0, people=0)) == 0.5


def test_part_of_a_level_that_is_there() -> None:
    """An unknown level counts as the mean of what each level would count."""
    assert met(point(3), 4) == 0.75
    assert met(point(5), 4) == 1
    assert met(UNIFORM, 2) == pytest.approx(0.75)  # (0 + 1/2 + 1 + 1 + 1 + 1) / 6
    assert met((0.5, 0, 0, 0, 0.5, 0), 4) == 0.5


def test_entry_asks_one_level_less() -> None:
    """Who enters the trade is asked each level one lower, but at least 1; weights and musts stay."""
    parts = asked("words", 4, 0.75, must=True), asked("sums", 1, 0.25)
    kb = with_positions(position("writer", "specialist", "Writer", *parts))
    assert requirements_of(kb, "writer/specialist", entry=True) == (
        asked("words", 3, 0.75, must=True),
        asked("sums", 1, 0.25),
    )
    assert requirements_of(kb, "writer/specialist") == kb.positions["writer/specialist"].requirements


def test_higher_entry_asks_what_it_asks() -> None:
    """Who comes in from outside above the lowest rung is asked each level as it stands."""
    assert requirements_of(SMALL, "writer/manager", entry=True) == SMALL.positions["writer/manager"].requirements


def test_gap_by_hand() -> None:
    """A gap tells what is there, what is needed, and the points that closing it returns; what is met is no gap."""
    gaps = gaps_of(requirements_of(SMALL, "writer/manager"), known(**WRITER.levels))
    assert gaps == (Gap("people", have=2, expected=2, need=4, weight=0.5, gain=0.25),)
    assert not gaps[0].assumed


def test_gaps_stand_by_gain() -> None:
    """The gap that returns most stands first; of equal ones the first by id."""
    gaps = gaps_of(requirements_of(SMALL, "writer/specialist"), known(words=1, sums=0, people=0))
    assert [(gap.skill, gap.gain) for gap in gaps] == [("words", 0.375), ("people", 0.25), ("sums", 0.25)]


def test_unknown_level_is_marked() -> None:
    """The gap of an unanswered skill has no level, is marked assumed, and counts at its expectation."""
    (gap,) = gaps_of([asked("words", 2, 0.5)], Beliefs({"words": UNIFORM}, {}, frozenset()))
    assert gap.have is None
    assert gap.assumed
    assert gap.expected == pytest.approx(2.5)
    assert gap.gain == pytest.approx(0.125)  # .5 of the quarter that is missing


def test_gap_without_opportunity() -> None:
    """No opportunity is an answer: its gap is not assumed, has no level, and counts as seldom more than nought."""
    beliefs = Beliefs({"words": UNPROVED}, {}, frozenset({"words"}), frozenset({"words"}))
    (gap,) = gaps_of([asked("words", 4, 0.5)], beliefs)
    assert (gap.have, gap.assumed) == (None, False)
    assert gap.expected == pytest.approx(0.2)
    assert gap.gain == pytest.approx(0.5 * (1 - 0.2 / 4))
    assert gap.step == 1


@pytest.mark.parametrize(("expected", "step"), [(0.0, 1), (0.4, 1), (0.6, 2), (2.0, 3), (3.0, 4), (3.9, 4)])
def test_next_step_of_a_gap(expected: float, step: int) -> None:
    """The level to work on is the one above what is there, and never above what is needed."""
    assert Gap("words", None, expected, need=4, weight=1, gain=0).step == step


def test_mastery_by_hand() -> None:
    """Mastery is the fit over the answered skills with their weights brought to 1."""
    told = {"words": 2, "sums": 2}
    assert mastery_of(SMALL, ["writer/specialist"], Profile(levels=told)) == pytest.approx((0.25 + 0.25) / 0.75)


def test_mastery_of_several_positions() -> None:
    """Of several positions mastery is the mean of those that are answered enough."""
    told = {"words": 2, "sums": 2}  # .75 of the writer's weight, .75 of the counter's, .25 of the seller's
    positions = ["writer/specialist", "counter/specialist", "seller/specialist"]
    assert mastery_of(SMALL, positions, Profile(levels=told)) == pytest.approx(2 / 3)
    told = {"words": 4, "sums": 2}
    assert mastery_of(SMALL, positions, Profile(levels=told)) == pytest.approx((1 + 2 / 3) / 2)


def test_mastery_needs_answers() -> None:
    """Below 60% of the weight answered nothing is said of mastery, nor of somebody without a position."""
    assert mastery_of(SMALL, ["writer/specialist"], Profile(levels={"words": 4, "deals": 4})) is None
    assert mastery_of(SMALL, [], WRITER) is None


@pytest.mark.parametrize(("weights", "mastery"), [((7, 14, 3, 16), 1), ((6, 14, 3, 17), None)])
def test_sixty_percent_is_enough(weights: tuple[int, ...], mastery: float | None) -> None:
    """Exactly 60% of the weight answered is enough, whatever the last digit of the sum."""
    parts = [asked(skill, 4, weight / 40) for skill, weight in zip(SMALL.skills, weights, strict=True)]
    kb = with_positions(position("writer", "specialist", "Writer", *parts))
    told = {"words": 4, "deals": 4, "sums": 4}
    assert mastery_of(kb, ["writer/specialist"], Profile(levels=told)) == mastery


@given(data=st.data())
def test_gains_add_up(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The gains of the gaps add up to 1 - fit, fit is a share, and exactly the unanswered skills are assumed."""
    profile, where = data.draw(people(kb)), data.draw(st.sampled_from(list(kb.positions)))
    situation = situation_of(kb, profile)
    prospect = prospect_of(kb, situation, candidate_for(kb, situation.standing, where))
    assert sum(gap.gain for gap in prospect.gaps) == pytest.approx(1 - prospect.fit, abs=1e-9)
    assert -1e-9 <= prospect.fit <= 1 + 1e-9
    answered = {*profile.levels, *profile.no_opportunity}
    assert {gap.skill for gap in prospect.gaps if gap.assumed} == set(kb.needed[prospect.gaps_of]) - answered
    assert all(gap.have == profile.levels.get(gap.skill) for gap in prospect.gaps if not gap.assumed)


@given(data=st.data())
def test_raising_a_level_lowers_no_fit(kb: KnowledgeBase, data: st.DataObject) -> None:
    """With all levels known, one level more of a skill lowers the fit of no position."""
    before = data.draw(levels(kb, all_known=True))
    skill = data.draw(st.sampled_from([s for s in kb.skills if before[s] < 5] or [""]))
    after = {**before, skill: before[skill] + 1} if skill else before
    for where in kb.positions:
        asked_ = requirements_of(kb, where)
        assert fit_of(asked_, known(**after)) >= fit_of(asked_, known(**before)) - 1e-12


@given(data=st.data())
def test_surplus_raises_no_fit(kb: KnowledgeBase, data: st.DataObject) -> None:
    """A level beyond what a position requires adds nothing to its fit."""
    told = data.draw(levels(kb, all_known=True))
    where = data.draw(st.sampled_from(list(kb.positions)))
    needed = kb.needed[where]
    capped = {skill: min(level, needed.get(skill, 0)) for skill, level in told.items()}
    wanted = requirements_of(kb, where)
    assert fit_of(wanted, known(**told)) == pytest.approx(fit_of(wanted, known(**capped)))


@given(st.fixed_dictionaries(dict.fromkeys(SMALL.skills, LEVELS)))
def test_full_fit_is_all_levels(told: dict[str, int]) -> None:
    """The fit is 1 exactly where every required level is there."""
    for where, needed in SMALL.needed.items():
        whole = all(told[skill] >= level for skill, level in needed.items())
        assert (fit_of(requirements_of(SMALL, where), known(**told)) == 1) is whole


def test_groups_make_up_the_fit(kb: KnowledgeBase) -> None:
    """The groups of skills that a position asks for share its weight, and what is there of them makes up the fit."""
    beliefs = situation_of(kb, Profile(("user-ops/specialist",), levels={"user-insight": 2, "copywriting": 5})).beliefs
    asked = requirements_of(kb, "user-ops/manager")
    groups = by_group(kb, asked, beliefs)
    assert sum(one.weight for one in groups) == pytest.approx(1)
    assert sum(one.weight * one.met for one in groups) == pytest.approx(fit_of(asked, beliefs))
    assert [one.group for one in groups] == [g.id for g in kb.groups if g.id in {one.group for one in groups}]
    assert {one.group for one in groups} == {kb.skills[r.skill].group for r in asked}
