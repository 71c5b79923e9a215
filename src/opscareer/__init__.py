"""opscareer: the next role in internet operations, what is missing for it, and what to do first."""

__version__ = "0.1.0"
