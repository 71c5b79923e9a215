"""The words of the trade as frozen records: skills, roles, ladders, questions, rules, and what a person has told.

Nothing here reads, prints or decides. Import from the modules: the ladder must not wait for the rest at start-up.
"""
