"""The wordings by which a medium is said to relay another's words.

They are matched with frames in which quotation marks are straight.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.provenance.frame import GAP

_SHORT_FORMS = ("Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Sgt", "Capt", "Dr", "Mr", "Mrs", "Ms", "Prof", "Rev", "St")
_STOP = "|".join(rf"(?<=\b{form})\." for form in _SHORT_FORMS)
_NOT_QUOTED = r"(?!\s(?:quoted|cited)\s(?:by|in)\s)"  # "according to officials quoted by Reuters"
_PHRASE = rf"(?P<by>(?:{_NOT_QUOTED}(?:[^,;:.()\"{GAP}\n]|\.(?=\w)|{_STOP})){{2,90}})"
_TELLING = (
    "reported|reports|said|says|wrote|writes|noted|notes|added|quoted|cited|revealed|claimed|disclosed|"
    "announced|stated|states|informed|confirmed"
)
_VERBS = rf"(?:{_TELLING}|has\s+reported|have\s+reported|had\s+reported)"
_DAY = (
    r"(?:\s+(?:(?:on|late|early)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|\s+(?:earlier|later|yesterday|today))?"
)


@cache
def marked() -> Pattern[str]:
    """Match relays that a preposition marks.

    For example: ``according to Tass``, ``as per an AFP report``, ``quoted by``.
    """
    import re

    return re.compile(
        r"\b(?:[Aa]ccording\s+to|[Aa]s\s+per|[Pp]er|via|(?:[Ff]irst\s+)?(?:[Rr]eported|quoted|cited|published|posted)\s+by|(?:quoted|cited)\s+in|"
        r"(?:carried|broadcast|televised|aired|shown|streamed)\s+(?:live\s+)?(?:by|on)|"
        r"as\s+(?:saying|telling|writing)\s+by|as\s+told\s+to|as\s+told\s+by)\s+" + _PHRASE
    )


@cache
def obtained() -> Pattern[str]:
    """Match relays of documents: ``obtained by the Ottawa Citizen``."""
    import re

    return re.compile(
        r"\b(?:(?:obtained|seen|viewed|reviewed|examined|acquired|released\s+exclusively|leaked)\s+(?:first\s+)?(?:by|to)"
        r"|(?:provided|given|sent|described|shown|forwarded)\s+to|shared\s+with)\s+" + _PHRASE
    )


@cache
def handed_out() -> Pattern[str]:
    """Match who hands out what somebody says: ``in a statement released by her lawyer``."""
    import re

    what = "|".join(sorted(word_set("outlets/handed_out.txt")))
    return re.compile(
        rf"\b(?:{what})\s(?:(?:that|which)\swas\s)?(?:released|issued|circulated|distributed|disseminated|provided|relayed|sent|"
        rf"read(?:\sout|\saloud)?|put\sout)\b(?>(?:\s(?!by\b|through\b|via\b)[\w’'.-]++){{0,6}})\s(?:by|through|via)\s{_PHRASE}"
    )


@cache
def trailing() -> Pattern[str]:
    """Match a relaying clause that closes: ``, Reuters reported.``"""
    import re

    return re.compile(
        # a name may be as short as "X", of which the space before it is then a part
        rf"(?:[,\"{GAP}]|’|^)\s{{0,2}}(?P<by>[^,;:\"{GAP}\n]{{2,90}}?)(?<!\s)\s++"
        rf"(?:also\s++|later\s++|earlier\s++|previously\s++)?{_VERBS}{_DAY}(?=\s*+(?:[.,;]|$))"
        rf"|(?:[,\"{GAP}]\s*+|’\s*+)(?:reported|said|wrote|reports|writes)\s++(?P<after>[^,;:.\"{GAP}\n]{{2,90}})"
    )


@cache
def leading() -> Pattern[str]:
    """Match a relaying clause that opens: ``The Journal said a White House official had dismissed``."""
    import re

    return re.compile(
        r"(?:^|[,;]\s{0,2})(?:(?:And|But|However|Meanwhile|Earlier|Later|As|In\s++\w++),?\s{1,2})?"
        rf"(?P<by>[^,;:\"{GAP}\n]{{2,90}}?)(?<!\s)\s++"
        rf"(?:also\s++|later\s++|earlier\s++|previously\s++|on\s++\w+day\s++)?{_VERBS}\b(?P<employer>\s++for\s++(?:the\s++)?[A-Z]\w++)?"
    )


@cache
def telling() -> frozenset[str]:
    return frozenset(_TELLING.split("|"))


@cache
def listed_next() -> Pattern[str]:
    import re

    return re.compile(r"(?:, and | and |, )?(?:the )?(?P<name>[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,3})")


@cache
def passed() -> Pattern[str]:
    """Match words by which hardly anybody but a medium passes on what was said."""
    import re

    return re.compile(r"(?:as\s+)?(?:(?:first\s+)?reported|quoted|cited|carried|broadcast|aired|published)\s+by\s")
