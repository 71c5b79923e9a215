"""What the ladder allows from where a person stands, one by one; test_step.py and test_offers.py use it whole."""

from collections.abc import Callable

import pytest
from small_kb import WRITER
from two_tracks import TWO_TRACKS, situation, without

from opscareer.advice import openings, situation_of
from opscareer.advice.lines import Line
from opscareer.advice.standing import Standing
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule, Test

STUCK = (Test("reason", ("stuck",)),)
OFFER, AGAIN, OTHER = (situation(step, step, *STUCK) for step in ("offer", "again", "other"))


def standing(*held: str) -> Standing:
    """Return where somebody stands who holds some posts."""
    return situation_of(TWO_TRACKS, Profile(held, years=3)).standing


def line(present: str, *ups: str) -> Line:
    """Return one's own line with a post."""
    return Line(present.partition("/")[0], present, ups, own=True, start=present)


@pytest.mark.parametrize(
    ("post", "lead", "avoid", "why"),
    [
        ("writer/manager", "no", set(), "lead"),
        ("writer/expert", "yes", set(), "craft"),
        ("writer/manager", "yes", set(), None),
        ("writer/manager", "no", {"pen"}, "work"),
        ("seller/specialist", "no", {"pen"}, None),
    ],
)
def test_why_a_post_is_not_wanted(post: str, lead: str, avoid: set[str], why: str | None) -> None:
    """A post is not wanted for its chief work first, then for its track."""
    person = Profile(("writer/senior",), facts={"lead": lead}, avoid=frozenset(avoid))
    assert openings.unwanted(TWO_TRACKS, person, post) == why


@pytest.mark.parametrize(
    ("offer", "rule", "place"),
    [
        ("writer/expert", None, 0),
        ("head/director", None, 0),
        ("writer/senior", None, -1),
        ("writer/senior", OFFER, 0),
        ("writer/senior", OTHER, 0),
        ("writer/senior", AGAIN, 0),
        ("writer/expert", AGAIN, 0),
        ("head/director", AGAIN, 1),
    ],
)
def test_whether_an_offer_is_higher_or_lower_than_it_should_be(
    offer: str, rule: SituationRule | None, place: int
) -> None:
    """An offer is out of place below one's post, and above it on the way back in; not where it brought somebody."""
    assert openings.out_of_place(TWO_TRACKS, standing("writer/manager"), offer, rule) == place
    assert openings.out_of_place(TWO_TRACKS, standing(), offer, rule) == 0


@pytest.mark.parametrize(
    ("held", "post", "far"),
    [
        (("head/director",), "writer/specialist", True),
        (("head/director",), "writer/manager", False),
        (("head/director", "writer/senior"), "writer/specialist", False),
        ((), "writer/specialist", False),
    ],
)
def test_two_levels_below_all_that_are_held(held: tuple[str, ...], post: str, *, far: bool) -> None:
    """A post is far below where it is two levels beneath every post that is held."""
    assert openings.far_below(TWO_TRACKS, standing(*held), post) is far


@pytest.mark.parametrize(
    ("found", "holds"),
    [
        (lambda: openings.jumps(TWO_TRACKS, standing("writer/specialist"), "head/director"), True),
        (lambda: openings.jumps(TWO_TRACKS, standing("writer/manager"), "head/director"), False),
        (lambda: openings.jumps(TWO_TRACKS, standing("head/director"), "writer/manager"), False),
        (lambda: openings.jumps(TWO_TRACKS, standing(), "head/director"), False),
        (lambda: openings.on_a_level(TWO_TRACKS, standing("writer/manager"), "writer/expert"), True),
        (lambda: openings.on_a_level(TWO_TRACKS, standing("writer/manager"), "writer/senior"), False),
        (lambda: openings.on_a_level(TWO_TRACKS, standing(), "seller/specialist"), True),
        (lambda: openings.on_a_level(TWO_TRACKS, standing(), "seller/manager"), False),
        (lambda: openings.begins_near(TWO_TRACKS, standing("writer/specialist"), "seller/specialist"), True),
        (lambda: openings.begins_near(TWO_TRACKS, standing("writer/senior"), "seller/specialist"), True),
        (lambda: openings.begins_near(TWO_TRACKS, standing("head/director"), "seller/specialist"), False),
        (lambda: openings.begins_near(TWO_TRACKS, standing("writer/senior"), "seller/manager"), False),
    ],
)
def test_how_a_post_stands_to_those_held(found: Callable[[], bool], *, holds: bool) -> None:
    """A jump joins no rungs that a move joins; a level is the same height; one begins near, not from above."""
    assert found() is holds


