"""Define the patterns of expressions of time.

Written dates, weekdays, "last month", "two days ago", holidays, and what such an expression may begin with.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.dates.holidays import feasts

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {
    "a": 1,
    "an": 1,
    **{one: value for value, one in enumerate(_ONES, 1)},
    "ten": 10,
    "couple": 2,
    **{teen: value for value, teen in enumerate(_TEENS, 11)},
    **{ten: 10 * value for value, ten in enumerate(_TENS, 2)},
    **{f"{ten}-{one}": 10 * tens + ones for tens, ten in enumerate(_TENS, 2) for ones, one in enumerate(_ONES, 1)},
}
"""The numbers that words of an expression spell."""


@cache
def beginning(holidays_named: bool) -> Pattern[str]:
    """Match the first character of words that may begin an expression of time."""
    import re

    unit = r"\s+(?:of\s+)?(?:day|week|fortnight|month|year|decade)"
    part = "(?:day|morning|afternoon|evening|night)"
    ones = r"(?:-[^\W_]{3,5})?"  # "twenty-two years ago"
    words = (
        r"\d|J(?:an|u[nl])|F(?:eb|ri)|M(?:a[ry]|on)|A(?:pr|ug)|S(?:ep|at|un)|Oct|Nov|Dec|T(?:ue|hu)|Wed"
        r"|[Ll]a(?:st|te)|[Ee]arl|[Tt]his\s|[Nn]ext\s|coming\s|[Mm]id|[Tt]o(?:day|night)|[Yy]esterday|day\s+before"
        rf"|[Tt]he\s+(?:day|evening|night|same|previous|following|next)|[Tt]hat\s+(?:same|{part})"
        rf"|(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring)\s+(?:the|this|last|that)\s+(?:past|weekend|same|\d|{part}|beginning|start)"
        r"|(?:[Ii]n|[Ss]ince|of)\s+(?:19|20)\d"
        rf"|(?:just|only|about|some|a)\s+[^\W_]{{1,9}}+{ones}{unit}|[AaCcEeFfNnOoSsTtſ][^\W_]{{0,8}}+{ones}{unit}"
        rf"{'|' + feasts() if holidays_named else ''}"
    )
    return re.compile(rf"[\dABCDEFGHIJLMNOPRSTVWYacdefijlmnostyſ](?<![^\W_].)(?<=(?={words}).)")


@cache
def time_expression(holidays_named: bool) -> Pattern[str]:
    """Match an expression of time.

    Holidays are tried only where one is named.
    """
    import re

    weekday = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    short = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\."
    month = (
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
        r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
    )
    plain = "|".join(word for word in NUMBERS if "-" not in word and word not in _TENS)
    number = rf"(?:{plain}|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|\d{{1,3}})"
    ordinal = r"(?:st|nd|rd|th)?"
    part = "(?:day|morning|afternoon|evening|night)"
    ends = r"(?=[.,;:)\"]|”|$|\s+(?:that|and|but|he|she|they|the|it)\b)"
    holiday = (
        rf"|(?P<holiday>(?P<feast>{feasts()})\b(?!,?\s+(?:\d{{1,2}}\b|{month}\s+\d|{weekday}))"
        r"(?:,?\s+(?P<y5>(?:19|20)\d\d)\b)?)"
    )
    return re.compile(
        r"(?<![^\W_])(?:"
        rf"(?P<date>(?:{weekday},?\s+)?(?:(?P<iso>\d{{4}}-\d\d-\d\d)\b"
        rf"|(?P<d1>\d{{1,2}}){ordinal}\s+(?:of\s+)?(?P<m1>{month})(?:,?\s+(?P<y1>\d{{4}})\b)?"
        rf"|(?P<m2>{month})\s+(?P<d2>\d{{1,2}}){ordinal}\b"
        r"(?:,\s*(?P<y2>\d{4})\b|\s+(?P<y2b>(?:19|20)\d\d)\b)?))"
        rf"|(?P<ofweek>(?P<wk1>[Ll]ast|[Tt]his)\s+week\s+on\s+(?P<wd1>{weekday})"
        rf"|(?P<wd2>{weekday})(?:\s+{part}\b)?\s+(?:of\s+)?(?P<wk2>last|this)\s+week\b)"
        rf"|(?P<weekday>(?:(?P<last>[Ll]ast|[Tt]his\s+past|[Nn]ext|[Tt]his\s+coming|coming)\s+)?(?P<wd>{weekday}|{short})"
        r"(?:\s+(?:morning|afternoon|evening|night)\b)?)"
        r"|(?P<monthof>(?:(?P<lastm>[Ll]ast|[Tt]his|[Nn]ext)\s+)?(?P<part>(?:[Ee]arly|[Ll]ate|[Mm]id|[Mm]id-)[\s-]*)?"
        rf"(?P<m3>{month})(?!-[a-z]-)(?:\s+(?:of\s+)?(?P<y3>(?:19|20)\d\d)\b)?)"
        rf"{holiday if holidays_named else ''}"
        rf"|(?P<nth>[Oo]n\s+the\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)(?:{ends}|(?=\s+of\s+(?:the|this)\s+month\b)))"
        r"|(?P<today>\b(?:[Ee]arlier\s+today|[Tt]oday|[Tt]his\s+(?:morning|afternoon|evening)|[Tt]onight)\b)"
        r"|(?P<before>\b(?:the\s+)?day\s+before\s+yesterday\b)|(?P<yesterday>\b(?:[Yy]esterday|[Ll]ast\s+night)\b)"
        r"|(?P<span>\b(?:(?P<which>[Ll]ast|[Tt]his|(?:[Ee]arlier|[Ll]ater)\s+this|(?:[Ee]arlier|[Ee]arly|[Ll]ate)\s+last"
        rf"|[Nn]ext|[Tt]he\s+(?:previous|following)|[Tt]hat\s+same)\s+(?P<unit>week(?!\s+of\s+{month})|month|year)\b))"
        r"|(?P<start>\b[Aa]t\s+the\s+(?:beginning|start)\s+of\s+(?:the|this|(?P<of>last))\s+(?P<sunit>week|month|year)\b)"
        r"|(?P<season>\b(?P<now>[Ll]ast|[Tt]his)\s+(?P<time>spring|summer|fall|autumn|winter)\b)"
        r"|(?P<weekend>\b(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring|[Ee]arlier)\s+(?:the|this|last)\s+(?:past\s+)?weekend\b"
        r"|\b(?:[Ll]ast|[Tt]his)\s+(?:past\s+)?weekend\b)"
        rf"|(?P<ago>\b(?<!half\s)(?:(?:just|only|about|some|a)\s+)?(?P<n>(?i:{number}))\s+(?:of\s+)?"
        r"(?P<nunit>day|week|fortnight|month|year|decade)s?\s+(?P<rel>ago|earlier|before|later|after|prior)\b)"
        r"|(?P<same>\b(?:[Ee]arlier|[Ll]ater)\s+in\s+the\s+day\b"
        rf"|\b(?:(?:[Oo]n|[Ee]arlier|[Ll]ater)\s+)?[Tt]he\s+same\s+{part}\b"
        rf"|\b(?:(?:[Oo]n|[Ee]arlier|[Ll]ater)\s+)?[Tt]hat\s+(?:same\s+)?{part}{ends})"
        rf"|(?P<previous>\b[Tt]he\s+(?:previous\s+{part}|(?:day|evening|night)\s+before)\b(?!\s+last\b))"
        rf"|(?P<next>\b[Tt]he\s+(?:(?:next|following)\s+{part}|day\s+after)\b(?!\s+tomorrow))"
        r"|(?P<year>\b(?:[Ii]n|[Ss]ince|[Ee]arly|[Ll]ate|of)\s+(?P<y4>(?:19|20)\d\d)\b)"
        r"|(?P<yearly>(?:19|20)\d\d(?=\s+[A-Za-z])))"
    )
