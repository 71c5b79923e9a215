import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import MAX, SKILLS, SMALL, WRITER, asked, skill, with_moves, with_positions
from two_tracks import TWO_TRACKS, situation

from opscareer.advice import advise, candidate_for, situation_of
from opscareer.advice.meaning import meaning_of, step_of
from opscareer.advice.standing import Candidate
from opscareer.advice.why import ahead, carried, title_without_substance
from opscareer.advice.why import towards as to_the_goal
from opscareer.advice.why_not import no_other_work
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Test
from opscareer.text import Text
from opscareer.views.words.kinds import kind_text


def reasons(profile: Profile, kb: KnowledgeBase = SMALL) -> list[Text]:
    """Return why the next role is named."""
    advice = advise(kb, profile)
    assert advice.next is not None
    return list(advice.next.why)


def towards(profile: Profile, where: str, kb: KnowledgeBase = SMALL) -> Candidate:
    """Return the step of a person to any position."""
    return candidate_for(kb, situation_of(kb, profile).standing, where)


def lead(kb: KnowledgeBase, profile: Profile) -> Text | None:
    """Return what is said of the lead of the first line over the second."""
    situation = situation_of(kb, profile)
    return ahead(kb, situation.scales[0], situation.scales[1], situation.beliefs)


def test_step() -> None:
    """A promotion and an entry are told as such, with both titles; a move into another line by its own reason."""
    up = step_of(SMALL, towards(WRITER, "writer/manager"))
    assert "Head Writer" in up.en
    assert "above Writer" in up.en
    assert "「Head Writer」是「Writer」" in up.zh
    for where in ("seller/specialist", "seller/manager"):
        aside = towards(WRITER, where, TWO_TRACKS)
        assert aside.move
        assert step_of(TWO_TRACKS, aside) == aside.move.why
    entry = step_of(SMALL, towards(Profile(), "writer/specialist"))
    assert entry.en.startswith("For someone new to the trade, Writer is")
    assert "「Writer」" in entry.zh


@pytest.mark.parametrize("where", ["coo/chief", "cmo/chief"])
def test_a_step_to_what_rises_into_the_post_held(kb: KnowledgeBase, where: str) -> None:
    """Of a post on one's own rung that rises into the one held it is said, in the step and in why, that it does."""
    aside = towards(Profile(("ceo/chief",)), where, kb)
    assert aside.kind == "lateral"
    assert kind_text(kb, aside).en == "the same level, but it rises to your post"
    assert "rises to it: you would give up part of what you decide" in step_of(kb, aside).en
    beside = towards(Profile(("coo/chief",)), "cmo/chief", kb)
    assert kind_text(kb, beside).en == "sideways, the same level"
    assert step_of(kb, beside).en.endswith("is on the same rung in another line.")


def test_step_from_outside_to_a_higher_post() -> None:
    """Who comes in above the lowest rung is told that nothing is asked lower there."""
    assert (
        "Straight into Head Writer, new to the trade; nothing that it asks is lowered"
        in step_of(SMALL, towards(Profile(), "writer/manager")).en
    )


def test_step_of_staying() -> None:
    """To stay is told with the post that is made real and the promotion that this leads to, where there is one."""
    told = step_of(SMALL, towards(WRITER, "writer/specialist"))
    assert "Consolidate Writer first" in told.en
    assert told.en.endswith("It leads on to Head Writer.")
    assert told.zh.endswith("做实之后的下一步是「Head Writer」。")
    top = step_of(SMALL, towards(replace(WRITER, current=("first/chief",)), "first/chief"))
    assert "Consolidate First first" in top.en
    assert "leads to" not in top.en


def test_staying_in_a_post_that_stands() -> None:
    """Who holds their post firmly is not told to make it real first."""
    able = replace(WRITER, levels={**MAX, "people": 0}, facts={"reason": "another-line"}, current=("writer/manager",))
    kb = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, situations=TWO_TRACKS.rules.situations[3:4]))
    advice = advise(kb, replace(able, levels=MAX))
    stay = next(p for p in (advice.next, *advice.alternatives) if p and p.candidate.kind == "stay")
    told = [reason.en for reason in stay.why]
    held = "Head Writer is a post that you hold firmly; keep it for now."
    assert f"{held} Above it stands Director: ask first which two gaps to close before you talk about it." in told


