"""From the checked shape of the files to the frozen model."""

from collections.abc import Iterator, Mapping, Sequence

from opscareer.knowledge.constants import constants_of, reasons_of
from opscareer.knowledge.schema import (
    AliasShape,
    BoundsShape,
    GroupShape,
    InsteadShape,
    KbShape,
    LateralShape,
    PlaybookShape,
    QuestionShape,
    RoleShape,
    SituationShape,
    SkillShape,
    SummaryShape,
    TextShape,
)
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Ladder, Move, Post, Rung
from opscareer.model.market import Cue, Market
from opscareer.model.question import Option, Question
from opscareer.model.role import Condition, Duty, Fact, Position, Requirement, Role
from opscareer.model.rules import (
    Growth,
    Leading,
    Playbook,
    Route,
    RouteRule,
    Rules,
    SituationRule,
    Test,
    TitleRule,
)
from opscareer.model.skill import Group, Instead, Need, Skill, Words
from opscareer.model.trade import Block, Metric
from opscareer.text import NOTHING, Text

_NOT_YET = Text("还没做过。", "Not done yet.")
_DO_IT = Text(
    "跟做过的人一起，把下一级的事做成一次：{level}",
    "Do the next level's deed once, with somebody who has done it: {level}",
)
_UNTOLD = Text("", "")


def build(shape: KbShape, sha256: str) -> KnowledgeBase:
    """Return the knowledge base; the weights of each position are brought to a sum of 1."""
    positions = {p.id: p for role in shape.roles for p in _positions(role)}
    return KnowledgeBase(
        name=_text(shape.name),
        version=shape.version,
        sha256=sha256,
        groups=tuple(_group(g) for g in shape.groups),
        skills={s.id: _skill(s, shape) for s in shape.skills},
        metrics=tuple(Metric(m.id, _text(m.name), _summary(m), tuple(m.sources)) for m in shape.metrics),
        blocks=tuple(
            Block(b.id, _text(b.name), _summary(b), _text(b.works_with), tuple(b.sources)) for b in shape.blocks
        ),
        role_groups=tuple(Group(g.id, _text(g.name)) for g in shape.role_groups),
        roles={r.id: _role(r) for r in shape.roles},
        positions=positions,
        ladder=_ladder(shape, positions),
        questions={q.id: _question(q) for q in shape.questions},
        rules=_rules(shape),
        sources={kind: _text(told) for kind, told in shape.sources.items()},
        other_trades=tuple(shape.other_trades),
    )


def build_market(shape: KbShape) -> Market:
    """Return what the market says."""
    return Market(
        roles=dict(shape.market.roles),
        rungs=dict(shape.market.rungs),
        role_cues=tuple(Cue(c.word, tuple(c.own), dict(c.shares), c.trust) for c in shape.role_cues),
        rung_cues=tuple(Cue(c.word, tuple(c.own), dict(c.shares), c.trust) for c in shape.rung_cues),
    )


def _text(shape: TextShape) -> Text:
    return Text(shape.zh, shape.en)


def _text_or(shape: TextShape | None, otherwise: Text) -> Text:
    return _text(shape) if shape else otherwise


def _summary(shape: SummaryShape) -> Text:
    return _text(shape.summary or shape.name)


def _spelt_out(level: int, told: TextShape | None, names: Sequence[TextShape]) -> Text:
    """Return what a level says, after its name where it has one."""
    if told is None:
        return _NOT_YET
    name = _text(names[level - 1]) if 0 < level <= len(names) else None
    said = _text(told)
    if name is None or name == said:
        return said
    return Text(f"{name.zh}：{said.zh}", f"{name.en}: {said.en}")


def _group(group: GroupShape) -> Group:
    exposure = {standing: _text(told) for standing, told in group.exposure.items()}
    return Group(group.id, _text(group.name), exposure, _instead(group.instead))


def _instead(told: Mapping[str, InsteadShape]) -> dict[str, Instead]:
    return {standing: Instead(one.up_to, tuple(_text(t) for t in one.do)) for standing, one in told.items()}


def _words(shape: AliasShape) -> Words:
    return Words(tuple(shape.zh), tuple(shape.en))


def _skill(skill: SkillShape, shape: KbShape) -> Skill:
    levels = tuple(
        _spelt_out(level, skill.levels.get(str(level)), shape.levels or ()) for level in range(shape.top + 1)
    )
    return Skill(
        id=skill.id,
        group=skill.group or "",
        name=_text(skill.name),
        definition=_text(skill.definition or skill.name),
        levels=levels,
        grow=tuple(_grown(skill, level) for level in range(1, shape.top + 1)),
        proof=tuple(_text(t) for t in skill.proof),
        aliases=_words(skill.aliases),
        sources=tuple(skill.sources),
        months={**shape.months, **skill.months},
        needs=tuple(
            Need(int(level), other, first) for level, asked in skill.needs.items() for other, first in asked.items()
        ),
        lookalikes=tuple(skill.lookalikes),
        instead=_instead(skill.instead),
        was=tuple(skill.was),
    )


def _grown(skill: SkillShape, level: int) -> tuple[Text, ...]:
    """Return what to do to reach a level; where nothing is written, the level's own deed, with company."""
    told = tuple(_text(t) for t in skill.grow.get(str(level), ()))
    return told or (_DO_IT.fill(level=_text(skill.levels[str(level)])),)


