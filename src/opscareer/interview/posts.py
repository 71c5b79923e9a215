"""The positions that one piece of a cell names: one, or several that somebody wrote as A/B, A+B, A和B or A（兼B）.

A title may hold such a sign as well (供应链与履约专家, Sales & Marketing Manager): a piece is several posts only where
each part is a post by itself. What somebody is to become, wants to be or once was is no present post.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from opscareer.errors import UsageError
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import find_position, named, titled
from opscareer.model.title_words import title_words
from opscareer.model.titles import PLAIN, read_title
from opscareer.text import Text, clean, joined

# Text until they are used, as most answers hold ids: each interview would wait for seven patterns.
_LIKE_AN_ID = r"[A-Za-z0-9-]+/[A-Za-z0-9-]*"
_ALSO_HELD = r"[(（]\s*兼(?!职)任?\s*([^()（）]*)[)）]"
_AND = r"(?i)\s*(?:[和与及&＆]|\band\b)\s*"
_LISTED = r"\s*(?:[/／+＋]|兼(?!职)任?)\s*"
_OR = r"(?i)\s*(?:或者?|转(?!化|正|型)|\bor\b|->|→)\s*"
_BLANK = r"(?<=[\u2e80-\uffef])\s+(?=[\u2e80-\uffef])"
_NOT_NOW = (
    r"(?i)(?:(?:拟|希望|期望|打算|准备|求职|应聘|竞聘|候选|曾|(?:目标|意向)(?=职位|岗位|是|为|[:：]))|(?P<may>待|即将|将|想|前|原))"
    r"(?P<to>(?:任|晋升|升任|升|提拔|转岗|转|做|当|成为|应聘|意向|职位|岗位|是|为)*[:：]?)\s*(?P<zh>.+)"
    r"|(?:aspiring|future|former(?:ly)?|ex-|previously|to be(?:come)?|wants? to be|hop\w+ to be(?:come)?|promotion to"
    r"|candidate for|applying for|looking for)\s*(?:an?\s+)?(?P<en>.+)"
    r"|(?P<aside>.+?)\s*[(（](?:拟\w*|待定|意向|目标|曾任|前任?|former|to be)[)）]"
)
_NO_PRESENT = Text("{said} 说的不是现在的岗位", "{said} is no post that is held now")
_WRITE_PRESENT = Text(
    "写现在在做的岗位；想去的岗位写在 goal 那一题",
    "write the post that is held now; one that is wanted goes under goal",
)
_SEVERAL = Text("{said} 像是不止一个岗位：{posts}", "{said} seems to be several positions: {posts}")
_WRITE_ONE = Text("写一个", "write one")
_WRITE_EACH = Text("一个一个写全，中间用；隔开", "write each in full, with ; between them")


class _Post(NamedTuple):
    """A part that is a post: its position, and the rung that a word of rank tells."""

    position: str
    rung: str


def posts_held(kb: KnowledgeBase, said: str) -> tuple[str, ...]:
    """Return the positions that somebody holds by their words. Raises UsageError."""
    if _is_one(kb, said):
        return (find_position(kb, said),)
    if _is_not_now(kb, said):
        raise UsageError(*_NO_PRESENT.fill(said=clean(said)), _WRITE_PRESENT)
    if either := _parts(kb, re.split(_OR, said)):
        raise _several(kb, said, either, _WRITE_EACH)
    posts = _together(kb, said)
    if _shares_a_rank(kb, posts):
        raise _several(kb, said, posts, _WRITE_EACH)
    return tuple(dict.fromkeys(post.position for post in posts)) or (find_position(kb, said),)


def posts_in_title(kb: KnowledgeBase, title: str) -> tuple[tuple[str, ...], bool]:
    """Return the positions that a title names beside each other, none where it is of one post.

    Beside them whether all are held: they are not where the title tells a move from one to the other
    (销售经理转运营经理), or gives all a single rank.
    """
    if _is_one(kb, title):
        return (), False
    moved = _parts(kb, re.split(_OR, title))
    posts = moved or _together(kb, title)
    held = tuple(dict.fromkeys(post.position for post in posts))
    return held, not moved and not _shares_a_rank(kb, posts)


def is_post(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words are a post by themselves: one of its names, or one with a word of rank."""
    post = _post(kb, words)
    return len(named(kb, words)) == 1 or bool(post and post.rung)


def post_meant(kb: KnowledgeBase, said: str) -> str:
    """Return the only position that somebody means by their words. Raises UsageError."""
    if not _is_one(kb, said):
        posts = _parts(kb, re.split(_OR, said)) or _together(kb, said)
        if len({post.position for post in posts}) > 1:
            raise _several(kb, said, posts, _WRITE_ONE)
    return find_position(kb, said)


def _is_one(kb: KnowledgeBase, said: str) -> bool:
    """Return whether words are an id or a name as they stand."""
    return bool(re.fullmatch(_LIKE_AN_ID, said.strip()) or named(kb, said))


def _is_not_now(kb: KnowledgeBase, said: str) -> bool:
    """Return whether words are of a post that is wanted or was held once.

    A word that may begin a title as well (前置仓运营, 原料采购) does so unless a verb or a whole name follows it.
    """
    told = re.fullmatch(_NOT_NOW, said.strip())
    if told is None:
        return False
    post = told["zh"] or told["en"] or told["aside"]
    return bool(named(kb, post) if told["may"] and not told["to"] else titled(kb, post))


def _together(kb: KnowledgeBase, said: str) -> Sequence[_Post]:
    """Return the posts that somebody wrote side by side; none where the words are of one."""
    told = re.sub(_ALSO_HELD, r"/\1", said)
    listed = _parts(kb, re.split(_LISTED, told))
    if listed:
        return listed
    for between in (_AND, _BLANK):  # signs that titles have too
        parts = [*filter(None, re.split(between, told))]
        posts = _parts(kb, parts)
        if posts and (all(post.rung for post in posts) or (between == _AND and _parallel(parts))):
            return posts
    return ()


def _parts(kb: KnowledgeBase, parts: Sequence[str]) -> Sequence[_Post]:
    """Return the post that each of several parts is; nothing where one is none."""
    told = [part for part in map(str.strip, parts) if part]
    if len(told) < 2:
        return ()
    posts = [post for part in told if (post := _post(kb, part))]
    return posts if len(posts) == len(told) else ()


def _post(kb: KnowledgeBase, part: str) -> _Post | None:
    """Return the post that words are by themselves: with a word of rank, or a name that tells more than two letters."""
    read, found = read_title(title_words(kb), part), titled(kb, part)
    if len(found) != 1 or not read.positions or (not read.rung and read.positions[0][1] <= PLAIN):
        return None
    return _Post(found[0], read.rung)


def _parallel(parts: Sequence[str]) -> bool:
    """Return whether parts end alike (新媒体运营和用户运营), as they do where none is the beginning of the next."""
    return len({part.strip()[-2:] for part in parts}) == 1


def _shares_a_rank(kb: KnowledgeBase, posts: Sequence[_Post]) -> bool:
    """Return whether only the last of several posts has a word of rank that makes a difference (A/B经理)."""
    if len({post.position for post in posts}) < 2 or any(post.rung for post in posts[:-1]):
        return False
    rung = posts[-1].rung
    return bool(rung) and rung != kb.ladder.rungs[0].id


def _several(kb: KnowledgeBase, said: str, posts: Sequence[_Post], hint: Text) -> UsageError:
    titles = joined(kb.positions[id_].title for id_ in dict.fromkeys(post.position for post in posts))
    return UsageError(*_SEVERAL.fill(said=clean(said), posts=titles), hint)
