"""Pieces of SVG that the drawings share: elements, their text, and the frame that names a picture.

A drawing is for one language. Nothing is styled here: classes name what a mark is, and style.css says how it looks.
Widths are in per cent of the frame and heights in pixels, so that letters keep their size on every screen.
"""

from html import escape

from opscareer.text import Lang, Text, clean

Number = int | float
TAGS = {"zh": "zh-CN", "en": "en"}
"""The language tags of HTML."""


def element(name: str, *children: str, **attributes: str | Number) -> str:
    """Return an element; `class_` is its class, and an underscore in a name is a hyphen."""
    told = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{told}>{''.join(children)}</{name}>"


def words(text: str, **attributes: str | Number) -> str:
    """Return text in a drawing, escaped."""
    return element("text", escape(clean(text)), **attributes)


def picture(name: str, lang: Lang, title: Text, told: Text, *marks: str, **attributes: str | Number) -> str:
    """Return marks as a picture with a name and a description for those who do not see it; `name` is its id."""
    labels = [
        element("title", escape(clean(title.of(lang))), id=f"{name}-{lang}-title"),
        element("desc", escape(clean(told.of(lang))), id=f"{name}-{lang}-desc"),
    ]
    by = {"aria_labelledby": f"{name}-{lang}-title", "aria_describedby": f"{name}-{lang}-desc"}
    return element("svg", *labels, *marks, role="img", lang=TAGS[lang], **by, **attributes)


def decoration(*marks: str, **attributes: str | Number) -> str:
    """Return marks that only repeat the figure beside them, and so are passed over when read aloud."""
    return element("svg", *marks, aria_hidden="true", **attributes)


def share(value: float) -> str:
    """Return a share (0-1, held within) in per cent."""
    return f"{_value(round(100 * max(0.0, min(1.0, value)), 3))}%"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-") if key != "viewBox" else key


def _value(value: str | Number) -> str:
    return escape(value) if isinstance(value, str) else f"{round(value, 2):g}"
