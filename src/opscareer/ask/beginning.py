"""How a conversation begins: what lies ahead, and whether to go on from answers that were given before."""

from opscareer.ask.prompters import Prompter
from opscareer.ask.steps import Put
from opscareer.interview import Aim, Answers, Ask, Choice, next_question
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

_A_MINUTE = 2.5  # questions: half of them are a title or a number, the others six levels of some fifty characters
_GO_ON = Text(
    "{at} 答到一半，有 {n} 条回答。接着答吗？",
    "A questionnaire of {at} is not finished (answered: {n}). Go on from there?",
)
_ANEW = Text("从头来", "start anew")
_GO_ON_HELP = Text("从头来的话，没答完的这些会彻底删掉。", "Starting anew deletes these unfinished answers for good.")
_OTHERS_STAY = Text(
    "{help}另外 {n} 份没答完的还留着，在 opscareer history 里看得到。",
    "{help} Others that are not finished stay, and are in opscareer history: {n}.",
)
_FILL_IN_HELP = Text(
    "从头来也不会删掉它，在 opscareer history 里还看得到。",
    "Starting anew deletes nothing: that assessment stays in opscareer history.",
)
_FILL_IN = Text(
    "{at} 的评估答了 {n} 条，大约还有 {left} 题没答。补上吗？",
    "In the assessment of {at} about {left} {left|question is|questions are} open (answered: {n}). "
    "Fill {left|it|them} in?",
)
_WELCOME = Text(
    "先问岗位和打算，再问做过什么：大约 {n} 题，{minutes} 分钟左右。",
    "First your post and plans, then what you have done: about {n} {n|question|questions}, "
    "some {minutes} {minutes|minute|minutes}.",
)
_WELCOME_BACK = Text(
    "接着上次的答：大约还有 {n} 题，{minutes} 分钟左右。",
    "On from where you were: about {n} {n|question|questions}, some {minutes} {minutes|minute|minutes}.",
)


def welcome(kb: KnowledgeBase, answers: Answers, aim: Aim) -> Text | None:
    """Return what is asked and how long it takes; None where nothing is left whose number is known."""
    ahead = next_question(kb, answers, aim)
    if ahead is None or ahead.progress is None:
        return None
    count = ahead.progress.remaining + 1
    return (_WELCOME_BACK if answers else _WELCOME).fill(n=count, minutes=max(1, round(count / _A_MINUTE)))


def go_on(prompter: Prompter, started_at: str, count: int, others: int = 0) -> bool:
    """Return whether to go on from answers that were given earlier and not finished, as those of some others."""
    question = _GO_ON.fill(at=started_at, n=count)
    help = _OTHERS_STAY.fill(help=_GO_ON_HELP, n=others) if others else _GO_ON_HELP
    return _chosen(prompter, question, help, Text("接着答", "go on"))


def fill_in(prompter: Prompter, taken_at: str, count: int, left: int) -> bool:
    """Return whether to fill in what an assessment left open."""
    question = _FILL_IN.fill(at=taken_at, n=count, left=left)
    return _chosen(prompter, question, _FILL_IN_HELP, Text("补上没答的", "fill in what is open"))


def _chosen(prompter: Prompter, text: Text, help: Text, yes: Text) -> bool:
    """Return whether the person goes on, rather than to start anew."""
    choices = (Choice("yes", yes), Choice("no", _ANEW))
    return prompter.ask(Put(Ask("begin", "choice", text, help, choices, skip="yes", short=text))) != "no"
