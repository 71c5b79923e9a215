"""Text made safe for Markdown: it stays text, whatever it holds."""

import re

_MARKUP = r"([\\`*_{}\[\]<&|~$#])"
_OPENING = r"^(\s*)([-+#=>]|\d+(?=[.)]))"


def escaped(text: str) -> str:
    """Return the text with all that CommonMark, its tables or HTML would read as markup written as text."""
    return re.sub(_OPENING, _as_text, re.sub(_MARKUP, r"\\\1", text))


def _as_text(opening: re.Match[str]) -> str:
    """Return the beginning of a line that would open a list, a heading or a quotation, as text."""
    blank, mark = opening.groups()
    return f"{blank}{mark}\\" if mark.isdigit() else f"{blank}\\{mark}"
