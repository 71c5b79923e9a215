"""Many people on a screen: the group, without names unless they are asked for."""

from opscareer.render.screen.page import Page
from opscareer.text import Text
from opscareer.views.team import TeamView

_PEOPLE = Text("{n} 个人。", "{n} people.")


def team_page(page: Page, view: TeamView) -> None:
    """Write what is told of a group."""
    page.say(_PEOPLE.fill(n=view.group.people), "bold")