def test_staying_in_one_of_two_posts_of_which_the_other_is_not_real() -> None:
    """Who does one post well and another not is not told that they hold theirs firmly: their posts come first."""
    held = Profile(("writer/manager", "seller/manager"), levels={"words": 4, "people": 4, "deals": 0, "sums": 0})
    situation = situation_of(TWO_TRACKS, held)
    stay = candidate_for(TWO_TRACKS, situation.standing, "writer/manager")
    alone = situation_of(TWO_TRACKS, replace(held, current=("writer/manager",)))
    assert meaning_of(TWO_TRACKS, alone, stay) == "stands"
    assert meaning_of(TWO_TRACKS, situation, stay) == "nearly"
    assert "close the one or two gaps that are left first." in step_of(TWO_TRACKS, stay, "nearly").en


def test_staying_where_the_post_may_not_last() -> None:
    """Who is to look elsewhere is not told to consolidate or to keep a post that may go."""
    trouble = situation("trouble", "elsewhere", Test("reason", ("trouble",)))
    kb = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, situations=(trouble,)))
    told = " ".join(
        reason.en for reason in reasons(Profile(("writer/manager",), levels=MAX, facts={"reason": "trouble"}), kb)
    )
    assert "the post may not last" in told
    assert "Consolidate" not in told
    assert "hold firmly" not in told


def test_staying_where_nobody_knows_how_firmly() -> None:
    """A post is not said to be held firmly while too little of it was answered."""
    rules = replace(TWO_TRACKS.rules, situations=TWO_TRACKS.rules.situations[3:4])
    little = replace(rules, constants=replace(rules.constants, mastery_answered=2.0))
    able = Profile(("writer/manager",), levels=MAX, facts={"reason": "another-line"})
    for kb, firmly in ((replace(TWO_TRACKS, rules=rules), True), (replace(TWO_TRACKS, rules=little), False)):
        advice = advise(kb, able)
        stay = next(p for p in (advice.next, *advice.alternatives) if p and p.candidate.kind == "stay")
        told = " ".join(reason.en for reason in stay.why)
        assert ("is a post that you hold firmly" in told) is firmly
        assert ("too little was answered to say how firmly you hold it" in told) is not firmly


def test_leaving_a_post_that_is_not_real_yet() -> None:
    """Who is to look elsewhere and does not do their post well yet is not told that they can do its work."""
    trouble = situation("trouble", "elsewhere", Test("reason", ("trouble",)))
    kb = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, situations=(trouble,)))
    poor = Profile(("writer/manager",), levels={**MAX, "people": 2, "words": 2}, facts={"reason": "trouble"})
    told = " ".join(reason.en for reason in reasons(poor, kb))
    assert "you do not do it well yet" in told
    assert "You can do the work" not in told


@pytest.mark.parametrize(
    ("held", "offer", "facts", "told"),
    [
        ("writer/senior", "seller/specialist", {"reason": "offered"}, "below your post"),
        ("writer/manager", "writer/senior", {"reason": "out-of-work", "away": "long"}, "gets you in"),
    ],
)
def test_what_a_step_down_means(held: str, offer: str, facts: dict[str, str], told: str) -> None:
    """A lower post gets in who is out of work; who is in work is told to go down only for something in return."""
    person = Profile((held,), levels=MAX, facts=facts, offer=offer)
    assert told in " ".join(reason.en for reason in reasons(person, TWO_TRACKS))


def test_a_step_down_onto_the_track_that_is_wanted() -> None:
    """Out of work, a lower post that leads nobody is told to be what was wanted, to who does not want to lead."""
    person = Profile(("counter/manager",), levels=MAX, facts={"reason": "out-of-work", "lead": "no"})
    assert "on the track that you want" in " ".join(reason.en for reason in reasons(person, TWO_TRACKS))


