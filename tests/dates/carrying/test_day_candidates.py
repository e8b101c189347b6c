"""The days on which a statement may have been made, and the features of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.day_candidates import Candidates
from statements_cli.dates.carrying.day_ranking import DayCandidate
from statements_cli.dates.carrying.days_of_speakers import DaysOfSpeakers
from statements_cli.dates.said import said_on
from statements_cli.dates.statement_frames import Entry
from statements_cli.model import Article, Attribution

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

PUBLISHED = "2025-05-20"
MONDAY = "{Holt} <said> on Monday [it rained]."
RAIN = "Rain fell."
STUDY = "[It rained], <according to> {a paper published on Monday by the bank}."

CASES = [
    # how many paragraphs lie between
    (f"{MONDAY} {{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, same paragraph"),
    (f"{MONDAY}\n{{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, next paragraph"),
    (f"{MONDAY}\n{RAIN}\n{{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, near"),
    (f"{MONDAY}\n{RAIN}\n{RAIN}\n{RAIN}\n{{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, near"),
    (f"{MONDAY}\n{RAIN}\n{RAIN}\n{RAIN}\n{RAIN}\n{{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, far"),
    ("{Holt} <said> on Monday [it rained], <adding>2 [so]2.", "speaker's day", "speaker's day, same sentence"),
    # how far the day lies back
    ("{Holt} <said> in April [it rained]. {Holt}2 <said>2 [so]2.", "speaker's day", "speaker's day, lately"),
    ("{Holt} <said> in March [it rained]. {Holt}2 <said>2 [so]2.", "speaker's day", "speaker's day, old"),
    ("{Holt} <said> in 2009 [it rained]. {Holt}2 <said>2 [so]2.", "speaker's day", "speaker's day, a year"),
    # another day has been told of since, or the statement is the next
    (f"{MONDAY} Snow fell on Sunday. {{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, overtaken"),
    (f"{MONDAY} {{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, last"),
    # others
    (
        "{The old bank of the town} <said> on Monday that [it rained], and {Berg}2 <said>2 [no]2.",
        "other's day",
        "other's day, same sentence",
    ),
    (f"{MONDAY} {{Some 18%}}2 <said>2 [so]2.", "other's day", "other's day, respondents"),
    (f"{MONDAY} “[Why]2,” {{Berg}}2 <asked>2.", "answer", "answer"),
    (f"{MONDAY} {{Berg}}2 <said>2 [so]2.", "other's day", "other's day, same paragraph"),
    (f"{MONDAY} {{Berg}}2 also <said>2 [so]2.", "other's day", "other's day, going on"),
    # days beside a statement, and the one that the article begins with
    ("{Berg} <said> [so] as he left on Monday.", "sentence's day", "sentence's day, as"),
    ("{Berg} <said> [so] after the hearing on Monday.", "sentence's day", "sentence's day, after"),
    ("Snow fell on Monday. {Berg} <said> [so].", "paragraph's day", "paragraph's day"),
    ("Snow fell in March. {Berg} <said> [so].", "paragraph's day", "paragraph's day, old"),
    ("Snow fell on Monday.\n{Berg} <said> [so].", "lead's day", "lead's day, of an event"),
    (f"{MONDAY}\n{{Berg}}2 <said>2 [so]2.", "lead's day", "lead's day, of a statement"),
    ("Snow fell on Monday.\n{Berg} <told> Reuters [so].", "lead's day", "lead's day, told a medium"),
    ("Snow fell on Monday.\n{Berg} <told> the hearing [so].", "lead's day", "lead's day, known occasion"),
    # the day of the document that a statement refers back to
    (f"{STUDY}\n{{The study}}2 <warned>2 [so]2.", "document's day", "document's day, next paragraph"),
    (f"{STUDY}\n{{The study’s authors}}2 <warned>2 [so]2.", "document's day", "document's day, next paragraph"),
    # of a document that came out on a day, and of a poll that was taken then
    (
        "A white paper released by the council on Monday came late.\n{The white paper} <said> [so].",
        "dated document",
        "dated document, the same",
    ),
    ("Monday's report came late.\n{The study} <said> [so].", "dated document", "dated document, another noun"),
    ("Monday's report came late.\n{A study} <said> [so].", "dated document", "dated document, new"),
    ("Monday's report came late.\n{The study} <said> [so].", "dated document", "dated document, known"),
    ("Monday's report came late.\n{The study} <said> [so].", "dated document", "dated document, next paragraph"),
    ("{Some 18%} <said> [so].\nThe poll was conducted on Monday.", "poll's day", "poll's day"),
    # of a programme that is broadcast on one day of the week
    ("{Berg} <said> on WDR's “Meet the Press” that [so].", "programme's day", "programme's day"),
    # of another's statement far off
    (f"{MONDAY}\n{RAIN}\n{RAIN}\n{RAIN}\n{RAIN}\n{{Berg}}2 <said>2 [so]2.", "other's day", "other's day, far"),
    # right before who speaks, and with other words between
    ("After a meeting on Monday, {Berg} <said> [so].", "sentence's day", "sentence's day, right before"),
    # the day published
    ("{Holt} has <said> [so].", "published", "published, has said"),
    ("{Holt} <said> [it rained]. {Berg}2 <said>2 [so]2.", "published", "published, as the statement before"),
    (f"{MONDAY} {{Berg}}2 <said>2 [so]2.", "published", "published"),
]

NONE = [
    ("Snow fell on Monday.\n{Berg} <said> [so] since the storm on Sunday.", "sentence's day"),
    ("{Berg's note of Sunday} <said> [so].", "sentence's day"),
    ("After a meeting on Monday in the harbour, {Berg} <said> [so].", "sentence's day, right before"),
    ("{Holt} <said> [so].", "published, unknown"),
    (f"{MONDAY} {{Berg}}2 <said>2 [so]2.", "paragraph's day"),
    (f"{STUDY}\n{{A study}}2 <warned>2 [so]2.", "document's day"),
    (f"{STUDY}\n{{The mayor}}2 <warned>2 [so]2.", "document's day"),
    (f"{STUDY}\n{{The mayor}}2 <warned>2 [so]2.", "other's day"),  # nobody else's
    (f"{MONDAY}\n{{The study}}2 <warned>2 [so]2.", "document's day"),
    ("Monday's report came late.\n{The mayor} <said> [so].", "dated document"),
    ("{The study} <said> [so].\nMonday's report came late.", "dated document"),
    ("{Berg} <said> [so].\nThe poll was conducted on Monday.", "poll's day"),
    ("{Berg} <said> the press should meet him because [so].", "programme's day"),
    ("Snow fell on March 3.\n{Berg} <said> [so].", "lead's day"),
    ("OSLO, May 19 (Wire) - Snow fell.\n{Berg} <said> [so].", "lead's day"),
    (f"{MONDAY} {{Holt}}2 <said>2 [so]2.", "speaker's day, overtaken"),
    (f"{MONDAY} Snow is expected by Sunday. {{Holt}}2 <said>2 [so]2.", "speaker's day, overtaken"),
    (f"{MONDAY} {{Berg}}2 <said>2 [so]2.", "published, as the statement before"),
    (f"{MONDAY} {{Holt}}2 previously <said>2 [so]2.", "speaker's day"),
    (f"{MONDAY} {{Holt}}2 <said>2 at the time [so]2.", "speaker's day"),
]


def candidates_of(marked: Marked, passage: str) -> list[DayCandidate]:
    """The candidates of the last statement of a passage."""
    text, article, attributions = marked(passage, published=PUBLISHED)
    seen: list[DayCandidate] = []

    def choose(_: Entry, candidates: list[DayCandidate]) -> DayCandidate:
        seen[:] = candidates
        return candidates[-1]

    said_on(ArticleText.plain(article, text), attributions, choose=choose)  # type: ignore[arg-type]
    return seen


@pytest.mark.parametrize(("passage", "kind", "feature"), CASES)
def test_features(marked: Marked, passage: str, kind: str, feature: str) -> None:
    """A candidate of a kind has the feature that the passage gives it."""
    [found] = [one for one in candidates_of(marked, passage) if one.features[0] == kind]
    assert feature in found.features


@pytest.mark.parametrize(("passage", "feature"), NONE)
def test_what_is_no_candidate(marked: Marked, passage: str, feature: str) -> None:
    """No candidate has a feature that the passage doesn't give."""
    assert not [one for one in candidates_of(marked, passage) if feature in one.features]


