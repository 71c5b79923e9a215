"""The words of the trade as frozen records: skills, roles, ladders, questions, rules, and what a person has told.

Nothing here reads, prints or decides.
"""

from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Block, Ladder, Metric, Move, Post, Rung
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE, Profile
from opscareer.model.question import Option, Question
from opscareer.model.role import Condition, Duty, Position, Requirement, Role
from opscareer.model.rules import Constant, Growth, Route, RouteRule, Rules, Test, TitleRule
from opscareer.model.skill import LEVELS, Group, Need, Skill, Words

__all__ = [
    "LEVELS",
    "NOT_SURE",
    "NO_OPPORTUNITY",
    "Block",
    "Condition",
    "Constant",
    "Duty",
    "Group",
    "Growth",
    "KnowledgeBase",
    "Ladder",
    "Metric",
    "Move",
    "Need",
    "Option",
    "Position",
    "Post",
    "Profile",
    "Question",
    "Requirement",
    "Role",
    "Route",
    "RouteRule",
    "Rules",
    "Rung",
    "Skill",
    "Test",
    "TitleRule",
    "Words",
]
