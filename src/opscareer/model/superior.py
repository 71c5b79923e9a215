"""Whom somebody helps or answers to: what in a title names another's post (协助运营总监, reporting to the CMO)."""

import re

# Patterns stay text until they are used, when re compiles and keeps them: these take longer than the whole model.
_WHO = (
    r"总监|经理|主管|总裁|领导|负责人|上级|上司|老板|老总|董事长|创始人|组长|店长|合伙人|高管|管理层"
    r"|(?<![a-z])(?:ceo|coo|cmo|cto|cfo|cpo|cgo|vp|director|manager|head|lead|leader|supervisor|chief|president|founder"
    r"|executive|executives|directors|managers|leaders|boss|superior)(?![a-z])"
)
_PART = r"[^,;:。、，；：()（）\[\]【】|/\n]"
_BEGINS = r"(?:(?<=[,;:。、，；：()（）\[\]【】|/\s])|\A)"
_HELPING = (
    rf"(?i)(?:协助(?={_PART}{{0,14}}(?:{_WHO}))|{_BEGINS}(?:主要|日常|负责|并)?"
    rf"(?:(?:辅助|配合|协同|跟随|跟着|帮助)(?={_PART}{{0,14}}(?:{_WHO}))|(?:支持|支撑)(?={_PART}{{1,14}}(?:{_WHO})))"
    rf"|\b(?:assist|support|help|aid|shadow)(?:s|ed|ing)\b(?={_PART}{{3,60}}(?:{_WHO}))"
    rf"|\bwork(?:s|ed|ing)? (?:closely |directly )?(?:with|under|for|alongside)\b(?={_PART}{{0,60}}(?:{_WHO}))"
    rf"|\b(?:deputy|secretary|advis[oe]r|right hand|chief of staff) to\b)"
    rf"{_PART}*"
)
_ANSWERING = (
    rf"(?i)(?:直接)?向{_PART}{{1,16}}(?:汇报|报告)(?:工作)?|对{_PART}{{0,12}}(?:{_WHO})(?:直接)?负责"
    rf"|(?:直接)?汇报(?:给|于|至|对象|上级|人|线)\s*[:：]?{_PART}*"
    rf"|(?:直属|直接)?(?:上级|领导|上司)\s*[:：]{_PART}*"
    rf"|\breport(?:s|ed|ing)?(?: directly)?(?: in)? ?to\s*[:：]?{_PART}*"
    rf"|\bunder (?:the|our|an?)\b(?={_PART}{{0,60}}(?:{_WHO}|supervision|direction|guidance|leadership)){_PART}*"
)
_HELPED = (
    r"(?i)协助(?!用户|客户|商家|商户|主播|达人|学员|会员|玩家|消费者|读者|粉丝)|打下手"
    r"|\bassist(?:s|ed|ing)\b(?! (?:\w+ )?(?:customers?|clients?|users?|merchants?|guests?|members?|students?))"
)


def without_superior(title: str) -> str:
    """Return a title without whom its holder helps or answers to; nothing where it tells no more than that."""
    return re.sub(_ANSWERING, "", re.sub(_HELPING, "", title))


def helps(words: str) -> bool:
    """Return whether the words before what was done say that it was done to help another, who answers for it."""
    return bool(re.search(_HELPED, words) or re.search(_HELPING, words))
