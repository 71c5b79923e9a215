"""The ways to a goal as Markdown: an ordered list of steps for each."""

from opscareer.render.markdown.marks import heading, listed, paragraphs, plain
from opscareer.text import Lang
from opscareer.views.path import LegView, PathView, WayView
from opscareer.views.telling import path as words


def path_markdown(view: PathView, lang: Lang) -> str:
    """Return the ways as Markdown in one language; all text is escaped."""
    if not view.paths:
        return "\n".join(paragraphs([words.nowhere_text(view)], lang))
    return "\n".join((*heading(1, words.title_text(view), lang), *ways_lines(view, lang, 2))).rstrip() + "\n"


def ways_lines(view: PathView, lang: Lang, level: int) -> list[str]:
    """Return each way under a heading of a level, and at the end what to know before choosing among them."""
    lines = [line for way in view.paths for line in _way(way, lang, level)]
    if view.remarks:
        lines += [*heading(level, words.NOTES, lang), *listed([remark.of(lang) for remark in view.remarks])]
    return lines


def _way(way: WayView, lang: Lang, level: int) -> list[str]:
    legs = [line for number, leg in enumerate(way.steps, 1) for line in _leg(number, leg, lang)]
    return [*heading(level, words.way_text(way), lang), *legs, ""]


def _leg(number: int, leg: LegView, lang: Lang) -> list[str]:
    head = f"{number}. **{plain(words.leg_text(leg).of(lang))}** {plain(words.leg_time(leg).of(lang))}"
    return [head, *(f"   - {plain(one.of(lang))}" for one in words.leg_lines(leg))]
