import re
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from opscareer.ask.beginning import fill_in, go_on
from opscareer.ask.conversation import Conversation
from opscareer.ask.plain.prompter import PlainPrompter
from opscareer.ask.prompters import prompter
from opscareer.ask.steps import Put, Step
from opscareer.ask.terminal.prompter import TerminalPrompter
from opscareer.errors import InterruptedByUserError
from opscareer.interview import DONE, GO_ON, Answers, Ask, Value, next_question, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.text import NOTHING, Text

FEW = 3
"""Questions: from when the end is in sight."""


class Person:
    """Somebody who answers by a rule, and hears what is said."""

    keys = Text("键", "keys")

    def __init__(self, answer: Callable[[Ask], Value | Step]) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.heard: list[Text] = []
        self.told: list[Text] = []
        self.offered: list[Ask] = []
        self.refused: list[Text] = []
        self.reminded: dict[str, Value | None] = {}
        self.looks_over: list[Value | Step] = []

    def ask(self, put: Put) -> Value | Step:
        """Answer; what is looked over at the end is right."""
        question = put.question
        if question.id == "review":
            self.offered.append(question)
            return self.looks_over.pop() if self.looks_over else DONE
        self.asked.append(question.id)
        self.heard.append(put.progress)
        self.reminded[question.id] = put.before
        while (objection := put.objection(value := self.answer(question))) != NOTHING:
            self.refused.append(objection)
        return value

    def tell(self, lines: Sequence[Text]) -> None:
        """Hear what is told."""
        self.told.extend(lines)


def modest(question: Ask) -> Value:
    """Answer as a data specialist who does most things with guidance."""
    match question.kind:
        case "positions":
            return ("data-ops/specialist",)
        case "position":
            return "not-sure"
        case "years":
            return 2.0
        case "skill":
            return 2
        case "text":
            return "Hangzhou"
        case _:
            return question.choices[-1].value


def forget(answers: Answers) -> None:
    """Keep nothing."""


def converse(kb: KnowledgeBase, answers: Answers, person: Person, keep: Callable[[Answers], None]) -> Answers:
    """Return the answers of a conversation with a person."""
    return Conversation(kb, person, keep, answers).hold()


def test_a_whole_conversation(kb: KnowledgeBase) -> None:
    """A conversation ends when nothing is left to ask; every answer is handed on as soon as it is given."""
    person, kept = Person(modest), list[Answers]()
    answers = converse(kb, {}, person, kept.append)
    assert next_question(kb, answers) is None
    assert kept[-1] == answers
    assert [len(told) for told in kept] == list(range(1, len(answers) + 1))
    assert list(answers) == person.asked


