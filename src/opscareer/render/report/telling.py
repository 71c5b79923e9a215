"""What the report tells from the figures of its payload, as text in both languages; HTML and Markdown both say it."""

from collections.abc import Iterable, Sequence

from opscareer.render.json_parts import Object
from opscareer.render.page import percent
from opscareer.render.phrases import ANSWERED, CONFIDENCE, EARLY, HIGH, LOW, SHIFTED, STABLE, TELLING, TIED
from opscareer.text import Text, joined

_TO = "\N{NO-BREAK SPACE}>\N{NO-BREAK SPACE}"  # so that no line is broken between two levels
_ASKED = Text("{total} 项能力里问了 {asked} 项。", "{asked} of {total} skills were asked about.")
_SKIPPED = Text(
    "{total} 项能力里问了 {asked} 项，其中 {skipped} 项没有给出级别。",
    "{asked} of {total} skills were asked about; {skipped} of those were left without a level.",
)


def said(told: Object) -> Text:
    """Return a text of the payload as one that can be filled in and joined."""
    return Text(told["zh"], told["en"])


def titles(report: Object, positions: Iterable[str]) -> Text:
    """Return the titles of positions as running text; of one that the knowledge base does not know, its id."""
    known = report["positions"]
    return joined(said(known[p]) if p in known else Text(p, p) for p in positions)


def kb(whole: Object) -> Text:
    """Return the name and version of the knowledge base."""
    name, version = whole["name"], whole["version"]
    return Text(f"{name['zh']} {version}", f"{name['en']} {version}")


def levels(have: int | None, need: int) -> str:
    """Return the level there is and the level asked; ? where it was not answered."""
    return f"{'?' if have is None else have}{_TO}{need}"


def short(gaps: Iterable[Object]) -> Text:
    """Return gaps of the advice as running text, each with its levels."""
    told = ((said(gap["name"]), levels(gap["have"], gap["need"])) for gap in gaps)
    return joined(Text(f"{name.zh} {step}", f"{name.en} {step}") for name, step in told)


def route(way: Object) -> list[Text]:
    """Return the reason that weighs most for the way to take, and what the way is."""
    return [said(told) for told in (*way["why"][:1], way["summary"])]


def doubts(report: Object) -> list[Text]:
    """Return what stands beside the headline: how much was answered, too early to say, almost level with others."""
    assess, asked = report["assess"], report["requirements"]
    known = sum(r["have"] is not None for r in asked)
    answered = [ANSWERED.fill(n=len(asked), k=known)] if known < len(asked) else []
    early = [EARLY] if assess["confidence"] < TELLING else []
    tied = [TIED.fill(titles=titles(report, assess["tied"]))] if assess["tied"] else []
    return [*answered, *early, *tied]


def trust(report: Object) -> list[Text]:
    """Return how far to trust the advice: the questions left, and what ratings a level off would change."""
    assess = report["assess"]
    steady, best = assess["steadiness"], assess["next"]["position"]
    shifted = [
        SHIFTED.fill(way=way, title=titles(report, [steady[side]["position"]]))
        for side, way in (("lower", HIGH), ("higher", LOW))
        if steady[side]["position"] not in (None, best)
    ]
    stable = [STABLE] if steady["stable"] else []
    asked = assess["questions"]
    answered = (_SKIPPED if asked["skipped"] else _ASKED).fill(**asked)
    return [CONFIDENCE.fill(share=percent(assess["confidence"])), *stable, *shifted, answered]


def contributions(requirements: Sequence[Object]) -> list[float]:
    """Return the points (0-100, one decimal) of each requirement, rounded so that they add up to the fit as printed."""
    exact = [1000 * r["weight"] * r["met"] + 1e-6 for r in requirements]
    whole = [int(tenths) for tenths in exact]
    left = int(sum(exact)) - sum(whole)
    order = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for i in order[:left]:
        whole[i] += 1
    return [tenths / 10 for tenths in whole]


def source_kinds(report: Object) -> list[tuple[str, Text]]:
    """Return the kinds of sources that the requirements rest on, each with what it is, in the order of the payload."""
    used = {source.partition(":")[0] for r in report["requirements"] for source in r["sources"]}
    return [(kind, said(told)) for kind, told in report["sources"].items() if kind in used]


def day(report: Object, number: int) -> str:
    """Return the day of an assessment (counted from 0), starred where the knowledge base changed before it."""
    history = report["history"]
    changed = number > 0 and history[number]["kb_sha256"] != history[number - 1]["kb_sha256"]
    return f"{history[number]['taken_at'][:10]}{'*' if changed else ''}"
