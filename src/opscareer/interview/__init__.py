"""The interview as a function of its answers: back, edit, resume and replay follow from that.

Nothing here waits, prints or reads.
"""

from opscareer.interview.accepting import accept, give
from opscareer.interview.answers import Answers, Value, back, named_now, profile_of
from opscareer.interview.asking import begun_again, left_open, next_question
from opscareer.interview.choosing import Aim
from opscareer.interview.contradicting import OF_YEARS, ROUNDED, contradiction
from opscareer.interview.forms import Ask, Choice
from opscareer.interview.progress import Progress, steadied
from opscareer.interview.review import DONE, GO_ON, again, review, told
from opscareer.interview.why_asked import why_asked

__all__ = [
    "DONE",
    "GO_ON",
    "OF_YEARS",
    "ROUNDED",
    "Aim",
    "Answers",
    "Ask",
    "Choice",
    "Progress",
    "Value",
    "accept",
    "again",
    "back",
    "begun_again",
    "contradiction",
    "give",
    "left_open",
    "named_now",
    "next_question",
    "profile_of",
    "review",
    "steadied",
    "told",
    "why_asked",
]
