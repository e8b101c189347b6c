"""Classify a paragraph by form alone: heading, body, furniture, caption.

Nothing here knows where in the article the paragraph stands; that is judged in ``heads`` and ``roles``.
"""

from __future__ import annotations

import re
from functools import cache

from statements_cli.articles.lines import Line, ends_sentence
from statements_cli.data import word_list, word_set
from statements_cli.text.straight_marks import straight

LONGEST_HEADING = 220
LONGEST_CROSSHEAD = 90
LONGEST_FURNITURE = 320
_ITEMS = ("•", "-", "–", "—", "*", "·", "▪", "►")
QUOTES = frozenset('"“”„«»「」『』')


@cache
def _sections() -> frozenset[str]:
    return frozenset(word_list("articles/sections.txt"))


@cache
def _openings(name: str) -> dict[str, list[str]]:
    """Return the phrases of a list by their first word.

    Looking up is faster than to compile a pattern of them.
    """
    openings: dict[str, list[str]] = {}
    for phrase in word_list(name):
        openings.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return openings


def _opening(name: str, line: str) -> str | None:
    """Return the phrase of a list that a lower-case line begins with, or None."""
    for phrase in _openings(name).get(line.split(" ", 1)[0].rstrip(",.;"), ()):
        if line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalnum():
            return phrase
    return None


_AGENCIES = (
    *("Getty Images", "AFP", "AP", "Reuters", "REUTERS", "EPA", "EPA-EFE", "Shutterstock", "Alamy", "PA", "Xinhua"),
    *("VCG", "ANI", "PTI", "IANS", "TASS"),
)
_CREDITED = (*_AGENCIES, "Photo", "photo", "PHOTO", "Image", "Picture", "File", "IC", "Credit", "©")
"""Words of which every credit has one."""


@cache
def _credit() -> re.Pattern[str]:
    """Match what a caption ends with.

    Its agency or photographer in brackets, or after a bar.
    """
    agency = f"(?:{'|'.join(_AGENCIES)})"
    photo = r"(?:\w{2,10}[ /])?(?:[Ff]ile )?(?:Photo|photo|PHOTO|Image|Picture)s?\b[^()]{0,80}"
    return re.compile(
        rf"\[(?:File(?: photo)?: |{photo}|[^\[\]]{{0,60}}(?:via |/\s?){agency})[^\[\]]{{0,80}}\]$"
        rf"|\((?:{agency}|IC|File|{photo}|[^()]{{0,60}}(?:via |/\s?){agency}[^()]{{0,40}})\)\.?$"
        rf"|(?:[|/]|\b(?:via|for)\b)\s?{agency}$"
        r"|(?:\b(?:Photo|Photograph|Image|Picture|Credit)s?:|©)\s?[^.!?\"“”]{2,80}$"
    )


def _has_credit(line: str) -> bool:
    tail = line[-120:]
    # the pattern is made only where the end of a line has what all credits have
    marked = tail.rstrip(".").endswith((")", "]")) or "|" in tail or "/" in tail or ":" in tail or "©" in tail
    if not marked and (not ("for" in tail or "via" in tail) or _passing().search(tail) is None):
        return False
    return any(map(tail.__contains__, _CREDITED)) and _credit().search(tail) is not None


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(r"\b(?:via|for)\b")


def _leads_elsewhere(line: str) -> bool:
    """Return whether a lower-case line begins as copyright, rules, counts or calls to follow do."""
    plain = line[:1] in "(©-_*=#~•·.\\" or line[:1].isspace() or line[:1].isdigit() or line.startswith("c)")
    return (plain or any(word in line for word in _CALLS)) and _elsewhere().match(line) is not None


_CALLS = ("follow ", "appeared first on", "donat", "mailing list", "all rights reserved")


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(
        r"follow .{0,60}\bon (?:x|twitter|facebook|instagram|telegram|whatsapp|google)\b"
        r"|.{0,120}\bappeared first on\b"
        r"|.{0,40}\bmake an? (?:\w+ )?donation\b|.{0,40}\bdonate (?:now|today|here)\b"
        r"|.{0,60}\bmailing list\.?$|.{0,80}\ball rights reserved\.?$"
        r"|\(?(?:c\)|©)|[-_*=#~•·.\\\s]+$|\d+\s?(?:min|minute)s?\s(?:read|ago)\b|\d+ (?:comments?|shares?)$"
        r"|\((?:graphic|interactive|video|photo)s?:"
    )


@cache
def _entry_ends() -> re.Pattern[str]:
    return re.compile(r"\s*[|>»›•·/]\s*|\s+")


def is_section(line: str) -> bool:
    """Return whether a line is a section's name, a menu entry, or several of them."""
    plain = line.strip(" |>»›•·-–—:").lower()
    if plain in _sections():
        return True
    head = plain.split(None, 1)[:1]
    if head and head[0].isalnum() and head[0] not in _sections():
        return False  # as most lines: their first word tells it
    parts = [part for part in _entry_ends().split(plain) if part] if len(plain) < 120 else []
    return bool(parts) and all(part in _sections() for part in parts)


def is_furniture(line: str) -> bool:
    """Return whether a line belongs to the page.

    A banner, newsletter line, cross-reference, rule or copyright.
    """
    if len(line) > LONGEST_FURNITURE or not line:
        return False
    low = line.lower()
    if is_section(line) or _is_advert(low) or _is_listed(low):
        return True
    if _leads_elsewhere(low) and ("appeared first on" in low or not _tells(low)):
        return True
    bare = low.lstrip("([*_-–—•> ")
    opening = _opening("articles/furniture.txt", bare)
    if opening is None or _tells(low):
        return False
    # what quotes somebody is text, whatever it begins with
    return not QUOTES & set(bare[len(opening) :])