BACK = [
    ("{Holt} <said> in March 2018 [it was hard]. “[We sold]2,” {Holt}2 <said>2 at the time.", "2018-03"),
    ("{Holt} <said> in March 2018 [it was hard]. “[We sold]2,” {Holt}2 previously <said>2.", None),
    ("{Holt} <said> on Monday [it was hard]. “[We sold]2,” {Holt}2 <said>2 at the time.", None),
    # told of in the same paragraph, or of the speaker shortly before
    ("The bank chose Holt in 2018. “[We sold],” {Berg} <said> at the time.", "2018"),
    ("The bank chose Holt in 2018.\n“[We sold],” {Berg} <said> at the time.", "2018"),
    (f"The bank chose Holt in 2018.\n{RAIN}\n“[We sold],” {{Berg}} <said> at the time.", None),
    (f"The bank chose Holt in 2018.\n{RAIN}\n“[We sold],” {{Holt}} <said> at the time.", "2018"),
    ("The bank chose Holt in 2018.\n“[We sold],” {Holt} <said> at the time.", "2018"),
    (f"The bank chose Holt in 2018.\n{RAIN}\n{RAIN}\n{RAIN}\n{RAIN}\n“[We sold],” {{Holt}} <said> at the time.", None),
    ("The bank will choose by 2018.\n“[We sold],” {Holt} <said> at the time.", None),
]


