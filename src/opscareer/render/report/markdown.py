"""The report as Markdown in one language: the same telling as the page, with tables where that has drawings."""

from opscareer.render.json_parts import Object
from opscareer.render.markdown.marks import facts, heading, listed, paragraphs, part, plain, table
from opscareer.render.markdown.path import ways_lines
from opscareer.render.markdown.plan import plan_lines
from opscareer.render.report import telling, words
from opscareer.text import Lang, Text
from opscareer.views.path import PathView
from opscareer.views.telling.path import title_text
from opscareer.views.words.sentences import NAMED
from opscareer.views.words.units import percent, points


def markdown(report: Object, lang: Lang) -> str:
    """Return the report as Markdown in a language; all text of the payload stays text."""
    parts = [
        *_head(report, lang),
        *_advice(report, lang),
        *_groups(report, lang),
        *_gaps(report, lang),
        *_path(report["path"], lang),
        *(plan_lines(report["plan"], lang, 2) if report["plan"] else []),
        *_history(report, lang),
        *_sources(report, lang),
        "---",
        "",
        *paragraphs([words.FOOT], lang),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _head(report: Object, lang: Lang) -> list[str]:
    current = report["assess"]["profile"]["current"]
    present = telling.titles(report, current) if current else words.OUTSIDE
    told = [
        (words.PRESENT, present.of(lang)),
        (words.MADE_AT, report["made_at"]),
        (words.KB, telling.kb(report["kb"]).of(lang)),
    ]
    return [*heading(1, words.TITLE, lang), *facts(told, lang)]


def _advice(report: Object, lang: Lang) -> list[str]:
    assess, told = report["assess"], report["told"]
    growth = [telling.said(g["text"]) for g in assess["growth"]]
    if told is None:
        return [*heading(2, words.NEXT, lang), *_at_the_top(assess, growth, lang)]
    way = assess["route"]
    route = [telling.said(way["name"]), *telling.route(way)] if way else []
    return [
        *heading(2, words.NEXT, lang),
        *_standing(report, lang),
        *paragraphs(telling.doubts(report), lang),
        *part(words.WHY, [telling.said(why) for why in assess["next"]["why"]], lang),
        *_strengths(assess, lang),
        *_present(assess, lang),
        *part(telling.said(told["gates"]), [telling.said(gate["opens"]) for gate in assess["gates"]], lang),
        *part(telling.said(told["gates_of"]), [telling.said(gate["opens"]) for gate in told["aim_gates"]], lang),
        *part(words.FLAGS, [telling.said(flag["text"]) for flag in assess["flags"]], lang),
        *_playbook(assess, lang),
        *part(words.ROUTE, route, lang),
        *part(words.GROWTH, growth, lang),
        *_others(told, lang),
        *part(words.TRUST, telling.trust(report), lang),
    ]


def _at_the_top(assess: Object, growth: list[Text], lang: Lang) -> list[str]:
    """Return what to do where no position is above."""
    return [
        *paragraphs([words.TOP, words.TOP_NO_TARGET], lang),
        *_strengths(assess, lang),
        *_present(assess, lang),
        *part(words.FROM_HERE, [*growth, *words.TOP_NEXT], lang),
        *_playbook(assess, lang),
        *paragraphs([words.NOT_COUNTED], lang),
    ]


def _standing(report: Object, lang: Lang) -> list[str]:
    assess, said = report["assess"], report["told"]
    mastery = assess["mastery"]
    done = words.MASTERY_UNKNOWN.of(lang) if mastery is None else percent(mastery)
    told = [
        (telling.said(said["fit_name"]), said["fit"]),
        (words.VERDICT, said["near"][lang]),
        *([(words.MASTERY, done)] if assess["profile"]["current"] else []),
    ]
    return [f"**{plain(said['headline'][lang])}**", "", *facts(told, lang)]


def _strengths(assess: Object, lang: Lang) -> list[str]:
    told = telling.strengths(assess)
    return [*part(words.STRENGTHS, told, lang), *paragraphs([words.DISCREET], lang)] if told else []


def _present(assess: Object, lang: Lang) -> list[str]:
    short = [telling.short(assess["present_gaps"])] if assess["present_gaps"] else []
    return part(words.PRESENT_GAPS, short, lang)


def _playbook(assess: Object, lang: Lang) -> list[str]:
    told = [NAMED.fill(name=name, what=telling.said(one)) for name, texts in telling.playbook(assess) for one in texts]
    return part(words.PLAYBOOK, told, lang)


def _others(told: Object, lang: Lang) -> list[str]:
    rows = [
        (o["title"][lang], o["kind"][lang], o["near"][lang], o["fit"]) for o in told["others"][: words.OTHERS_SHOWN]
    ]
    heads = (words.POSITION, words.KIND, words.VERDICT, words.FIT)
    return [*heading(3, words.OTHERS, lang), *table(heads, rows, lang, right=(3,))] if rows else []


def _groups(report: Object, lang: Lang) -> list[str]:
    rows = [(g["name"][lang], percent(g["weight"]), percent(g["met"])) for g in report["groups"]]
    heads = (words.GROUP, words.SHARE, words.THERE)
    return [*heading(2, words.GROUPS, lang), *table(heads, rows, lang, right=(1, 2))] if rows else []


def _gaps(report: Object, lang: Lang) -> list[str]:
    if report["assess"]["next"] is None:
        return []
    gaps = report["assess"]["gaps"]
    rows = [
        (
            g["name"][lang],
            telling.levels(g["have"], g["need"], untried=g["no_opportunity"]),
            points(g["gain"]),
            _first(g, lang),
        )
        for g in gaps
    ]
    heads = (words.SKILL, words.LEVELS, words.GAIN, words.FIRST)
    told = table(heads, rows, lang, right=(1, 2)) if rows else paragraphs([words.NOTHING_MISSING], lang)
    unknown = [words.GAPS_UNKNOWN] if any(g["assumed"] for g in gaps) else []
    return [*heading(2, words.MISSING, lang), *told, *paragraphs(unknown, lang)]


def _first(gap: Object, lang: Lang) -> str:
    return str(gap["actions"][0][lang]) if gap["actions"] else ""


def _path(path: PathView, lang: Lang) -> list[str]:
    if not path.paths and not path.remarks:
        return []
    return [*heading(2, title_text(path), lang), *ways_lines(path, lang, 3)]


def _history(report: Object, lang: Lang) -> list[str]:
    rows = [
        (
            telling.day(report, number),
            telling.role(report, e).of(lang) if e["next"] else words.TOP_SHORT.of(lang),
            "–" if e["fit"] is None else percent(e["fit"]),
        )
        for number, e in enumerate(report["history"])
    ]
    if len(rows) < 2:
        return []
    changed = [words.HISTORY_KB] if any(row[0].endswith("*") for row in rows) else []
    told = table((words.DATE, words.NEXT_ROLE, words.FIT), rows, lang, right=(2,))
    return [*heading(2, words.HISTORY, lang), *told, *paragraphs(changed, lang)]


def _sources(report: Object, lang: Lang) -> list[str]:
    asked = report["requirements"]
    gives = telling.contributions(asked)
    rows = [_requirement(r, points, lang) for r, points in zip(asked, gives, strict=True)]
    if not rows:
        return []
    total = f"{sum(gives):.1f}"
    rows.append((words.TOTAL.of(lang), "", "", "", total, "", ""))
    heads = (words.SKILL, words.LEVELS, words.SHARE, words.THERE, words.POINTS, words.ANSWER, words.BASIS)
    kinds = [f"{kind}: {told.of(lang)}" for kind, told in telling.source_kinds(report)]
    return [
        *heading(2, words.SOURCES, lang),
        *paragraphs([words.SOURCES_NOTE.fill(fit=total)], lang),
        *table(heads, rows, lang, right=(1, 2, 3, 4)),
        *(heading(3, words.KINDS_OF_SOURCES, lang) if kinds else []),
        *listed(kinds),
    ]


def _requirement(asked: Object, gives: float, lang: Lang) -> tuple[str, ...]:
    return (
        asked["name"][lang],
        telling.levels(asked["have"], asked["level"]),
        f"{100 * asked['weight']:.1f}%",
        percent(asked["met"]),
        f"{gives:.1f}",
        asked["done"][lang] if asked["done"] else words.NOT_TOLD.of(lang),
        ", ".join(asked["sources"]),
    )
