"""The questionnaire read aloud, to know what is asked: it is filled in in a file, or by `assess`."""

from itertools import count

from opscareer.interview.both import In, words_of
from opscareer.render.screen.page import Page
from opscareer.text import Text
from opscareer.views.form import AskedView, FormView
from opscareer.views.telling.form import FILL_IN, HOW, lines, title


def form_page(page: Page, form: FormView) -> None:
    """Write the questions one after another, each with its choices, a line each, and how to answer them."""
    asked: In = "both" if form.handing.both else page.lang
    page.say(title(form, asked).replace("\n", " / "), "bold")
    for told in (HOW, FILL_IN):
        _lines(page, told, asked)
    numbers = count(1)
    for section in form.sections:
        page.head(section.name)
        for question in section.questions:
            _question(page, question, asked, next(numbers))


def _question(page: Page, question: AskedView, asked: In, number: int) -> None:
    page.blank()
    page.say(words_of(question.text).of(asked), first=f"{number}")
    if question.help != question.text:
        _lines(page, question.help, asked)
    for option in question.options:
        page.say(option.words.of(asked))


def _lines(page: Page, told: Text, asked: In) -> None:
    for line in lines(told, asked).split("\n"):
        page.say(line)
