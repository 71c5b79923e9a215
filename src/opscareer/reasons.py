"""Why the system or a library would not, in both languages: their own words are English alone."""

import errno
import re
from collections.abc import Mapping

from opscareer.text import Text, clean

SYSTEM: Mapping[int, str] = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "系统不允许",
    errno.EISDIR: "是一个文件夹",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EEXIST: "已经在了",
    errno.ENOTEMPTY: "文件夹里还有东西",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.EFBIG: "文件太大",
    errno.EIO: "读写出错",
    errno.ELOOP: "链接绕成了圈",
    errno.ENAMETOOLONG: "名字太长",
    errno.EBUSY: "正被别的程序占用",
    errno.EDQUOT: "用满了分到的空间",
    errno.EINVAL: "系统不认这个名字",
    errno.ENXIO: "那头没有程序在读",
    errno.ENODEV: "没有这个设备",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EAGAIN: "眼下用不了，过会再试",
    errno.EPIPE: "那头不收了",
    errno.EBADF: "是关着的",
}
"""The system's reasons by their number."""

SAID: Mapping[str, str] = {
    # JSON
    r"Expecting value": "这里该有一个值",
    r"Expecting property name enclosed in double quotes": "键要用双引号括起来",
    r"Expecting ':' delimiter": "这里少了冒号",
    r"Expecting ',' delimiter": "这里少了逗号",
    r"Illegal trailing comma before end of (?:object|array)": "最后一项后面多了逗号",
    r"Extra data": "后面多出了东西",
    r"Unterminated string starting at": "引号没有收尾",
    r"Invalid control character at": "引号里有换行或控制符",
    r"Invalid \\.*": "反斜杠后面写得不对",
    r"Unexpected UTF-8 BOM.*": "开头有一个多余的标记（BOM）",
    r"Exceeds the limit .*": "数字太长",
    r"maximum recursion depth exceeded.*": "嵌套太深",
    # CSV
    r"field larger than field limit.*": "有一格太长",
    r"line contains NUL": "里面有空字符",
    r"unexpected end of data": "引号没有收尾",
    r"'.*' expected after '.*'": "引号收尾以后还有字",
    r"new-line character seen in unquoted field.*": "引号外面有换行",
    # YAML, as its two parsers say it
    r"mapping values are not allowed (?:here|in this context)": "这里不该有冒号（值里有冒号就加引号）",
    r"(?:could not find expected|did not find expected) ':'": "这里少了冒号",
    r"did not find expected key": "缩进和上一行对不上",
    r"did not find expected '-' indicator": "列表里有一项没有用 - 开头",
    r"expected <block end>, but found '?(.*?)'?": "缩进和上一行对不上",
    r"did not find expected ',' or '(.)'": "这里少了逗号或 {0}",
    r"expected ',' or '(.)', but got '?.*?'?": "这里少了逗号或 {0}",
    r"did not find expected node content|expected the node content, but found '?.*?'?": "这里该有一个值",
    r"found undefined alias.*": "* 后面的名字没有定义过（字面的 * 要加引号）",
    r"found duplicate anchor.*": "& 后面的名字用了两次",
    r"found character .*that cannot start any token": "这个符号不能开头，要加引号",
    r"found unexpected end of stream": "引号或括号没有收尾",
    r"found unexpected document indicator|did not find expected <document start>": "一个文件里只能有一份",
    r"expected '?<document start>'?, but found '?.*?'?": "一个文件里只能有一份",
    r"expected a single document in the stream": "一个文件里只能有一份",
    r"(?:block )?sequence entries are not allowed (?:here|in this context)": "这里不该有 - 开头的一项",
    r"(?:block )?mapping keys are not allowed (?:here|in this context)": "这里不该有键",
    r"found a tab character.*": "缩进用空格，不用制表符",
    r"found unknown escape character.*": "反斜杠后面写得不对",
    r"(?:while scanning .*)?(?:did not find )?expected alphabetic or numeric character.*": "& 或 * 后面要有名字",
    r"found undefined tag handle.*|could not determine a constructor for the tag.*": "! 开头的类型不认得",
    r"(?:control|special) characters are not allowed.*|unacceptable character.*": "里面有控制符",
    r"invalid (?:leading|trailing) UTF-8 octet.*": "编码不是 UTF-8",
    r"(?:expected|found|did not find|could not find|duplicate|second|but found) .*": "这样写 YAML 不认",
    # SQLite
    r"database is locked": "正被另一个 opscareer 占用",
    r"database (?:table|schema) is locked.*": "正被另一个 opscareer 占用",
    r"file is not a database": "这个文件不是 opscareer 存的",
    r"database disk image is malformed": "文件坏了",
    r"malformed database schema.*": "文件坏了",
    r"attempt to write a readonly database": "这个文件不能写",
    r"unable to open database file": "打不开",
    r"disk I/O error": "读写出错",
    r"database or disk is full": "磁盘满了",
    r"no such (?:table|column): (.+)": "里面少了 {0}",
    r"table (.+) has no column named (.+)": "{0} 里少了 {1}",
    r"Could not decode to UTF-8.*": "里面有读不出的字",
    r"version (-?\d+)": "版本 {0} 没有过",
    # Python
    r"embedded null (?:byte|character)(?: in path)?": "名字里有空字符",
    r"standard input is closed": "标准输入是关着的",
    r"'?[\w-]+'? codec can't (?:de|en)code .*": "里面有读不出的字",
    r"I/O operation on closed file\.?": "是关着的",
}
"""What libraries say, as patterns that take the whole of it, and the Chinese."""

_UNKNOWN = Text("系统的原话是“{said}”", "{said}")


def reason_of(error: Exception) -> Text:
    """Return why something failed: by the system's number where there is one, else by what was said."""
    said = getattr(error, "strerror", None) or getattr(error, "msg", None) or str(error)  # JSON's says besides where
    known = SYSTEM.get(getattr(error, "errno", None) or 0)
    return Text(known, clean(said)) if known else reason_said(said)


def reason_said(said: str) -> Text:
    """Return a reason as a library said it, in both languages; what is not known is quoted as it is."""
    said = clean(said)
    for pattern, zh in SAID.items():
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return Text(zh.format(*found.groups()), said)
    return _UNKNOWN.fill(said=said)
