"""A knowledge base small enough to work out by hand: 4 skills, 3 lines of 2 rungs, a director and two chiefs.

The levels that a position requires add up to 8, and so does the capacity that unused levels are measured against.
"""

from dataclasses import fields, replace
from typing import Any

from opscareer.model.constants import Constants
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Ladder, Move, Post, Rung
from opscareer.model.profile import Profile
from opscareer.model.question import Option, Question
from opscareer.model.role import Condition, Position, Requirement, Role
from opscareer.model.rules import Growth, Route, RouteRule, Rules, Test, TitleRule
from opscareer.model.skill import Group, Proof, Skill, Words
from opscareer.text import Text

CONSTANTS = Constants(
    interest=0.25,
    entry_interest=0.5,
    promotion=0.0625,
    settled=0.125,
    tie=0.03125,
    telling_gain=0.01,
    first_gap=2,
    new_gap=1.5,
    unused_scale=1.0,
    short_list=0.6,
    ready=0.85,
    within_reach=0.65,
    first_rise=0.45,
    lead_rise=0.65,
    higher_rise=0.65,
    offer_reach=0.5,
    smaller_offer=0.3,
    mastery=0.8,
    mastery_answered=0.6,
    prior_present=0.9,
    prior_elsewhere=0.35,
    prior_sd=1.2,
    prior_typical=0.7,
    stop_confidence=0.95,
    stop_answers=2,
    stop_questions=30,
    stop_line=4,
    stop_step=3.0,
    broad_rivals=16,
    broad_questions=5,
    plan_parallel=2,
    path_sideways=2,
    path_entries=3,
    path_steps=4000,
    review_months=3,
)
SKILLS = {"words": "Wording", "deals": "Dealing", "sums": "Reckoning", "people": "Leading people"}
MAX = dict.fromkeys(SKILLS, 5)
"""Every skill at its highest level."""

WRITER = Profile(current=("writer/specialist",), years=3, levels={"words": 4, "deals": 0, "sums": 2, "people": 2})
"""A writer who does exactly what the post asks, and nothing else."""


def both(en: str) -> Text:
    """Return a text whose two languages can be told apart."""
    return Text(f"「{en}」", en)


def skill(id_: str, name: str) -> Skill:
    """Return a skill with all that a skill has."""
    return Skill(
        id=id_,
        group="all",
        name=both(name),
        definition=both(f"{name}, defined"),
        levels=tuple(both(f"{name} {level}") for level in range(6)),
        grow=tuple((both(f"grow {name} to {level}"),) for level in range(1, 6)),
        proof=(Proof(both(f"proof of {name}")),),
        aliases=Words(),
        sources=("judgement",),
        months={str(level): 1.0 for level in range(1, 6)},
        needs=(),
    )


def asked(skill_: str, level: int, weight: float, *, must: bool = False) -> Requirement:
    """Return a requirement."""
    return Requirement(skill_, level, weight, must, ("judgement",))


def position(role: str, rung: str, title: str, *requirements: Requirement, aliases: Words | None = None) -> Position:
    """Return a position."""
    return Position(f"{role}/{rung}", role, rung, both(title), aliases or Words(), requirements)


def role(id_: str, metrics: tuple[str, ...], work: tuple[str, ...], conditions: tuple[Condition, ...] = ()) -> Role:
    """Return a role."""
    name = both(id_.capitalize())
    return Role(id_, "all", name, both(f"what a {id_} does"), metrics, work, (), conditions, ("judgement",))


def question(id_: str, kind: str, *options: str, when: tuple[Test, ...] = (), **more: Any) -> Question:
    """Return a question; `more` may tell required, interest, reads and worth."""
    return Question(
        id=id_,
        kind=kind,  # type: ignore[arg-type]
        text=both(f"{id_}?"),
        help=both(f"about {id_}"),
        options=tuple(Option(option, both(option)) for option in options),
        when=when,
        required=more.get("required", False),
        interest=more.get("interest", 0.0),
        reads=more.get("reads", ""),
        worth=more.get("worth", ()),
        sources=("judgement",),
    )


def line(role_: str, own: str, other: str, third: str) -> tuple[Position, Position]:
    """Return the two positions of a line of work: its own skill at 4, two others at 2; then own skill and people."""
    name = role_.capitalize()
    return (
        position(
            role_, "specialist", name, asked(own, 4, 0.5, must=True), asked(other, 2, 0.25), asked(third, 2, 0.25)
        ),
        position(role_, "manager", f"Head {name}", asked(own, 4, 0.5), asked("people", 4, 0.5, must=True)),
    )


POSITIONS = (
    *line("writer", "words", "sums", "people"),
    *line("seller", "deals", "words", "people"),
    *line("counter", "sums", "words", "deals"),
    position(
        "head",
        "director",
        "Director",
        asked("people", 4, 0.5, must=True),
        asked("deals", 2, 0.25),
        asked("words", 2, 0.25),
        aliases=Words(zh=("总头",), en=("big head",)),
    ),
    position("top", "chief", "Chief", *(asked(skill, 2, 0.25) for skill in SKILLS)),
    position("first", "chief", "First", asked("people", 4, 0.5), asked("sums", 4, 0.5)),
)

