"""The rules, as the model holds them."""

from opscareer.knowledge.building.question import tests_of
from opscareer.knowledge.building.words import summary_of, text_of
from opscareer.knowledge.constants import constants_of, reasons_of
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.rules import LineShape, PlaybookShape, SituationShape, lines_of
from opscareer.model.rules import Growth, Leading, Playbook, Route, RouteRule, Rules, Settled, SituationRule, TitleRule


def rules_of(shape: KbShape) -> Rules:
    """Return all rules, with the constants and what speaks for each."""
    return Rules(
        constants=constants_of(shape.constants),
        reasons=reasons_of(shape.constants),
        months=tuple(shape.months[str(level)] for level in range(1, shape.top + 1)),
        routes=tuple(Route(r.id, text_of(r.name), summary_of(r), tuple(r.sources)) for r in shape.routes),
        route_rules=tuple(
            RouteRule(
                r.route, tests_of(r.when), text_of(r.because), tuple(r.sources), text_of(r.how) if r.how else None
            )
            for r in shape.route_rules
        ),
        growth=tuple(Growth(g.id, tests_of(g.when), text_of(g.text), tuple(g.sources)) for g in shape.growth),
        titles=tuple(
            TitleRule(t.rung, t.advised_as, tests_of(t.when), tests_of(t.unless), text_of(t.because), tuple(t.sources))
            for t in shape.titles
        ),
        situations=tuple(_situation(s) for s in shape.situations),
        leading=Leading(shape.leading.skill, shape.leading.least, tuple(shape.leading.groups))
        if shape.leading
        else None,
    )


def _playbook(told: PlaybookShape) -> Playbook:
    return Playbook(
        find_out=tuple(text_of(t) for t in told.find_out),
        ask_for=tuple(text_of(t) for t in told.ask_for),
        decide_by=text_of(told.decide_by),
        fallback=text_of(told.fallback),
        first_month=tuple(text_of(t) for t in told.first_month),
    )


def _situation(rule: SituationShape) -> SituationRule:
    return SituationRule(
        id=rule.id,
        when=tests_of(rule.when),
        step=rule.step,
        reach=rule.reach,
        because=text_of(rule.because),
        playbook=_playbook(rule.playbook) if rule.playbook else None,
        sources=tuple(rule.sources),
        settled=tuple(_settled(line) for line in lines_of(rule) if line.settled_by),
        portable=rule.portable,
        answer=text_of(rule.answer) if rule.answer else None,
    )


def _settled(line: LineShape) -> Settled:
    by = {question: tuple(options) for question, options in line.settled_by.items()}
    return Settled(text_of(line), by, text_of(line.instead) if line.instead else None)
