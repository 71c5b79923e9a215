"""What an ad says is not needed, not done, or not wanted, by the words before and after it."""

import re

_FAR = 24  # letters before that are looked at
_NOT = re.compile(
    r"不需要|无需|不必|不要求|不用|毋须|无须|非必须|不限\Z|(?:^|\s)[无非]\Z"
    r"|不(?:做(?![到好作要只])|涉及|包[括含]|负责(?!任)|参与|接触|从事|招|考虑|碰)|没有\Z|(?:拒绝|谢绝|杜绝)\Z"
    r"|no need (?:for|of)|no experience|not required|not necessary|without"
    r"|(?:^|\W)no(?: (?:prior|previous|formal))?\Z|\bno (?:knowledge|background|skills?)(?: (?:of|in|with))?\Z"
    r"|\bno [\w/-]{1,20} (?:or|and)\Z"
)
_REFUSED = re.compile(r"(?:拒绝|谢绝)[^,。;]{0,10}\Z")
_REFUSED_WHO = re.compile(r"[^,。;]{0,8}?(?:从业|者|人员|背景|经历|出身)")
_NOT_DONE = re.compile(
    r"\b(?:(?:do(?:es)?|will|would|need)(?: not|n['’]t)|won['’]t)(?: ever)?"
    r" (?:need|have to|require|involve|include|expect|want|ask|cover|do|handle"
    r"|be (?:doing|responsible|in charge|asked|required)|touch|write|run|manage|lead|use|work on)\b[^.,;]*\Z"
    r"|\bneed(?: not|n['’]t) [^.,;]*\Z"
)
_DONE = re.compile(r"\b(?:only|just|simply|merely|but)\b")
_VERB = re.compile(r"(?<![要是能行好])不\Z")
_VERBS = "带管招写拍播直销采"  # with which the name of a skill begins: 不|带团队
_UNLESS = re.compile(r"[^。;\n]{0,16}(?:勿[扰投]|免谈|别投|慎投|不用投|绕道)")  # who has it not is not wanted
_SENTENCE = 60  # letters of an English sentence before
_NOT_AFTER = re.compile(
    r"(?:经验|能力|技能|基础|水平|程度)?(?:不限|不会也|没有也|不作要求|不做要求|不要求|无要求|非必须)"
    r"|[^,。;]{0,6}(?:勿扰|免谈)"
    r"|(?: (?:skills?|experience|knowledge))?(?:(?: (?:is|are))? not| (?:is|are)n['’]t)"
    r" (?:required|necessary|needed|a must)"
    r"|(?: (?:skills?|experience|knowledge))? (?:is|are) (?:unnecessary|optional)"
)


def is_denied(text: str, start: int, end: int) -> bool:
    """Return whether a clause says that what stands between two places of it is not needed, done or wanted."""
    near = near_before(text, start)
    if re.search("[没无不非]", near) and _UNLESS.match(text, end):
        return False
    refused = _REFUSED.search(near) and _REFUSED_WHO.match(text, end)
    verb = text[start] in _VERBS and _VERB.search(near)
    return bool(verb or refused or _NOT.search(near) or _NOT_AFTER.match(text, end) or _is_not_done(text[:start]))


def near_before(text: str, place: int) -> str:
    """Return the words of a text before a place that bear on it: since the last comma, bracket, or but."""
    near = text[max(0, place - _FAR) : place]
    return re.split(r"[,(]|但|而|\bbut\b", near)[-1].rstrip()


def _is_not_done(before: str) -> bool:
    """Return whether the English words before something say that one does not do it, nor needs it."""
    said = re.split(r"[,(;.\n]|\b(?:but|and|so|because|as)\b", before[-_SENTENCE:])[-1].rstrip()
    return bool(_NOT_DONE.search(said)) and not _DONE.search(said)
