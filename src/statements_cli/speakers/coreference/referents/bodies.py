"""Collect an article's acronyms and the fullest names of its bodies."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from statements_cli.model import SpeakerType
from statements_cli.speakers.coreference.referents.acronyms import introduced, spelt_somewhere
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import bare, place_named

_IN_HEADLINE = 3  # spaces in a body's name that a headline tells
_NAMESAKES = 40
_LONGEST = 90
_INSIDE = (" for the ", " for ", " on the ", " on ", " and ", ", ")
_CLOSING = frozenset(("International", "Group", "Holdings", "Pharma", "Technologies", "Motors", "Airlines", "Airways"))
FIRM_FORMS = frozenset(("Co", "Inc", "Ltd", "Corp", "LLC", "PLC"))  # that end the names of firms
_ARTICLE = len("the ")
_BEFORE_NAME = 30  # characters before a name in which "members of" stands
_LOOKED_AT = 200  # mentions looked back at for "the ministry"


@cache
def _spaced() -> re.Pattern[str]:
    return re.compile(r" (?:for|on|and) |, ")


@cache
def _acronym() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?:[A-Z]|&(?=[A-Z])){1,9}")


class Body:
    """A body, medium or country as an article names it."""

    __slots__ = ("code", "has_members", "head", "name", "type")

    def __init__(self, name: str, type: SpeakerType, code: str) -> None:
        self.name = name
        self.type: SpeakerType = type
        self.code = code
        self.has_members = False  # as the article tells: "ten members of Youth Demand"
        self.head = bare(name).split()[-1].lower() if bare(name).split() else ""


class Bodies:
    """The bodies of an article: ``starts`` and ``named`` are parallel, in text order."""

    __slots__ = ("acronyms", "initials", "longer", "named", "order", "spoke", "starts", "text")

    def __init__(self, scan: MentionScan) -> None:
        self.text = scan.text
        self.acronyms = introduced(scan)
        self.initials: dict[str, str] = {}
        self.longer: dict[str, list[str]] = {}
        self.spoke: list[tuple[int, Body]] = []
        self.starts: list[int] = []
        self.named: list[Body] = []
        self.order: dict[str, int] = {}  # where a name stands first, headlines left out
        seen: dict[str, Body | None] = {}
        for start, run in _joined(scan):
            if not scan.in_headline(start):
                self.order.setdefault(bare(run), start)
            if run.count(" ") > _IN_HEADLINE and scan.in_headline(start):
                continue  # every word has a capital there
            if run not in seen:
                seen[run] = self._body(run)
            body = seen[run]
            if body is None and _has_members(scan.text, start, run):
                body = seen[run] = Body(run, "organisation", "")
                body.has_members = True
            if body is not None:
                self.starts.append(start)
                self.named.append(body)

    def learn(self, name: str) -> None:
        """Take up a body's name that a source mention gives, lower-case words included."""
        words = fold(name).split()
        for word in {words[0], words[-1]} if words else ():
            known = self.longer.setdefault(word, [])
            if name not in known and len(known) < _NAMESAKES:
                known.append(name)

    def _body(self, run: str) -> Body | None:
        if " " not in run and take_apart(run).sort not in ("body", "media", "place"):
            return None
        if run.isupper() and " " in run and _is_line(run):
            return None
        owner, possessive, rest = run.replace("’s ", "'s ").partition("'s ")
        if possessive and rest:
            place = place_named(owner)
            self.learn(run)
            return Body(run, "organisation", place.code if place is not None else "")
        if _spaced().search(run):
            self.learn(bare(run))
            return Body(bare(run), "organisation", "")
        named = take_apart(run)
        if named.sort not in ("body", "media", "place") or not named.name:
            return None
        place = named.place
        if place is not None and place.how in ("adjective", "capital", "country"):
            return Body(place.name, "country", place.code) if place.how != "adjective" else None
        name = bare(named.name)
        words = name.split()
        if place is None and len(words) == 1 and words[0] in name_lexicon.body_words():
            return None  # "Bank", "Court": at the start of a sentence or a title
        if place is None:
            bare_words = [word for word in words if word.rstrip(".") not in FIRM_FORMS]
            letters = "".join(word[0] for word in bare_words if word[0].isupper() or word == "&")
            if len(letters) > 2:
                self.initials.setdefault(letters, name)
            self.learn(name)
        kind: SpeakerType = "media" if named.sort == "media" else place.type if place else "organisation"
        return Body(name, kind, place.code if place else "")

    def fullest(self, name: str) -> str:
        """Return the fullest form of a body's name: acronyms spelt out, shortened names completed."""
        short = bare(name)
        if " " not in short and (firm := self._firm(short)):
            return firm
        if short in self.acronyms:
            return self.acronyms[short]
        if _acronym().fullmatch(short):
            if short not in self.initials:
                known = place_named(short) is not None or short in name_lexicon.media()
                self.initials[short] = "" if known else spelt_somewhere(short, self.text)
            return self.initials[short] or short
        owner, _, last = short.rpartition(" ")
        if owner and _acronym().fullmatch(last) and place_named(owner) is not None:
            spelt = self.acronyms.get(last) or spelt_somewhere(last, self.text)
            return f"{owner} {spelt or last}"  # "the Chinese CDC"
        words = fold(short).split()
        if not words:
            return short
        mine = " ".join(words)
        ends = [other for other in self.longer.get(words[-1], ()) if _closes(fold(other).split(), words)]
        if len(words) > 2 and not ends:
            ends = [other for other in self.longer.get(words[-1], ()) if _holds(fold(other).split(), words)]
        begins = [other for other in self.longer.get(words[0], ()) if fold(other).startswith(mine + " ")]
        candidates = begins if len(words) > 1 else ends
        if len(words) > 1 and not begins:
            candidates = ends
        if len(words) == 1:
            candidates = [other for other in candidates if not self._comes_later(other, short)]
        return max(candidates, key=len, default=short) if candidates else short

    def _firm(self, short: str) -> str:
        """Return the name that says which form of firm a single word is: "Skarv Corp"."""
        for name in self.longer.get(fold(short), ()):
            first, _, form = name.partition(" ")
            if first == short and (form.rstrip(".") in FIRM_FORMS or form in _CLOSING):
                return name
        return ""

    def _comes_later(self, longer: str, short: str) -> bool:
        """Return whether a longer name stands only behind the shorter one, as a product's does.

        For example: "Camp Strava".
        """
        first = self.order.get(short, -1)
        return 0 <= first < self.order.get(longer, -1)

    def note(self, at: int, body: Body) -> None:
        """Remember that a body spoke at ``at``; to be called in text order.

        Where only the beginning of its name was read there, that is completed: "Bureau of Fisheries [and Ports]".
        """
        self.spoke.append((at, body))
        place = bisect_left(self.starts, at)
        if place < len(self.starts) and self.starts[place] - at <= _ARTICLE:
            short = self.named[place]
            if short.type == body.type and body.name.startswith(tuple([short.name + joint for joint in _INSIDE])):
                self.named[place] = body

    def spelt_out(self, phrase: str) -> str:
        """Return ``phrase`` with the acronyms that the article introduces spelt out."""
        return " ".join(self.acronyms.get(word.strip(",.;"), word) for word in phrase.split())

    def country_of_opening(self, scan: MentionScan) -> str:
        """Return the code of the country named most in headline and first paragraphs, or nothing."""
        codes: dict[str, int] = {}
        high = scan.blocks[min(3, len(scan.blocks) - 1)][1] if scan.blocks else 0
        for start, _, run in scan.runs:
            if start >= high:
                break
            place = place_named(run) or place_named(run.split()[0])
            if place is not None and len(place.code) == 2:
                codes[place.code] = codes.get(place.code, 0) + 1
        return max(codes, key=codes.__getitem__, default="")

    def before(self, at: int) -> list[tuple[int, Body]]:
        """Return the bodies mentioned before ``at`` with their places, nearest first, within reach."""
        place = bisect_left(self.starts, at)
        low = max(0, place - _LOOKED_AT)
        near = list(zip(self.starts[low:place], self.named[low:place], strict=True))
        near += [pair for pair in self.spoke[-_LOOKED_AT:] if pair[0] < at]
        return sorted(near, key=lambda pair: -pair[0])


