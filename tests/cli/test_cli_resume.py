"""`assess --from`: what a résumé says is put beside the questions, in whichever form it comes."""

import json
from pathlib import Path

import pytest
from at_terminal import person, willing
from calling import Call

RENDERCV = """\
# yaml-language-server: $schema=https://example.org/schema.json
cv:
  name: 某人
  location: 杭州
  sections:
    summary:
      - 做过三年内容。
    experience:
      - company: 某店
        position: 新媒体运营
        start_date: 2022-11
        end_date: present
        highlights:
          - 公众号：从零做到两万粉，每周出选题
      - company: 某社
        position: 文案
        start_date: 2020-05
        end_date: 2022-10
    education:
      - institution: 某大学
        area: 中文
        degree: 本科
    skills:
      - label: 工具
        details: 数据分析
design:
  theme: classic
"""
JSON_RESUME = json.dumps(
    {
        "basics": {"name": "someone"},
        "work": [
            {"position": "新媒体运营", "startDate": "2022-11", "summary": "公众号，选题"},
            {"position": "文案", "startDate": "2020-05", "endDate": "2022-10"},
        ],
        "education": [{"studyType": "本科"}],
        "skills": [{"name": "数据分析"}],
    },
    ensure_ascii=False,
)
BOTH = [("cv.yaml", RENDERCV), ("resume.json", JSON_RESUME), ("cv", RENDERCV), ("json.yaml", JSON_RESUME)]


@pytest.mark.parametrize(("name", "content"), BOTH)
def test_what_is_proposed_is_confirmed(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, content: str
) -> None:
    """Who presses Enter at what a résumé proposes has answered with it, whatever the file is called."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    talk = willing(monkeypatch, *[""] * 4)
    done = call(f"assess --plain --json --no-save --from {tmp_path / name}")
    assert done.code == 0
    profile = done.answer["profile"]
    assert profile["current"] == ["new-media-ops/specialist"]
    assert profile["years"] >= 3
    told = talk.getvalue()
    assert "From the résumé: Social Media Specialist" in " ".join(told.split())
    at_question = told.partition("From the résumé: ")[2].splitlines()[1]
    assert at_question.startswith("In the words of the résumé: ")
    assert at_question.count('"') >= 2


def test_both_forms_say_the_same(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The same life in both forms leads to the same questions with the same proposals."""
    told = []
    for name, content in BOTH[:2]:
        (tmp_path / name).write_text(content, encoding="utf-8")
        talk = person(monkeypatch, *[""] * 12, "q")
        assert call(f"assess --plain --no-save --from {tmp_path / name}").code == 130
        told.append(talk.getvalue())
    assert told[0] == told[1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_missing_one(call: Call, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    """A résumé that is not there is called a résumé, before any question."""
    talk = person(monkeypatch)
    assert call(f"assess --plain --lang {lang} --from nowhere.json").code == 2
    noun = {"zh": "读不了简历 nowhere.json：", "en": "the résumé nowhere.json cannot be read: "}[lang]
    reason = {"zh": "没有这个文件或文件夹", "en": "No such file"}[lang]
    assert talk.getvalue().startswith(f"opscareer: {noun}{reason}")