def test_the_posts_on_the_way_to_one_that_is_too_large() -> None:
    """They rise to it, lie above what is held, and are no jump; from outside they lie above where one begins."""
    assert set(openings.pieces_of(TWO_TRACKS, standing("writer/specialist"), "head/director")) == {
        "writer/manager",
        "seller/manager",
    }
    assert openings.pieces_of(TWO_TRACKS, standing("writer/manager"), "head/director") == ()
    assert openings.pieces_of(TWO_TRACKS, standing("writer/specialist"), "writer/manager") == ("writer/senior",)
    assert openings.pieces_of(TWO_TRACKS, standing(), "writer/expert") == ("writer/senior",)


def test_all_that_promotions_lead_to() -> None:
    """They lead on from each of the posts held, and to nothing from none."""
    assert "head/director" in openings.onward_from(TWO_TRACKS, standing("seller/specialist", "writer/specialist"))
    assert openings.onward_from(TWO_TRACKS, standing()) == frozenset()


@pytest.mark.parametrize(
    ("present", "lead", "lower"),
    [
        ("writer/manager", "yes", "writer/senior"),
        ("writer/senior", "yes", "writer/specialist"),
        ("writer/specialist", "yes", ""),
        ("head/director", "yes", "writer/manager"),
        ("head/director", "no", "writer/expert"),
    ],
)
def test_the_post_below_in_a_line(present: str, lead: str, lower: str) -> None:
    """It is the highest one below; where the line begins with the post, one that rises into it, on the track wanted."""
    person = Profile((present,), facts={"lead": lead})
    assert openings.one_lower(TWO_TRACKS, person, line(present)) == lower


@pytest.mark.parametrize(
    ("present", "lead", "aside"),
    [
        ("writer/manager", "no", "writer/expert"),
        ("writer/manager", "yes", None),
        ("seller/manager", "no", None),
    ],
)
def test_the_other_track_beside_a_post(present: str, lead: str, aside: str | None) -> None:
    """Who does not want the track of their post is shown the move to the other one of the same line, where there is."""
    move = openings.to_other_track(TWO_TRACKS, Profile((present,), facts={"lead": lead}), line(present))
    assert (move.end if move else None) == aside


@pytest.mark.parametrize(("lead", "usual"), [("yes", "writer/manager"), ("unsure", "writer/expert")])
def test_what_making_a_post_real_leads_to(lead: str, usual: str) -> None:
    """It leads to the first promotion, and to the one that leads for who wants to lead."""
    own = line("writer/senior", "writer/expert", "writer/manager")
    assert openings.usual_next(TWO_TRACKS, Profile(("writer/senior",), facts={"lead": lead}), own) == usual
    assert openings.usual_next(TWO_TRACKS, WRITER, line("first/chief")) == ""


def test_a_step_leads_on_to_what_is_wanted() -> None:
    """Any position is told as a step; the present post with the promotion on the track that is wanted."""
    person = Profile(("writer/senior",), facts={"lead": "no"})
    step = openings.step_to(TWO_TRACKS, person, standing("writer/senior"), "writer/senior")
    assert (step.kind, step.then) == ("stay", "writer/expert")
    assert (
        openings.step_to(
            without(("writer/senior", "writer/expert")), person, standing("writer/senior"), "writer/senior"
        ).then
        == ""
    )


@pytest.mark.parametrize(
    ("offer", "goal", "years", "rule", "more"),
    [
        ("writer/specialist", None, 3.0, OFFER, True),
        ("writer/specialist", "writer/specialist", 3.0, OFFER, False),
        ("writer/specialist", None, 0.1, OFFER, False),
        ("writer/specialist", None, 3.0, AGAIN, False),
        ("seller/specialist", None, 3.0, OFFER, False),
    ],
)
def test_an_offer_of_no_more_than_one_has(
    offer: str, goal: str | None, years: float, rule: SituationRule, *, more: bool
) -> None:
    """It is the post held that one begins by, of who might rise; not for who is new, comes back, or wants that post."""
    person = Profile(("writer/specialist",), years=years, goal=goal)
    here = situation_of(TWO_TRACKS, person).standing
    assert openings.no_more(TWO_TRACKS, person, here, offer, rule) is more


