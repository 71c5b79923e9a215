"""The answers of one person, in whatever file they are given: an answers file, or a form that was filled in."""

from collections.abc import Callable

from opscareer.interview import Answers
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.answers import ANSWERS, read_answers
from opscareer.outside.files import content, name_of
from opscareer.outside.kinds import Kind, kind_of
from opscareer.text import Text


def answers_of(kb: KnowledgeBase, name: str, note: Callable[[Text], object] = lambda _: None) -> Answers:
    """Return the answers of a file, or of standard input where its name is -: YAML, JSON, or a form that was filled in.

    note: takes what else there is to say of the file.

    Raises UsageError where it cannot be read, FaultyAnswersError with all its faults.
    """
    told = content(name, ANSWERS)
    if kind_of(told) is Kind.ANSWERS:
        return read_answers(kb, told, name_of(name), note=note)
    from opscareer.outside.people.one import answers_in, is_table

    if is_table(kb, name, told):
        return answers_in(kb, name, told, note)
    return read_answers(kb, told, name_of(name), note=note)
