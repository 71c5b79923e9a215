"""How near a step is, in the words of its kind."""

from collections.abc import Mapping

from opscareer.text import Text
from opscareer.views.words.sentences import VERDICTS

FROM: Mapping[str, Text] = {
    "ready": VERDICTS["ready"],
    "within-reach": Text("够得着（{share} 起）", "within reach (from {share} on)"),
    "build-first": Text("先打底（{share} 起够得着）", "build first (within reach from {share} on)"),
}
"""With the share from which it is within reach, which one step asks more of than another."""
DOING = Text("活你已经在干，可以要名分", "you do its work already: ask for the title")
UNTOLD = Text("能力一项都没答，有多近还不知道", "how near is not known: no skill of it was answered")
TOO_LITTLE = Text("答得太少，做没做实还说不准", "too little was answered to say how well you do the present post")
STANDS = Text("现在的岗位站住了", "you do the present post well")
CONSOLIDATE: Mapping[str, Text] = {
    "ready": Text("现在的岗位差一点就做实了", "very little is missing in the present post"),
    "within-reach": Text("现在的岗位还差几样没做实", "some of the present post is still missing"),
    "build-first": Text("现在的岗位还没做实", "you do not do the present post well yet"),
}
"""Of a post to stay in that is not done well enough yet."""
GOES: Mapping[str, Text] = {
    "ready": Text("同样的岗位，外面可以谈了", "you can talk about the same post elsewhere"),
    "within-reach": Text("同样的岗位，边谈边补", "talk about the same post elsewhere and close the rest meanwhile"),
    "build-first": Text(
        "缺得不少：边补边到外面谈同样的岗位", "much is missing: close gaps while you talk about the same post elsewhere"
    ),
}
ENTER: Mapping[str, Text] = {
    "ready": Text("可以投了", "you can apply"),
    "within-reach": Text("可以投，缺的边投边补", "you can apply; close the rest meanwhile"),
    "build-first": Text("先做出一两样能给人看的，再投", "make one or two things to show, then apply"),
}
BACK: Mapping[str, Text] = {
    "ready": Text("接得上", "you can step in"),
    "within-reach": Text("接得上，缺的边做边补", "you can step in; close the rest on the job"),
    "build-first": Text("接得上的不多，先补一两样", "you have little of what it asks: close one or two gaps first"),
}
OFFERED: Mapping[str, Text] = {
    "ready": Text("接得住", "you can take it"),
    "within-reach": Text("接得住，缺的在过渡期里补", "you can take it; close the rest while you settle in"),
    "build-first": Text(
        "可以接，但缺得多，先把过渡期谈下来", "you can take it, but much is missing: agree a transition first"
    ),
}
