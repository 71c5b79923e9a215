"""Questions, and the tests that rules make of answers, as the model holds them."""

from collections.abc import Mapping

from opscareer.knowledge.building.words import text_of, text_or
from opscareer.knowledge.shapes.question import BoundsShape, QuestionShape
from opscareer.model.question import Option, Question
from opscareer.model.rules import Test
from opscareer.text import NOTHING


def question_of(question: QuestionShape) -> Question:
    """Return a question."""
    return Question(
        id=question.id,
        kind=question.kind,
        text=text_of(question.text),
        help=text_of(question.help),
        options=tuple(Option(o.id, text_of(o.label), text_of(o.say) if o.say else None) for o in question.options),
        when=tests_of(question.when),
        required=question.required,
        interest=question.interest,
        reads=question.reads or "",
        worth=tuple(question.worth),
        sources=tuple(question.sources),
        why=text_or(question.why, NOTHING),
        unless=tests_of(question.unless),
    )


def tests_of(when: Mapping[str, str | list[str] | BoundsShape]) -> tuple[Test, ...]:
    """Return the tests that all have to hold."""
    return tuple(_test(name, wanted) for name, wanted in when.items())


def _test(name: str, wanted: str | list[str] | BoundsShape) -> Test:
    if isinstance(wanted, BoundsShape):
        return Test(name, at_least=wanted.at_least, below=wanted.below)
    return Test(name, (wanted,) if isinstance(wanted, str) else tuple(wanted))
