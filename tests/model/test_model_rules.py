"""The rules as records."""

from dataclasses import fields

import pytest
from small_kb import SMALL

from opscareer.model.constants import Constants
from opscareer.model.kb import KnowledgeBase


def test_every_constant_has_a_reason(kb: KnowledgeBase) -> None:
    """Why a constant is what it is stands beside it, in both languages."""
    assert list(kb.rules.reasons) == [field.name for field in fields(Constants)]
    assert all(reason.zh and reason.en for reason in kb.rules.reasons.values())


def test_constants_do_not_change() -> None:
    """A constant is read by its name, and nobody gives it another value on the way."""
    assert SMALL.rules.constants.within_reach == 0.65
    with pytest.raises(AttributeError):
        SMALL.rules.constants.within_reach = 0.7  # type: ignore[misc]
