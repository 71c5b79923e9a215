"""`opscareer` alone: what was done last, and what to do next."""

from collections.abc import Mapping

from opscareer.cli.clock import local
from opscareer.cli.session import Session
from opscareer.errors import OpscareerError
from opscareer.render.screen.page import Page
from opscareer.text import Text, fit, width

_ABOUT = Text(
    "互联网运营的下一个岗位是什么，还差什么，先做什么。", "Your next role in internet operations, and how to get there."
)
_HALF_WAY = Text(
    "{at} 有一份没答完的问卷，答了 {n} 题。接着答：",
    "A questionnaire of {at} is not finished; {n} answers are kept. To go on:",
)
_LAST = Text("上一次评估：{at}，下一步是{title}。", "Last assessment: {at}. Next role then: {title}.")
_LAST_STAY = Text("上一次评估：{at}，先把{title}做实。", "Last assessment: {at}. First make {title} real, it said.")
_LAST_TOP = Text("上一次评估：{at}，在梯子的顶上。", "Last assessment: {at}, at the top of the ladder.")
_NOTHING = Text(
    "还没有评估过。答一份问卷，十来分钟，都留在这台电脑上：",
    "No assessment yet. Ten minutes of questions, and all of it stays on this machine:",
)
_LOOK = Text("不答题也可以看：", "To look around without answering:")
_ALL = Text("全部命令：opscareer --help", "All commands: opscareer --help")
_AFTER = (
    ("opscareer plan", Text("这个月做什么", "what to do this month")),
    ("opscareer gap", Text("还差的全部", "all that is missing")),
    ("opscareer report -o report.html --open", Text("全部建议一页看完", "all of the advice on one page")),
    ("opscareer assess --again", Text("做过的事变了，再评一次", "assess again when something has changed")),
)
_BEFORE = (
    ("opscareer ladder", Text("职级和岗位", "rungs and positions")),
    ("opscareer roles", Text("各条线做什么", "what each line of work does")),
    ("opscareer match ad.txt", Text("读一则招聘", "read a job ad")),
)


def start(session: Session) -> None:
    """Tell what was done last and what to do next; nothing of that is asked, changed or kept."""
    session.page(lambda page: _page(page, session))


def _page(page: Page, session: Session) -> None:
    page.say(_ABOUT, "bold")
    last, sitting = _kept()
    page.blank()
    if sitting:
        page.say(_HALF_WAY.fill(at=local(sitting[0]), n=sitting[1]))
        page.say("opscareer assess", "bold", indent=2)
        page.blank()
    if last:
        _after(page, session, *last)
    elif not sitting:
        page.say(_NOTHING)
        page.say("opscareer assess", "bold", indent=2)
    if not last:
        page.blank()
        page.say(_LOOK)
        _commands(page, _BEFORE)
    page.blank()
    page.say(_ALL, "dim")


def _after(page: Page, session: Session, at: str, suggested: Mapping[str, str]) -> None:
    posts = {post.id: post.title for post in session.opened.ladder.posts}
    position = suggested.get("position", "")
    told = _LAST_TOP if not position else _LAST_STAY if suggested.get("kind") == "stay" else _LAST
    page.say(told.fill(at=local(at), title=posts.get(position, Text(position, position))))
    _commands(page, _AFTER)


def _commands(page: Page, told: tuple[tuple[str, Text], ...]) -> None:
    room = max(width(words) for words, _ in told) + 2
    for words, what in told:
        page.say(what, first=fit(words, room), indent=2)


def _kept() -> tuple[tuple[str, Mapping[str, str]] | None, tuple[str, int] | None]:
    """Return when the last assessment was taken and what it suggested, and what is not finished; none where unread."""
    from opscareer import store

    try:
        opened = store.read_store()
        last, sittings = (store.latest(opened), store.readable(opened)) if opened else (None, ())
    except OpscareerError:
        return None, None
    suggested = (last.taken_at, last.advice.get("next") or {}) if last else None
    return suggested, next(((sitting.started_at, len(sitting.answers)) for sitting in sittings), None)
