"""The ways to the goal and the plan, as Markdown: lists to read, and boxes to tick."""

from opscareer.render.json_parts import Object
from opscareer.render.markdown.marks import heading, listed, paragraphs, plain
from opscareer.render.report import telling, telling_ways, words
from opscareer.text import Lang, Text, joined
from opscareer.views.words.sentences import KINDS
from opscareer.views.words.units import points


def path(report: Object, lang: Lang) -> list[str]:
    """Return the ways to the goal, each as an ordered list of its legs."""
    ways = [way for way in report["path"]["paths"] if way["steps"]]
    remarks = [telling.said(told) for told in report["path"]["remarks"]]
    if not ways and not remarks:
        return []
    told = [line for way in ways for line in _way(way, lang)]
    return [*heading(2, words.PATH, lang), *told, *paragraphs(remarks, lang)]


def plan(report: Object, lang: Lang) -> list[str]:
    """Return the plan as a list with a box for each of its steps."""
    told = report["plan"]
    if told is None:
        return []
    steps = [line for step in told["steps"] for line in _step(step, lang)]
    return [
        *heading(2, words.PLAN, lang),
        *listed([one.of(lang) for one in telling_ways.plan_summary(report)]),
        *([*steps, ""] if steps else paragraphs([words.PLAN_NONE], lang)),
    ]


def _way(way: Object, lang: Lang) -> list[str]:
    legs = [line for number, leg in enumerate(way["steps"], 1) for line in _leg(number, leg, lang)]
    return [*heading(3, telling_ways.way_title(way), lang), *legs, ""]


def _leg(number: int, leg: Object, lang: Lang) -> list[str]:
    facts = joined((KINDS[leg["kind"]], telling_ways.leg_time(leg)))
    lines = [telling.said(leg["why"])] if leg["why"] else []
    lines += [words.COLON.fill(name=name, what=skills) for name, skills in telling_ways.leg_skills(leg)]
    return [_head(f"{number}.", telling.said(leg["title"]), facts, lang), *_under(lines, lang, "   ")]


def _step(step: Object, lang: Lang) -> list[str]:
    levels = telling.levels(step["from"], step["to"])
    title = Text(f"{step['name']['zh']} {levels}", f"{step['name']['en']} {levels}")
    gain = Text(points(step["gain"]), points(step["gain"]))
    lines = [_after(words.EXPOSURE, step["exposure"])] if step["exposure"] else []
    lines += [_after(words.DO, told) for told in step["actions"]] + [_after(words.SHOW, told) for told in step["proof"]]
    head = _head("- [ ]", title, joined((gain, *telling_ways.step_marks(step), *telling_ways.step_facts(step))), lang)
    return [head, *_under(lines, lang, "  ")]


def _head(mark: str, title: Text, told: Text, lang: Lang) -> str:
    return f"{mark} **{plain(title.of(lang))}** {plain(told.of(lang))}"


def _after(name: Text, told: Object) -> Text:
    return words.COLON.fill(name=name, what=telling.said(told))


def _under(lines: list[Text], lang: Lang, indent: str) -> list[str]:
    return [f"{indent}- {plain(line.of(lang))}" for line in lines]
