"""What a next step may be: its kind, and how near it is."""

from typing import Literal

StepKind = Literal["stay", "promotion", "diagonal", "lateral", "down", "entry"]
"""To make the present post real; up; up by one in another line; to the same height; back in lower; in from outside."""

Verdict = Literal["ready", "within-reach", "build-first"]
