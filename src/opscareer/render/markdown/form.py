"""A form as Markdown: to print, or to be filled in as text; what is ticked in it reads back."""

from collections.abc import Iterator

from opscareer.interview.both import In, words_of
from opscareer.interview.columns import ANSWER, ID
from opscareer.render.markdown.escaping import escaped
from opscareer.text import Lang
from opscareer.views.form import AskedView, FormView
from opscareer.views.telling.form import HOW, TICK, lines, title


def form_markdown(form: FormView, lang: Lang) -> str:
    """Return a form for one person; all text is escaped."""
    asked: In = "both" if form.handing.both else lang
    told = [*_paragraphs(f"# {escaped(title(form, asked))}", lines(TICK, asked), lines(HOW, asked))]
    told += ["", _asks(form.person.of(asked), ID), "", *_blank(asked)]
    for section in form.sections:
        told += ["", f"## {escaped(words_of(section.name).of(asked))}"]
        for question in section.questions:
            told += _question(question, asked)
    return "\n".join(told[1:]) + "\n"


def _question(question: AskedView, asked: In) -> Iterator[str]:
    yield from ("", _asks(words_of(question.text).of(asked), question.id))
    if question.help != question.text:
        yield from (line for part in lines(question.help, asked).split("\n") for line in ("", escaped(part)))
    yield ""
    if question.options:
        yield from (f"- [ ] {escaped(option.words.of(asked))}" for option in question.options)
    else:
        yield from _blank(asked)


def _asks(text: str, id_: str) -> str:
    return f"### {escaped(text)} `{id_}`"


def _blank(asked: In) -> Iterator[str]:
    yield f"{words_of(ANSWER).of(asked)}: "


def _paragraphs(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from ("", *text.split("\n"))
