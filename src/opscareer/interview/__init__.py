"""The interview as a function of its answers: back, edit, resume and replay follow from that.

Nothing here waits, prints or reads.
"""

from opscareer.interview.answers import Answers, Value, accept, give, profile_of
from opscareer.interview.asking import Ask, Choice, next_question, progress

__all__ = ["Answers", "Ask", "Choice", "Value", "accept", "give", "next_question", "profile_of", "progress"]
