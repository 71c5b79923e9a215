from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import both
from two_tracks import TWO_TRACKS

from opscareer.advice.acting import actions_for, exposure_for
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.skill import Group, Instead
from opscareer.text import Text

OUTSIDER, SPECIALIST, SENIOR = Profile(), Profile(("writer/specialist",)), Profile(("writer/senior",))
MANAGER, EXPERT, DIRECTOR = Profile(("seller/manager",)), Profile(("writer/expert",)), Profile(("head/director",))
GROW = tuple((both(f"grow Wording to {level}"),) for level in range(1, 6))


def telling(
    *,
    exposure: Mapping[str, Text] | None = None,
    instead: Mapping[str, Instead] | None = None,
    of_skill: Mapping[str, Instead] | None = None,
) -> KnowledgeBase:
    """Return the knowledge base of two tracks with what a group and a skill tell by standing."""
    groups = tuple(replace(g, exposure=exposure or {}, instead=instead or {}) for g in TWO_TRACKS.groups)
    words = replace(TWO_TRACKS.skills["words"], instead=of_skill or {})
    return replace(TWO_TRACKS, groups=groups, skills={**TWO_TRACKS.skills, "words": words})


def to_do(up_to: int, what: str) -> Instead:
    """Return something else to do, up to a level."""
    return Instead(up_to, (both(what),))


@pytest.mark.parametrize(
    ("person", "told"),
    [
        (OUTSIDER, "grow Wording to 2"),
        (SPECIALIST, "grow Wording to 2"),
        (SENIOR, "grow Wording to 2"),
        (MANAGER, "hire somebody"),
        (EXPERT, "grow Wording to 2"),  # of the same height, and has nobody to share the work with
        (replace(MANAGER, facts={"reports": "none"}), "grow Wording to 2"),
        (DIRECTOR, "decide"),
        (Profile(("writer/specialist", "seller/manager")), "hire somebody"),
    ],
)
def test_errands_fit_the_standing(person: Profile, told: str) -> None:
    """What is done instead of a beginner's errand is that of the highest rung named that the person has in fact."""
    kb = telling(instead={"manager": to_do(3, "hire somebody"), "director": to_do(2, "decide")})
    assert actions_for(kb, person, "words", 2) == (both(told),)


def test_only_lower_levels_are_replaced() -> None:
    """Above the level that it is said for, everybody does what the skill says."""
    kb = telling(instead={"manager": to_do(2, "hire somebody")})
    assert [actions_for(kb, MANAGER, "words", level)[0].en for level in range(1, 6)] == [
        "hire somebody",
        "hire somebody",
        *(f"grow Wording to {level}" for level in (3, 4, 5)),
    ]


def test_skill_goes_before_its_group() -> None:
    """What a skill says for a standing goes before what its group says, as far as it goes."""
    kb = telling(instead={"manager": to_do(3, "of the group")}, of_skill={"manager": to_do(1, "of the skill")})
    assert [actions_for(kb, MANAGER, "words", level)[0].en for level in (1, 2, 4)] == [
        "of the skill",
        "of the group",
        "grow Wording to 4",
    ]
    assert actions_for(kb, MANAGER, "deals", 1)[0].en == "of the group"


@pytest.mark.parametrize(
    ("person", "told"),
    [(OUTSIDER, "at home"), (SPECIALIST, "anybody"), (MANAGER, "hire somebody"), (EXPERT, "anybody")],
)
def test_outside_has_its_own(person: Profile, told: str) -> None:
    """Who has no employer is told what can be done without one; who stands below all rungs named, what is for all."""
    said = {"any": to_do(5, "anybody"), "outside": to_do(5, "at home"), "manager": to_do(5, "hire somebody")}
    assert actions_for(telling(instead=said), person, "words", 1) == (both(told),)
    said.pop("outside")
    assert actions_for(telling(instead=said), OUTSIDER, "words", 1) == (both("anybody"),)


@pytest.mark.parametrize(
    ("person", "told"), [(EXPERT, "measure it"), (MANAGER, "hire somebody"), (DIRECTOR, "hire somebody")]
)
def test_a_master_of_the_craft_has_their_own(person: Profile, told: str) -> None:
    """What is said for the track of the craft is told on it alone, and never to who leads."""
    kb = telling(instead={"manager": to_do(3, "hire somebody"), "expert": to_do(3, "measure it")})
    assert actions_for(kb, person, "words", 2) == (both(told),)


