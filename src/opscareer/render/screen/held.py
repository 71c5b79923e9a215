"""A job ad on a screen for who is known: what it asks, how they fit, whether to apply."""

from opscareer.render.screen.match import match_page
from opscareer.render.screen.page import Page, bar
from opscareer.render.screen.parts import gap_table
from opscareer.views.held import HeldView
from opscareer.views.telling import match as words
from opscareer.views.telling.apply import apply_text, no_fit_text, unmet_texts, usual_texts


def held_page(page: Page, view: HeldView) -> None:
    """Write what an ad is for and asks, how a person fits to it, what they lack for it, and whether to apply."""
    match_page(page, view)
    page.head(words.FIT)
    if view.near is None:
        page.say(no_fit_text(view), indent=2)
        return
    fit, verdict = view.near
    page.spans((f"  {bar(fit)} ", ""), (f"{view.near_told}  ", "bold"))
    page.say(apply_text(view, verdict), indent=2)
    for told in usual_texts(view):
        page.say(told, indent=2)
    if view.gaps_tell:
        gap_table(page, view.gaps or (), shown=words.GAPS_SHOWN)
    for told in unmet_texts(view):
        page.say(told, "warn", first="- ", indent=2)
