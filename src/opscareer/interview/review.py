"""All answers in words, for one last look before the advice; and each question again, to answer it anew."""

from opscareer.interview.answers import SKILL, Answers, Value, applying
from opscareer.interview.forms import Ask, Choice, about_person, about_skill
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text, joined

DONE = "done"
_REVIEW = Text("看一眼你的回答，要改哪一条？", "Look over your answers: is there one to change?")
_HELP = Text(
    "改完再看结果。没有要改的就直接看。", "Change what you like, then see the advice. If nothing is wrong, go on."
)
_DONE = Text("没有要改的，看结果", "nothing to change, show the advice")
_NOTHING = Text("（跳过）", "(skipped)")


def review(kb: KnowledgeBase, answers: Answers) -> Ask:
    """Return the question which answer to change; answers that do not count at present are left out."""
    asked = {question.id for question in applying(kb, answers)}
    shown = [id_ for id_ in answers if id_ in asked or id_.startswith(SKILL)]
    lines = tuple(Choice(id_, _line(kb, id_, answers[id_])) for id_ in shown)
    return Ask("review", "choice", _REVIEW, _HELP, (Choice(DONE, _DONE), *lines), skip=DONE)


def again(kb: KnowledgeBase, question: str) -> Ask:
    """Return a question that was answered, to be put again."""
    if question.startswith(SKILL):
        return about_skill(kb, question.removeprefix(SKILL))
    return about_person(kb, kb.questions[question])


def told(kb: KnowledgeBase, question: str, value: Value) -> Text:
    """Return an answer in words."""
    if isinstance(value, tuple):
        options = kb.questions[question].labels
        return joined(options.get(one) or kb.positions[one].title for one in value) if value else _NOTHING
    labels = {choice.value: choice.label for choice in again(kb, question).choices}
    if isinstance(value, str):
        return labels.get(value, _NOTHING)
    if value in labels:
        return Text(f"{value} {labels[value].zh}", f"{value} {labels[value].en}")
    return Text(f"{value:g} 年", f"{value:g} year" if value == 1 else f"{value:g} years")


def _line(kb: KnowledgeBase, question: str, value: Value) -> Text:
    name = kb.skills[question.removeprefix(SKILL)].name if question.startswith(SKILL) else kb.questions[question].text
    answer = told(kb, question, value)
    return Text(f"{name.zh}：{answer.zh}", f"{name.en}: {answer.en}")
