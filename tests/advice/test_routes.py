from small_kb import SMALL, WRITER, rule, with_rules

from opscareer.advice import standing_of
from opscareer.advice.routes import COMPUTED, found_of, growth_of, known_of, way_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Test


def test_what_rules_can_test() -> None:
    """Rules can test the answers, also of several options, and what is worked out: years, mastery, verdict, kind, rung,
    posts and offers."""
    person = Profile(
        ("writer/specialist", "seller/manager"),
        years=1,
        years_total=5,
        offer="head/director",
        facts={"work": "pen"},
        chosen={"stuck": ("frozen", "late")},
    )
    known = known_of(
        person,
        standing_of(SMALL, person),
        "ready",
        found_of("lateral", 0.7, {"post": "offered", "to_offer": "take", "offer_leads": "yes", "own_work": "avoided"}),
    )
    assert known == {
        "work": "pen",
        "stuck": frozenset({"frozen", "late"}),
        "verdict": "ready",
        "kind": "lateral",
        "rung": "manager",
        "posts": 2,
        "offers": 1,
        "post": "offered",
        "to_offer": "take",
        "offer_leads": "yes",
        "own_work": "avoided",
        "years": 1,
        "years_total": 5,
        "mastery": 0.7,
    }
    assert set(known) - {"work", "stuck"} == set(COMPUTED)


def test_what_is_unknown_is_left_out() -> None:
    """Years, mastery and the post that are not known cannot be tested, so that no rule holds by them."""
    person = Profile(("writer/specialist",))
    known = known_of(person, standing_of(SMALL, person), "ready", found_of("promotion", None))
    assert not {"years", "years_total", "mastery", "post"} & set(known)


def test_first_rule_that_holds_decides() -> None:
    """The first rule that holds gives the route; later ones for the same route add their reasons, others do not."""
    way = way_of(SMALL, {"mastery": 0.9, "verdict": "ready", "years": 4.0})
    assert way is not None
    assert (way.route, [rule.because.en for rule in way.rules]) == ("internal", ["ready", "long here"])
    way = way_of(SMALL, {"mastery": 0.7, "verdict": "build-first", "years": 4.0})
    assert way is not None
    assert (way.route, [rule.because.en for rule in way.rules]) == ("prove", ["the present post first", "not near"])


def test_no_rule_no_route() -> None:
    """Where no rule holds there is no route."""
    assert way_of(SMALL, {}) is None
    assert way_of(with_rules(route_rules=(rule("prove", "because"),)), {}) is not None


def test_growth() -> None:
    """All advice on growing whose tests hold is given, in its order."""
    assert [g.id for g in growth_of(SMALL, {"posts": 2.0, "rung": "specialist"})] == ["many", "purpose"]
    assert growth_of(SMALL, {"rung": "manager"}) == ()


def test_built_in_rules_always_give_a_route(kb: KnowledgeBase) -> None:
    """Whatever is unknown, somebody with a next role is told a way to it."""
    for kind in ("stay", "promotion", "diagonal", "lateral", "down", "entry"):
        back_in = {"reason": "out-of-work"} if kind == "down" else {}
        for verdict in ("ready", "within-reach", "build-first"):
            known = {"kind": kind, "verdict": verdict, "rung": "manager", "posts": 1.0, **back_in}
            assert way_of(kb, known) is not None


def test_tests_of_the_present_post(kb: KnowledgeBase) -> None:
    """Who stays, and does less than four fifths of the present post, is told to prove it first, opening or not."""
    known = known_of(WRITER, standing_of(SMALL, WRITER), "ready", found_of("stay", 0.79))
    way = way_of(kb, {**known, "opening": "open"})
    assert way is not None
    assert way.route == "prove"
    assert Test("mastery", below=0.8) in way.rules[0].when