@pytest.mark.parametrize(("passage", "day"), BACK)
def test_then_is_the_day_told_of_before(marked: Marked, passage: str, day: str | None) -> None:
    """The words "at the time" go back to a day long past that was told of; others leave the day unknown."""
    text, article, attributions = marked(passage, published=PUBLISHED)
    assert day == said_on(ArticleText.plain(article, text), attributions)[-1].date


def test_the_only_day_told(marked: Marked) -> None:
    """A day counts as the only one where the article tells of no other recent one."""
    one = candidates_of(marked, f"{MONDAY} {{Holt}}2 <said>2 [so]2.")[0]
    two = candidates_of(marked, f"Snow fell on Sunday.\n{MONDAY} {{Holt}}2 <said>2 [so]2.")[0]
    assert [True, False] == ["only day" in found.features for found in (one, two)]


def test_the_day_published_is_always_a_candidate(marked: Marked) -> None:
    """Where an article tells of no day, the day published is the one candidate."""
    text, article, attributions = marked("{Holt} <said> [so].", published=PUBLISHED)
    article_text = ArticleText.plain(article, text)
    from statements_cli.dates.statement_frames import entries_of

    entries = entries_of(article_text, attributions)
    found = Candidates(article_text, attributions, entries).of(entries[0], DaysOfSpeakers(PUBLISHED))
    assert [(PUBLISHED, "article")] == [(one.said.date, one.said.basis) for one in found]


