"""Questions and rules: they test what can be known, and for words that can be the answer."""

import re
from collections.abc import Iterator, Mapping

from opscareer.advice.offers import ANSWERS
from opscareer.advice.routes import COMPUTED
from opscareer.errors import Fault
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.question import BoundsShape
from opscareer.knowledge.trail import Path, located, unknown
from opscareer.model.nouns import OPTION, RUNG, SKILL
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

_ROUTE = Text("路线", "route")
_KNOWN = Text("可以判断的东西", "thing to test")
_NAMED = Text("可以填的词", "word to fill in")
_AFTER_ASKING = ("mastery", "verdict", "kind", "post", "to_offer", "own_work", "offer_leads")
_BEFORE_VERDICT = ("verdict",)
NAMED_IN_ANSWERS = ("post", "share", "next")
"""What the answer to a situation may name: the post held, the share of it that is done, the role that comes next."""
ASKED = ("current", "years", "years_total", "goal")
"""The questions that the advice itself reads."""


def questions_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse questions that cannot be asked, or whose answers cannot count."""
    for index, question in enumerate(shape.questions):
        if (question.kind in ("choice", "choices")) != bool(question.options):
            message = Text("选择题要有选项，别的题不要有", "a choice has options, and only a choice has")
            yield located(root, ("questions", index), message)
        if bool(question.interest) != bool(question.reads and question.worth):
            message = Text("interest、reads 和 worth 要一起写", "interest, reads and worth go together")
            yield located(root, ("questions", index), message)
        for key, tests in (("when", question.when), ("unless", question.unless)):
            yield from _tests(root, shape, ("questions", index, key), tests, _AFTER_ASKING)
    if (whole := sum(q.interest for q in shape.questions)) > 1 + 1e-9:
        yield located(
            root,
            ("questions",),
            Text(f"interest 加起来是 {whole:g}，超过了 1", f"interest adds up to {whole:g}, more than 1"),
        )


def rules_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse rules that name or test what is not there."""
    routes, rungs = [r.id for r in shape.routes], [r.id for r in shape.rungs]
    for index, rule in enumerate(shape.route_rules):
        if rule.route not in routes:
            yield unknown(root, ("route_rules", index, "route"), _ROUTE, rule.route, routes)
        yield from _tests(root, shape, ("route_rules", index, "when"), rule.when, several=True)
    for index, growth in enumerate(shape.growth):
        yield from _tests(root, shape, ("growth", index, "when"), growth.when, several=True)
    for index, title in enumerate(shape.titles):
        for key, rung in (("rung", title.rung), ("advised_as", title.advised_as)):
            if rung not in rungs:
                yield unknown(root, ("titles", index, key), RUNG, rung, rungs)
        yield from _tests(root, shape, ("titles", index, "when"), title.when, COMPUTED)
        yield from _tests(root, shape, ("titles", index, "unless"), title.unless, COMPUTED)


def situations_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse situations that test or name what is not known, and a skill of leading that is not there."""
    for index, situation in enumerate(shape.situations):
        yield from _tests(root, shape, ("situations", index, "when"), situation.when, _BEFORE_VERDICT)
        for lang, told in situation.answer or ():
            for name in sorted({*re.findall(r"\{(\w+)\}", str(told))} - {*NAMED_IN_ANSWERS}):
                yield unknown(root, ("situations", index, "answer", lang), _NAMED, name, NAMED_IN_ANSWERS)
    if shape.leading and shape.leading.skill not in (skills := [s.id for s in shape.skills]):
        yield unknown(root, ("leading", "skill"), SKILL, shape.leading.skill, skills)


def _tests(
    root: Node,
    shape: KbShape,
    path: Path,
    when: Mapping[str, str | list[str] | BoundsShape],
    unknowable: tuple[str, ...] = (),
    *,
    several: bool = False,
) -> Iterator[Fault]:
    """Refuse tests of what nobody can know at that point, and words that can never be the answer.

    several: whether they may ask what was chosen of several options.
    """
    words = _words(shape, several=several)
    names = [name for name in (*words, *COMPUTED) if name not in unknowable]
    for name, wanted in when.items():
        if name not in names:
            yield unknown(root, (*path, name), _KNOWN, name, names, at_key=True)
        elif name in words:
            yield from _answers(root, (*path, name), wanted, words[name])
        elif not isinstance(wanted, BoundsShape):
            message = Text(
                f"{name} 是数，写成 {{at_least: 1}} 或 {{below: 1}}",
                f"{name} is a number: write {{at_least: 1}} or {{below: 1}}",
            )
            yield located(root, (*path, name), message)


def _words(shape: KbShape, *, several: bool) -> dict[str, list[str]]:
    """Return the words that each test may ask for, where it asks for words."""
    kinds = ("choice", "choices") if several else ("choice",)
    return {
        **{q.id: [o.id for o in q.options] for q in shape.questions if q.kind in kinds and q.id != "avoid"},
        "rung": [r.id for r in shape.rungs],
        "verdict": ["ready", "within-reach", "build-first"],
        "kind": ["stay", "promotion", "diagonal", "lateral", "down", "entry"],
        "post": ["offered", "declined"],
        "to_offer": [*ANSWERS],
        "own_work": ["avoided"],
        "offer_leads": ["yes", "no"],
    }


def _answers(root: Node, path: Path, wanted: str | list[str] | BoundsShape, options: list[str]) -> Iterator[Fault]:
    if isinstance(wanted, BoundsShape):
        listed = ", ".join(options)
        yield located(root, path, Text(f"只能是 {listed}", f"must be one of {listed}"))
    elif isinstance(wanted, list):
        for number, value in enumerate(wanted):
            yield from _answers(root, (*path, number), value, options)
    elif wanted not in options:
        yield unknown(root, path, OPTION, wanted, options)