@pytest.mark.parametrize(("avoid", "said"), [({"pen"}, False), ({"pen", "phone"}, True), ((), False)])
def test_work_that_no_step_goes_without(avoid: Iterable[str], *, said: bool) -> None:
    """Where every line lives by work that the person will not do any more, it is said that none goes without it."""
    told = " ".join(reason.en for reason in reasons(replace(WRITER, avoid=frozenset(avoid)), TWO_TRACKS))
    assert ("Yet all that is open from here lives by it" in told) is said


def test_offered_what_one_holds() -> None:
    """Who is offered the post that they hold, in another company, is told to compare the two, not to stay."""
    person = Profile(("writer/manager",), levels=MAX, facts={"reason": "offered"}, offer="writer/manager")
    told = " ".join(reason.en for reason in reasons(person, TWO_TRACKS))
    assert "The post in front of you is Head Writer too" in told
    assert "keep it for now" not in told


def test_an_offer_too_far_for_who_is_out_of_work() -> None:
    """Who has no work is not advised against a post because much is missing for it: it may be had meanwhile."""
    levels = dict.fromkeys(MAX, 0)
    away = Profile(("writer/manager",), levels=levels, facts={"reason": "out-of-work"}, offer="counter/manager")
    told = " ".join(reason.en for reason in reasons(away, TWO_TRACKS))
    assert "one offer is better than none" in told
    assert "not advised" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [(5, "from writer/specialist to seller/manager"), (0, "Head Seller is one rung up in another line.")],
)
def test_what_a_move_supposes(words: int, told: str) -> None:
    """A move's own reason speaks of who does their post well: of who does not, only where the step leads is said."""
    kb = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, situations=()))
    advice = advise(kb, replace(WRITER, facts={}, levels={**MAX, "words": words}))
    assert advice.next
    steps = {one.position: one.why[0].en for one in (advice.next, *advice.alternatives)}
    assert steps["seller/manager"] == told


def test_step_that_no_move_joins() -> None:
    """A step that stands in no list of moves is told by how high it leads."""
    manager = replace(WRITER, current=("writer/manager",))
    assert "Seller is a rung lower" in step_of(SMALL, towards(manager, "seller/specialist")).en
    assert "Head Seller is on the same rung" in step_of(SMALL, towards(manager, "seller/manager")).en
    assert "Head Seller is one rung up in another line" in step_of(SMALL, towards(WRITER, "seller/manager")).en


def test_way_back_in() -> None:
    """The same post in another company, and one a rung lower, are told after what brings the person."""
    manager = Profile(("writer/manager",), levels=MAX, facts={"reason": "out-of-work"})
    assert [reason.en for reason in reasons(manager, TWO_TRACKS)][:2] == [
        "because between",
        "The same post, Head Writer, in another company.",
    ]
    away = replace(manager, levels={**MAX, "people": 2}, facts={"reason": "out-of-work", "away": "long"})
    first, second, *_ = reasons(away, TWO_TRACKS)
    assert first.en == "because away"
    assert "Senior Writer is a rung lower" in second.en


def test_what_is_carried_over() -> None:
    """The requirements met are named, the heaviest first."""
    beliefs = situation_of(SMALL, WRITER).beliefs
    up, aside = (carried(SMALL, towards(WRITER, where), beliefs) for where in ("writer/manager", "seller/specialist"))
    assert up
    assert up.en.endswith("you can already do: Wording.")
    assert up.zh.endswith("你已经做到的：「Wording」。")
    assert aside
    assert aside.en.endswith("Leading people, Wording.")
    able = replace(WRITER, levels=MAX)
    counter = carried(SMALL, towards(able, "counter/specialist"), situation_of(SMALL, able).beliefs)
    assert counter
    assert counter.en.endswith("Reckoning, Dealing, Wording.")


def test_entry_carries_what_it_asks() -> None:
    """Of an entry what is carried over is held against the levels one lower, of the same post elsewhere it is not."""
    person = Profile(levels={"words": 3})
    beliefs = situation_of(SMALL, person).beliefs
    assert carried(SMALL, Candidate("writer/specialist", "entry"), beliefs)
    assert carried(SMALL, Candidate("writer/specialist", "entry", "writer/specialist"), beliefs) is None