# all candidates of the last statement, with all that speaks for each
IN_FULL = [
    ("{Holt} <said> on Monday [it rained]. {Holt}2 <said>2 [it snowed]2.", [
        "2025-05-19 relative: speaker's day; speaker's day, same paragraph; speaker's day, last; only day",
        "2025-05-19 relative: speaker's occasion; speaker's occasion, same paragraph; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, same paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> on Monday [it rained].\n{Holt}2 <said>2 [it snowed]2.", [
        "2025-05-19 relative: speaker's day; speaker's day, next paragraph; speaker's day, last; only day",
        "2025-05-19 relative: speaker's occasion; speaker's occasion, next paragraph; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, next paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> on Monday [it rained], <adding>2 [it snowed]2.", [
        "2025-05-19 relative: speaker's day; speaker's day, same sentence; speaker's day, last; only day",
        "2025-05-19 relative: speaker's occasion; speaker's occasion, same sentence; only day",
        "2025-05-19 relative: sentence's day; sentence's day, before; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> in April [it rained]. {Holt}2 <said>2 [it snowed]2.", [
        "2025-04 stated: speaker's day; speaker's day, same paragraph; speaker's day, lately; speaker's day, same paragraph, lately; speaker's day, last",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> in 2009 [it rained].\n{Holt}2 <said>2 [it snowed]2.", [
        "2009 stated: speaker's day; speaker's day, next paragraph; speaker's day, a year; speaker's day, next paragraph, a year; speaker's day, last",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> on Monday [it rained]. Snow fell on Sunday. {Holt}2 <said>2 [it snowed]2.", [
        "2025-05-19 relative: speaker's day; speaker's day, same paragraph; speaker's day, overtaken; speaker's day, last",
        "2025-05-19 relative: speaker's occasion; speaker's occasion, same paragraph",
        "2025-05-18 relative: paragraph's day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, same paragraph",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> on Monday [it rained]. {Berg}3 <said>3 [no]3. {Holt}4 <said>4 [it snowed]4.", [
        "2025-05-19 relative: speaker's day; speaker's day, same paragraph; only day",
        "2025-05-19 relative: speaker's occasion; speaker's occasion, same paragraph; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, same paragraph; only day",
        "2025-05-20 article: published; published, as the statement before",
    ]),
    ("{Holt} <said> on Monday [it rained]. {Holt}2 <said>2 in March 2018 [it froze]2. {Holt}3 <said>3 [it snowed]3.", [
        "2018-03 stated: speaker's day; speaker's day, same paragraph; speaker's day, old; speaker's day, same paragraph, old; speaker's day, last",
        "2025-05-19 relative: speaker's recent day; speaker's recent day, same paragraph; speaker's recent day, overtaken; only day",
        "2025-05-19 relative: speaker's occasion; speaker's occasion, same paragraph; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, same paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> on Monday [it rained]. {Berg}2 <said>2 on Sunday [it froze]2. {Holt}3 <said>3 [it snowed]3.", [
        "2025-05-19 relative: speaker's day; speaker's day, same paragraph; speaker's day, overtaken",
        "2025-05-18 relative: other's day; other's day, same paragraph; other's day, last",
        "2025-05-19 relative: speaker's occasion; speaker's occasion, same paragraph",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, same paragraph",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> on Monday [it rained]. {Berg}2 <said>2 on Sunday [it froze]2.\n{Some 18%}3 <said>3 [it snowed]3.", [
        "2025-05-18 relative: other's day; other's day, next paragraph; other's day, last; other's day, respondents",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, next paragraph; lead's day, respondents",
        "2025-05-20 article: published; published, respondents",
    ]),
    ("{The League} on Monday <condemned> [the strikes].\n{League spokesman Nils Vold}2 <said>2 [it snowed]2.", [
        "2025-05-19 relative: body's day; body's day, next paragraph; body's day, last; only day",
        "2025-05-19 relative: other's day; other's day, next paragraph; other's day, last; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, next paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("{The League} on Monday <condemned> [the strikes].\n{The League’s spokesman Nils Vold}2 <said>2 [it snowed]2.", [
        "2025-05-19 relative: body's day; body's day, next paragraph; body's day, last; only day",
        "2025-05-19 relative: other's day; other's day, next paragraph; other's day, last; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, next paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> on Monday [it rained].\n“[We bought]2,” {Berg}2 <said>2 during the same interview.", [
        "2025-05-19 relative: other's day; other's day, next paragraph; other's day, last; other's day, known occasion; only day",
        "2025-05-19 relative: same occasion; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, next paragraph; lead's day, known occasion; only day",
        "2025-05-20 article: published; published, known occasion",
    ]),
    ("{Holt} <said> on Monday [it rained]. “[Why]2,” {Berg}2 <asked>2.", [
        "2025-05-19 relative: other's day; other's day, same paragraph; other's day, last; only day",
        "2025-05-19 relative: answer; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, same paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> on Monday [it rained]. “[Why]2,” {Berg}2 <replied>2.", [
        "2025-05-19 relative: other's day; other's day, same paragraph; other's day, last; only day",
        "2025-05-19 relative: answer; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, same paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> on Monday [it rained]. “[Why]2,” {Berg}2 <sang>2.", [
        "2025-05-19 relative: other's day; other's day, same paragraph; other's day, last; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, same paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> [it rained]. “[Why]2,” {Berg}2 <asked>2.", [
        "2025-05-20 article: published; published, as the statement before",
    ]),
    ("{Lund} <said> [it rained].\n{Lund}2 <said>2 on Monday [it froze]2.", [
        "2025-05-19 relative: speaker's next day; only day",
        "2025-05-19 relative: lead's day; lead's day, of a statement; lead's day, far; only day",
        "2025-05-20 article: published",
    ]),
    ("The mayor Holt spoke on Monday.\n{Holt} <said> [it snowed].", [
        "2025-05-19 relative: speaker's occasion; speaker's occasion, next paragraph; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, next paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("Holt came on Monday.\n{Holt} <said> [it snowed].", [
        "2025-05-19 relative: speaker's scene; speaker's scene, next paragraph; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, next paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("Holt gave an interview on Monday.\n{Holt} <said> [it snowed].", [
        "2025-05-19 relative: speaker's lasting occasion; speaker's lasting occasion, next paragraph; only day",
        "2025-05-19 relative: main occasion, leading; main occasion, of words; main occasion, leading, next paragraph; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, next paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("Holt gave an interview on April 2.\n{Holt} <said> [it snowed].", [
        "2025-04-02 stated: speaker's lasting occasion; speaker's lasting occasion, next paragraph; occasion, old; speaker's lasting occasion, next paragraph, old",
        "2025-05-20 article: published",
    ]),
    ("Holt spoke on April 2.\n{Holt} <said> [it snowed].", [
        "2025-05-20 article: published",
    ]),
    (f"Holt came on Monday.\n{'Rain fell. ' * 36}\n{{Holt}} <said> [it snowed].", [
        "2025-05-19 relative: speaker's scene; speaker's scene, near; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, near; only day",
        "2025-05-20 article: published",
    ]),
    (f"Holt came on Monday.\n{'Rain fell. ' * 36}Rain fell. Rain fell. Rain fell. Rain fell. \n{{Holt}} <said> [it snowed].", [
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, near; only day",
        "2025-05-20 article: published",
    ]),
    (f"Holt spoke on Monday.\n{'Rain fell. ' * 36}Rain fell. Rain fell. Rain fell. Rain fell. \n{{Holt}} <said> [it snowed].", [
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, near; only day",
        "2025-05-20 article: published",
    ]),
    (f"Holt gave an interview on Monday.\n{'Rain fell. ' * 36}Rain fell. Rain fell. Rain fell. Rain fell. \n{{Holt}} <said> [it snowed].", [
        "2025-05-19 relative: speaker's lasting occasion; speaker's lasting occasion, near; only day",
        "2025-05-19 relative: main occasion, leading; main occasion, of words; main occasion, leading, near; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, near; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> [it snowed].\nHolt gave an interview on Monday.", [
        "2025-05-19 relative: speaker's occasion after; speaker's occasion after, far; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, far; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> [it snowed].\nHolt spoke on Monday.", [
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, far; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} <said> [it snowed].\nHolt gave an interview on April 2.", [
        "2025-05-20 article: published",
    ]),
    ("On Monday, hundreds marched. “[Let her speak],” {they} <chanted>.", [
        "2025-05-19 relative: crowd's scene; crowd's scene, same paragraph; only day",
        "2025-05-19 relative: paragraph's day; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, same paragraph; lead's day, unnamed source; only day",
        "2025-05-20 article: published; published, unnamed source",
    ]),
    ("On Monday, hundreds marched.\n“[Let her speak],” {they} <chanted>.", [
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, next paragraph; lead's day, unnamed source; only day",
        "2025-05-20 article: published; published, unnamed source",
    ]),
    ("An interview was held on Monday. {Holt} <said> [it snowed].", [
        "2025-05-19 relative: occasion of nobody; occasion of nobody, same paragraph; only day",
        "2025-05-19 relative: main occasion, leading; main occasion, of words; main occasion, leading, same paragraph; only day",
        "2025-05-19 relative: paragraph's day; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, same paragraph; only day",
        "2025-05-20 article: published",
    ]),
    (f"An interview was held on Monday. {'Rain fell. ' * 36}{{Holt}} <said> [it snowed].", [
        "2025-05-19 relative: occasion of nobody; occasion of nobody, same paragraph; only day",
        "2025-05-19 relative: main occasion, leading; main occasion, of words; main occasion, leading, same paragraph; only day",
        "2025-05-19 relative: paragraph's day; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, same paragraph; only day",
        "2025-05-20 article: published",
    ]),
    (f"An interview was held on Monday. {'Rain fell. ' * 36}Rain fell. Rain fell. Rain fell. Rain fell. {{Holt}} <said> [it snowed].", [
        "2025-05-19 relative: main occasion, leading; main occasion, of words; main occasion, leading, same paragraph; only day",
        "2025-05-19 relative: paragraph's day; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, same paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("The debate was on Monday.\nRain fell. \n{Holt} <said> [it snowed].", [
        "2025-05-19 relative: occasion of nobody; occasion of nobody, near; only day",
        "2025-05-19 relative: main occasion, leading; main occasion, of words; main occasion, leading, near; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, near; only day",
        "2025-05-20 article: published",
    ]),
    ("The march was on Monday.\nRain fell. \n{Holt} <said> [it snowed].", [
        "2025-05-19 relative: main occasion, leading; main occasion, of people; main occasion, leading, near; only day",
        "2025-05-19 relative: lead's day; lead's day, of an event; lead's day, near; only day",
        "2025-05-20 article: published",
    ]),
    ("Rain fell. \nRain fell. \nRain fell. \nThe debate was on Monday. The debate was long. The debate ended.\n{Holt} <said> [it snowed].", [
        "2025-05-19 relative: occasion of nobody; occasion of nobody, next paragraph; only day",
        "2025-05-19 relative: main occasion, repeated; main occasion, of words; main occasion, repeated, next paragraph; only day",
        "2025-05-20 article: published",
    ]),
    ("{Holt} previously <said> [it snowed].", [
        "None None: another time",
    ]),
    ("{Holt} <said> in March 2018 [it was hard]. “[We sold]2,” {Holt}2 <said>2 at the time.", [
        "2018-03 stated: speaker's day; speaker's day, same paragraph; speaker's day, old; speaker's day, same paragraph, old; speaker's day, last; for then",
        "2018-03 stated: told day; for then",
        "None None: another time",
    ]),
    ("{Holt} has <said> [it snowed].", [
        "2025-05-20 article: published; published, has said",
    ]),
    ("{Holt} <said> [it snowed]. {Berg}2 <said>2 [so]2.", [
        "2025-05-20 article: published; published, as the statement before",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "expected"), IN_FULL)
def test_all_candidates(marked: Marked, passage: str, expected: list[str]) -> None:
    """A statement has these candidates and no others, each with these features."""
    found = candidates_of(marked, passage)

    assert expected == [f"{one.said.date} {one.said.basis}: {'; '.join(one.features)}" for one in found]
    told = [one.said.evidence for one in found if one.said.basis not in ("article", None)]
    assert all(one is not None and one.carried is True for one in told)


@pytest.mark.parametrize(("published", "day", "basis"), [(None, None, None), ("2025-05", "2025-05", "article")])
def test_the_day_published_as_far_as_it_is_known(
    marked: Marked, published: str | None, day: str | None, basis: str | None
) -> None:
    """Without a day published the statement's is unknown, and the evidence says why."""
    text, article, attributions = marked("{Holt} <said> [it snowed].", published=published)
    (said,) = said_on(ArticleText.plain(article, text), attributions)

    assert (day, basis) == (said.date, said.basis)
    assert (day is None) == (said.evidence is not None and said.evidence.published_unknown)


POLLS = [
    ("A poll was conducted in March. {Some 18%} <said> [so].\nA poll was conducted in May.", "2025-03"),
    ("A poll was conducted in March.\nA poll was conducted in May. {Some 18%} <said> [so].", "2025-05"),
    ("{Some 18%} <said> [so].\nA poll was conducted in March.\nA poll was conducted in May.", "2025-03"),
]


@pytest.mark.parametrize(("passage", "day"), POLLS)
def test_respondents_were_asked_in_the_poll_before(marked: Marked, passage: str, day: str) -> None:
    """Of several polls the last one before them is theirs, else the first."""
    [found] = [one for one in candidates_of(marked, passage) if one.features[0] == "poll's day"]
    assert day == found.said.date


@pytest.mark.parametrize(
    ("passage", "published", "expected"),
    [
        # Tuesday's stamp: what was said on Wednesday was printed on that day, and so was the rest
        ("{Holt} <said> Wednesday [it rained]. {Berg}2 <said>2 [so]2.", "2025-05-20", ("2025-05-21", "inferred")),
        ("{Berg}2 <said>2 [so]2. {Holt} <said> Wednesday [it rained].", "2025-05-20", ("2025-05-21", "inferred")),
        ("{Holt} <warned> Wednesday [it rained]. {Berg}2 <said>2 [so]2.", "2025-05-20", ("2025-05-21", "inferred")),
        ("{Holt} <said> Tuesday [it rained]. {Berg}2 <said>2 [so]2.", "2025-05-20", ("2025-05-20", "article")),
        ("{Holt} <said> Thursday [it rained]. {Berg}2 <said>2 [so]2.", "2025-05-20", ("2025-05-20", "article")),
        # still to come, or written as a date
        ("{Holt} <will say> Wednesday [it rained]. {Berg}2 <said>2 [so]2.", "2025-05-20", ("2025-05-20", "article")),
        ("{Holt} <said> on May 21 [it rained]. {Berg}2 <said>2 [so]2.", "2025-05-20", ("2025-05-20", "article")),
        # without a full day of publication
        ("{Holt} <said> Wednesday [it rained]. {Berg}2 <said>2 [so]2.", "2025-05", ("2025-05", "article")),
        ("{Holt} <said> Wednesday [it rained]. {Berg}2 <said>2 [so]2.", None, (None, None)),
    ],
)
def test_a_stamp_a_day_behind(
    marked: Marked, passage: str, published: str | None, expected: tuple[str | None, str | None]
) -> None:
    """A statement that the article dates a day after its stamp shows on which day the article came out."""
    text, article, attributions = marked(passage, published=published)
    at = next(place for place, one in enumerate(attributions) if text[slice(*one.source[0])] == "Berg")
    published_last: list[DayCandidate] = []

    def choose(entry: Entry, candidates: list[DayCandidate]) -> DayCandidate:
        if entry.place == at:
            published_last[:] = candidates[-1:]
        return candidates[-1]

    said_on(ArticleText.plain(article, text), attributions, choose=choose)  # type: ignore[arg-type]
    assert expected == published_last[0].said[:2]


def test_the_poll_of_its_own_sentence(marked: Marked) -> None:
    """Of several polls a statement's own sentence names the one that its respondents were asked in."""
    passage = "A poll was conducted in March. {Some 18%} <said> [so], in a poll conducted in April. A poll was conducted in May."
    [found] = [one for one in candidates_of(marked, passage) if one.features[0] == "poll's day"]
    assert "2025-04" == found.said.date
