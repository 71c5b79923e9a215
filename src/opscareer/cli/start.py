"""`opscareer` alone: what was done last, and what to do next."""

from collections.abc import Iterable, Mapping

from opscareer.cli.clock import local
from opscareer.cli.session import Session
from opscareer.errors import OpscareerError
from opscareer.render.screen.closing import commands
from opscareer.render.screen.page import Page
from opscareer.text import Text
from opscareer.views.next_actions import whys
from opscareer.views.next_actions.action import Action, for_people
from opscareer.views.next_actions.of_people import after_last, begin

_ABOUT = Text(
    "互联网运营的下一个岗位是什么，还差什么，先做什么。", "Your next role in internet operations, and how to get there."
)
_HALF_WAY = Text(
    "{at} 有一份没答完的问卷，答了 {n} 题。接着答：",
    "A questionnaire of {at} is not finished (answered: {n}). To go on:",
)
_LAST = Text("上一次评估：{at}，下一步是{title}。", "Last assessment: {at}. Next role then: {title}.")
_LAST_STAY = Text("上一次评估：{at}，先把{title}做实。", "Last assessment: {at}. It said: consolidate {title} first.")
_LAST_TOP = Text("上一次评估：{at}，在梯子的顶上。", "Last assessment: {at}, at the top of the ladder.")
_NOTHING = Text(
    "还没有评估过。答一份问卷，十来分钟，都留在这台电脑上：",
    "No assessment yet. Ten minutes of questions, and all of it stays on this machine:",
)
_LOOK = Text("不答题也可以看：", "To look around without answering:")
_AROUND = (
    Action(("ladder",), whys.LADDER),
    Action(("roles",), whys.ROLES),
    Action(("match", "ad.txt"), Text("读一则招聘", "read a job ad")),
)
_ALL = Text("全部命令：{command}", "All commands: {command}")


def start(session: Session) -> None:
    """Tell what was done last and what to do next; nothing of that is asked, changed or kept."""
    session.page(lambda page: _page(page, session))


def _page(page: Page, session: Session) -> None:
    page.say(_ABOUT, "bold")
    last, sitting = _kept()
    page.blank()
    if sitting:
        page.say(_HALF_WAY.fill(at=local(sitting[0]), n=sitting[1]))
        _commands(page, session, (Action(("assess",), whys.GO_ON),))
        page.blank()
    if last:
        _after(page, session, *last)
    else:
        _before(page, session, begun=sitting is not None)
    page.blank()
    page.say(_ALL.fill(command=session.again("--help")), "dim")


def _before(page: Page, session: Session, *, begun: bool) -> None:
    if not begun:
        page.say(_NOTHING)
        _commands(page, session, begin())
        page.blank()
    page.say(_LOOK)
    _commands(page, session, _AROUND)


def _after(page: Page, session: Session, at: str, suggested: Mapping[str, str]) -> None:
    posts = {post.id: post.title for post in session.opened.ladder.posts}
    position = suggested.get("position", "")
    told = _LAST_TOP if not position else _LAST_STAY if suggested.get("kind") == "stay" else _LAST
    page.say(told.fill(at=local(at), title=posts.get(position, Text(position, position))))
    _commands(page, session, after_last(session.given(), top=not position))


def _commands(page: Page, session: Session, actions: Iterable[Action]) -> None:
    commands(page, for_people(session.given().kept_by(action) for action in actions))


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
