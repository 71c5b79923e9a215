"""What stands around an ad on the page that it was copied from: menus, buttons, addresses, charts.

A line is furniture where all its words are; in a sentence the same words count.
"""

import re

_WORDS = re.compile(
    r"首页|职位|公司|企业|搜索|登录|注册|登陆|退出|分享|收藏|举报|投递|投递简历|立即投递|立即沟通|继续沟通|感兴趣|不感兴趣|下载|app|微信扫码|扫码"
    r"|相似职位|相关职位|推荐职位|热门职位|更多职位|查看更多|查看全部|查看地图|展开|收起|更多|返回|上一页|下一页|校园|海归|有了|消息|简历|我的|我要招聘"
    r"|我要找工作|求职|招聘者|公司规模趋势|人数趋势|人数|趋势|规模|地图|客服热线|意见反馈|用户协议|隐私政策|关于我们|联系我们|帮助中心"
    r"|home|jobs|companies|company|search|log ?in|sign ?(?:in|up)|register|share|save|save job|report|report this job"
    r"|apply|apply now|easy apply|similar jobs|show more|show less|see more|see all|more|back|next|previous|menu"
    r"|cookies?|messaging|notifications|my network|privacy(?: policy)?|terms(?: of (?:use|service))?|help|about"
    r"|careers|join now|get the app|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d+|https?://\S+|www\.\S+"
)
_APART = re.compile(r"[\s|·•>/,、，:：]+")
_LINE = re.compile(r"[^\n]+")
_LEAST = 2  # words; one alone may be a heading, but an address is none


def without_furniture(text: str) -> str:
    """Return a text to search with blanks where only furniture stands, so that all else keeps its place."""
    return _LINE.sub(lambda line: " " * len(line[0]) if _is_furniture(line[0]) else line[0], text)


def _is_furniture(line: str) -> bool:
    words = [word for word in (line.split() if "://" in line else _APART.split(line)) if word]
    many = len(words) >= _LEAST or "://" in line
    return many and all(_WORDS.fullmatch(word) or word in "&-—" for word in words)