PROMOTIONS = (
    ("writer/specialist", "writer/manager"),
    ("seller/specialist", "seller/manager"),
    ("counter/specialist", "counter/manager"),  # whence nothing leads further
    ("writer/manager", "head/director"),
    ("seller/manager", "head/director"),
    ("head/director", "top/chief"),
    ("top/chief", "first/chief"),
)
LATERALS = (
    ("writer/specialist", "seller/specialist"),
    ("writer/specialist", "counter/specialist"),
    ("seller/specialist", "writer/specialist"),
    ("writer/manager", "counter/manager"),
)


def move(kind: str, start: str, end: str) -> Move:
    """Return a move."""
    why = both(f"from {start} to {end}") if kind != "promotion" else Text("", "")
    return Move(start, end, kind, why, ("judgement",))  # type: ignore[arg-type]


def moves(promotions: tuple[tuple[str, str], ...], laterals: tuple[tuple[str, str], ...]) -> tuple[Move, ...]:
    """Return moves."""
    return (*(move("promotion", *ends) for ends in promotions), *(move("lateral", *ends) for ends in laterals))


RUNGS = tuple(
    Rung(id_, order, both(id_), both(id_), years, years + 1, ("judgement",))
    for order, (id_, years) in enumerate((("specialist", 2.0), ("manager", 3.0), ("director", 4.0), ("chief", 5.0)))
)

QUESTIONS = (
    question("current", "positions", required=True),
    question("years", "years", when=(Test("posts", at_least=1),)),
    question("years_total", "years", when=(Test("posts", at_least=1),)),
    question("goal", "position"),
    question("reports", "choice", "none", "some", when=(Test("rung", ("manager",)),)),
    question("metric", "choice", "come", "stay", interest=0.5, reads="metrics", worth=(1.0, 1.0)),
    question("work", "choice", "pen", "phone", interest=0.5, reads="work", worth=(1.0, 0.5)),
    question("degree", "choice", "low", "middle", "high"),
)

ROLES = (
    role(
        "writer",
        ("come",),
        ("pen", "phone"),
        (
            Condition(both("a degree"), ("judgement",), fact="degree", least="middle"),
            Condition(both("a high degree"), ("judgement",), rungs=("manager",), fact="degree", least="high"),
            Condition(both("patience"), ("judgement",)),
        ),
    ),
    role("seller", ("come", "stay"), ("phone",)),
    role("counter", (), ()),
    role("head", (), ()),
    role("top", (), ()),
    role("first", (), ()),
)


def rule(route: str, because: str, *when: Test) -> RouteRule:
    """Return a rule that tells a route."""
    return RouteRule(route, when, both(because), ("judgement",))


RULES = Rules(
    constants=CONSTANTS,
    reasons={field.name: both(f"why {field.name}") for field in fields(CONSTANTS)},
    months=(1.0, 2.0, 4.0, 9.0, 15.0),
    routes=tuple(Route(id_, both(id_), both(id_), ("judgement",)) for id_ in ("prove", "internal")),
    route_rules=(
        rule("prove", "the present post first", Test("mastery", below=0.8)),
        rule("internal", "ready", Test("verdict", ("ready",))),
        rule("prove", "not near", Test("verdict", ("build-first",))),
        rule("internal", "long here", Test("years", at_least=3)),
    ),
    growth=(
        Growth("many", (Test("posts", at_least=2),), both("go deep in one"), ("judgement",)),
        Growth("purpose", (Test("rung", ("specialist",)),), both("ask what for"), ("judgement",)),
        Growth("enter", (Test("kind", ("entry",)),), both("take small work"), ("judgement",)),
    ),
    titles=(
        TitleRule(
            "manager",
            "specialist",
            (Test("reports", ("none",)),),
            (),
            Text("头衔{title}，实为{real}", "{title} in name, {real} in truth"),
            ("judgement",),
        ),
    ),
)

SMALL = KnowledgeBase(
    name=both("Small"),
    version="1",
    sha256="0" * 64,
    groups=(Group("all", both("all")),),
    skills={id_: skill(id_, name) for id_, name in SKILLS.items()},
    metrics=(),
    blocks=(),
    role_groups=(Group("all", both("every line")),),
    roles={r.id: r for r in ROLES},
    positions={p.id: p for p in POSITIONS},
    ladder=Ladder(RUNGS, tuple(Post(p.id, p.role, p.rung, p.title) for p in POSITIONS), moves(PROMOTIONS, LATERALS)),
    questions={q.id: q for q in QUESTIONS},
    rules=RULES,
    sources={"judgement": both("judgement")},
)


def with_moves(
    *, promotions: tuple[tuple[str, str], ...] = (), laterals: tuple[tuple[str, str], ...] = ()
) -> KnowledgeBase:
    """Return the small knowledge base with these moves and no others."""
    return replace(SMALL, ladder=Ladder(RUNGS, SMALL.ladder.posts, moves(promotions, laterals)))


def with_questions(*questions: Question) -> KnowledgeBase:
    """Return the small knowledge base with some questions put in the place of those of the same id, or at the end."""
    return replace(SMALL, questions={**SMALL.questions, **{q.id: q for q in questions}})


def with_positions(*positions: Position) -> KnowledgeBase:
    """Return the small knowledge base with some positions put in the place of those of the same id, or at the end."""
    return replace(SMALL, positions={**SMALL.positions, **{p.id: p for p in positions}})


def with_rules(**changed: Any) -> KnowledgeBase:
    """Return the small knowledge base with some of its rules changed."""
    return replace(SMALL, rules=replace(SMALL.rules, **changed))


def with_constants(**changed: Any) -> KnowledgeBase:
    """Return the small knowledge base with other constants."""
    return with_rules(constants=replace(SMALL.rules.constants, **changed))
