"""The shape of the YAML files, as pydantic models: unknown keys, missing keys, wrong kinds and ranges, all at once.

Only the compile step imports this; a warm start validates nothing.
"""