def test_little_that_is_carried_over_is_not_told() -> None:
    """What is a tenth of a post or less is no merit worth naming."""
    asks = asked("words", 1, 0.09), asked("sums", 5, 0.91)
    post = replace(SMALL.positions["writer/manager"], requirements=asks)
    kb = replace(SMALL, positions={**SMALL.positions, post.id: post})
    assert carried(kb, towards(WRITER, post.id), situation_of(kb, WRITER).beliefs) is None


def test_at_most_three_are_named() -> None:
    """Of what is carried over the three heaviest are named."""
    told = carried(SMALL, towards(WRITER, "top/chief"), situation_of(SMALL, replace(WRITER, levels=MAX)).beliefs)
    assert told
    assert told.en.endswith("Dealing, Leading people, Reckoning.")


def test_supposed_levels_are_not_carried() -> None:
    """What is only supposed is not told as done."""
    situation = situation_of(SMALL, Profile(("writer/specialist",), levels={"words": 3}))
    assert carried(SMALL, towards(WRITER, "writer/manager"), situation.beliefs) is None


def test_lead_and_its_parts() -> None:
    """The lead over the runner-up is told in points, with the three parts that make up most of it."""
    told = lead(SMALL, replace(WRITER, facts={"metric": "come", "work": "pen"}))
    # 1.0625 to 0. Wording .5 to -.25, leading people .25 to 0, the wish .25 to 0.
    assert told is not None
    assert "Counter" in told.en
    assert "106 points ahead" in told.en
    assert "「Counter」" in told.zh
    assert "Wording (+75), Leading people (+25), what you would like to do (+25)" in told.en


def test_only_what_speaks_for_it() -> None:
    """What speaks against the leader, or for neither, is not given as a reason."""
    newcomer = replace(WRITER, levels=dict.fromkeys(SMALL.skills, 0), facts={"metric": "come", "work": "pen"})
    told = lead(SMALL, newcomer)
    # .3125 to the seller's .125: the wish .25 to .125, the own line .0625, and no skill.
    assert told is not None
    assert "19 points ahead" in told.en
    assert told.en.endswith("because of what you would like to do (+12), staying in the line you know (+6).")


@pytest.mark.parametrize(
    ("goal", "way"),
    [
        ("top/chief", ["Head Writer", "Director", "Chief"]),
        ("head/director", ["Head Writer", "Director"]),
    ],
)
def test_way_to_the_goal(goal: str, way: list[str]) -> None:
    """Where a goal was told, the positions that lead to it are named in their order, in both languages."""
    (told,) = [reason for reason in reasons(replace(WRITER, goal=goal)) if "goal" in reason.en]
    assert told.en.endswith(f": {' -> '.join(way)}.")
    assert told.zh.endswith(f"：{' -> '.join(f'「{title}」' for title in way)}。")


def test_the_goal_itself() -> None:
    """A step that is the goal is said to be it, and not to lead to itself."""
    (told,) = [reason for reason in reasons(replace(WRITER, goal="writer/manager")) if "goal" in reason.en]
    assert told == Text("这就是你的目标。", "It is your goal.")


def test_no_way_to_the_goal() -> None:
    """Each position from which no way leads to the goal says so, also beside one that leads there."""
    advice = advise(SMALL, replace(WRITER, goal="counter/manager"))
    assert advice.next
    told = {p.position: p.why for p in (advice.next, *advice.alternatives)}
    assert list(told) == ["writer/manager", "counter/specialist"]
    assert told["writer/manager"][2] == Text(
        "从「Head Writer」一直往上，到不了「Head Counter」，中途得换一次线；"
        "从哪里换，看 opscareer path counter/manager。",
        "No way up from Head Writer leads to Head Counter: you would have to change line on the way; "
        "opscareer path counter/manager shows where.",
    )
    assert [r.en for r in told["counter/specialist"]][2] == "It leads to your goal: Counter -> Head Counter."
    assert not [reason for reason in reasons(WRITER) if "goal" in reason.en or "No way up" in reason.en]


