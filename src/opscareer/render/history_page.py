"""The assessments kept, for people and for scripts: a line each, the fit over time, and what changed between two."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from opscareer.model.kb import KnowledgeBase
from opscareer.render.json_parts import Object
from opscareer.render.screen.page import Page, bar
from opscareer.text import Text, joined
from opscareer.views.steps import fit_text
from opscareer.views.words.sentences import KINDS, ROLE, ROLE_OF, kind_name

_NONE = Text("还没有评估。先做一次：opscareer assess", "There is no assessment yet. Begin with: opscareer assess")
_HEADINGS = (Text("号", "id"), Text("日期", "date"), Text("匹配度", "fit"), Text("", ""), Text("下一步", "next role"))
_TREND = Text("对{title}，从 {at} 到现在：{points} 分。", "For {title}, since {at}: {points} points.")
_BETWEEN = Text("第 {a} 次（{at}）和第 {b} 次（{bt}）之间", "Between number {a} ({at}) and number {b} ({bt})")
_NEXT = Text("下一步：{before} -> {after}", "Next role: {before} -> {after}")
_SAME = Text("下一步没变：{title}", "The next role is the same: {title}")
_FIT = Text("匹配度：{before} -> {after}", "Fit: {before} -> {after}")
_NOT_ALIKE = Text(
    "两次的匹配度是对不同岗位的，不能直接比。", "The two fits are of different posts, and not to be compared."
)
_KB = Text("知识库也变了，不全是你变了。", "The knowledge base has changed too: not all of it is you.")
_ANSWERS = Text("回答变了的", "Answers that changed")
_NO_ANSWER = Text("没答", "none")
_TOP = Text("（顶上了）", "(top of the ladder)")


class Kept(NamedTuple):
    """One assessment as it was kept: the answers, and the JSON of the advice."""

    id: int
    taken_at: str
    kb_sha256: str
    answers: Mapping[str, Any]
    advice: Mapping[str, Any]

    @property
    def next(self) -> str | None:
        """The position that was suggested."""
        best = self.advice["next"]
        return None if best is None else str(best["position"])

    @property
    def fit(self) -> float | None:
        """The fit (0-1) of the suggested position."""
        best = self.advice["next"]
        return None if best is None else float(best["fit"])

    @property
    def kind(self) -> str | None:
        """The kind of step that was suggested; None where an earlier version did not tell."""
        kind = (self.advice["next"] or {}).get("kind")
        return kind if kind in KINDS else None

    @property
    def gaps_of(self) -> str | None:
        """The position that the fit is of."""
        aim = (self.advice["next"] or {}).get("gaps_of", self.next)
        return aim if isinstance(aim, str) else self.next

    @property
    def answered(self) -> float:
        """The share (0-1) of what the fit rests on that was told; all where an earlier version did not say."""
        share = (self.advice["next"] or {}).get("answered", 1.0)
        return float(share) if isinstance(share, int | float) else 1.0


def history_json(kept: Sequence[Kept]) -> Object:
    """Return the assessments, the oldest first."""
    return {
        "assessments": [
            {
                "id": one.id,
                "taken_at": one.taken_at,
                "current": list(one.answers.get("current", [])),
                "next": one.next,
                "kind": one.kind,
                "fit": one.fit,
                "gaps_of": one.gaps_of,
                "kb_sha256": one.kb_sha256,
            }
            for one in kept
        ]
    }


def history_page(page: Page, kb: KnowledgeBase, kept: Sequence[Kept]) -> None:
    """Write a line for each assessment, with its fit as a bar."""
    if not kept:
        page.say(_NONE)
        return
    rows = [
        (
            str(one.id),
            one.taken_at[:10],
            _fit(one),
            "" if one.fit is None else bar(one.fit, 10),
            _role(kb, one).of(page.lang),
        )
        for one in kept
    ]
    page.table(_HEADINGS, rows, right=(0, 2))
    _trend(page, kb, kept)


def _trend(page: Page, kb: KnowledgeBase, kept: Sequence[Kept]) -> None:
    """Write how far the fit has come while it was of the same position, by the same knowledge base."""
    last = kept[-1]
    same = [one for one in kept if (one.gaps_of, one.kb_sha256) == (last.gaps_of, last.kb_sha256)]
    since = [one for one in same if one.fit is not None]
    if last.fit is not None and len(since) > 1 and since[0].fit is not None:
        change = f"{100 * (last.fit - since[0].fit):+.1f}"
        page.blank()
        page.say(_TREND.fill(title=_title(kb, last.gaps_of), at=since[0].taken_at[:10], points=change))


def difference_json(before: Kept, after: Kept) -> Object:
    """Return what changed between two assessments."""
    return {
        "diff": {
            "from": before.id,
            "to": after.id,
            "next": {"before": before.next, "after": after.next},
            "fit": {"before": before.fit, "after": after.fit},
            "kb_changed": before.kb_sha256 != after.kb_sha256,
            "answers": [{"question": q, "before": a, "after": b} for q, a, b in _changes(before, after)],
        }
    }


def difference_page(page: Page, kb: KnowledgeBase, before: Kept, after: Kept) -> None:
    """Write what changed between two assessments, and so why the advice did."""
    page.say(_BETWEEN.fill(a=before.id, at=before.taken_at[:10], b=after.id, bt=after.taken_at[:10]), "bold")
    was, now = _role(kb, before), _role(kb, after)
    page.say(_SAME.fill(title=now) if was == now else _NEXT.fill(before=was, after=now))
    page.say(_FIT.fill(before=_fit(before), after=_fit(after)))
    if before.gaps_of != after.gaps_of and None not in (before.fit, after.fit):
        page.say(_NOT_ALIKE, "warn")
    if before.kb_sha256 != after.kb_sha256:
        page.say(_KB, "warn")
    changes = _changes(before, after)
    if changes:
        page.head(_ANSWERS)
    for question, old, new in changes:
        page.say(
            f"{_shown(page, old)} -> {_shown(page, new)}", first=f"{_name(kb, question).of(page.lang)}  ", indent=2
        )


def _fit(one: Kept) -> str:
    return "-" if one.fit is None else fit_text(one.fit, one.answered)


def _role(kb: KnowledgeBase, one: Kept) -> Text:
    """Return what was suggested: the post, the kind of step, and what the fit is of where that is another post."""
    title = _title(kb, one.next)
    if one.kind is None:
        return title
    told = ROLE if one.gaps_of == one.next else ROLE_OF
    kind = kind_name(one.kind, inside=bool(one.answers.get("current")))
    return told.fill(title=title, kind=kind, of=_title(kb, one.gaps_of))


def _changes(before: Kept, after: Kept) -> list[tuple[str, Any, Any]]:
    questions = dict.fromkeys([*before.answers, *after.answers])
    pairs = [(question, before.answers.get(question), after.answers.get(question)) for question in questions]
    return [(question, old, new) for question, old, new in pairs if old != new]


def _shown(page: Page, value: Any) -> str:
    if value is None:
        return _NO_ANSWER.of(page.lang)
    return joined(Text(str(v), str(v)) for v in value).of(page.lang) if isinstance(value, list) else str(value)


def _name(kb: KnowledgeBase, question: str) -> Text:
    skill = kb.skills.get(question.removeprefix("skill."))
    asked = kb.questions.get(question)
    return skill.name if skill else asked.text if asked else Text(question, question)


def _title(kb: KnowledgeBase, position: str | None) -> Text:
    if position is None:
        return _TOP
    return kb.positions[position].title if position in kb.positions else Text(position, position)
