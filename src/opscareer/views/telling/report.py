"""What the report tells from its figures, beside what advice, ways, plan and history tell of theirs."""

from collections.abc import Iterator, Sequence

from opscareer.interview.cell_names import OUTSIDE
from opscareer.model.nouns import PRESENT_POST
from opscareer.text import Text, joined
from opscareer.views.assessment_line import AssessmentView
from opscareer.views.report import ReportView, RequirementView
from opscareer.views.words.headings import DATE, KNOWLEDGE_BASE
from opscareer.views.words.units import APART, have_text

_KB = Text("{name} {version}", "{name} {version}")


def present_text(report: ReportView) -> Text:
    """Return the titles that the person holds now."""
    held = report.assess.profile.current
    return joined(report.positions[position] for position in held) if held else OUTSIDE


def head_facts(report: ReportView) -> tuple[tuple[Text, Text], ...]:
    """Return what stands at the head: the present post, what one told in words, the date, the knowledge base."""
    return (
        (PRESENT_POST, present_text(report)),
        *((asked, Text(told, told)) for asked, told in report.notes),
        (DATE, Text(report.made_at, report.made_at)),
        (KNOWLEDGE_BASE, kb_text(report)),
    )


def kb_text(report: ReportView) -> Text:
    """Return the name and version of the knowledge base."""
    return _KB.fill(name=report.name, version=report.version)


def levels_text(asked: RequirementView) -> str:
    """Return the level told and the level asked."""
    return f"{have_text(asked.have)}{APART}{asked.level}"


def share_text(asked: RequirementView) -> str:
    """Return the share of a requirement as it is reckoned with."""
    return f"{100 * asked.weight:.1f}%"


def contributions(requirements: Sequence[RequirementView]) -> list[float]:
    """Return the points (0-100, one decimal) of each requirement, rounded so that they add up to the fit as printed."""
    exact = [1000 * asked.weight * asked.met + 1e-6 for asked in requirements]
    whole = [int(tenths) for tenths in exact]
    left = int(sum(exact)) - sum(whole)
    order = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for i in order[:left]:
        whole[i] += 1
    return [tenths / 10 for tenths in whole]


def source_kinds(report: ReportView) -> list[tuple[str, Text]]:
    """Return the kinds of sources that the requirements rest on, each with what it is, in the order of the base."""
    used = {source.partition(":")[0] for asked in report.requirements for source in asked.sources}
    return [(kind, told) for kind, told in report.sources.items() if kind in used]


def days(history: Sequence[AssessmentView]) -> Iterator[str]:
    """Yield the day of each assessment, starred where the knowledge base changed before it."""
    before = None
    for entry in history:
        changed = before is not None and before != entry.kb_sha256
        yield f"{entry.day}{'*' if changed else ''}"
        before = entry.kb_sha256


def kb_changes(report: ReportView) -> bool:
    """Return whether the assessments rest on more than one knowledge base."""
    return len({entry.kb_sha256 for entry in report.history}) > 1