def test_no_way_at_all_to_the_goal() -> None:
    """Where no change of line leads to the goal either, nobody is sent to look for one."""
    kb = with_moves(promotions=(("writer/specialist", "writer/manager"),))
    told = to_the_goal(kb, WRITER, Candidate("writer/manager", "promotion", "writer/specialist"), "counter/manager")
    assert told == Text(
        "从「Head Writer」往上走，到不了「Head Counter」。", "No way up from Head Writer leads to Head Counter."
    )


@pytest.mark.parametrize(
    ("facts", "avoid", "told"),
    [
        ({"lead": "no"}, set(), "leads people, which you said you do not want"),
        ({}, {"phone"}, "lives by what you said you would rather do no more"),
        ({}, set(), "No way up"),
    ],
)
def test_a_goal_against_a_wish(facts: dict[str, str], avoid: set[str], told: str) -> None:
    """Where a step leads away from a goal that the person does not want to do, it is said which wish is against it."""
    person = replace(WRITER, facts=facts, avoid=frozenset(avoid))
    step = Candidate("writer/expert", "promotion", "writer/senior")
    assert told in to_the_goal(TWO_TRACKS, person, step, "seller/manager").en
    towards_it = Candidate("seller/specialist", "lateral", "writer/specialist")
    assert ("It leads to your goal" in to_the_goal(TWO_TRACKS, person, towards_it, "seller/manager").en) == (
        told == "No way up"
    )


def test_a_part_of_the_work_that_is_not_wanted(kb: KnowledgeBase) -> None:
    """Of a post in another line it is said where a part of it is work that the person will not do any more."""
    step = Candidate("brand/specialist", "lateral", "content-ops/specialist")
    told = [
        no_other_work(kb, situation_of(kb, Profile(step_from, avoid=frozenset({"writing"}))), step)
        for step_from in (("content-ops/specialist",), ("brand/specialist",))
    ]
    assert [len(one) for one in told] == [1, 0]
    assert told[0][0].en.startswith("Part of Brand Specialist")


def test_untold_wish_is_no_reason() -> None:
    """A wish that nobody told is not given as a reason."""
    told = lead(SMALL, WRITER)
    assert told is not None
    assert "Wording (+75), Leading people (+25), staying in the line you know (+6)" in told.en
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
    assert "Words {x} (+75)" in told.en


def test_title_without_substance_is_told() -> None:
    """Who is advised as less than the title says is told so first, with both titles."""
    person = replace(WRITER, current=("writer/manager",), facts={"reports": "none"})
    expected = Text("头衔「Head Writer」，实为「Writer」", "Head Writer in name, Writer in truth")
    assert title_without_substance(SMALL, person, situation_of(SMALL, person).standing, ()) == (expected,)
    assert reasons(person)[0] == expected
    assert title_without_substance(SMALL, WRITER, situation_of(SMALL, WRITER).standing, ()) == ()


def test_only_the_first_is_compared() -> None:
    """Only the next role is set against its rival; with no rival there is nothing to compare."""
    advice = advise(SMALL, WRITER)
    assert [len(p.why) for p in advice.alternatives] == [2, 2]
    assert len(reasons(WRITER)) == 3
    assert (
        "points ahead of Head Counter (points for directions"
        in reasons(replace(WRITER, current=("writer/manager",)))[-1].en
    )
    assert not [r for r in reasons(replace(WRITER, current=("seller/manager",))) if "points, chiefly" in r.en]


def test_what_brings_the_person_is_told_with_the_next_role_alone() -> None:
    """What the situation changes is said of the next role; the others are told as they are."""
    person = replace(WRITER, facts={"reason": "offered"}, offer="seller/specialist")
    advice = advise(TWO_TRACKS, replace(person, levels=MAX))
    assert advice.next
    assert advice.next.why[0].en == "because offered"
    assert advice.alternatives
    assert not [r for p in advice.alternatives for r in p.why if r.en == "because offered"]
    assert not [r for r in advice.next.why if "points, chiefly" in r.en]  # an offer is judged by itself


def test_title_leads_on_from_the_title() -> None:
    """What making a title real leads to is told as above that title, not above what it is in truth."""
    advice = advise(SMALL, replace(WRITER, current=("writer/manager",), facts={"reports": "none"}))
    (director,) = [p for p in advice.alternatives if p.position == "head/director"]
    assert "Director is the rung above Head Writer." in [reason.en for reason in director.why]


