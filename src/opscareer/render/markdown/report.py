"""The report as Markdown in one language: the same telling as the page, with tables where that has drawings."""

from opscareer.render.markdown.advice import opening, what_to_do
from opscareer.render.markdown.marks import facts, heading, listed, paragraphs, part, plain, table
from opscareer.render.markdown.path import ways_lines
from opscareer.render.markdown.person import gaps_part, groups_part, playbook_part, strengths_part
from opscareer.render.markdown.plan import plan_lines
from opscareer.text import Lang
from opscareer.views.path import PathView
from opscareer.views.report import ReportView, RequirementView
from opscareer.views.telling import report as telling
from opscareer.views.telling.advice import from_here
from opscareer.views.telling.path import title_text
from opscareer.views.words import headings as heads
from opscareer.views.words import report as words
from opscareer.views.words.sentences import NOT_COUNTED, TOP
from opscareer.views.words.units import percent


def report_markdown(report: ReportView, lang: Lang) -> str:
    """Return the report as Markdown in a language; all text of it stays text."""
    parts = [
        *_head(report, lang),
        *_advice(report, lang),
        *groups_part(report.groups, lang, 2),
        *(gaps_part(heads.MISSING, report.assess.gaps, lang, 2) if report.assess.next else []),
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
    told = [
        (words.PRESENT, telling.present_text(report, words.OUTSIDE).of(lang)),
        (words.MADE_AT, report.made_at),
        (words.KB, report.knowledge.of(lang)),
    ]
    return [*heading(1, words.TITLE, lang), *facts(told, lang)]


def _advice(report: ReportView, lang: Lang) -> list[str]:
    assess = report.assess
    if assess.next is None:
        return [*heading(2, heads.NEXT, lang), *_at_the_top(report, lang)]
    return [
        *heading(2, heads.NEXT, lang),
        f"**{plain(assess.next.words.line.of(lang))}**",
        "",
        *opening(assess, assess.next, lang, 3),
        *what_to_do(assess, assess.next, lang, 3),
    ]


def _at_the_top(report: ReportView, lang: Lang) -> list[str]:
    """Return what to do where no position is above."""
    assess = report.assess
    short = [telling.short(assess.present_gaps)] if assess.present_gaps else []
    return [
        *paragraphs([TOP, words.TOP_NO_TARGET], lang),
        *strengths_part(assess.strengths, lang, 3),
        *part(heads.PRESENT_GAPS, short, lang),
        *part(heads.FROM_HERE, from_here(assess), lang),
        *playbook_part(assess.playbook, lang, 3),
        *paragraphs([NOT_COUNTED], lang),
    ]


def _path(path: PathView, lang: Lang) -> list[str]:
    if not path.paths and not path.remarks:
        return []
    return [*heading(2, title_text(path), lang), *ways_lines(path, lang, 3)]


def _history(report: ReportView, lang: Lang) -> list[str]:
    rows = [
        (telling.day(report, number), one.role.of(lang), "–" if one.fit is None else one.fit_told)
        for number, one in enumerate(report.history)
    ]
    if len(rows) < 2:
        return []
    changed = [words.HISTORY_KB] if any(row[0].endswith("*") for row in rows) else []
    told = table((words.DATE, words.NEXT_ROLE, words.FIT), rows, lang, right=(2,))
    return [*heading(2, words.HISTORY, lang), *told, *paragraphs(changed, lang)]


def _sources(report: ReportView, lang: Lang) -> list[str]:
    gives = telling.contributions(report.requirements)
    rows = [_requirement(r, points, lang) for r, points in zip(report.requirements, gives, strict=True)]
    if not rows:
        return []
    total = f"{sum(gives):.1f}"
    rows.append((words.TOTAL.of(lang), "", "", "", total, "", ""))
    columns = (words.SKILL, words.LEVELS, words.SHARE, words.THERE, words.POINTS, words.ANSWER, words.BASIS)
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
        telling.levels(asked.have, asked.level),
        f"{100 * asked.weight:.1f}%",
        percent(asked.met),
        f"{gives:.1f}",
        (asked.done or words.NOT_TOLD).of(lang),
        ", ".join(asked.sources),
    )
