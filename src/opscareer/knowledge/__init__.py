"""From YAML files to a frozen knowledge base: read with positions, laid over, checked, compiled once, cached."""

from opscareer.knowledge.open import Opened, open_kb

__all__ = ["Opened", "open_kb"]
