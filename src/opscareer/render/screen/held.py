"""A job ad on a screen for who is known: what it asks, how they fit, whether to apply."""

from opscareer.render.screen.match import match_page
from opscareer.render.screen.page import Page, bar
from opscareer.render.screen.parts import gap_table
from opscareer.views.held import HeldView
from opscareer.views.telling import match as words
from opscareer.views.words.units import percent


def held_page(page: Page, view: HeldView) -> None:
    """Write what an ad is for and asks, how a person fits to it, what they lack for it, and whether to apply."""
    match_page(page, view)
    page.head(words.FIT)
    if view.near is None:
        page.say(words.no_fit_text(view), indent=2)
        return
    fit, verdict = view.near
    page.spans((f"  {bar(fit)} ", ""), (f"{percent(fit)}  ", "bold"))
    page.say(words.APPLY[verdict], indent=2)
    gap_table(page, view.gaps or (), shown=words.GAPS_SHOWN)
    for one in view.conditions_unmet or ():
        told = words.UNMET[one.condition].fill(asked=one.asked_told, have=one.have_told)
        page.say(told, "warn", first="? ", indent=2)
