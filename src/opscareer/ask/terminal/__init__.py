"""Prompts on a full terminal: states that keys turn into the next, their drawing, and a thin loop around both."""
