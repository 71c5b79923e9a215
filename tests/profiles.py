"""Random people for properties: profiles and answers that the knowledge base accepts."""

from dataclasses import replace

from any_answer import CHANCE, any_answer
from hypothesis import strategies as st

from opscareer.interview import Value
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

LEVELS = st.integers(0, 5)


def levels(kb: KnowledgeBase, *, all_known: bool = False) -> st.SearchStrategy[dict[str, int]]:
    """Return strategies for the levels of all skills, or of any of them."""
    if all_known:
        return st.fixed_dictionaries(dict.fromkeys(kb.skills, LEVELS))
    return st.dictionaries(st.sampled_from(list(kb.skills)), LEVELS)


def facts(kb: KnowledgeBase) -> st.SearchStrategy[dict[str, str]]:
    """Return strategies for any answers to the questions of choice."""
    choices = {q.id: st.sampled_from(list(q.labels)) for q in kb.questions.values() if q.kind == "choice"}
    return st.fixed_dictionaries({}, optional=choices)


@st.composite
def profiles(draw: st.DrawFn, kb: KnowledgeBase, *, all_known: bool = False) -> Profile:
    """Return any person: of no post, one or several, with or without goal, years and answers."""
    positions = st.sampled_from(list(kb.positions))
    return Profile(
        current=tuple(draw(st.lists(positions, max_size=3, unique=True))),
        years=draw(st.none() | st.integers(0, 10)),
        goal=draw(st.none() | positions),
        facts=draw(facts(kb)),
        levels=draw(levels(kb, all_known=all_known)),
    )


@st.composite
def people(draw: st.DrawFn, kb: KnowledgeBase, *, all_told: bool = False) -> Profile:
    """Return any person, also one without opportunity for some skills, with an offer, or with work to avoid.

    all_told: something is told of every skill, a level or that there was no opportunity.
    """
    profile = draw(profiles(kb, all_known=all_told))
    kinds = sorted({kind for role in kb.roles.values() for kind in role.work})
    unproved = draw(st.frozensets(st.sampled_from(list(kb.skills)), max_size=3))
    return replace(
        profile,
        offer=draw(st.none() | st.sampled_from(list(kb.positions))),
        avoid=draw(st.frozensets(st.sampled_from(kinds), max_size=2)),
        levels={skill: level for skill, level in profile.levels.items() if skill not in unproved},
        no_opportunity=unproved,
    )


@st.composite
def answer_lists(draw: st.DrawFn, kb: KnowledgeBase) -> list[tuple[str, Value]]:
    """Return answers to some skills and questions, each with its question, in any order."""
    rng = draw(CHANCE)
    choices = [q.id for q in kb.questions.values() if q.kind == "choice"]
    told = rng.sample(asked := [*choices, *(f"skill.{skill}" for skill in kb.skills)], rng.randint(0, len(asked)))
    return draw(st.permutations([(question, any_answer(kb, rng, question)) for question in ("current", *told)]))
