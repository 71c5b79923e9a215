from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from small_kb import SMALL, WRITER, skill, with_positions

from opscareer.advice import advise, situation_of
from opscareer.advice.why import ahead, carried, step_of, title_without_substance
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.text import Text


def reasons(profile: Profile, kb: KnowledgeBase = SMALL) -> list[Text]:
    """Return why the next role is named."""
    advice = advise(kb, profile)
    assert advice.next is not None
    return list(advice.next.why)


def lead(kb: KnowledgeBase, profile: Profile) -> Text | None:
    """Return what is said of the lead of the first candidate over the second."""
    situation = situation_of(kb, profile)
    return ahead(kb, situation.scales[0], situation.scales[1], situation.beliefs)


def test_step() -> None:
    """A promotion and an entry are told as such, with both titles; a lateral move by its own reason."""
    candidates = {s.candidate.position: s.candidate for s in situation_of(SMALL, WRITER).scales}
    up = step_of(SMALL, candidates["writer/manager"])
    assert "Head Writer" in up.en
    assert "above Writer" in up.en
    assert "「Head Writer」是「Writer」" in up.zh
    assert step_of(SMALL, candidates["seller/specialist"]) == candidates["seller/specialist"].move.why
    entry = step_of(SMALL, situation_of(SMALL, Profile(goal="writer/manager")).scales[0].candidate)
    assert entry.en.startswith("From outside, Writer is")
    assert "「Writer」" in entry.zh


def test_what_is_carried_over() -> None:
    """The requirements met are named, the heaviest first, with their share of the whole."""
    situation = situation_of(SMALL, WRITER)
    told = {s.candidate.position: carried(SMALL, s.candidate, situation.beliefs) for s in situation.scales}
    assert "Wording (together 50%" in told["writer/manager"].en
    assert "「Wording」（合计占要求的50%）" in told["writer/manager"].zh
    assert "Leading people, Wording (together 50%" in told["seller/specialist"].en
    able = situation_of(SMALL, replace(WRITER, levels=dict.fromkeys(SMALL.skills, 5), goal="counter/manager"))
    told = carried(SMALL, able.scales[0].candidate, able.beliefs)
    assert "Reckoning, Dealing, Wording (together 100%" in told.en


def test_at_most_three_are_named() -> None:
    """Of what is carried over the three heaviest are named, and only their share."""
    told = replace(WRITER, current=("head/director",), levels=dict.fromkeys(SMALL.skills, 5))
    assert "Dealing, Leading people, Reckoning (together 75%" in reasons(told)[1].en


def test_supposed_levels_are_not_carried() -> None:
    """What is only supposed is not told as done."""
    situation = situation_of(SMALL, Profile(("writer/specialist",), levels={"words": 3}))
    assert carried(SMALL, situation.scales[0].candidate, situation.beliefs) is None


def test_lead_and_its_parts() -> None:
    """The lead over the runner-up is told in points, with the three parts that make up most of it."""
    told = lead(SMALL, replace(WRITER, facts={"metric": "come", "work": "pen"}))
    # 1.0625 to 0. Wording .5 to -.25, leading people .25 to 0, the wish .25 to 0.
    assert told is not None
    assert "Counter" in told.en
    assert "106.2" in told.en
    assert "「Counter」" in told.zh
    assert "Wording (+75.0), Leading people (+25.0), what you would like to do (+25.0)" in told.en


def test_only_what_speaks_for_it() -> None:
    """What speaks against the leader, or for neither, is not given as a reason."""
    newcomer = replace(WRITER, levels=dict.fromkeys(SMALL.skills, 0), facts={"metric": "come", "work": "pen"})
    told = lead(SMALL, newcomer)
    # .3125 to the seller's .125: the wish .25 to .125, the own line .0625, and no skill.
    assert told is not None
    assert "18.8" in told.en
    assert told.en.endswith("for what you would like to do (+12.5), staying in the line you know (+6.2).")


@pytest.mark.parametrize(
    ("goal", "way"),
    [
        ("top/chief", ["Head Writer", "Director", "Chief"]),
        ("head/director", ["Head Writer", "Director"]),
        ("writer/manager", ["Head Writer"]),
    ],
)
def test_way_to_the_goal(goal: str, way: list[str]) -> None:
    """Where a goal was told, the positions that lead to it are named in their order, in both languages."""
    (told,) = [reason for reason in reasons(replace(WRITER, goal=goal)) if "goal" in reason.en]
    assert told.en.endswith(f": {' -> '.join(way)}.")
    assert told.zh.endswith(f"：{' -> '.join(f'「{title}」' for title in way)}。")


def test_no_way_to_the_goal() -> None:
    """Where no way leads to the goal, each position says so; without a goal nothing is said of one."""
    advice = advise(SMALL, replace(WRITER, current=("writer/manager",), goal="seller/specialist"))
    for prospect in [advice.next, *advice.alternatives]:
        (told,) = [reason for reason in prospect.why if "goal" in reason.en]
        assert "leads to Seller" in told.en
        assert "「Seller」" in told.zh
    assert not [reason for reason in reasons(WRITER) if "goal" in reason.en]


def test_untold_wish_is_no_reason() -> None:
    """A wish that nobody told is not given as a reason."""
    told = lead(SMALL, WRITER)
    assert told is not None
    assert "Wording (+75.0), Leading people (+25.0), staying in the line you know (+6.2)" in told.en
    assert "what you would like to do (" not in told.en


def test_equal_ones_do_not_lead() -> None:
    """Where nothing sets the first two apart, nothing is said of a lead."""
    twin = replace(SMALL.positions["writer/specialist"], id="twin/specialist", role="writer")
    kb = with_positions(twin)
    assert lead(kb, Profile(goal=None, levels=WRITER.levels, facts={"work": "pen"})) is None
    assert len(reasons(Profile(levels=WRITER.levels, facts={"work": "pen"}), kb)) == 2


def test_names_with_braces() -> None:
    """A name with braces in it is told as it is written."""
    kb = replace(SMALL, skills={**SMALL.skills, "words": skill("words", "Words {x}")})
    told = lead(kb, WRITER)
    assert told is not None
    assert "Words {x} (+75.0)" in told.en


def test_title_without_substance_is_told() -> None:
    """Who is advised as less than the title says is told so first, with both titles."""
    person = replace(WRITER, current=("writer/manager",), facts={"reports": "none"})
    expected = Text("头衔「Head Writer」，实为「Writer」", "Head Writer in name, Writer in truth")
    assert title_without_substance(SMALL, situation_of(SMALL, person).standing) == (expected,)
    assert reasons(person)[0] == expected
    assert title_without_substance(SMALL, situation_of(SMALL, WRITER).standing) == ()


def test_only_the_first_is_compared() -> None:
    """Only the next role is set against its rival; with no rival there is nothing to compare."""
    advice = advise(SMALL, WRITER)
    assert [len(p.why) for p in advice.alternatives] == [2, 2]
    assert len(reasons(WRITER)) == 3
    assert len(reasons(replace(WRITER, current=("writer/manager",)))) == 3  # of two
    assert len(reasons(replace(WRITER, current=("seller/manager",)))) == 2


@given(data=st.data())
def test_every_reason_is_whole(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Every reason is a sentence in both languages with nothing left to fill in, and never a gain of nothing."""
    advice = advise(kb, data.draw(profiles(kb)))
    for prospect in [advice.next, *advice.alternatives] if advice.next else []:
        assert prospect.why
        for reason in prospect.why:
            assert reason.zh.endswith("。")
            assert reason.en.endswith(".")
            assert "{" not in reason.zh + reason.en
            assert "+0.0" not in reason.en