@pytest.mark.parametrize("person", [OUTSIDER, replace(MANAGER, facts={"reason": "out-of-work"})])
def test_what_takes_a_post_waits_for_one(person: Profile) -> None:
    """Who has no employer is told of what goes beyond all that can be done without one that it is for later."""
    kb = telling(instead={"outside": to_do(3, "at home"), "manager": to_do(2, "hire somebody")})
    assert [actions_for(kb, person, "words", level)[0].en for level in (3, 4, 5)] == [
        "at home",
        "Once you are in a post: grow Wording to 4",
        "Once you are in a post: grow Wording to 5",
    ]
    assert actions_for(kb, MANAGER, "words", 4) == GROW[3]


@pytest.mark.parametrize(
    ("person", "level", "told"),
    [
        (SPECIALIST, 3, "at home"),
        (SPECIALIST, 2, "grow Wording to 2"),  # done before the company is gone
        (SPECIALIST, 4, "grow Wording to 4"),
        (MANAGER, 3, "hire somebody"),  # no errand for who leads
        (EXPERT, 3, "at home"),
    ],
)
def test_what_outlasts_a_company_is_done_outside_it(person: Profile, level: int, told: str) -> None:
    """In a company that may not last, who leads nobody does what takes long as those without a post do it."""
    kb = telling(instead={"outside": to_do(3, "at home"), "manager": to_do(3, "hire somebody")})
    slow = replace(kb.skills["words"], months={str(n): 4.0 if n > 2 else 1.0 for n in range(1, 6)})
    falling = replace(kb.rules.situations[0], when=(), step="elsewhere", portable=True)
    kb = replace(kb, skills={**kb.skills, "words": slow}, rules=replace(kb.rules, situations=(falling,)))
    assert actions_for(kb, person, "words", level)[0].en == told
    staying = replace(kb, rules=replace(kb.rules, situations=(replace(falling, portable=False),)))
    assert "at home" not in {actions_for(staying, person, "words", n)[0].en for n in range(1, 6)}


@pytest.mark.parametrize(
    ("person", "told"),
    [(OUTSIDER, "a club"), (SPECIALIST, "your manager"), (SENIOR, "your manager"), (DIRECTOR, "a peer")],
)
def test_whom_to_ask_for_a_first_opportunity(person: Profile, told: str) -> None:
    """Whom to ask for a first opportunity depends on where one stands; nobody outside is told to ask their manager."""
    said = {"outside": both("a club"), "specialist": both("your manager"), "manager": both("a peer")}
    assert exposure_for(telling(exposure=said), person, "words") == both(told)


def test_whom_to_ask_where_nothing_is_said() -> None:
    """Where a group says nothing for a standing, or a skill is of no group, something that always holds is told."""
    told = exposure_for(TWO_TRACKS, SPECIALIST, "words")
    assert told.en == "Ask somebody who does it to let you take part once."
    assert told.zh
    assert exposure_for(telling(exposure={"director": both("the board")}), SPECIALIST, "words") == told
    assert exposure_for(telling(exposure={"manager": both("a peer")}), OUTSIDER, "words") == told
    assert exposure_for(replace(TWO_TRACKS, groups=(Group("other", both("other")),)), SPECIALIST, "words") == told


def test_skill_without_a_group() -> None:
    """A skill of a group that the knowledge base does not list is grown as it says."""
    assert actions_for(replace(TWO_TRACKS, groups=()), MANAGER, "words", 3) == GROW[2]


@pytest.mark.uncounted
@given(data=st.data())
def test_there_is_always_something_to_do(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whoever asks, there is something to do for each level and somebody to ask, in both languages."""
    person, skill = data.draw(people(kb)), data.draw(st.sampled_from(list(kb.skills)))
    told = [
        *(a for level in range(1, 6) for a in actions_for(kb, person, skill, level)),
        exposure_for(kb, person, skill),
    ]
    assert len(told) > 5
    assert all(text.zh and text.en for text in told)


@pytest.mark.uncounted
@pytest.mark.parametrize("word", ["上级", "manager", "领导", "your boss"])
def test_nobody_outside_is_told_to_ask_their_manager(kb: KnowledgeBase, word: str) -> None:
    """Whom to ask for a first opportunity is, without an employer, never a manager of one's own."""
    told = {exposure_for(kb, OUTSIDER, skill) for skill in kb.skills}
    assert not [text for text in told if word in text.zh or word in text.en]


def test_where_a_ladder_does_not_say_what_leading_is() -> None:
    """There whoever stands on a rung that leads is told what is said for it."""
    kb = telling(instead={"manager": to_do(3, "hire somebody")})
    kb = replace(kb, rules=replace(kb.rules, leading=None))
    assert actions_for(kb, MANAGER, "words", 2) == (both("hire somebody"),)
