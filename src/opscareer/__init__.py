"""opscareer: the next role in internet operations, what is missing for it, and what to do first."""

__version__ = "1.0.0rc1"
