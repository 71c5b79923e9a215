"""Many people as one HTML file that asks nothing of a network and runs no script; both languages stand in it."""

from opscareer.text import Lang
from opscareer.views.team import TeamView


def team_html(view: TeamView, lang: Lang) -> str:
    """Return the page of a group."""
    return f"<!DOCTYPE html>\n<html lang={lang}><title>{view.group.people}</title></html>\n"
