"""Many people as one HTML file that asks nothing of a network and runs no script; both languages stand in it."""

from opscareer.render.html.frame import framed
from opscareer.text import Lang
from opscareer.views.team import TeamView
from opscareer.views.telling import heat
from opscareer.views.telling import team as telling
from opscareer.views.telling.team_cover import cover_of
from opscareer.views.telling.team_lacks import lacks_of


def team_html(view: TeamView, lang: Lang) -> str:
    """Return what is told of a group as a whole HTML page that shows a language first; all text stays text."""
    return framed("team.html", lang, team=view, say=telling, map=heat, lacks_of=lacks_of, cover_of=cover_of)