def _role(role: RoleShape) -> Role:
    return Role(
        id=role.id,
        group=role.group or "",
        name=_text(role.name),
        summary=_summary(role),
        metrics=tuple(role.metrics),
        work=tuple(role.work),
        duties=tuple(Duty(_text(d), tuple(d.sources)) for d in role.duties),
        conditions=tuple(
            Condition(_text(c), tuple(c.sources), tuple(c.rungs), c.fact or "", c.least or "") for c in role.conditions
        ),
        sources=tuple(role.sources),
        facts=tuple(Fact(_text(fact.name), _text(fact), tuple(fact.sources)) for fact in role.facts),
    )


def _positions(role: RoleShape) -> Iterator[Position]:
    for rung, position in role.positions.items():
        yield Position(
            id=f"{role.id}/{rung}",
            role=role.id,
            rung=rung,
            title=_text(position.title),
            aliases=_words(position.aliases),
            requirements=tuple(_requirements(role, rung)),
            years=(position.years.min, position.years.typical) if position.years else None,
            was=tuple(position.was),
            entry=position.entry,
        )


def _requirements(role: RoleShape, rung: str) -> Iterator[Requirement]:
    """Yield a column of the role's table; what names no source rests on judgement."""
    column = role.column(rung)
    whole = sum(asked.weight for asked in column.values())
    for skill, asked in column.items():
        sources = asked.sources or role.asks[skill].sources or ["judgement"]
        yield Requirement(skill, asked.level, asked.weight / whole, asked.must, tuple(sources))


def _ladder(shape: KbShape, positions: Mapping[str, Position]) -> Ladder:
    return Ladder(
        rungs=tuple(
            Rung(
                r.id,
                r.order,
                _text(r.name),
                _summary(r),
                r.years.min,
                r.years.typical,
                tuple(r.sources),
                r.track,
                (*r.words.zh, *r.words.en),
            )
            for r in sorted(shape.rungs, key=lambda r: r.order)
        ),
        posts=tuple(Post(p.id, p.role, p.rung, p.title) for p in positions.values()),
        moves=(
            *_promotions(shape),
            *(move for lateral in shape.laterals for move in _laterals(lateral)),
            *_crossings(shape),
        ),
    )


def _promotions(shape: KbShape) -> Iterator[Move]:
    for promotion in shape.promotions:
        for end in promotion.to:
            yield Move(promotion.start, end, "promotion", _UNTOLD, tuple(promotion.sources))


def _laterals(lateral: LateralShape) -> Iterator[Move]:
    for rung in lateral.rungs:
        start, end = f"{lateral.start}/{rung}", f"{lateral.to}/{rung}"
        yield Move(start, end, "lateral", _text_or(lateral.why, _UNTOLD), tuple(lateral.sources))


def _crossings(shape: KbShape) -> Iterator[Move]:
    orders = {rung.id: rung.order for rung in shape.rungs}
    for crossing in shape.crossings:
        level = orders[crossing.start.partition("/")[2]] == orders[crossing.to.partition("/")[2]]
        yield Move(
            crossing.start,
            crossing.to,
            "lateral" if level else "diagonal",
            _text_or(crossing.why, _UNTOLD),
            tuple(crossing.sources),
        )


def _question(question: QuestionShape) -> Question:
    return Question(
        id=question.id,
        kind=question.kind,
        text=_text(question.text),
        help=_text(question.help),
        options=tuple(Option(o.id, _text(o.label)) for o in question.options),
        when=_tests(question.when),
        required=question.required,
        interest=question.interest,
        reads=question.reads or "",
        worth=tuple(question.worth),
        sources=tuple(question.sources),
        why=_text_or(question.why, NOTHING),
    )


def _tests(when: Mapping[str, str | list[str] | BoundsShape]) -> tuple[Test, ...]:
    return tuple(_test(name, wanted) for name, wanted in when.items())


def _test(name: str, wanted: str | list[str] | BoundsShape) -> Test:
    if isinstance(wanted, BoundsShape):
        return Test(name, at_least=wanted.at_least, below=wanted.below)
    return Test(name, (wanted,) if isinstance(wanted, str) else tuple(wanted))


def _rules(shape: KbShape) -> Rules:
    return Rules(
        constants=constants_of(shape.constants),
        reasons=reasons_of(shape.constants),
        months=tuple(shape.months[str(level)] for level in range(1, shape.top + 1)),
        routes=tuple(Route(r.id, _text(r.name), _summary(r), tuple(r.sources)) for r in shape.routes),
        route_rules=tuple(
            RouteRule(r.route, _tests(r.when), _text(r.because), tuple(r.sources)) for r in shape.route_rules
        ),
        growth=tuple(Growth(g.id, _tests(g.when), _text(g.text), tuple(g.sources)) for g in shape.growth),
        titles=tuple(
            TitleRule(t.rung, t.advised_as, _tests(t.when), _tests(t.unless), _text(t.because), tuple(t.sources))
            for t in shape.titles
        ),
        situations=tuple(_situation(s) for s in shape.situations),
        leading=Leading(shape.leading.skill, shape.leading.least, tuple(shape.leading.groups))
        if shape.leading
        else None,
    )


def _playbook(told: PlaybookShape) -> Playbook:
    return Playbook(
        find_out=tuple(_text(t) for t in told.find_out),
        ask_for=tuple(_text(t) for t in told.ask_for),
        decide_by=_text(told.decide_by),
        fallback=_text(told.fallback),
    )


def _situation(rule: SituationShape) -> SituationRule:
    playbook = _playbook(rule.playbook) if rule.playbook else None
    return SituationRule(
        rule.id, _tests(rule.when), rule.step, rule.reach, _text(rule.because), playbook, tuple(rule.sources)
    )
