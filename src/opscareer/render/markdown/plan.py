"""The plan as Markdown with boxes to tick: to keep, to print, to go through with a manager."""

from collections.abc import Iterator, Sequence

from opscareer.render.markdown.marks import heading, paragraphs, plain
from opscareer.text import Lang, Text
from opscareer.views.plan import PlanView
from opscareer.views.plan_steps import PlanStep
from opscareer.views.telling import plan as words
from opscareer.views.words.headings import MUST


def plan_markdown(plan: PlanView, lang: Lang) -> str:
    """Return a plan as Markdown in one language; all text is escaped."""
    growth = paragraphs([growth.text for growth in plan.growth[:1]], lang)
    first = [first] if (first := words.first_text(plan)) else []
    return "\n".join((*plan_lines(plan, lang, 1, first), *growth)).rstrip() + "\n"


def plan_lines(plan: PlanView, lang: Lang, level: int, first: Sequence[Text] = ()) -> list[str]:
    """Return a plan under a heading of a level: what comes first, how far it is, and a box for each of its steps."""
    steps = [line for step in plan.told for line in _step(step, lang)]
    return [
        *heading(level, words.TITLE.fill(title=plan.aim), lang),
        *paragraphs([*first, *words.summary(plan)], lang),
        *([*steps, ""] if steps else paragraphs([words.DONE], lang)),
    ]


def _step(step: PlanStep, lang: Lang) -> Iterator[str]:
    must = f" ({MUST.of(lang)})" if step.must else ""
    yield f"- [ ] **{plain(words.step_text(step).of(lang))}**{must} {plain(words.facts_text(step).of(lang))}"
    for told in (*words.notes_of(step), *words.steps_to_take(step), words.look_text(step)):
        yield f"  - {plain(told.of(lang))}"
