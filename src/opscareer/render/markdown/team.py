"""Many people as Markdown: the group, without names unless they are asked for."""

from opscareer.render.markdown.marks import heading
from opscareer.text import Lang, Text
from opscareer.views.team import TeamView

_TITLE = Text("团队", "The team")


def team_markdown(view: TeamView, lang: Lang) -> str:
    """Return what is told of a group as Markdown in one language; all text is escaped."""
    return "\n".join([*heading(1, _TITLE, lang), str(view.group.people)]).rstrip() + "\n"
