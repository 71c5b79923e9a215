"""How questions are put: about the person, about a skill, and whether to go on. Nothing here decides which comes."""

from typing import Literal

from opscareer.interview.answers import MORE, NO, SKILL, YES, Value
from opscareer.interview.progress import Progress
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import position_names
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.model.question import Question
from opscareer.records import dataclass
from opscareer.text import NOTHING, Text, joined

Kind = Literal["positions", "position", "years", "choice", "choices", "text", "skill"]

SURE_TEXT = Text("说不准", "not sure")
OPPORTUNITY_TEXT = Text("还没有机会做", "no opportunity yet")
_WHICH_SHORT = Text("{skill}：哪条最像？", "{skill}: which is closest?")
_WHICH = Text("{skill}：下面哪一条最像你做过的？", "{skill}: which of these comes closest to what you have done?")
_SETTLED = Text(
    "推荐已经有把握了。要不要再答 {n} 题，把差距补全？",
    "The advice is settled. Answer {n} more, so that the list of gaps is whole?",
)
_UNSETTLED = Text(
    "问到这里还没有定下来：推荐有 {share}% 的把握。要不要再答 {n} 题，把差距补全？",
    "This has not settled the advice, which is {share}% sure. Answer {n} more, so that the list of gaps is whole?",
)
_OPEN = Text(
    "问到这里还没有定下来：几个方向差不多。要不要再答 {n} 题，把差距补全？",
    "This has not settled the advice: several ways are much alike. Answer {n} more, so that the list of gaps is whole?",
)
_CERTAIN = Text(
    "推荐多半不会再变，但差什么还没问清楚。要不要再答 {n} 题，把差距补全？",
    "The advice will hardly change, but what you lack is not clear yet. "
    "Answer {n} more, so that the list of gaps is whole?",
)
_ON = Text("再答这 {n} 题", "answer these {n} too")
_MORE_SHORT = Text("再答 {n} 题，把差距补全？", "Answer {n} more, for the whole list of gaps?")
_MORE_HELP = Text(
    "没答的能力会按你的岗位来估，并且标明是估的。",
    "Unanswered skills are estimated from your position, and marked as such.",
)
_ASKED_BY = Text(
    "有 {n} 个岗位要它，要得最高的：{titles}。", "{n} {n|position asks|positions ask} for it, most of all: {titles}."
)
_NAMED = 4
_WHOLE = 100  # per cent


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen; `names` are other words by which it can be found.

    open: of a look over all answers, one that has not been given yet.
    """

    value: Value
    label: Text
    names: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class Ask:
    """A question to put to the person: why it is asked, how far one is, what no answer stands for.

    short: what it is about, where there is room for no more.
    """

    id: str
    kind: Kind
    text: Text
    help: Text
    choices: tuple[Choice, ...]
    required: bool = False
    why: Text | None = None
    progress: Progress | None = None
    skip: Value | None = NOT_SURE
    asked_by: Text | None = None
    short: Text = NOTHING


def about_person(kb: KnowledgeBase, question: Question, progress: Progress | None = None) -> Ask:
    """Return how a question about the person is put; of several to choose, none is an answer."""
    if question.kind in ("positions", "position"):
        names = position_names(kb)
        choices = tuple(Choice(p.id, p.title, names[p.id]) for p in kb.positions.values())
    else:
        choices = tuple(Choice(o.id, o.label) for o in question.options)
    skip: Value = () if question.kind == "choices" else NOT_SURE
    return Ask(
        question.id,
        question.kind,
        question.text,
        question.help,
        choices,
        question.required,
        progress=progress,
        skip=skip,
        short=question.text,
    )


def about_skill(kb: KnowledgeBase, id_: str, why: Text | None = None, progress: Progress | None = None) -> Ask:
    """Return how the question about a skill is put: its levels, and the two answers that are no level."""
    skill = kb.skills[id_]
    levels = tuple(Choice(level, told) for level, told in enumerate(skill.levels))
    choices = (*levels, Choice(NOT_SURE, SURE_TEXT), Choice(NO_OPPORTUNITY, OPPORTUNITY_TEXT))
    text, askers = _WHICH.fill(skill=skill.name), _askers(kb, id_)
    return Ask(
        SKILL + id_,
        "skill",
        text,
        skill.definition,
        choices,
        why=why,
        progress=progress,
        asked_by=askers,
        short=_WHICH_SHORT.fill(skill=skill.name),
    )


def about_more(missing: int, sure: float, *, settled: bool) -> Ask:
    """Return the offer to go on, so that the list of gaps is whole; that the advice is settled is said where it is.

    Enter alone shows a settled advice, and goes on from one that is not, also where no answer could turn it.
    """
    choices = (Choice(YES, _ON.fill(n=missing)), Choice(NO, Text("先看结果", "show the advice")))
    share = int(100 * sure)
    unsettled = _CERTAIN if share == _WHOLE else _UNSETTLED if share else _OPEN
    text = (_SETTLED if settled else unsettled).fill(n=missing, share=share)
    return Ask(
        MORE, "choice", text, _MORE_HELP, choices, skip=NO if settled else YES, short=_MORE_SHORT.fill(n=missing)
    )


def _askers(kb: KnowledgeBase, skill: str) -> Text:
    """Return which positions ask for a skill, those that ask the most of it first."""
    asking = sorted((id_ for id_ in kb.positions if skill in kb.needed[id_]), key=lambda id_: -kb.needed[id_][skill])
    titles = joined(kb.positions[id_].title for id_ in asking[:_NAMED])
    return _ASKED_BY.fill(n=len(asking), titles=titles)
