"""What a command is given: the knowledge base, the language, and a way to say what came out."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.cli import environment
from opscareer.cli.output import as_plain, is_device, may_write, show
from opscareer.errors import UsageError
from opscareer.knowledge.open import Opened, open_kb
from opscareer.render.formats import JSON, TEXT, Format, check_ending, format_asked
from opscareer.text import NOTHING, Lang, Text, clean
from opscareer.views.next_actions import Action, Given, NextAction, next_actions
from opscareer.views.next_actions.action import for_people, for_scripts

if TYPE_CHECKING:
    from opscareer.model.kb import KnowledgeBase
    from opscareer.render.screen.page import Line, Page


WRITTEN = Text("写在 {file}", "Written to {file}")


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
        self._noted: list[Text] = []
        if self.output is not None:
            from opscareer.store import store_path

            self.takes(store_path())

    @property
    def language(self) -> Lang:
        """The language of the texts: as told, else as the environment says."""
        return environment.language() if self.lang is None else "zh" if self.lang == "zh" else "en"

    @property
    def on_screen(self) -> bool:
        """Whether nothing tells of a file or of a format: what comes out is for whoever called."""
        return self.output is None and self.form is None and not self.as_json

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
            from opscareer.cli.writing import refuse_overwriting

            refuse_overwriting(self.output, name)

    def note(self, remark: Text) -> None:
        """Say something beside the answer; with --json not before the answer is there: a failure is told alone."""
        if self.as_json:
            self._noted.append(remark)
        else:
            environment.tell(remark, self.language)

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
        return format_asked(command, self.form, self._ending, as_json=self.as_json)

    def check_ending(self, what: str, endings: Sequence[str]) -> None:
        """Raise UsageError where what has one form only is to be written to a file of another."""
        check_ending(what, self._ending or "", endings)

    @property
    def _ending(self) -> str | None:
        """How the name of the output ends; None where nothing is written to a file."""
        return None if self.output is None or is_device(self.output) else self.output.suffix

    def actions(self, command: str, view: object, words: Sequence[str] = ()) -> tuple[Action, ...]:
        """Return what to do after an answer, with what this call was given."""
        return next_actions(command, view, self.given(words))

    def given(self, words: Sequence[str] = ()) -> Given:
        """Return what this call was given, for the commands that it names; words: the command's own."""
        kb = None if self.kb is None else str(self.kb)
        lang = None if self.lang is None else str(self.lang)
        return Given(self.answered_by, kb, lang, tuple(words), self.known, self.told_plain)

    def again(self, *words: str) -> str:
        """Return a command as it is typed to go on here: with what this call was given of all commands."""
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
            self._tell_noted()
            show(content, colours=not self.plain, pager=not self.no_pager and not self.plain)  # a pager redraws
            return
        may_write(self.output, self.language, force=self.force, ask=environment.person_there() and not self.no_input)
        from opscareer.cli.writing import save

        save(self.output, content if isinstance(content, bytes) else as_plain(content), private=self.private)
        self._tell_noted()
        if not is_device(self.output):
            environment.tell(WRITTEN.fill(file=clean(str(self.output))), self.language)

    def _tell_noted(self) -> None:
        for remark in self._noted:
            environment.tell(remark, self.language)
        self._noted.clear()
