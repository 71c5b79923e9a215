"""What the report tells from the figures of its payload, as text in both languages; HTML and Markdown both say it."""

from collections.abc import Iterable, Sequence

from opscareer.render.json_parts import Object
from opscareer.text import Text, joined
from opscareer.views.steps import MOSTLY, have_text
from opscareer.views.words.sentences import (
    ANSWERED,
    ANSWERED_FEW,
    AS_OFFERED,
    ASK_FOR,
    ASKED,
    ASKED_SKIPPED,
    DECIDE_BY,
    EARLY,
    FALLBACK,
    FIND_OUT,
    HIGH,
    LOW,
    NAMED,
    NOT_COUNTED,
    ROLE,
    ROLE_OF,
    SHIFTED,
    SHIFTED_STAY,
    STABLE,
    STRENGTH,
    STRENGTH_NEW,
    TELLING,
    TIED,
    confidence_text,
    kind_name,
)

_TO = "\N{NO-BREAK SPACE}>\N{NO-BREAK SPACE}"  # so that no line is broken between two levels


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


def levels(have: int | None, need: int, *, untried: bool = False) -> str:
    """Return the level there is and the level asked; ? where it was not answered, - without an opportunity so far."""
    return f"{have_text(have, untried=untried)}{_TO}{need}"


def short(gaps: Iterable[Object]) -> Text:
    """Return gaps of the advice as running text, each with its levels."""
    told = ((said(gap["name"]), levels(gap["have"], gap["need"], untried=gap["no_opportunity"])) for gap in gaps)
    return joined(Text(f"{name.zh} {step}", f"{name.en} {step}") for name, step in told)


def route(way: Object) -> list[Text]:
    """Return the reason that weighs most for the way to take, and what the way is."""
    return [said(told) for told in (*way["why"][:1], way["summary"])]


def strengths(assess: Object) -> list[Text]:
    """Return what the person has to show, each with a proof."""
    return [
        NAMED.fill(name=_strength(one), what=said(proof)) for one in assess["strengths"] for proof in one["proof"][:2]
    ]


def playbook(assess: Object) -> list[tuple[Text, list[Object]]]:
    """Return how to go about what brings the person: each part by its name; nothing where nothing is told of that."""
    told = assess["playbook"]
    if told is None:
        return []
    parts = ((FIND_OUT, told["find_out"]), (ASK_FOR, told["ask_for"]))
    return [*parts, (DECIDE_BY, [told["decide_by"]]), (FALLBACK, [told["fallback"]])]


def doubts(report: Object) -> list[Text]:
    """Return what stands beside the headline: how much was answered, too early to say, almost level with others."""
    assess, asked = report["assess"], report["requirements"]
    known = sum(r["have"] is not None or r["skill"] in assess["profile"]["no_opportunity"] for r in asked)
    how = ANSWERED if assess["next"]["answered"] >= MOSTLY else ANSWERED_FEW
    answered = [how.fill(n=len(asked), k=known)] if known < len(asked) else []
    early = [EARLY] if assess["confidence"] < TELLING and not report["told"]["offered"] else []
    tied = [TIED.fill(titles=titles(report, assess["tied"]))] if assess["tied"] else []
    return [*answered, *early, *tied]


def trust(report: Object) -> list[Text]:
    """Return how far to trust the advice: the questions left, what would change it, what is not counted."""
    assess = report["assess"]
    steady, best = assess["steadiness"], assess["next"]["position"]
    shifted = [
        _shifted(assess, steady[side]["position"]).fill(way=way, title=titles(report, [steady[side]["position"]]))
        for side, way in (("lower", HIGH), ("higher", LOW))
        if steady[side]["position"] not in (None, best)
    ]
    sure = AS_OFFERED if report["told"]["offered"] else confidence_text(assess["confidence"])
    stable = [STABLE] if steady["stable"] else []
    asked = assess["questions"]
    answered = (ASKED_SKIPPED if asked["skipped"] else ASKED).fill(**asked)
    return [sure, *stable, *shifted, answered, NOT_COUNTED]


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


def role(report: Object, entry: Object) -> Text:
    """Return what an assessment suggested: the post, the kind of step, and what the fit is of where that is another."""
    title, of = titles(report, [entry["next"]]), titles(report, [entry["gaps_of"]])
    if entry["kind"] is None:
        return title
    told = ROLE if entry["next"] == entry["gaps_of"] else ROLE_OF
    return told.fill(title=title, kind=kind_name(entry["kind"], inside=bool(entry["current"])), of=of)


def day(report: Object, number: int) -> str:
    """Return the day of an assessment (counted from 0), starred where the knowledge base changed before it."""
    history = report["history"]
    changed = number > 0 and history[number]["kb_sha256"] != history[number - 1]["kb_sha256"]
    return f"{history[number]['taken_at'][:10]}{'*' if changed else ''}"


def _strength(one: Object) -> Text:
    told = STRENGTH if one["need"] else STRENGTH_NEW
    return told.fill(skill=said(one["name"]), have=one["have"], need=one["need"])


def _shifted(assess: Object, position: str) -> Text:
    return SHIFTED_STAY if position in assess["profile"]["current"] else SHIFTED
