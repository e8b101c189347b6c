"""Put the evidence for a statement into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statements_cli.model import Article, Clue, ClueKind, DayEvidence, Evidence, SpeakerEvidence, Statement

WORDINGS: dict[ClueKind, str] = {
    "cue probability": "cue found with probability {}",
    "content probability": "content found with probability {}",
    "source probability": "source found with probability {}",
    "no source": "no source beside the cue",
    "subject is told": "{} was told it, by whom is not said",
    "readout verb": "a verb of a readout",
    "cue before colon": "the cue stands before a colon that ends the paragraph before",
    "signature": "signed with the name that follows",
    "answer": "answers a question of an interview",
    "post": "posted under the name and handle that follow",
    "heading": "a heading that ends in a name",
    "uncued quotation": "a quotation without a cue: taken for whoever spoke last",
    "unattributed quotation": "a quotation nobody is named for",
    "verb before quotation": "the verb stands before the quotation",
    "verb behind quotation": "the verb stands behind the quotation",
    "clause behind quotation": "subject and verb stand behind the quotation",
    "according to": "named as the one whose words they are",
    "name before colon": "the name stands before a colon",
    "that-clause": "a conjunction opens what is said",
    "clause in the subjunctive": "a clause in the subjunctive is what is said",
    "colon": "a colon opens what is said",
    "infinitive": "an infinitive is what is said",
    "verb behind content": "the verb stands behind what is said",
    "said of sentence before": "the next sentence says who said it",
    "hearsay goes on": "the mood of the sentence before goes on",
    "turn": "a turn of a transcript",
    "paragraph of turn": "a turn of a transcript, paragraph {} of {}",
    "interpreter": "in the words of an interpreter",
    "ground": "{}",
    "relay": "{}",
    "channel carried over": "channel carried over: {}",
    "audience carried over": "audience carried over: {}",
    "named as": "named as {}",
    "identified as": "{} is {}",
    "last speaker goes on": "nobody is named beside it: the last speaker goes on",
    "last speaker's words": "in the words of the last speaker",
    "last speaker": "{} is the last speaker",
    "last speaker assumed": "{} is taken for the last speaker",
    "last speaker's document": "{} is taken for the last speaker's",
    "last body": "{} is the last body named",
    "last name": "{} refers to the name before it",
    "last name in text": "{}: the last one named before it",
    "last speaker in text": "{}: the last to speak before it",
    "phrase": "{} refers to {}",
    "two just named": "{} are the two just named",
    "two named last": "{} are the two named last",
    "parties of readout": "the two whose meeting the readout is about",
    "mentioned before": "{} is whom the article mentioned before",
    "group mentioned before": "{} are those the article mentioned before",
    "document mentioned before": "{} is the one mentioned before",
    "author of document": "whose document it is",
    "issuer of document": "{} is taken for that of {}",
    "unknown person": "not known who {} is: kept as mentioned",
    "unknown group": "not known who {} are: kept as mentioned",
    "unknown body": "not known which {} is meant: kept as mentioned",
    "unknown referent": "not known who is meant",
    "nobody beside": "nobody is named beside it",
    "nobody named": "nobody is named as the speaker",
    "nobody before": "{}: nobody is named before it",
    "handle only": "known by the handle only",
    "unnamed in transcript": "unnamed in the transcript",
    "only leader of that name": "{} is the one leader known of that name",
    "names file": "named by the user's names file",
    "no word lists": "no word lists for {}",
    "fullest name": "{}: the article names {}",
    "office": "{}: the office of {}",
    "column": "{}: the column {}",
    "place in page": "{}: {}",
    "place of outlet": "outlet: {}",
    "place of date": "published {}: “{}” stands in the {}",
    "ambiguous date": "published: a date in figures can be read as two different days",
    "from record": "read from a record, which says nothing of how the statement was found",
    "record alone": "read from a record, its document not there: the passage holds the words of the record alone",
    "null date": "published: a null date is no date",
    "day of update": "published: only the day of the last update is stated",
    "rewritten": "published: changed since, last on {}: the text tells of {}, so the day published dates nothing in it",
    "overruled day": "published: {} by the address, though the time stamp says {}",
    "contradicting line": "published: {}, but another line says {}",
    "contradicting address": "published: {}, but the address says {}",
    "contradicting dateline": "published: {}, but the dateline says another day",
    "contradicting text": "published: {}, but the text mentions {}",
    "day of title": "published: the day of the occasion in its title",
    "year of copyright": "published: the year {} is that of the copyright",
    "weekday with date": "the text mentions {}, the latest weekday beside its date",
    "month with days": "“{}” beside days of month {}, the only month named",
    "latest year": "{} is the latest year named",
    "only day left": "{} after the latest day named leaves one day of that month",
    "same utterance": "{} of {} reports the same utterance: “{}”",
    "wordings in common": "{} in common",
    "day in common": "both mention {}, {}",
}
PLACES = {
    "above the text": "its name stands above the text",
    "closing line": "the closing line names it",
    "address": "the address is its own",
    "byline": "the byline names it",
    "dateline": "the dateline names it",
    "credit line": "the credit line names it",
    "above the time stamp": "a line above the time stamp",
    "self-references": "the text speaks of it as its own",
    "JSON-LD": "the page's JSON-LD names it",
    "first heading": "the page's first heading",
    "og:title": "the page's og:title",
    "title": "the page's title",
    "head": "the page's head states it",
    "time element": "the first time element below the headline",
    "line below the headline": "a line below the headline states it",
    "htmldate": "htmldate found it in the page",
}
"""Where headline, outlet and day of an article were found, in words."""


def evidence_in_words(statement: Statement, article: Article) -> tuple[str, ...]:
    """Return a statement's evidence, then its article's, each piece once."""
    found = (*words_of_evidence(statement.evidence), *words_of_clues(article.evidence))
    return tuple(dict.fromkeys(found))


def words_of_evidence(evidence: Evidence) -> Iterator[str]:
    """Yield the evidence for a statement in words."""
    yield from words_of_clues(evidence.found)
    yield from words_of_clues(evidence.passed_on)
    yield from words_of_speaker(evidence.speaker)
    if evidence.day is not None:
        yield from words_of_day(evidence.day)


def words_of_clues(clues: Iterable[Clue]) -> Iterator[str]:
    """Yield each clue in words."""
    for clue in clues:
        yield WORDINGS[clue.kind].format(*_shown(clue))


def _shown(clue: Clue) -> tuple[str, ...]:
    if clue.kind in ("place in page", "place of outlet"):
        return (*clue.words[:-1], PLACES.get(clue.words[-1], clue.words[-1]))
    if clue.kind in ("last name in text", "last speaker in text", "nobody before"):
        mention = clue.words[0]
        return (f"“{mention}”" if mention else "nobody is named beside it",)
    if clue.kind == "wordings in common":
        (number,) = clue.words
        return ("one wording" if number == "1" else f"{number} wordings",)
    return clue.words


def words_of_speaker(evidence: SpeakerEvidence) -> Iterator[str]:
    """Yield why a source is resolved as it is, and which other candidates there were."""
    yield from words_of_clues(evidence.clues)
    if evidence.lost:
        yield f"less likely: {', '.join(evidence.lost)}"


def words_of_day(evidence: DayEvidence) -> Iterator[str]:
    """Yield how the day of a statement is known."""
    if evidence.words is not None:
        yield f"day indicated by: {evidence.words}{', carried over' if evidence.carried else ''}"
        if evidence.published_unknown:
            yield "the day published is unknown"
    elif evidence.another_time is not None:
        yield f"said at another time: {evidence.another_time}"
    elif evidence.published_unknown:
        yield "no day is indicated and the day published is unknown"
    else:
        yield "no day is indicated: the day published"
    if evidence.period is not None:
        yield f"between {evidence.period[0]} and {evidence.period[1]}"
