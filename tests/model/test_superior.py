"""Whom the holder of a title helps or answers to is not what the title names."""

import pytest

from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import titled
from opscareer.model.superior import helps, without_superior


@pytest.mark.parametrize(
    "title",
    [
        "协助运营总监",
        "主要协助运营总监",
        "辅助产品运营经理",
        "配合产品运营经理",
        "支持运营总监",
        "向运营总监汇报",
        "直接汇报给运营总监",
        "汇报对象：运营总监",
        "直属上级：产品运营经理",
        "对运营总监负责",
        "Assisted the marketing director",
        "Supporting the Operations Director",
        "Reporting to the Operations Director",
        "Reports directly to the COO",
        "Worked closely with the product operations manager",
        "Deputy to the COO",
    ],
)
def test_nothing_of_ones_own(kb: KnowledgeBase, title: str) -> None:
    """Words that tell only whom somebody helps or answers to name no position."""
    assert titled(kb, title) == ()


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("产品运营，协助总监", "product-ops/specialist"),
        ("产品运营（协助总监）", "product-ops/specialist"),
        ("产品运营（向运营总监汇报）", "product-ops/specialist"),
        ("产品运营主管（汇报给运营总监）", "product-ops/manager"),
        ("Marketing Manager, reporting to CMO", "marketing/manager"),
        ("Marketing Assistant reporting to the Marketing Director", "marketing/specialist"),
        ("Marketing Specialist under the direction of the CMO", "marketing/specialist"),
    ],
)
def test_beside_ones_own(kb: KnowledgeBase, title: str, position: str) -> None:
    """Beside somebody's own title, that of whom they help or answer to does not lift it."""
    assert titled(kb, title) == (position,)


@pytest.mark.parametrize(
    "title",
    ["销售支持经理", "支持经理", "客户支持主管", "运营协助", "对外合作经理", "Customer Support Manager",
     "Head of Reporting", "Support Operations Director", "Assistant to the Operations Director", "Under Secretary"],
)  # fmt: skip
def test_titles_that_say_so(title: str) -> None:
    """Where helping is what the post is called, the title stays whole."""
    assert without_superior(title) == title


def test_helping() -> None:
    """Help is what is done for somebody who leads, or said to be help; not what is done for customers."""
    assert helps("协助做")
    assert helps("配合总监做")
    assert helps("assisted with the ")
    assert not helps("协助客户做")
    assert not helps("assisted our customers with ")
    assert not helps("配合研发做")
