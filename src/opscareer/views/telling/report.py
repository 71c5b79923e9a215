"""What the report tells from its figures besides what other answers tell of theirs."""

from collections.abc import Iterable, Iterator, Sequence

from opscareer.text import Text, joined
from opscareer.views.gaps import GapView
from opscareer.views.report import ReportView, RequirementView
from opscareer.views.steps import have_text
from opscareer.views.telling import advice as telling
from opscareer.views.telling.gaps import answered_text, levels_text
from opscareer.views.words.sentences import NAMED, NOT_COUNTED

TO = "\N{NO-BREAK SPACE}>\N{NO-BREAK SPACE}"
"""Between two levels, so that no line is broken there."""


def present_text(report: ReportView, outside: Text) -> Text:
    """Return the posts that the person holds; `outside` for who holds none."""
    current = report.assess.profile.current
    return joined(report.positions.get(one, Text(one, one)) for one in current) if current else outside


def levels(have: int | None, need: int) -> str:
    """Return the level there is and the level asked; ? where it was not answered."""
    return f"{have_text(have, untried=False)}{TO}{need}"


def gap_levels(gap: GapView) -> str:
    """Return the levels of a gap, on one line."""
    return levels_text(gap, TO)


def short(gaps: Iterable[GapView]) -> Text:
    """Return gaps of the advice as running text, each with its levels."""
    return joined(Text(f"{g.name.zh} {gap_levels(g)}", f"{g.name.en} {gap_levels(g)}") for g in gaps)


def strengths(report: ReportView) -> list[Text]:
    """Return what the person has to show, each with a proof."""
    return [
        NAMED.fill(name=telling.strength_text(one), what=proof)
        for one in report.assess.strengths
        for proof in one.proof[:2]
    ]


def doubts(report: ReportView) -> Iterator[Text]:
    """Yield what stands beside the headline: how much was answered, too early to say, almost level with others."""
    assess, step = report.assess, report.assess.next
    if step:
        found = (answered_text(step.words), telling.early_text(assess, step), telling.tied_text(assess))
        yield from (told for told in found if told)


def trust(report: ReportView) -> Iterator[Text]:
    """Yield how far to trust the advice: the questions left, what would change it, what is not counted."""
    if report.assess.next:
        yield from telling.steady_texts(report.assess, report.assess.next)
    yield telling.questions_text(report.assess)
    yield NOT_COUNTED


def contributions(requirements: Sequence[RequirementView]) -> list[float]:
    """Return the points (0-100, one decimal) of each requirement, rounded so that they add up to the fit as printed."""
    exact = [1000 * r.weight * r.met + 1e-6 for r in requirements]
    whole = [int(tenths) for tenths in exact]
    left = int(sum(exact)) - sum(whole)
    order = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for i in order[:left]:
        whole[i] += 1
    return [tenths / 10 for tenths in whole]


def source_kinds(report: ReportView) -> list[tuple[str, Text]]:
    """Return the kinds of sources that the requirements rest on, each with what it is, in their order."""
    used = {source.partition(":")[0] for r in report.requirements for source in r.sources}
    return [(kind, told) for kind, told in report.sources.items() if kind in used]


def day(report: ReportView, number: int) -> str:
    """Return the day of an assessment (counted from 0), starred where the knowledge base changed before it."""
    history = report.history
    changed = number > 0 and history[number].kb_sha256 != history[number - 1].kb_sha256
    return f"{history[number].day}{'*' if changed else ''}"
