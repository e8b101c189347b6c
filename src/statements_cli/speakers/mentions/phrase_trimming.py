"""Trim a source phrase to the mention: without days, clauses and asides beside it."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.speakers.mentions.joined_sources import both
from statements_cli.speakers.mentions.person_named import person_named
from statements_cli.speakers.names import name_lexicon

_ASIDES = frozenset(("a", "an", "the", "who", "which", "whose", "where", "including", "led", "one", "now"))
_RUN_ON = 3  # adverbs that a sentence opens with at most: "And yet now"
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_DAY_ENDS = (
    *("day", "week", "month", "year", "night", "morning", "afternoon", "evening", " ago", *MONTHS),
    *("spring", "summer", "fall", "autumn", "winter"),
)
_RELATIVE_AHEAD = ("that ", "which ", "who ", "whom ")
_PRONOUNS = (" he", " she", " they", " it")
_OPENERS = (
    *("Regarding", "Concerning", "Asked about", "Shortly after", "Soon after", "After", "Before", "During", "In", "On"),
    *("At", "Speaking in", "Speaking at", "Speaking on", "Speaking to", "Following", "Amid", "Despite", "According to"),
    *("As for", "Earlier", "Later", "Meanwhile", "However"),
)
_BEHIND = ("however", "meanwhile", "though", "too", "also", "in turn", "then", "part", "by contrast", "instead")
_ISSUED = (" released", " published", " issued", " filed", " posted")
"""What is left behind a document where the day was trimmed: "a report released on Friday"."""
_WORDINGS = (
    *("statement", "speech", "interview", "letter", "tweet", "post", "briefing", "conference", "email", "message"),
    *("note", "report", "update", "ruling", "filing", "release", "memo", "call", "address", "video", "blog"),
)


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"\s+")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\([^()]*\)")


@cache
def _weekday() -> re.Pattern[str]:
    month = "|".join((*MONTHS, *_SHORT_MONTHS))
    return re.compile(
        r",? (?:(?:late|early|earlier) )?(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
        r"(?: (?:morning|afternoon|evening|night))?|yesterday|today|tonight"
        r"|(?:last|this) (?:week|month|year|night|morning|afternoon|evening|spring|summer|fall|autumn|winter)"
        r"|(?:an?|several|[a-z]+) (?:few )?(?:hour|day|week|month|year)s? ago"
        rf"|in (?:{'|'.join(MONTHS)})(?: \d{{4}})?|in (?:19|20)\d\d|on (?:{month})\.? \d\d?|on \d\d? (?:{month}))$"
    )


@cache
def _day_ahead() -> re.Pattern[str]:
    """Match a day found with the name behind it.

    For example: "Two weeks ago Bailey", "On Monday Powell".
    """
    return re.compile(
        r"^(?:(?:(?:Late |Early )?(?:[Oo]n |[Ll]ast )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday"
        r"|Last (?:week|month|year|night)|\w+ (?:\w+ )?(?:days?|weeks?|months?|years?) ago),? )(?=[A-Z]|the |a )"
    )


@cache
def _days() -> re.Pattern[str]:
    """Match the day of a document ahead of it: "Thursday's article"."""
    return re.compile(r"^(?:[Tt]oday|[Yy]esterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[’']s (?=[a-z])")


def _without_relative(words: str) -> str:
    """Return a mention without the relative pronoun found with it.

    For example: "a process that {advocates} say is confusing". "That" of a single one stays, and so does a clause.
    """
    pronoun, _, rest = words.partition(" ")
    last = rest.rpartition(" ")[2]
    several = last.endswith("s") and (last in name_lexicon.person_nouns() or last[:-1] in name_lexicon.person_nouns())
    return rest if several or (pronoun != "that" and last == "people") else words


@cache
def _relative_clause() -> re.Pattern[str]:
    return re.compile(
        r", (?:who|whose|whom|which|where)(?:[’'](?:s|d|ve|re))? [^,]*(?:,(?! and)|$)"
        r"|(?<=\w)(?<![.,]) who (?:is|was|has|had|[a-z]+s|[a-z]+ed) [^,]*$"
    )


@cache
def _between_dashes() -> re.Pattern[str]:
    """Match what dashes set apart: "the Board - which runs {three harbours} -"."""
    return re.compile(r" [-–—]{1,2} (?:which|who|whose|where|an?|the|including|now|formerly) [^–—]*$")


@cache
def _company() -> re.Pattern[str]:
    """Match those with whom somebody speaks: "Moreau, joined by two judges"."""
    return re.compile(
        r",? (?:(?:was|were) )?(?:led|headed|chaired|joined|accompanied|represented|flanked|backed|advised|assisted)"
        r" by .*$"
    )


@cache
def _aside_ahead() -> re.Pattern[str]:
    """Match what a sentence begins with before its subject, taken in with it.

    For example: "Regarding the pictures, advocate Moe".
    """
    return re.compile(rf"^(?:{'|'.join(_OPENERS)})\b[^,]*, (?=[\w“\"])")


@cache
def _aside_behind() -> re.Pattern[str]:
    """Match an adverb between a subject and its verb: "The department, however"."""
    return re.compile(
        r",? (?:however|meanwhile|though|too|also|in turn|then|for (?:its|his|her|their) part|by contrast|instead),?$"
    )


@cache
def _statement_behind() -> re.Pattern[str]:
    """Match what somebody spoke in, found with the name: "The army in a statement"."""
    return re.compile(
        r",? (?:in|at|during) (?:an?|its|his|her|their) (?:[a-z]+ ){0,2}"
        rf"(?:{'|'.join(_WORDINGS)})$"
    )


@cache
def _doing() -> re.Pattern[str]:
    clause = r" (?:where|when|after|as|because|while|if|before) (?:he|she|they|it)\b"
    return re.compile(rf", [a-z]+ing |, [a-z]+ed (?:in|by|at|on|for|as) |{clause}")


def trimmed(phrase: str) -> str:
    """Return a source phrase's mention without brackets, days, clauses and asides, on one line."""
    if "(" in phrase:
        phrase = _bracketed().sub("", phrase)
        if " (" in phrase and ")" not in phrase:
            phrase = phrase.partition(" (")[0]  # "New York Times (NYT"
    words = _space().sub(" ", phrase).strip(" \"“”'‘,;:-–—")
    if words.endswith(_DAY_ENDS) or words[-1:].isdigit():
        words = _weekday().sub("", words)
    if words.endswith(_ISSUED):
        words = words.rpartition(" ")[0] if words.count(" ") > 1 else words
    if ", " in words or any(pronoun in words for pronoun in _PRONOUNS):
        words = _doing().split(words, maxsplit=1)[0]
    if words.startswith(_RELATIVE_AHEAD):
        words = _without_relative(words)
    if words[-1:].isalnum() and "day" in words:
        words = _days().sub("", words)
    if " ago " in words or words.startswith(("On ", "Last ", "Late ", "Early ", "Yesterday ")):
        words = _day_ahead().sub("", words)
    if " wh" in words:
        words = _relative_clause().sub("", words)
    if " -" in words or " –" in words or " —" in words:
        words = _between_dashes().sub("", words)
    if " by " in words:
        words = _company().sub("", words)
    if ", " in words and words.startswith(_OPENERS) and _aside_ahead().match(words):
        words = _subject_behind(words)
    if words.rstrip(",").endswith(_BEHIND):
        words = _aside_behind().sub("", words)
    if words.endswith(_WORDINGS):
        words = _statement_behind().sub("", words)
    return _without_opening(words)


