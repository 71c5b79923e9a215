"""The rules that the roles, rungs and moves of the built-in knowledge base keep, beyond having no faults."""

from collections import Counter

import pytest
from kb_rules import fit_of_who_just_meets, next_of_line
from pydantic import TypeAdapter

from opscareer.advice.standing import reachable
from opscareer.knowledge.places import builtin
from opscareer.knowledge.shapes.role import RoleShape
from opscareer.model.kb import KnowledgeBase
from opscareer.written.yaml_nodes import plain
from opscareer.written.yaml_reader import read

OPERATIONS = [
    *("content-ops", "product-ops", "user-ops", "new-media-ops", "campaign-ops", "data-ops", "merchant-ops"),
    *("category-ops", "game-ops", "online-promotion", "store-ops", "overseas-ops", "content-editor", "copywriter"),
    "customer-service",
]
SUPPLY_AND_SALES = ["sales", "bd", "logistics", "warehouse", "purchasing"]
MARKET = ["media", "brand", *SUPPLY_AND_SALES]
OF_TODAY = [
    *("live-commerce", "private-domain", "growth", "performance-ads", "creator-ops", "content-safety", "cross-border"),
    *("pr", "marketing", "operations", "strategy-ops", "customer-success", "local-services", "ai-ops"),
]
LEVELS = {
    "specialist": (1, 3),
    "senior": (2, 4),
    "manager": (2, 4),
    "expert": (3, 5),
    "director": (3, 5),
    "vp": (4, 5),
    "chief": (4, 5),
}
"""The levels (1-5) between which what matters most to a post of each rung lies."""


@pytest.fixture(scope="module")
def shapes() -> dict[str, RoleShape]:
    """The roles as they are written, with the weights 1-5 of their tables."""
    told = plain(read((builtin() / "roles.yaml").read_bytes(), "roles.yaml")[0])
    assert isinstance(told, dict)
    return {role.id: role for role in TypeAdapter(list[RoleShape]).validate_python(told["roles"])}


def test_roles(kb: KnowledgeBase) -> None:
    """The 22 roles of the source are there, and those that are hired for today, each as specialist and as manager."""
    groups = {role.id: role.group for role in kb.roles.values()}
    assert {groups[role] for role in OPERATIONS} == {"operations"}
    assert {groups[role] for role in MARKET} == {"market"}
    for role in (*OPERATIONS, *MARKET, *OF_TODAY):
        assert {f"{role}/specialist", f"{role}/manager"} <= set(kb.positions)


def test_metrics_and_blocks(kb: KnowledgeBase) -> None:
    """The three metrics of the source are groups of skills as well, revenue stands beside them; four are the blocks."""
    metrics = [metric.id for metric in kb.metrics]
    assert metrics == ["acquisition", "retention", "engagement", "revenue"]
    assert set(metrics[:3]) <= {group.id for group in kb.groups}
    assert set(metrics[:3]) <= {skill.group for skill in kb.skills.values()}
    assert [block.id for block in kb.blocks] == ["product", "technology", "operations", "support"]
    for role in ("store-ops", "merchant-ops", "sales", "coo", "cmo", "ceo"):
        assert "revenue" in kb.roles[role].metrics, role


def test_rungs(kb: KnowledgeBase) -> None:
    """The spine is the source's; senior stands before manager, expert beside it on the track of the craft, vp above."""
    assert [(rung.id, rung.order, rung.track) for rung in kb.rungs.values()] == [
        ("specialist", 1, None),
        ("senior", 2, None),
        ("manager", 3, "lead"),
        ("expert", 3, "craft"),
        ("director", 4, "lead"),
        ("vp", 5, "lead"),
        ("chief", 6, "lead"),
    ]
    assert all(0 < rung.years_min <= rung.years_typical for rung in kb.rungs.values())
    words = Counter(word for rung in kb.rungs.values() for word in {told.casefold() for told in rung.words})
    assert [word for word, rungs in words.items() if rungs > 1] == []
    assert all(rung.words for rung in kb.rungs.values())


def test_who_heads_a_business(kb: KnowledgeBase) -> None:
    """Few posts are a vice president's, and each answers for profit and loss."""
    posts = kb.on_rung("vp")
    assert 1 <= len(posts) <= 5
    assert [post.id for post in posts if kb.needed[post.id].get("profit-and-loss", 0) < 3] == []


def test_requirements(kb: KnowledgeBase) -> None:
    """Every position asks for 8 to 18 skills, with weights that sum to 1; each requirement has a source."""
    for position in kb.positions.values():
        assert 8 <= len(position.requirements) <= 18, position.id
        assert sum(r.weight for r in position.requirements) == pytest.approx(1), position.id
        assert all(r.sources for r in position.requirements), position.id


def test_levels_by_rung(kb: KnowledgeBase) -> None:
    """Nothing is asked above what its rung does, and what weighs most is asked as high as its rung does it."""
    for position in kb.positions.values():
        low, high = LEVELS[position.rung]
        heaviest = max(r.weight for r in position.requirements)
        assert [r.skill for r in position.requirements if r.level > high] == [], position.id
        assert [r.skill for r in position.requirements if r.weight == heaviest and r.level < low] == [], position.id