@cache
def _members() -> re.Pattern[str]:
    """Match what goes before the name of a group that has members."""
    members = "members|activists|fighters|militants|volunteers|leaders|founders|followers|supporters|organi[sz]ers"
    return re.compile(rf"\b(?:{members}) of (?:the )?$")


def _has_members(text: str, start: int, run: str) -> bool:
    """Return whether a name is one of a group: "ten members of {Youth Harbour}"."""
    if not text.startswith("of ", start - 3) and not text.startswith("of the ", start - 7):
        return False
    told = _members().search(text, max(0, start - _BEFORE_NAME), start) is not None
    owns = text.startswith(("'s", "’s"), start + len(run))
    return told and not owns and place_named(run) is None and take_apart(run).sort in ("likely", "single")


def _is_line(run: str) -> bool:
    """Return whether words in capitals are a line of a page.

    For example: "READ MORE", but not "UN OCHA".
    """
    return any(word.capitalize() in name_lexicon.not_names() and place_named(word) is None for word in run.split())


def _closes(longer: list[str], words: list[str]) -> bool:
    return len(longer) > len(words) and longer[-len(words) :] == words


def _holds(longer: list[str], words: list[str]) -> bool:
    return longer[0] == words[0] and set(words) < set(longer)


def _joined(scan: MentionScan) -> list[tuple[int, str]]:
    """Return the runs of an article, those joined that make one body's name.

    For example: "Russia’s Defense Ministry".
    """
    joined: list[tuple[int, str]] = []
    last_end = -1
    for start, end, run in scan.runs:
        gap = scan.text[last_end:start] if 0 <= start - last_end <= 12 else ""
        before = joined[-1][1] if joined else ""
        if (
            gap in ("'s ", "’s ")
            and len(before) < _LONGEST
            and run.split()[-1] in name_lexicon.body_words()
            and take_apart(run).sort != "media"
        ):
            place = place_named(before)
            if (place is not None and place.how == "country") or take_apart(before).sort == "title":
                joined[-1] = (joined[-1][0], f"{before}{gap}{run}")
                last_end = end
                continue
        if (
            gap in _INSIDE
            and len(before) < _LONGEST
            and before.split()[-1] in name_lexicon.words("names/extended_bodies.txt")
            and run not in name_lexicon.not_names()  # "the Committee on Wednesday"
        ):
            joined[-1] = (joined[-1][0], f"{before}{gap}{run}")
        else:
            joined.append((start, run))
        last_end = end
    return joined
