"""How high the levels of skills go."""

TOP = 5
"""The highest level of the built-in knowledge base, and the one that another's is measured against."""

LEAST, MOST = 3, 9
"""How high the highest level is in any knowledge base: at the least, and at the most."""

LEVELS = range(TOP + 1)
"""0 not yet, 1 assists, 2 parts with guidance, 3 alone, 4 leads others in it, 5 sets its direction."""