def test_must_is_rare(kb: KnowledgeBase) -> None:
    """What no employer waives is little: of what a position asks at most three in ten."""
    shares = {p.id: sum(r.must for r in p.requirements) / len(p.requirements) for p in kb.positions.values()}
    assert {id_: share for id_, share in shares.items() if share > 0.3} == {}


def test_managers_lead(kb: KnowledgeBase, shapes: dict[str, RoleShape]) -> None:
    """Every manager leads people: a must at level 2 or 3 that weighs 4 or more, with what goes with it beside it."""
    for position in kb.on_rung("manager"):
        leading = shapes[position.role].column("manager")["team-leadership"]
        assert leading.must, position.id
        assert 2 <= leading.level <= 3, position.id
        assert leading.weight >= 4, position.id
        assert {"people-development", "goal-planning", "budget-resources"} <= set(kb.needed[position.id]), position.id


def test_others_need_not_lead(kb: KnowledgeBase) -> None:
    """Leading people bars nobody from a post without reports; from manager up on the track of leading all lead."""
    musts = {p.id: {r.skill for r in p.requirements if r.must} for p in kb.positions.values()}
    for id_, position in kb.positions.items():
        leads = kb.rungs[position.rung].track == "lead"
        assert ("team-leadership" in kb.needed[id_]) or not leads, id_
        assert ("team-leadership" not in musts[id_]) or leads, id_


def test_universal_demands(kb: KnowledgeBase) -> None:
    """Commitment and a nose for the market are asked of all; copy and design where they are used, not of supply."""
    assert [id_ for id_, asked in kb.needed.items() if not set(asked) >= {"commitment", "market-sense"}] == []
    for skill in ("copywriting", "visual-design"):
        roles = {kb.positions[id_].role for id_, asked in kb.needed.items() if skill in asked}
        assert roles & {*SUPPLY_AND_SALES} == set(), skill
        assert roles >= {"content-ops", "new-media-ops", "content-editor", "copywriter", "brand", "marketing"}, skill


def test_next_rung_is_near_but_not_there(kb: KnowledgeBase) -> None:
    """Who just meets a position fits the next one of their line at .55 to .80."""
    fits = {
        f"{position} to {up}": fit_of_who_just_meets(kb, position, up)
        for position in kb.positions
        for up in next_of_line(kb, position)
    }
    assert len(fits) > 100
    assert {move: fit for move, fit in fits.items() if not 0.55 <= fit <= 0.80} == {}


def test_where_lines_converge_the_nearest_post_is_near(kb: KnowledgeBase) -> None:
    """Who just meets a post that leads, or begins, fits the nearest one it rises to at .55 to .80; an expert, who leads
    nobody, is further from a director's."""
    nearest = {
        position: max(fit_of_who_just_meets(kb, position, up) for up in kb.promotions(position))
        for position in kb.positions
        if kb.promotions(position) and kb.positions[position].rung != "expert"
    }
    assert len(nearest) > 100
    assert {position: fit for position, fit in nearest.items() if not 0.55 <= round(fit, 2) <= 0.80} == {}


def test_nobody_is_there_already(kb: KnowledgeBase) -> None:
    """Where lines converge too nobody who just meets a position is ready for the next."""
    ready = kb.rules.constants.ready
    ways = [(id_, up) for id_ in kb.positions for up in kb.promotions(id_)]
    assert [way for way in ways if fit_of_who_just_meets(kb, *way) >= ready] == []


def test_way_to_the_top(kb: KnowledgeBase) -> None:
    """Every position but the chief executive's can rise, and gets there in the end."""
    assert [position for position in kb.positions if "ceo/chief" not in reachable(kb, position)] == []
    assert [position for position in kb.positions if not kb.promotions(position)] == ["ceo/chief"]


def test_lines_converge(kb: KnowledgeBase) -> None:
    """Managers and experts rise to directors, those to a business or straight to COO or CMO, and these to CEO."""
    above = {
        rung: {kb.positions[up].rung for p in kb.on_rung(rung) for up in kb.promotions(p.id)}
        for rung in ("manager", "expert", "director", "vp")
    }
    assert above == {"manager": {"director"}, "expert": {"director"}, "director": {"vp", "chief"}, "vp": {"chief"}}
    assert {up for p in kb.on_rung("director") for up in kb.promotions(p.id)} >= {"coo/chief", "cmo/chief"}
    assert kb.promotions("coo/chief") == kb.promotions("cmo/chief") == ("ceo/chief",)


def test_both_tracks(kb: KnowledgeBase) -> None:
    """A line's seniors rise to lead or in the craft where it has both, and its experts and managers can change over."""
    ways = {(move.start, move.end): move.kind for move in kb.ladder.moves}
    for expert in kb.on_rung("expert"):
        lead, senior = f"{expert.role}/manager", f"{expert.role}/senior"
        assert ways[expert.id, lead] == ways[lead, expert.id] == "lateral"
        if senior in kb.positions:
            assert ways[senior, expert.id] == ways[senior, lead] == "promotion"


def test_moves_have_reasons(kb: KnowledgeBase) -> None:
    """Whatever does not rise in one's line has a reason that one would say aloud; directors have such moves too."""
    aside = [move for move in kb.ladder.moves if move.kind != "promotion"]
    assert [move for move in aside if not all(move.why)] == []
    starts = {move.start for move in aside if move.kind == "lateral"}
    assert {p.id for rung in ("specialist", "manager", "director") for p in kb.on_rung(rung)} <= starts
