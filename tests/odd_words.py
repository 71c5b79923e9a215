"""Knowledge bases whose words are a trial for cells: separators, brackets, words with a meaning, one name twice."""

from dataclasses import replace

from hypothesis import strategies as st
from random_kb import random_kbs

from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

WORDS = (
    *("none", "没有", "not sure", "说不准", "还没入行", "[]", "id", "current", "skill.words", "Answer"),
    *(
        "a; b",
        "a、b",
        "a",
        "b",
        "a, b",
        "拍剪短视频、做直播",
        "x / y",
        "y [x]",
        "[a]",
        "-1",
        "=1+1",
        "'=x",
        "3",
        "3 0",
        "0",
    ),
    *("b\\nc", '"', "“q”", "*x*", "`x`", "# x", "1. x", "<b>", "|", "√", "ｂ", "A", "yes", "5 years", "*"),
)
"""Words that mean something to a reader of cells, or to a format."""

_one = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)
_texts = st.builds(Text, _one, _one) | st.builds(lambda word: Text(word, word), _one)


@st.composite
def odd_kbs(draw: st.DrawFn) -> KnowledgeBase:
    """Return a random knowledge base with such words for levels, skills, titles, questions and options."""
    kb = draw(random_kbs())
    skills = {
        id_: replace(skill, name=draw(_texts), levels=tuple(draw(_texts) for _ in skill.levels))
        for id_, skill in kb.skills.items()
    }
    questions = {
        id_: replace(
            question,
            text=draw(_texts),
            options=tuple(replace(option, label=draw(_texts)) for option in question.options),
        )
        for id_, question in kb.questions.items()
    }
    positions = {id_: replace(position, title=draw(_texts)) for id_, position in kb.positions.items()}
    own = replace(next(iter(questions.values())), id="own", kind="text", required=False, when=(), options=())
    return replace(kb, skills=skills, questions={**questions, "own": own}, positions=positions)
