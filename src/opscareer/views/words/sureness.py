"""How sure the advice is: of answers that are open, and of ratings that are a level off."""

from opscareer.text import NOTHING, Text
from opscareer.views.words.units import percent

TRUST = Text("这个结论有多稳", "How far to trust this")
_SURE = 0.995
_SETTLED = Text(
    "没答的题不影响走哪条线{height}。这不等于它一定适合你。",
    "However you answer what is left, this line of work comes first{height}. It is no promise that the post suits you.",
)
_CONFIDENCE = Text(
    "没答的题全答完，100 回里有 {n} 回还是这条线{height}。这不等于它一定适合你。",
    "Were every question answered, this line of work would still come first in {n} cases of 100{height}. "
    "It is no promise that the post suits you.",
)
_HEIGHT = Text("；先留下还是往上走，可能会变", "; whether you stay or rise in it may change")
_TURNING = Text(
    "漏答的题一答，排第一的多半会换：先把它们答了再定。",
    "Once the open questions are answered another would most likely come first: answer them before you decide.",
)


def confidence_text(share: float, *, may_stay: bool = True) -> Text:
    """Return how unlikely (0-1) the rest of the questions would change what comes first, in words.

    may_stay: whether there is a post to stay in instead, or to rise from.
    """
    if share < TELLING:
        return _TURNING
    height = _HEIGHT if may_stay else NOTHING
    told = _SETTLED if share >= _SURE else _CONFIDENCE
    return told.fill(n=percent(share).removesuffix("%"), height=height)


EARLY = Text(
    "还说不准：没答或说不准的太多，这是眼下最可能的方向，几个都看看。",
    "Too early to say: too much is unanswered or not sure. This is the likeliest direction for now; "
    "look at the others too.",
)
ALIKE = Text(
    "题都答了，前几个方向还是分不出高下，都看看。",
    "Not settled: all that it asks was answered, and several directions still come out alike. Look at the others too.",
)
STABLE = Text(
    "哪怕你把自己整体估高或估低了一级，推荐都不变。",
    "If you rated yourself a level too high or too low throughout, the advice stays the same.",
)
SHIFTED = Text(
    "要是你把自己整体估{way}了一级，该看的就是{title}。",
    "If you rated yourself a level too {way} throughout, the advice would be {title} instead.",
)
SHIFTED_STAY = Text(
    "要是你把自己整体估{way}了一级，就该先留在{title}。",
    "If you rated yourself a level too {way} throughout, the advice would be to stay in {title} for now.",
)
HIGH, LOW = Text("高", "high"), Text("低", "low")
TURNS = Text(
    "下面只要有一项其实{way}一级，该看的就换成{title}：{skills}。",
    "{title} would come first instead if you stood a level {way} in just one of these: {skills}.",
)
TURNS_ONE = Text(
    "{skills}其实{way}一级的话，该看的就换成{title}。",
    "{title} would come first instead if you stood a level {way} in {skills}.",
)
TURNS_STAY = Text(
    "下面只要有一项其实{way}一级，就该先留在{title}：{skills}。",
    "The advice would be to stay in {title} for now if you stood a level {way} in just one of these: {skills}.",
)
TURNS_STAY_ONE = Text(
    "{skills}其实{way}一级的话，就该先留在{title}。",
    "The advice would be to stay in {title} for now if you stood a level {way} in {skills}.",
)
WAITS = Text("{told}可年限还要等：{gate}。", "{told} Yet the years have to be served first: {gate}.")
HIGHER, LOWER = Text("再高", "higher"), Text("再低", "lower")
TELLING = 0.5
"""Below this confidence (0-1) it is too early to say."""
