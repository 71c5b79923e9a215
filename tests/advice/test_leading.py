import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import MAX, SMALL
from two_tracks import TWO_TRACKS

from opscareer.advice import advise, candidate_for, prospect_of, situation_of
from opscareer.advice.belief import believe
from opscareer.advice.leading import has_led, leads, may_lead, what_leading_adds
from opscareer.advice.standing import standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

POSTS_THAT_LEAD = ("writer/manager", "seller/manager", "counter/manager", "head/director", "first/chief", "top/chief")
NEVER = Profile(no_opportunity=frozenset({"people"}))
ACTING = Profile(levels={"people": 0}, facts={"acting": "yes"})


def led(profile: Profile, kb: KnowledgeBase = TWO_TRACKS) -> bool | None:
    """Return whether a person has led people."""
    return has_led(kb, profile, believe(kb, standing_of(kb, profile), profile))


def test_posts_that_lead() -> None:
    """A post leads where it stands on the track of leading and asks the skill of it; a craft post does not."""
    assert {id_ for id_ in TWO_TRACKS.positions if leads(TWO_TRACKS, id_)} == {*POSTS_THAT_LEAD}


def test_nothing_leads_where_no_skill_is_named() -> None:
    """Where the knowledge base names no skill of leading, no post leads, and nobody is kept from one."""
    assert not any(leads(SMALL, id_) for id_ in SMALL.positions)
    assert led(Profile(), SMALL) is True


@pytest.mark.parametrize(
    ("person", "has"),
    [
        (Profile(levels={"people": 0}), False),
        (Profile(levels={"people": 1}), False),
        (Profile(levels={"people": 2}), True),
        (Profile(levels={"people": 5}), True),
        (NEVER, False),
        (Profile(), None),
        (Profile(levels={"words": 5}), None),
        (Profile(unsure=frozenset({"people"})), None),
        (ACTING, True),
        (Profile(facts={"acting": "yes"}), True),
        (Profile(levels={"people": 1}, facts={"acting": "no"}), False),
    ],
)
def test_who_has_led(person: Profile, has: bool | None) -> None:
    """Somebody has led from the level that is named, or in fact without the title; else not, or it is not known."""
    assert led(person) is has


@pytest.mark.parametrize("judged", [True, False])
def test_who_may_lead_where_nothing_was_told(judged: bool) -> None:
    """Where nothing was told of leading, the skill is judged; where something was, that alone counts."""
    for person, may in ((Profile(), judged), (Profile(levels={"people": 2}), True), (NEVER, False)):
        asked: list[str] = []

        def judge(skill: str, asked: list[str] = asked) -> bool:
            asked.append(skill)
            return judged

        beliefs = believe(TWO_TRACKS, standing_of(TWO_TRACKS, person), person)
        assert may_lead(TWO_TRACKS, person, beliefs, judge) is may
        assert asked == ([] if person != Profile() else ["people"])
    assert may_lead(SMALL, Profile(), believe(SMALL, standing_of(SMALL, Profile()), Profile()), lambda _: False)


@pytest.mark.parametrize(
    ("current", "position", "adds"),
    [
        (("counter/specialist",), "counter/manager", {"sums", "people"}),
        (("writer/specialist",), "writer/manager", {"people"}),
        (("writer/specialist",), "first/chief", {"sums", "people"}),
        (("writer/specialist",), "writer/expert", set()),  # leads nobody
        (("counter/manager",), "first/chief", {"sums"}),  # to lead is nothing new
        (("writer/expert",), "first/chief", {"sums", "people"}),
        (("writer/manager",), "counter/manager", set()),  # no higher than now
        (("writer/expert", "seller/manager"), "head/director", set()),
        ((), "writer/manager", {"people"}),
    ],
)
def test_what_leading_adds(current: tuple[str, ...], position: str, adds: set[str]) -> None:
    """Leading higher than now adds the skills of its groups; for who leads already, those but leading itself."""
    assert what_leading_adds(TWO_TRACKS, standing_of(TWO_TRACKS, Profile(current)), position) == adds


def test_leading_adds_nothing_where_it_is_not_named() -> None:
    """Where the knowledge base names no skill of leading, a post that leads adds nothing of its own."""
    assert (
        what_leading_adds(SMALL, standing_of(SMALL, Profile(("writer/specialist",))), "writer/manager") == frozenset()
    )


@given(data=st.data())
def test_who_led_nobody_is_never_ready_to_lead(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Who has led nobody, or does not say so, is ready for no post that leads, and is told why."""
    person = data.draw(people(kb))
    situation = situation_of(kb, person)
    where = data.draw(st.sampled_from([id_ for id_ in kb.positions if leads(kb, id_)]))
    one = prospect_of(kb, situation, candidate_for(kb, situation.standing, where))
    if not has_led(kb, person, situation.beliefs):
        assert one.verdict != "ready"
        assert kb.rules.leading
        assert kb.rules.leading.skill in {gate.skill for gate in one.gates}


@given(data=st.data())
def test_nobody_is_told_to_lead_first_who_has_not_led(data: st.DataObject) -> None:
    """A promotion that leads is next only for who has led, of whom nothing was told of it, or who was offered it."""
    person = data.draw(people(TWO_TRACKS))
    situation = advise(TWO_TRACKS, person).situation
    step = situation.next
    if step and step.kind in ("promotion", "diagonal") and situation.offered is None:
        assert not leads(TWO_TRACKS, step.position) or led(person) is not False


def test_all_levels_do_not_make_up_for_leading() -> None:
    """The highest level of all else leaves the gate of leading shut, and it says from which level it opens."""
    person = Profile(("writer/senior",), years=9, levels={**MAX, "people": 1})
    situation = situation_of(TWO_TRACKS, person)
    one = prospect_of(TWO_TRACKS, situation, candidate_for(TWO_TRACKS, situation.standing, "first/chief"))
    assert [(gate.kind, gate.skill, gate.have, gate.need) for gate in one.gates] == [("lead", "people", 1, 2)]
    assert one.verdict == "build-first"  # .25 of .5 for leading, 1 of .5
