"""What a command is given: the knowledge base, the language, the answers, and a way to say what came out."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.cli import environment
from opscareer.cli.clock import day
from opscareer.cli.output import as_plain, is_device, may_write, show
from opscareer.cli.writing import refuse_overwriting, save
from opscareer.errors import OpscareerError, UsageError
from opscareer.knowledge.open import Opened, open_kb
from opscareer.render.formats import JSON, TEXT, Format, format_asked
from opscareer.text import NOTHING, Lang, Text, clean
from opscareer.views.next_actions import Action, Given, NextAction, next_actions
from opscareer.views.next_actions.action import for_people, for_scripts

if TYPE_CHECKING:
    from opscareer.advice import Situation
    from opscareer.cli.stored import Fitting
    from opscareer.interview import Answers
    from opscareer.interview.resume import Proposed
    from opscareer.model.kb import KnowledgeBase
    from opscareer.render.screen.page import Line, Page


WRITTEN = Text("写在 {file}", "Written to {file}")
_LAST = Text("用的是 {at} 的评估（第 {id} 次）。", "From the assessment of {at} (number {id}).")


class Session:
    """One call of the program, as its options tell."""

    def __init__(
        self,
        *,
        lang: str | None = None,
        kb: Path | None = None,
        no_input: bool = False,
        plain: bool = False,
        no_pager: bool = False,
        as_json: bool = False,
        form: str | None = None,
        output: Path | None = None,
        force: bool = False,
    ) -> None:
        self.lang = lang
        self.kb = kb
        self.no_input = no_input
        self.told_plain = plain
        self.plain = plain or environment.plain_wanted()
        self.no_pager = no_pager
        self.as_json = as_json
        self.form = form
        self.output = None if output is not None and str(output) == "-" else output
        self.force = force
        self.private = False
        self.answered_by: str | None = None
        self.known = False
        if self.output is not None:
            from opscareer.store import store_path

            self.takes(store_path())

    @property
    def language(self) -> Lang:
        """The language of the texts: as told, else as the environment says."""
        return environment.language() if self.lang is None else "zh" if self.lang == "zh" else "en"

    @cached_property
    def opened(self) -> Opened:
        """The knowledge base, found. Raises FaultyKbError."""
        found = open_kb(self.kb)
        for folder in found.layers if self.output else ():
            self.takes(folder / self.output.name)  # type: ignore[union-attr]
        return found

    @cached_property
    def whole(self) -> "KnowledgeBase":
        """The whole knowledge base. Raises FaultyKbError."""
        return self.opened.whole()

    def takes(self, name: str | Path, *, private: bool = False) -> None:
        """Take note of a file that is read, and may be of a person. Raises UsageError where it is to be written."""
        self.private |= private
        if self.output is not None:
            refuse_overwriting(self.output, name)

    def answers(self, file: str) -> "Answers":
        """Return the answers of a file, or of standard input, saying which do not count.

        Raises UsageError and FaultyAnswersError.
        """
        from opscareer.cli.idle import idle_text
        from opscareer.interview import contradiction
        from opscareer.outside.given import answers_of

        self.takes(file, private=True)
        self.answered_by, self.known = file, True
        given = answers_of(self.whole, file)
        for told in (idle_text(self.whole, given), contradiction(given)):
            if told.of(self.language):
                environment.tell(told, self.language)
        return given

    def proposals(self, file: str) -> "Proposed":
        """Return what a résumé leads one to propose. Raises UsageError where it is none."""
        from opscareer.cli.clock import now
        from opscareer.interview.resume import proposals
        from opscareer.outside.resume import resume_of

        self.takes(file, private=True)
        return proposals(self.whole, resume_of(file), now()[:7])

    def answers_or_last(self, file: str | None, command: str) -> "Answers":
        """Return the answers of a file, else of the last assessment kept. Raises UsageError where there are none."""
        return self.answers(file) if file is not None else self.last_answers(command)

    def last_answers(self, command: str) -> "Answers":
        """Return the answers of the assessment taken last, saying which. Raises UsageError where none can be used."""
        given = self._last(optional=False)
        if given is None:
            raise no_profile(command)
        if lacking := given.lacking(self.whole):
            from opscareer.cli.stored import asked_again

            raise asked_again(lacking, "" if self.kb is None else f" --kb {typed(self.kb)}")
        return given.answers

    def last_answers_begun(self, command: str) -> "Answers":
        """Return the same to go on from: what the knowledge base does not know any more will be asked again."""
        given = self._last(optional=False)
        if given is None:
            raise no_profile(command)
        return given.answers

    def last_answers_if_any(self) -> "Answers | None":
        """Return the same for a command that can do without; None where there are none that can be used."""
        given = self._last(optional=True)
        return None if given is None or given.lacking(self.whole) else given.answers

    def _last(self, *, optional: bool) -> "Fitting | None":
        """Return the answers of the assessment taken last, saying which and what of them does not count."""
        from opscareer import store
        from opscareer.cli.stored import fitting

        try:
            opened = store.read_store()
            last = store.latest(opened) if opened else None
        except store.StoreError as error:
            if not optional:
                raise without_store(error) from None
            environment.tell(error.message, self.language)
            return None
        if opened is None or last is None:
            return None
        self.takes(opened.path, private=True)
        environment.tell(_LAST.fill(at=day(last.taken_at), id=last.id), self.language)
        given = fitting(self.whole, last.answers)
        self.known = not given.lacking(self.whole)
        if told := given.told():
            environment.tell(told, self.language)
        return given

    def situation(self, file: str | None, command: str) -> "Situation":
        """Return where a person stands by the answers of a file, else by the last kept. Raises UsageError."""
        return self._situation(self.answers_or_last(file, command))

    def situation_if_any(self, file: str | None) -> "Situation | None":
        """Return the same for a command that can do without a person; None where nothing is known of one."""
        given = self.answers(file) if file is not None else self.last_answers_if_any()
        return None if given is None else self._situation(given)

    def _situation(self, answers: "Answers") -> "Situation":
        from opscareer.advice import situation_of
        from opscareer.interview import profile_of

        return situation_of(self.whole, profile_of(self.whole, answers))

    def tell(
        self, command: str, view: object, page: "Callable[[Page], None] | None" = None, words: Sequence[str] = ()
    ) -> None:
        """Say what came out in the format asked for, else as a page if the command has one, and what to do next.

        words: the command's own, as they are typed. Raises UsageError.
        """
        wanted = self.format_of(command)
        if wanted is JSON:
            from opscareer.views.encoding import encode_record

            self.write(self.envelope(command, encode_record(view), for_scripts(self.actions(command, view, words))))
        elif wanted is TEXT and page is not None:
            self.page(page, for_people(self.actions(command, view, words)))
        else:
            told = wanted.told(view, self.language)
            filed = self.output is not None and not is_device(self.output)
            self.write(wanted.mark(self.language) + told if filed and isinstance(told, str) else told)

    def format_of(self, command: str) -> Format:
        """Return the format that is asked for. Raises UsageError where the command has no such format."""
        ending = None if self.output is None or is_device(self.output) else self.output.suffix
        return format_asked(command, self.form, ending, as_json=self.as_json)

    def actions(self, command: str, view: object, words: Sequence[str] = ()) -> tuple[Action, ...]:
        """Return what to do after an answer, with what this call was given."""
        return next_actions(command, view, self.given(words))

    def given(self, words: Sequence[str] = ()) -> Given:
        """Return what this call was given, for the commands that it names; words: the command's own."""
        kb = None if self.kb is None else str(self.kb)
        lang = None if self.lang is None else str(self.lang)
        return Given(self.answered_by, kb, lang, tuple(words), self.known)

    def again(self, *words: str) -> str:
        """Return a command as it is typed to go on here: with the knowledge base and the language of this call."""
        from shlex import join

        return join(("opscareer", *self.given().kept_by(Action(words, NOTHING)).words))

    def page(self, page: Callable[["Page"], None], actions: "Sequence[NextAction]" = ()) -> None:
        """Say what came out as a page, and at its foot what to do next."""
        from opscareer.render.screen.aloud import page_for
        from opscareer.render.screen.closing import closing

        written = page_for(self.language, environment.columns(), plain=self.plain)
        page(written)
        closing(written, actions)
        self.deliver(written.lines)

    def envelope(self, command: str, payload: Mapping[str, object], actions: "Sequence[NextAction] | None") -> str:
        """Return an answer in JSON, with its schema and its knowledge base first, and what to do next at its end.

        actions: None where the caller adds what to do next itself.
        """
        from opscareer.views.encoding import encode

        head = {"schema": f"opscareer/{command}/1", "kb": encode(self.opened.identity)}
        foot = {} if actions is None else {"next_actions": encode(tuple(actions))}
        whole = {**head, **payload, **foot}
        return json.dumps(whole, ensure_ascii=False, allow_nan=False) + "\n"

    def write(self, text: str | bytes) -> None:
        """Write text as it is, or the bytes of a file, to the output asked for."""
        self.deliver(text)

    def deliver(self, content: "str | bytes | list[Line]") -> None:
        """Give the answer to whom it is for: the file asked for, saying where it is, else standard output."""
        if self.output is None:
            if isinstance(content, bytes):
                raise UsageError("这种格式要写进文件", "this format goes into a file", ("加 -o 文件", "add -o FILE"))
            show(content, colours=not self.plain, pager=not self.no_pager and not self.plain)  # a pager redraws
            return
        may_write(self.output, self.language, force=self.force, ask=environment.person_there() and not self.no_input)
        save(self.output, content if isinstance(content, bytes) else as_plain(content), private=self.private)
        if not is_device(self.output):
            environment.tell(WRITTEN.fill(file=clean(str(self.output))), self.language)


def typed(name: str | Path) -> str:
    """Return a file name as it is typed into a shell, whatever it holds."""
    from shlex import quote

    return quote(clean(str(name)))


def without_store(error: OpscareerError) -> OpscareerError:
    """Return an error of the file of answers, to a command that can be given them in another way."""
    error.hint = Text(f"{error.hint.zh}；或用 --answers 文件", f"{error.hint.en}; or --answers FILE does without it")
    return error


def no_profile(command: str) -> UsageError:
    """Return the error of a command that needs answers and has none."""
    return UsageError(
        f"{command} 要知道你的情况，但没有答案",
        f"{command} needs to know about you, and there are no answers",
        (
            "先做一次 opscareer assess，或用 --answers 文件 给出答案",
            "run opscareer assess first, or give answers with --answers FILE",
        ),
    )
