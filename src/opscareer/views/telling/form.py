"""What a form says besides its questions."""

from opscareer.interview.both import In, words_of
from opscareer.model import nouns
from opscareer.text import Text, capital
from opscareer.views.form import AskedView, FormView

TITLE = Text("问卷：{title}", "Questionnaire: {title}")
WHAT = capital(nouns.QUESTION)
CHOICES = Text("可以答", "Choices")
ANSWER_HERE = Text(
    "答案写在黄色的格子里，能选的点开就选。", "Answer in the yellow cells; where there is a list, choose from it."
)
TICK = Text("在方括号里写 x，或者写在「答案」后面。", "Put an x into the brackets, or write after “Answer”.")
HOW = Text(
    "能力题选最像你做过的那一条。拿不准选「说不准」，没碰上过选「还没有机会做」，这两样也是答案。不适用的题空着。"
    "这张表只用来看下一步可以做什么，不打分，不排名。",
    "Of each skill, choose what comes closest to what you have done. If you cannot tell, choose “not sure”; if you"
    " never had the chance, “no opportunity yet”: both are answers. Leave out what does not apply. The form is there to"
    " find out what you could do next; it grades and ranks nobody.",
)
FILL_IN = Text(
    "这里只是念给你听。要填，加 -o，写成 .xlsx、.csv 或 .md 的文件；要一题一题地答，用 opscareer assess --plain。",
    "This is to be read. To fill it in, write it with -o to a file that ends in .xlsx, .csv or .md; to be asked"
    " question by question, use opscareer assess --plain.",
)
_CHOOSE = Text("点开格子里的下拉", "open the list in the cell")
_HOW = {
    "positions": _CHOOSE,
    "position": _CHOOSE,
    "years": Text("数字，如 2.5", "a number, as 2.5"),
    "text": Text("用自己的话写一行", "a line in your own words"),
}


def answers(question: AskedView, asked: In) -> str:
    """Return what may be answered, a line each; of what has no list beside it, how."""
    if question.kind in _HOW:
        return lines(_HOW[question.kind], asked)
    return "\n".join(option.words.of(asked) for option in question.options)


def lines(told: Text, asked: In) -> str:
    """Return a text in the language of a form, of both a line each."""
    parts = dict.fromkeys(told) if asked == "both" else (words_of(told).of(asked),)
    return "\n".join(part for part in parts if part)


def title(form: FormView, asked: In) -> str:
    """Return what a form is called."""
    return lines(TITLE.fill(title=form.title), asked)


def told(question: AskedView, asked: In) -> str:
    """Return a question and how to answer it, a line each; what a skill is, where that is more than its name."""
    parts = dict.fromkeys((lines(question.text, asked), lines(question.help, asked)))
    return "\n".join(part for part in parts if part)
