"""The questionnaire to hand out: what is asked for one position, for a role or for all, and what may be answered."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from opscareer.interview import Value
from opscareer.interview.answers import SKILL
from opscareer.interview.both import Words
from opscareer.interview.cell_names import OUTSIDE
from opscareer.interview.columns import CURRENT, ID, column_put
from opscareer.interview.forms import Kind
from opscareer.interview.putting import put
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.model.question import Question
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import IfAsked, OnPages, PositionId

ALL = Text("全部能力", "all skills")
ABOUT_YOU = Text("关于你", "About you")
_POSTS = Text(
    "身兼几职就都写上，用分号隔开。还没入行也不要空着，写「{outside}」。头衔跟实际做的事不一样时，写实际做的；"
    "眼下没工作，写最近那一份。",
    "If you hold several, give them all, with semicolons between them. Not in the trade yet? Do not leave it blank,"
    " but answer “{outside}”. Where title and work differ, go by the work; between jobs, by the last one.",
)
_SEVERAL = Text("可以写几个，用分号隔开。", "There may be several, with semicolons between them.")


class Handing(NamedTuple):
    """How a form is handed out: a row or a sheet a person, for how many, and whether in both languages."""

    rows: bool = False
    people: int = 1
    both: bool = False


@dataclass(frozen=True)
class Choosable:
    """What may be answered: the value, what it says, and the words in which a cell says it."""

    value: str | int
    text: Text
    words: OnPages[Words]


@dataclass(frozen=True)
class AskedView:
    """A question of the form: by its id, as in an answers file; column: what it is called over a row a person.

    options: of positions none, as all that there are stand once in the form.
    """

    id: str
    kind: Kind
    text: Text
    help: Text
    options: tuple[Choosable, ...]
    column: OnPages[Words]

    @property
    def several(self) -> bool:
        """Whether a cell may hold more than one answer."""
        return self.kind in ("positions", "choices")


@dataclass(frozen=True)
class Section:
    """Questions that belong together."""

    name: Text
    questions: tuple[AskedView, ...]


@dataclass(frozen=True)
class FormView:
    """All that is asked; for which position or role, where it is not for all."""

    position: IfAsked[PositionId]
    role: IfAsked[str]
    questions: tuple[AskedView, ...]
    positions: tuple[Choosable, ...]
    title: OnPages[Text]
    sections: OnPages[tuple[Section, ...]]
    person: OnPages[Words]
    outside: OnPages[Words]
    handing: OnPages[Handing]


def form_view(kb: KnowledgeBase, handing: Handing, *, position: str | None = None, role: str | None = None) -> FormView:
    """Return the form for a position, for all positions of a role, or for all there are."""
    sections = tuple(_sections(kb, _skills(kb, position, role)))
    title = kb.positions[position].title if position else kb.roles[role].name if role else ALL
    return FormView(
        position=position,
        role=role,
        questions=tuple(question for section in sections for question in section.questions),
        positions=tuple(_choosable(kb, CURRENT, id_, post.title) for id_, post in kb.positions.items()),
        title=title,
        sections=sections,
        person=column_put(kb, ID),
        outside=put(kb, CURRENT, ()),
        handing=handing,
    )


def _skills(kb: KnowledgeBase, position: str | None, role: str | None) -> Collection[str]:
    """Return what a position asks for, or any position of a role, or all there is."""
    wanted = [id_ for id_, one in kb.positions.items() if id_ == position or (role and one.role == role)]
    return {skill for id_ in wanted for skill in kb.needed[id_]} if wanted else kb.skills


def _sections(kb: KnowledgeBase, skills: Collection[str]) -> Iterator[Section]:
    """Yield what is asked of the person, then the skills, group by group."""
    yield Section(ABOUT_YOU, tuple(_about_person(kb, question) for question in kb.questions.values()))
    for group in kb.groups:
        own = tuple(_about_skill(kb, id_) for id_ in kb.skills if id_ in skills and kb.skills[id_].group == group.id)
        if own:
            yield Section(group.name, own)


def _about_person(kb: KnowledgeBase, question: Question) -> AskedView:
    labels = question.labels
    options = tuple(_choosable(kb, question.id, id_, label) for id_, label in labels.items())
    return AskedView(question.id, question.kind, question.text, _help(question), options, column_put(kb, question.id))


def _about_skill(kb: KnowledgeBase, id_: str) -> AskedView:
    skill, question = kb.skills[id_], SKILL + id_
    levels = tuple(_choosable(kb, question, level, told) for level, told in enumerate(skill.levels))
    others = tuple(_choosable(kb, question, value, None) for value in (NOT_SURE, NO_OPPORTUNITY))
    return AskedView(question, "skill", skill.name, skill.definition, (*levels, *others), column_put(kb, question))


def _choosable(kb: KnowledgeBase, question: str, value: str | int, text: Text | None) -> Choosable:
    answer: Value = (str(value),) if question == CURRENT else value
    words = put(kb, question, answer)
    return Choosable(value, text or Text(words.zh, words.en), words)


def _help(question: Question) -> Text:
    """Return how to answer; where an interview would pass over a question, a cell has to say it."""
    if question.kind == "positions":
        return _POSTS.fill(outside=OUTSIDE)
    if question.kind == "choices":
        return Text(f"{question.help.zh}{_SEVERAL.zh}", f"{question.help.en} {_SEVERAL.en}".strip())
    return question.help
