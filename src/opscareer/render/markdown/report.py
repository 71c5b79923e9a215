"""The report as Markdown in one language: the same telling as the page, with tables where that has drawings."""

from opscareer.render.markdown.advice import at_the_top, opening, what_to_do
from opscareer.render.markdown.marks import facts, heading, listed, paragraphs, plain, table
from opscareer.render.markdown.path import ways_lines
from opscareer.render.markdown.person import gaps_part, groups_part
from opscareer.render.markdown.plan import plan_lines
from opscareer.text import Lang
from opscareer.views.advice import AdviceView
from opscareer.views.path import PathView
from opscareer.views.report import ReportView, RequirementView
from opscareer.views.telling import report as telling
from opscareer.views.telling.advice import missing_text
from opscareer.views.telling.path import title_text
from opscareer.views.words import headings as heads
from opscareer.views.words import report as words
from opscareer.views.words.sentences import TOP
from opscareer.views.words.units import percent


def report_markdown(report: ReportView, lang: Lang) -> str:
    """Return the report as Markdown in a language; all text of the report stays text."""
    parts = [
        *_head(report, lang),
        *_advice(report.assess, lang),
        *_missing(report.assess, lang),
        *groups_part(report.groups, lang, 2),
        *_path(report.path, lang),
        *(plan_lines(report.plan, lang, 2) if report.plan else []),
        *_history(report, lang),
        *_sources(report, lang),
        "---",
        "",
        *paragraphs([words.FOOT], lang),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _head(report: ReportView, lang: Lang) -> list[str]:
    told = [(name, fact.of(lang)) for name, fact in telling.head_facts(report)]
    return [*heading(1, words.TITLE, lang), *facts(told, lang)]


def _advice(advice: AdviceView, lang: Lang) -> list[str]:
    name, step = heading(2, heads.NEXT, lang), advice.next
    if step is None:
        return [*name, *paragraphs([TOP, words.TOP_NO_TARGET], lang), *at_the_top(advice, lang, 3)]
    line = f"**{plain(step.words.line.of(lang))}**"
    return [*name, line, "", *opening(advice, step, lang, 3), *what_to_do(advice, step, lang, 3)]


def _missing(advice: AdviceView, lang: Lang) -> list[str]:
    return gaps_part(missing_text(advice, advice.next), advice.gaps, lang, 2) if advice.next else []


def _path(path: PathView, lang: Lang) -> list[str]:
    if not path.paths and not path.remarks:
        return []
    return [*heading(2, title_text(path), lang), *ways_lines(path, lang, 3)]


def _history(report: ReportView, lang: Lang) -> list[str]:
    if len(report.history) < 2:
        return []
    entries = zip(telling.days(report.history), report.history, strict=True)
    rows = [(day, entry.role.of(lang), entry.fit_told) for day, entry in entries]
    told = table((heads.DATE, heads.NEXT_ROLE, heads.FIT), rows, lang, right=(2,))
    changed = [words.HISTORY_KB] if telling.kb_changes(report) else []
    return [*heading(2, words.HISTORY, lang), *told, *paragraphs(changed, lang)]


def _sources(report: ReportView, lang: Lang) -> list[str]:
    if not report.requirements:
        return []
    gives = telling.contributions(report.requirements)
    rows = [_requirement(asked, points, lang) for asked, points in zip(report.requirements, gives, strict=True)]
    total = f"{sum(gives):.1f}"
    rows.append((words.TOTAL.of(lang), "", "", "", total, "", ""))
    columns = (heads.SKILL, heads.LEVELS, heads.SHARE, heads.THERE, words.POINTS, words.ANSWER, heads.SOURCES)
    kinds = [f"{kind}: {told.of(lang)}" for kind, told in telling.source_kinds(report)]
    return [
        *heading(2, words.SOURCES, lang),
        *paragraphs([words.SOURCES_NOTE.fill(fit=total)], lang),
        *table(columns, rows, lang, right=(1, 2, 3, 4)),
        *(heading(3, words.KINDS_OF_SOURCES, lang) if kinds else []),
        *listed(kinds),
    ]


def _requirement(asked: RequirementView, gives: float, lang: Lang) -> tuple[str, ...]:
    return (
        asked.name.of(lang),
        telling.levels_text(asked),
        telling.share_text(asked),
        percent(asked.met),
        f"{gives:.1f}",
        (asked.done or words.NOT_TOLD).of(lang),
        ", ".join(asked.sources),
    )
