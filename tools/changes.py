"""What ads ask more and less often than before: `python tools/changes.py OLD.jsonl NEW.jsonl`.

Skills, and words in which the trade changes, in ads of posts that lead nobody (the newer ads of customer service are
nearly all for its managers). The newer ads are for other roles than the older ones, so what all ask is compared over
the roles that have some ads in both periods, each role weighing the same in both; then role by role where both have
ten, and over all ads whatever they are for.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from ads import NEW, OLD
from counted import HEADS, LEADS, posting, told_ads

from opscareer.knowledge import open_kb
from opscareer.match.demand import Posting
from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.lexicon import Lexicon
from opscareer.model.role import FEW_ADS
from opscareer.names import searched

SOME = 5  # ads of a role in both periods for it to be compared over all
SHOWN = 30
ALL = "*"
WORDS = {
    "微博": r"微博|weibo",
    "公众号 / 微信": r"公众号|公号|微信|wechat",
    "论坛 / 贴吧 / QQ群": r"论坛|贴吧|qq群|豆瓣",
    "抖音 / 快手 / 短视频": r"抖音|快手|短视频|douyin|tiktok",
    "小红书": r"小红书|rednote|xiaohongshu",
    "直播": r"直播|livestream|live stream",
    "私域 / 企业微信": r"私域|企业微信|企微",
    "AI / 大模型": r"(?<![a-z])ai(?![a-z])|aigc|大模型|人工智能|chatgpt|llm|prompt|提示词|智能体",
    "SQL": r"sql",
    "Python": r"python",
    "BI / 看板": r"(?<![a-z])bi(?![a-z])|看板|dashboard|tableau",
    "A/B 测试": r"a/?b\s?(?:测试|实验|test)|实验设计",
    "Office / Excel": r"office|excel|办公软件|ppt|word",
    "SOP / 标准化": r"sop|标准化",
    "合规 / 法规": r"合规|法规|compliance|广告法",
    "审核": r"审核|moderation",
    "海外 / 出海 / 跨境": r"海外|出海|跨境|全球化|overseas|global",
    "英语 / 外语": r"英语|英文|外语|english",
    "达人 / KOL / MCN": r"达人|kol|mcn|creator|influencer",
    "留存 / 复购": r"留存|复购|retention",
    "ROI / 投产": r"roi|投产|roas",
    "GMV": r"gmv",
    "复盘": r"复盘",
    "跨部门 / 跨团队": r"跨部门|跨团队|cross-functional",
    "抗压 / 加班 / 轮班": r"抗压|压力|加班|轮班|倒班|夜班",
}
Asked = frozenset[str]


class Heard(NamedTuple):
    """What an ad asks, and whose it is."""

    asked: Asked
    company: str


class Change(NamedTuple):
    """How many ask for something before and now, in how many ads, and how sure it is that they differ."""

    what: str
    before: float
    now: float
    errors: float

    @property
    def sure(self) -> float:
        """How many standard errors lie between the two."""
        return abs(self.now - self.before) / self.errors if self.errors else 0.0


def main() -> int:
    """Print the largest changes over all roles and in each role."""
    lexicon = open_kb(None).lexicon()
    heard = _heard([Path(name) for name in sys.argv[1:]], lexicon)
    roles = {role for years, role in heard if years == NEW and role != ALL}
    numbers = {role: (len(heard[OLD, role]), len(heard[NEW, role])) for role in sorted(roles)}
    same = {role: min(pair) for role, pair in numbers.items() if min(pair) >= SOME}
    _tell(f"over {len(same)} roles {', '.join(f'{role} {numbers[role]}' for role in same)}", _changes(heard, same))
    for role in (role for role in same if same[role] >= FEW_ADS):
        _tell(f"{role} {numbers[role]}", _changes(heard, {role: 1}))
    _tell(f"over all ads, {len(heard[OLD, ALL])} and {len(heard[NEW, ALL])}", _changes(heard, {ALL: 1}))
    return 0


def _heard(files: Sequence[Path], lexicon: Lexicon) -> Mapping[tuple[str, str], list[Heard]]:
    """Return what each ad asks, by years and role."""
    matcher = Matcher(lexicon)
    heard = defaultdict(list)
    for ad in told_ads(files, lexicon):
        told = posting(ad, lexicon)
        if told.role and not ad.leads and told.rung not in (LEADS, *HEADS):
            role, asked = _asked(matcher, told)
            for whose in (role, ALL):
                heard[ad.years, whose].append(Heard(asked, told.company))
    return heard


def _asked(matcher: Matcher, told: Posting) -> tuple[str, Asked]:
    """Return the role and the skills of an ad as they are counted, with the words that it says."""
    match = matcher.match(read(f"{told.title}\n{told.text}"))
    skills = {one.skill for one in match.asked if any(m.start >= len(told.title) for m in one.mentions)}
    text = searched(told.text)
    role = max(told.role.split("|"), key=lambda one: match.role.shares.get(one, 0.0))
    return role, frozenset(skills | {word for word, pattern in WORDS.items() if re.search(pattern, text)})


def _changes(heard: Mapping[tuple[str, str], list[Heard]], weights: Mapping[str, int]) -> list[Change]:
    """Return how what is asked changed, over some roles that weigh the same before and now; the largest first."""
    whole = sum(weights.values())
    told = [
        [(weight / whole, *_shares(heard[years, role])) for role, weight in weights.items()] for years in (OLD, NEW)
    ]
    changes = []
    for what in {what for period in told for _, shares, _ in period for what in shares}:
        before, now = (sum(weight * shares.get(what, 0.0) for weight, shares, _ in period) for period in told)
        spread = (
            weight**2 * _spread(shares.get(what, 0.0), size) for period in told for weight, shares, size in period
        )
        changes.append(Change(what, before, now, sqrt(sum(spread))))
    return sorted(changes, key=lambda change: (-abs(change.now - change.before), change.what))


def _spread(share: float, size: float) -> float:
    """Return the variance of a share, as if one more ad had asked and one more had not: none of five is not never."""
    smoothed = (share * size + 1) / (size + 2)
    return smoothed * (1 - smoothed) / size


def _shares(ads: Iterable[Heard]) -> tuple[Mapping[str, float], float]:
    """Return the share of some ads that asks for each thing, and of how many they speak.

    The ads of a company count as the root of their number, and speak for no more.
    """
    ads = [*ads]
    posted = Counter(ad.company for ad in ads)
    weights = [1 / sqrt(posted[ad.company]) for ad in ads]
    shares: defaultdict[str, float] = defaultdict(float)
    for ad, weight in zip(ads, weights, strict=True):
        for what in ad.asked:
            shares[what] += weight / sum(weights)
    return shares, sum(weights) ** 2 / sum(weight**2 for weight in weights)


def _tell(name: str, changes: Sequence[Change]) -> None:
    print(f"\n{name}")
    for change in (one for place, one in enumerate(changes) if place < SHOWN or one.what in WORDS):
        told = f"{change.before:.2f} -> {change.now:.2f} ({change.now - change.before:+.2f}"
        print(f"  {change.what}: {told}, {change.sure:.1f} errors)")


if __name__ == "__main__":
    sys.exit(main())
