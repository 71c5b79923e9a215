"""What to do about it: the plan for a position, month by month, and the ways up to a goal.

Pure functions as all of the advice; apart from it, because most commands do not need them.
"""

from opscareer.advice.ways.journey import Journey, journey_of
from opscareer.advice.ways.leg import Leg, Rise
from opscareer.advice.ways.path import Path
from opscareer.advice.ways.plan import Plan, Step
from opscareer.advice.ways.schedule import By, Schedule, schedule_of

__all__ = ["By", "Journey", "Leg", "Path", "Plan", "Rise", "Schedule", "Step", "journey_of", "schedule_of"]
