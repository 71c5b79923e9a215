"""The foot of a page: commands to go on with, and why."""

from collections.abc import Sequence
from shlex import join

from opscareer.render.screen.page import Page
from opscareer.text import Text
from opscareer.views.next_actions.action import NextAction
from opscareer.wrapping import width

_NEXT = Text("接着可以", "Next")


def closing(page: Page, actions: Sequence[NextAction]) -> None:
    """Write commands under a heading, where there are any."""
    if actions:
        page.head(_NEXT)
    commands(page, actions)


def commands(page: Page, actions: Sequence[NextAction]) -> None:
    """Write commands, each unbroken on a line, with why beside it where there is room for all, else beneath."""
    lines = [(join(one.command), one.why) for one in actions]
    if page.plain:
        from opscareer.views.words.sentences import NAMED

        for words, why in lines:
            page.say(NAMED.fill(name=why, what=words))
        return
    room = max((width(words) for words, _ in lines), default=0)
    beside = all(4 + room + width(why.of(page.lang)) <= page.columns for _, why in lines)
    for words, why in lines:
        page.spans(
            (f"  {words}", "bold"), (f"{' ' * (2 + room - width(words))}{why.of(page.lang)}" if beside else "", "")
        )
        if not beside:
            page.say(why, indent=4)