def _without_opening(words: str) -> str:
    """Return a mention without the adverbs and conjunctions that open its sentence.

    For example: "Now Strava", "When critics".
    """
    openings = name_lexicon.words("names/opening_adverbs.txt")
    for _ in range(_RUN_ON):
        first, _, rest = words.partition(" ")
        if not rest or first.rstrip(",").lower() not in openings or rest.startswith(("of ", "in ", "to ")):
            return words
        words = rest
    return words


def _subject_behind(words: str) -> str:
    """Return the subject behind the comma of a phrase's opening adverbial, if any."""
    rest = _aside_ahead().sub("", words)
    opens = rest.split(" ")[0].lower() in ("the", "a", "an", "he", "she", "they", "it")
    opens = opens or person_named(rest) is not None
    single = " " not in rest and rest[:1].isupper()
    titled = re.fullmatch(r"[a-z]+ [A-Z][\w’'-]+", rest) is not None  # "advocate Molefe"
    return rest if opens or single or titled else words


def without_aside(words: str) -> str:
    """Return the mention without what follows a comma: "Blinken, a diplomat", "the body, which met"."""
    first, comma, rest = words.partition(", ")
    if not comma or not first or not rest:
        return words
    if rest.split(" ")[0].lower() in _ASIDES:
        return first
    if all(word[0].isupper() for word in first.split()) and both().search(rest) is None:
        return first  # "Ukraine, on the other hand"; not "Immigration, Refugees and Citizenship"
    return words
