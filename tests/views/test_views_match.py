from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.lexicon import Lexicon
from opscareer.views.match import match_view


def test_nobody_is_short_of_an_ad(lexicon: Lexicon) -> None:
    """An ad told without a person is near to nobody, and nobody falls short of its conditions."""
    found = Matcher(lexicon).match(read("商户运营专员\n任职要求：本科及以上学历，5年以上运营经验，熟悉 SQL。"))
    view = match_view(lexicon.names, found)
    assert (view.near, view.short_of, view.far) == (None, (), False)