def test_a_conversation_goes_on(kb: KnowledgeBase) -> None:
    """Answers given before are not asked for again, and the end is the same."""
    whole = converse(kb, {}, Person(modest), forget)
    half = dict(list(whole.items())[: len(whole) // 2])
    person = Person(modest)
    assert converse(kb, half, person, forget) == whole
    assert not set(person.asked) & set(half)


def test_wrong_answers_are_refused(kb: KnowledgeBase) -> None:
    """An answer that is not valid is refused with a reason, kept nowhere, and asked for again."""
    tries = iter([-1.0, float("nan"), 61.0])
    person, kept = Person(lambda q: next(tries, 2.0) if q.id == "years" else modest(q)), list[Answers]()
    answers = converse(kb, {}, person, kept.append)
    assert [told.en for told in person.refused] == ["write years from 0 to 60, as 2.5"] * 3
    assert answers["years"] == 2.0
    assert all(told.get("years", 2.0) == 2.0 for told in kept)


@pytest.mark.parametrize(("question", "wrong"), [("years_total", 1.0), ("years", 9.0)])
def test_years_that_cannot_both_be(kb: KnowledgeBase, question: str, wrong: float) -> None:
    """Longer at one's level than in the trade is told at once, asked for or changed, and not kept."""
    whole = converse(kb, {}, Person(modest), forget)
    tries = iter([wrong])
    person = Person(lambda q: next(tries, 2.0) if q.id == question else modest(q))
    if question == "years":
        person.looks_over = ["years"]
    assert converse(kb, whole if question == "years" else {}, person, forget) == whole
    (told,) = person.refused
    assert "One of them must be wrong" in told.en


def test_stopping_keeps_what_was_told(kb: KnowledgeBase) -> None:
    """Who stops has all answers up to then handed on."""

    def stopping(question: Ask) -> Value:
        if question.kind == "skill":
            raise InterruptedByUserError("停", "stop")
        return modest(question)

    person, kept = Person(stopping), list[Answers]()
    with pytest.raises(InterruptedByUserError):
        converse(kb, {}, person, kept.append)
    assert list(kept[-1]) == person.asked[:-1]


def test_going_back(kb: KnowledgeBase) -> None:
    """Going back asks the last question again, as often as wished, with what was answered, which stays an answer."""
    steps = {"goal": 2}

    def hesitant(question: Ask) -> Value | Step:
        if steps.get(question.id):
            steps[question.id] -= 1
            return Step.BACK
        return modest(question)

    person, kept = Person(hesitant), list[Answers]()
    answers = converse(kb, {}, person, kept.append)
    assert person.asked[:7] == ["current", "years", "years_total", "goal", "years_total", "goal", "years_total"]
    assert person.reminded["years_total"] == 2.0
    assert answers == converse(kb, {}, Person(modest), forget)
    assert all(told["years_total"] == 2.0 for told in kept[2:])


BACK_OVER = 4
"""Questions that somebody goes back over."""


class Wavering(Person):
    """Somebody who goes back over some questions from one on, answers those told otherwise, and then does `last`."""

    def __init__(self, at: str, last: Callable[[Ask], Value | Step], changed: Answers) -> None:
        super().__init__(self._answered)
        self._at, self._last, self._changed, self._back = at, last, dict(changed), 0

    def _answered(self, question: Ask) -> Value | Step:
        if question.id == self._at or 0 < self._back < BACK_OVER:
            self._back += 1
            self._at = ""
            return Step.BACK
        if self._back and question.id in self._changed:
            return self._changed.pop(question.id)
        return self._last(question) if self._back and not self._changed else modest(question)


def stop(_: Ask) -> Value:
    """Stop."""
    raise InterruptedByUserError("停", "stop")


def enough(_: Ask) -> Step:
    """Have enough."""
    return Step.ENOUGH


@pytest.mark.parametrize("changed", [{}, {"years": 1.0}])
def test_stopping_after_going_back(kb: KnowledgeBase, changed: dict[str, Value]) -> None:
    """Who goes back over answers and stops, or has enough, has all of them kept, and those they gave anew changed."""
    kept = list[Answers]()
    with pytest.raises(InterruptedByUserError):
        converse(kb, {}, Person(lambda q: stop(q) if q.id == "reason" else modest(q)), kept.append)
    whole = {**kept[-1], **changed}
    assert len(whole) == BACK_OVER
    with pytest.raises(InterruptedByUserError):
        converse(kb, {}, Wavering("reason", stop, changed), kept.append)
    assert list(kept[-1].items()) == list(whole.items())
    assert converse(kb, {}, Wavering("reason", enough, changed), forget) == whole


@pytest.mark.parametrize("last", [enough, modest])
def test_skills_gone_back_over(kb: KnowledgeBase, last: Callable[[Ask], Value | Step]) -> None:
    """What was gone back over counts, also where a changed answer leads elsewhere and it is not asked again."""
    whole = converse(kb, {}, Person(modest), forget)
    skills = [question for question in whole if question.startswith("skill.")][: 1 + BACK_OVER]
    changed: Answers = {skills[1]: 5}
    answers = converse(kb, {}, Wavering(skills[-1], last, changed), forget)
    told: Answers = {**dict.fromkeys(skills[:-1], 2), **changed}
    assert {question: answers.get(question) for question in told} == told
    if last is modest:
        assert next_question(kb, answers) is None


@pytest.mark.parametrize(("then", "asked"), [(GO_ON, "reason"), (Step.BACK, "current")])
def test_going_on_after_going_back(kb: KnowledgeBase, then: Value | Step, asked: str) -> None:
    """Who goes back and has enough goes on with what is open, or back to where they were; the end is the same."""
    had = iter([Step.ENOUGH])
    person = Wavering("reason", lambda question: next(had, None) or modest(question), {})
    person.looks_over = [then]
    assert converse(kb, {}, person, forget) == converse(kb, {}, Person(modest), forget)
    assert person.asked[2 * BACK_OVER + 1 :][0] == asked


def test_a_changed_fact_gone_back_over(kb: KnowledgeBase) -> None:
    """An answer that no longer applies after a changed one does not count, and what applies now is asked."""
    person = Wavering("goal", modest, {"current": ("bd/manager",)})
    answers = converse(kb, {}, person, forget)
    assert answers["reports"] == "some"
    assert profile_of(kb, answers).current == ("bd/manager",)
    assert next_question(kb, answers) is None


def test_changing_an_answer_at_the_end(kb: KnowledgeBase) -> None:
    """An answer changed while looking over is changed in its place, and what follows from it is asked."""
    person = Person(lambda q: ("bd/manager",) if person.asked.count("current") > 1 and q.id == "current" else modest(q))
    person.looks_over = ["current"]
    answers = converse(kb, {}, person, forget)
    assert next(iter(answers.items())) == ("current", ("bd/manager",))
    assert answers["reports"] == "some"
    assert person.reminded["current"] == ("data-ops/specialist",)


def test_leaving_an_answer_as_it_was(kb: KnowledgeBase) -> None:
    """Going back from an answer that was to be changed leaves it, and going back from the look takes the last away."""
    chosen = iter([False])
    person = Person(
        lambda q: (
            Step.BACK if q.id == "years" and person.reminded["years"] and next(chosen, True) is False else modest(q)
        )
    )
    person.looks_over = [Step.BACK, "years"]
    answers = converse(kb, {}, person, forget)
    assert answers == converse(kb, {}, Person(modest), forget)


def test_how_far_one_is(kb: KnowledgeBase) -> None:
    """Every question says which of about how many it is, and the end in sight is not put off; skills how sure it is."""
    person = Person(lambda question: 0 if question.kind == "skill" else modest(question))
    converse(kb, {}, person, forget)
    told = [heard.en for id_, heard in zip(person.asked, person.heard, strict=True) if id_ != "more"]
    main = [text for text in told if text.startswith("Question")]
    found = [re.findall(r"Question (\d+)(?: of about (\d+)|, perhaps a few more)", text)[0] for text in main]
    assert [int(number) for number, _ in found] == [n + 1 for n in range(len(main))]
    near = [(total, after) for (n, total), (_, after) in pairwise(found) if total and int(total) - int(n) < FEW]
    assert near  # the end has been in sight
    assert all(after in (total, "") for total, after in near)  # and was not put off
    assert any("% sure" in text for text in main)
    assert all(text.startswith("Filling in the gaps:") for text in told[len(main) :])


def test_how_sure_it_is_where_nothing_could_turn_it(kb: KnowledgeBase) -> None:
    """An advice that no answer could turn is not called 100% sure while one is asked, nor unsettled at the end."""
    offered = list[Ask]()
    told: Answers = {"current": ("user-ops/specialist",), "years": 3.0, "goal": "content-ops/specialist"}

    def unsure(question: Ask) -> Value | Step:
        if question.id == "more":
            offered.append(question)
        return "no" if question.id == "more" else () if question.kind == "choices" else "not-sure"

    person = Person(unsure)
    converse(kb, told, person, forget)
    assert any(id_.startswith("skill.") for id_ in person.asked)
    assert not any("100%" in heard.en + heard.zh for heard in person.heard)
    assert ["100%" in one.text.en or "not settled" in one.text.en for one in offered] == [False]


@pytest.mark.parametrize("place", [1, 2, 9, 16])
def test_enough(kb: KnowledgeBase, place: int) -> None:
    """At any question after the first one may have had enough, sees what is not answered, and ends."""
    count = iter(range(place))
    person, kept = Person(lambda q: modest(q) if next(count, None) is not None else Step.ENOUGH), list[Answers]()
    answers = converse(kb, {}, person, kept.append)
    assert len(answers) == place
    assert kept[-1] == answers
    assert profile_of(kb, answers).current
    (looked,) = person.offered
    open_ = [choice for choice in looked.choices if choice.open]
    assert person.asked[-1] in [choice.value for choice in open_] or person.asked[-1] == "more"
    assert [choice.value for choice in looked.choices[:2]] == [DONE, GO_ON]


def test_enough_before_the_first_answer(kb: KnowledgeBase) -> None:
    """Nothing can be advised before it is known where one stands: that is told, and asked again."""
    steps = iter([Step.ENOUGH])
    person = Person(lambda question: next(steps, modest(question)))
    assert converse(kb, {}, person, forget)
    assert [told.en[:30] for told in person.refused] == ["Your present position is neede"]


def test_back_before_the_first_answer(kb: KnowledgeBase) -> None:
    """Before the first question there is none: that is told too."""
    steps = iter([Step.BACK])
    person = Person(lambda question: next(steps, modest(question)))
    assert converse(kb, {}, person, forget)
    assert [told.en for told in person.refused] == ["This is the first question: there is none before it."]


@pytest.mark.parametrize("again", [GO_ON, Step.BACK])
def test_going_on_after_enough(kb: KnowledgeBase, again: Value | Step) -> None:
    """Who had enough and looks at what is open may go on, where they were: nothing was lost."""
    had = iter([Step.ENOUGH])
    person = Person(lambda q: next(had, modest(q)) if q.id == "reason" else modest(q))
    person.looks_over = [again]
    assert converse(kb, {}, person, forget) == converse(kb, {}, Person(modest), forget)
    assert person.asked.count("reason") == 2


def test_enough_of_the_look(kb: KnowledgeBase) -> None:
    """Enough, said of the look over the answers, shows the advice."""
    person = Person(modest)
    person.looks_over = [Step.ENOUGH]
    assert converse(kb, {}, person, forget) == converse(kb, {}, Person(modest), forget)


def test_enough_of_a_question_from_the_look(kb: KnowledgeBase) -> None:
    """Who looks at an answer again and has had enough is shown the advice, with the answer as it was."""
    person = Person(lambda q: Step.ENOUGH if person.asked.count("years") > 1 else modest(q))
    person.looks_over = ["years"]
    assert converse(kb, {}, person, forget) == converse(kb, {}, Person(modest), forget)
    assert len(person.offered) == 1


def test_what_is_to_come_is_told_alike(kb: KnowledgeBase) -> None:
    """The look over the answers tells as many questions to be left as the question does at which one stopped."""

    def outside(question: Ask) -> Value | Step:
        told: dict[str, Value] = {"current": (), "goal": "content-ops/senior"}
        first = question.choices[1].value if question.id == "reason" else Step.ENOUGH
        return told.get(question.id, first)

    person = Person(outside)
    converse(kb, {}, person, forget)
    number, total = map(int, re.findall(r"\d+", person.heard[-1].en)[:2])
    (on,) = (choice.label.en for choice in person.offered[0].choices if choice.value == GO_ON)
    assert number > 3
    assert on == f"go on with the questions (about {total - number + 1} to go)"


def test_answering_what_was_left_open(kb: KnowledgeBase) -> None:
    """A skill that was not asked can be answered in the look, and is then one of the answers."""
    whole = converse(kb, {}, Person(modest), forget)
    person = Person(modest)
    open_ = next(f"skill.{skill}" for skill in kb.skills if f"skill.{skill}" not in whole)
    person.looks_over = [open_]
    assert converse(kb, whole, person, forget) == {**whole, open_: 2}
    assert person.reminded[open_] is None


def test_the_welcome(kb: KnowledgeBase) -> None:
    """The welcome has three lines: how much is asked, where it stays, by which keys; none where nothing is asked."""
    person = Person(modest)
    Conversation(kb, person, forget, {}).welcome(Text("存这里。", "Kept here."))
    about, kept, keys = person.told
    assert "questions, some" in about.en
    assert kept.en == "Kept here."
    assert keys == person.keys
    assert all(sign in TerminalPrompter.keys.en for sign in ("?", "<", "!", "Ctrl-C"))
    assert all(sign in PlainPrompter.keys.en for sign in ("?", "<", "!", "q stops", "h reads"))
    person, whole = Person(modest), converse(kb, {}, Person(modest), forget)
    Conversation(kb, person, forget, whole).welcome(kept)
    assert person.told == []


@pytest.mark.parametrize(("answer", "on"), [("yes", True), ("no", False)])
def test_ways_to_begin(answer: str, on: bool) -> None:
    """Who has answers of another day is asked whether to go on from them."""
    person = Person(lambda _: answer)
    assert go_on(person, "2026-11-26 10:00", 3) is on
    assert fill_in(person, "2026-11-26", 20, 7) is on


def test_what_starting_anew_costs() -> None:
    """Who is asked whether to go on is told that starting anew deletes what is unfinished, and no assessment."""
    helps: list[Text] = []

    def heeding(question: Ask) -> Value:
        helps.append(question.help)
        return "yes"

    go_on(Person(heeding), "2026-11-26 10:00", 3)
    fill_in(Person(heeding), "2026-11-26", 20, 7)
    unfinished, whole = helps
    assert "彻底删掉" in unfinished.zh
    assert "deletes these unfinished answers for good" in unfinished.en
    assert "不会删掉" in whole.zh
    assert "deletes nothing" in whole.en


def test_the_prompter_that_is_wanted() -> None:
    """Plain prompts where they are wanted, else the full ones."""
    assert isinstance(prompter("zh", plain=True, columns=lambda: 80), PlainPrompter)
    assert isinstance(prompter("zh", plain=False, columns=lambda: 80), TerminalPrompter)


@pytest.mark.parametrize(("answered", "rests"), [(3.0, True), (5.0, False)])
def test_what_rests_on_a_resume(kb: KnowledgeBase, answered: float, *, rests: bool) -> None:
    """Gone back over, an answer still rests on the words of a résumé only where it is the one that was proposed."""
    seen, turned = list[Put](), iter([Step.BACK])

    class Watched(Person):
        def ask(self, put: Put) -> Value | Step:
            seen.extend([put] if put.question.id == "years" else [])
            return super().ask(put)

    def answer(question: Ask) -> Value | Step:
        told = {"years": answered, "years_total": 9.0}.get(question.id) or modest(question)
        return next(turned, told) if question.id == "years_total" else told

    proposed, words = {"years": 3.0}, {"years": Text("三年", "three years")}
    Conversation(kb, Watched(answer), forget, {}, proposed=proposed, grounds=words).hold()
    assert [put.before for put in seen] == [3.0, answered]
    assert [put.grounds != NOTHING for put in seen] == [True, rests]
