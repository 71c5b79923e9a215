"""What a next step may be: its kind, and how near it is."""

from typing import Literal

StepKind = Literal["stay", "promotion", "diagonal", "lateral", "down", "entry"]
"""To make the present post real; up; up by one in another line; to the same height; back in lower; in from outside."""

Unwanted = Literal["work", "lead", "craft"]
"""Why a post is none that a person wants: its chief work, that it leads people, or that it leads nobody."""

Verdict = Literal["ready", "within-reach", "build-first"]