@given(data=st.data())
def test_every_reason_is_whole(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Every reason is a sentence in both languages with nothing left to fill in, and never a gain of nothing."""
    advice = advise(kb, data.draw(people(kb)))
    for prospect in [advice.next, *advice.alternatives] if advice.next else []:
        assert prospect.why
        for reason in prospect.why:
            assert reason.zh.endswith("。")
            assert reason.en.endswith(".")
            assert "{" not in reason.zh + reason.en
            assert "+0.0" not in reason.en


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"levels": {"words": 2, "deals": 4, "sums": 0, "people": 3}}, "is too large now: you have"),
        ({}, "is not advised now: you have 0% of what it asks, and are furthest short in Leading people, Dealing."),
        ({"facts": {"reason": "offered", "lead": "no"}}, "leads people, which you said you do not want"),
        ({"facts": {"reason": "out-of-work"}}, "is higher than the one you left"),
        ({"offer": "counter/specialist", "facts": {}}, "is lower than yours"),
    ],
)
def test_an_offer_that_is_not_advised_is_answered(change: dict[str, Any], told: str) -> None:
    """Where a post is offered and another step is advised, it is said why, and what is lacking most."""
    nothing = dict.fromkeys(SKILLS, 0)
    person = Profile(("writer/senior",), offer="head/director", facts={"reason": "offered"}, levels=nothing)
    assert [reason.en for reason in reasons(replace(person, **change), TWO_TRACKS) if told in reason.en]


def test_an_offer_that_is_advised_needs_no_answer() -> None:
    """Where the post offered is the step, or none is offered, nothing is said against it."""
    person = Profile(("writer/specialist",), offer="writer/manager", facts={"reason": "offered"}, levels=MAX)
    for one in (person, replace(person, offer=None, facts={})):
        assert not [reason for reason in reasons(one, TWO_TRACKS) if "in front of you" in reason.en]


@pytest.mark.parametrize(
    ("start", "end", "kind", "track"),
    [
        ("category-ops/manager", "category-ops/expert", "the same line and level, on the craft track", "leads nobody"),
        ("category-ops/expert", "category-ops/manager", "the same line and level, on the track that leads", "people"),
    ],
)
def test_a_step_to_the_other_track(kb: KnowledgeBase, start: str, end: str, kind: str, track: str) -> None:
    """A step to the other track of one's own line is told as that, and not as a change of line."""
    aside = towards(Profile((start,)), end, kb)
    assert aside.kind == "lateral"
    told = step_of(kb, aside, able=False)
    assert kind_text(kb, aside).en == kind
    assert "in the same line, on the other track" in told.en
    assert told.en.endswith(f"{track}.")
    assert "另一条线" not in told.zh + kind_text(kb, aside).zh


@given(data=st.data())
def test_what_ones_own_line_has_ahead_is_no_merit(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The points by which one's own line leads are told after what speaks for the person, and as no marks for them."""
    advice = advise(kb, data.draw(people(kb)))
    for told in advice.next.why if advice.next else ():
        before, by_line, after = told.en.partition("staying in the line you know (+")
        if by_line:
            assert "points for directions" in before
            assert re.fullmatch(r"[\d.]+\)(; all else together -[\d.]+ points)?\.", after)
            assert "比方向的分" in told.zh


@given(data=st.data())
def test_what_a_lead_is_made_of_adds_up(kb: KnowledgeBase, data: st.DataObject) -> None:
    """What is named of a lead, and all else where that takes a point or more off it, add up to the lead."""
    advice = advise(kb, data.draw(people(kb)))
    for told in advice.next.why if advice.next else ():
        if lead := re.search(r"it is ([\d.]+) points ahead", told.en):
            parts = [float(part) for part in re.findall(r"\+([\d.]+)\)", told.en)]
            rest = re.search(r"all else together (-[\d.]+) points", told.en)
            named = sum(parts) + (float(rest[1]) if rest else 0.0)
            assert named <= float(lead[1]) + 1 + 0.5 * (len(parts) + 1)
            assert rest is None or named >= float(lead[1]) - 0.5 * (len(parts) + 2)