def closes(line: str) -> bool:
    """Return whether a line stands above what pages list below an article.

    Other articles, partners, comments.
    """
    low = line.strip("[]()*_#>|•·-–— ").lower().replace("’", "'")
    return len(low) < LONGEST_FURNITURE and low.partition(":")[0].rstrip(" .") in word_set("articles/tail_marks.txt")


def _is_listed(low: str) -> bool:
    """Return whether a line in lower case is an entry of a list of links.

    For example: "list 2 of 3", or a heading within an item.
    """
    bare = low.lstrip("*•-– ")
    return (bare.startswith("list ") and _numbered().match(bare) is not None) or bare.startswith(
        ("## ", "### ", "#### ")
    )


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"list \d+ of \d+")


def _tells(low: str) -> bool:
    """Return whether a line in lower case says that somebody said something."""
    return re.search(r"\b(?:said|says|told|according to)\b", low) is not None


def _is_advert(low: str) -> bool:
    """Return whether a lower-case line is an advert, by its first or last words."""
    bare = low.lstrip("([*_ ")
    for phrase in _openings("articles/adverts.txt").get(bare.split(" ", 1)[0].rstrip(":"), ()):
        rest = bare[len(phrase) :].lstrip() if bare.startswith(phrase) else "none"
        urges = phrase.endswith((" now", " offer")) and ":" in rest[:30]
        if rest[:1] in tuple(':|–—-“"') or (" " in phrase and rest.startswith("by ")) or urges:
            return True
    tail = low[max(low.rfind("”"), low.rfind('"'), len(low) - 60) :]
    for call in word_list("articles/advert_calls.txt"):  # noqa: SIM110  (asked of every line: a generator costs as much again)
        if call in tail:
            return True
    return False


def is_caption(line: str) -> bool:
    """Return whether a line is a photograph's caption, by its beginning or its credit."""
    if len(line) > 600:
        return False
    if _opening("articles/captions.txt", line[:60].lower()):
        return not QUOTES & set(line) or _has_credit(line)
    # a credit also ends paragraphs of wire copy; those quote or attribute
    return len(line) < 400 and _has_credit(line) and not QUOTES & set(line) and not _attributes(line)


def _attributes(line: str) -> bool:
    return bool(re.search(r"\b(?:said|says|told|added|according to|announced|reported|warned)\b", line))


def ends_open(line: str) -> bool:
    """Return whether a line ends without the punctuation that closes a sentence."""
    return not ends_sentence(line, 0, len(line)) and line[-1:] not in ":,;-–—"


def is_heading(line: str) -> bool:
    """Return whether a line could be a headline or crosshead by its form."""
    if not line or len(line) > LONGEST_HEADING or line[-1] == ":" or line.startswith(_ITEMS):
        return False
    if (line.count("“") > line.count("”") and "„" not in line) or line.count('"') % 2:
        return False
    if len(line) > 120 and _two_sentences().search(straight(line).replace("‘", "'")):
        return False
    words = line.split()
    first = line.lstrip("\"'“‘«(…")[:1]
    if not (first.isupper() or first.isdigit() or not first.isascii()) and not words[0][1:2].isupper():
        return False
    if ends_open(line) or line[-1] == ";":  # a headline whose second deck follows
        return True
    # some papers end headlines with a full stop, then in title case; questions may do without it
    if line[-1] in "?!" or line.endswith(("?'", "?’", "!’", "...", "…")):
        return len(words) <= 20 and not QUOTES & set(line)
    return len(words) >= 3 and is_title_case(line) and not QUOTES & set(line)


@cache
def _two_sentences() -> re.Pattern[str]:
    return re.compile(r"[.!?](?<=[^\W\d_]{4}.)[\"']?\s+[\"']?[A-Z]")


@cache
def _longer_words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w’'-]{3,}")


def is_title_case(line: str) -> bool:
    """Return whether nearly all longer words begin with capitals."""
    words = _longer_words().findall(line)
    return len(words) >= 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def is_crosshead(line: str) -> bool:
    """Return whether a line inside an article could be a crosshead: short, and no sentence."""
    if len(line) > LONGEST_CROSSHEAD or not is_heading(line):
        return False
    words = line.split()
    if len(words) > 14 or line[-1] in ".!?;":
        return False
    if (":" in line or any(verb in line for verb in _TOLD)) and _speaks().search(line):
        return False
    quoted = QUOTES & set(line)
    # who is quoted in a line speaks there; a crosshead in quotation marks is nothing but the quotation
    return not quoted or (line[0] in QUOTES and line[-1] in QUOTES and len(words) <= 8)


_TOLD = ("said", "says", "told", "added")


@cache
def _speaks() -> re.Pattern[str]:
    """Match a speaker's turn ("MR. KIRBY: We have"), or a cue verb with its subject."""
    name = r"(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]*"
    return re.compile(rf"^{name}:\s(?:\S+\s){{3}}\S|\b(?:he|she|they|[A-Z]\w+) (?:{'|'.join(_TOLD)})\b")


def is_body(text: str, line: Line) -> bool:
    """Return whether a paragraph is running text: long, or ending as a sentence does."""
    length = line.end - line.start
    return length > LONGEST_HEADING or (length > 80 and ends_sentence(text, line.start, line.end))