def test_how_many_levels_below() -> None:
    """Levels are counted down from the lowest post held; none is below who holds none."""
    held = [("head/director",), ("head/director", "writer/senior"), ("writer/senior",), ()]
    counted = [openings.levels_below(TWO_TRACKS, standing(*one), "writer/specialist") for one in held]
    assert counted == [2, 1, 1, 0]


@pytest.mark.parametrize(
    ("held", "offer", "back"),
    [
        (("writer/manager",), "writer/senior", True),
        (("writer/senior",), "seller/specialist", False),  # another line
        (("head/director",), "writer/manager", False),
        (("writer/senior",), "writer/senior", False),
        (("writer/senior", "seller/manager"), "writer/specialist", True),
        ((), "writer/senior", False),
    ],
)
def test_a_level_back_in_ones_line(held: tuple[str, ...], offer: str, *, back: bool) -> None:
    """A post is a level back where it is in the line of one held, and a level below all that are."""
    assert openings.back_in_line(TWO_TRACKS, Profile(held), standing(*held), offer) is back


@pytest.mark.parametrize(("lead", "back"), [("no", False), ("yes", True), ("unsure", True)])
def test_who_no_longer_wants_the_post_held_goes_nowhere_back(lead: str, *, back: bool) -> None:
    """For who does not want to lead any more a post below the one that leads is no step back."""
    person = Profile(("writer/manager",), facts={"lead": lead})
    assert openings.back_in_line(TWO_TRACKS, person, standing("writer/manager"), "writer/senior") is back


@pytest.mark.parametrize(
    ("held", "offer", "goal", "rule", "off"),
    [
        ((), "seller/specialist", "writer/specialist", None, True),
        ((), "writer/specialist", "writer/specialist", None, False),
        ((), "seller/specialist", "writer/manager", None, False),  # a goal that nobody begins by
        ((), "seller/specialist", None, None, False),
        (("writer/senior",), "seller/specialist", None, AGAIN, True),
        (("writer/senior",), "seller/specialist", None, OFFER, False),
        (("writer/senior",), "writer/specialist", "counter/manager", AGAIN, False),  # in one's own line
        (("writer/senior",), "seller/specialist", "seller/manager", AGAIN, False),  # that leads to the goal
        (("writer/manager",), "seller/manager", None, AGAIN, False),  # whose work was on a track
        (("writer/manager",), "counter/manager", "writer/manager", AGAIN, True),
    ],
)
def test_offers_off_course(
    held: tuple[str, ...], offer: str, goal: str | None, rule: SituationRule | None, *, off: bool
) -> None:
    """An offer is off course that does not lead where somebody would go: their goal, or back to their own work."""
    assert openings.off_course(TWO_TRACKS, Profile(held, goal=goal), standing(*held), offer, rule) is off


@pytest.mark.parametrize(
    ("held", "offer", "years", "even"),
    [
        (("writer/specialist",), "writer/specialist", 3, True),
        (("writer/specialist",), "seller/specialist", 3, False),
        (("writer/specialist",), "writer/specialist", 0.2, False),
        (("writer/senior",), "writer/senior", 3, False),
        (("seller/specialist",), "seller/specialist", 3, False),  # that rises to lead only
    ],
)
def test_no_more_than_what_is_held(held: tuple[str, ...], offer: str, years: float, *, even: bool) -> None:
    """The post that one begins by is no offer to who has served in it and may ask for the next one."""
    person = Profile(held, years=years)
    assert openings.no_more(TWO_TRACKS, person, standing(*held), offer, None) is even
    assert not openings.no_more(TWO_TRACKS, person, standing(*held), offer, AGAIN)
    assert not openings.no_more(TWO_TRACKS, Profile(held, years=years, goal=offer), standing(*held), offer, None)
