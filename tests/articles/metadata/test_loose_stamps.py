"""Days beside authors, sections and counts: lines of heads in, days out."""

from __future__ import annotations

import pytest

from statements_cli.articles.metadata.loose_stamps import lost_break, mend, read_loose_stamp, read_yearless

LINES = [
    # what stands beside the day; the day
    ("by Jo Berg - Apr 16, 2015 8:02 pm UTC", "2015-04-16"),  # a byline in small letters
    ("Jo Berg, USA TODAY 8:42 a.m. EDT October 3, 2014", "2014-10-03"),
    ("Jo Berg | Sep. 21, 2011, 3:17 PM |", "2011-09-21"),
    ("/ Jo Berg / 10:08 am Fri Jul 19, 2013", "2013-07-19"),
    ("text size: T T Viewpoint September 13, 2011, 8:50 PM EDT", "2011-09-13"),  # buttons and a section
    ("January 29th, 2013 in Pop", "2013-01-29"),
    ("January 13, 2020 at 08:45 AM | categories: Python, Mercurial | View Comments", "2020-01-13"),
    ("April 30, 2018 54 Comments", "2018-04-30"),
    ("14 April 2026•Ana Lie•Jo Berg•Ida Moe", "2026-04-14"),
    ("by Ana Lie, Chief People Officer | Mar 30, 2026 | Blog, Fraud Investigations & Research", "2026-03-30"),
    ("Posted By: Ana Lieon: March 02, 2022In: Education, Lifestyle, Local News", "2022-03-02"),  # lost spaces
    ("Ana LiePublished Jul 17, 2024, 11:21am|Updated Jul 18, 2024, 6:39pm", "2024-07-17"),
    ("Fri., Aug. 23, 2019timer2", "2019-08-23"),
    ("by Coast TimesNovember 21, 202501747", "2025-11-21"),
    ("April 10, 20233 years", "2023-04-10"),
    ("First Posted: 08-13-10 05:18 PM | Updated: 08-14-10 12:41 AM", "2010-08-13"),  # years of two figures
    ("By JO BERG 10/ 25/11 09:19 PM ET", "2011-10-25"),
    ("Ana Lie 8/17/13 11:04am Yesterday 11:04am", "2013-08-17"),
    ("17.7.11", "2011-07-17"),
    ("Feb 10 '17", "2017-02-10"),
    ("Fri Feb 10 20:11:12 UTC 2017", "2017-02-10"),
    ("Friday February 10 2017, 12.01am, The Times", "2017-02-10"),
    ("FEBRUARY 10, 2017 / 10:30 AM / CBS NEWS", "2017-02-10"),
    ("By Jo Berg on Jul 04, 2014 at 11:30a @JoBerg", "2014-07-04"),
    ("Written by Ravi Kumar | New Delhi | Updated: May 20, 2025 19:30 IST", "2025-05-20"),
    ("Ana Lie More from this author 26 Sep 2011", "2011-09-26"),
    ("Issued on: 27/08/2019 - 12:34Modified: 28/08/2019 - 12:34", "2019-08-27"),
    ("Ana LieUpdated on Mar 01, 2022, 18:30 IST-2.1K Shares", "2022-03-01"),
    ("JANUARY 19, 20205:31 AMUPDATED 2 YEARS AGO", "2020-01-19"),
    ("Last edited: Mar 1 2022", "2022-03-01"),
    ("Coast Daily News October 06, 2018", "2018-10-06"),  # three words, nothing else
    ("The President Signs The Treaty May 3, 2010", None),  # more of them: a headline
    ("The President Signs The Treaty | May 3, 2010", "2010-05-03"),
    ("Police officers wait on Thursday, November 28, 2013", None),  # words in small letters: a sentence
    ("Apr. 8, 2010: President Berg signs the treaty", None),
    ("Join us on March 3, 2025, 8:00 PM EST", None),
    ("Born May 3, 1980", None),  # days of something else
    ("Photo taken May 3, 2010", None),
    ("Deadline: 3 March 2025", None),
    ("Copyright May 3, 2010, Ana Lie Media", None),
    ("What happened on May 3, 2010?", None),
    ("“A Good Day” May 3, 2010", None),
    ("Ana Lie Jo Berg May 2010", None),
    ("Ana Lie 31/31/2010", None),
]


@pytest.mark.parametrize(("line", "day"), LINES)
def test_days_beside_other_things(line: str, day: str | None) -> None:
    """The day of a line counts where names, sections, places and counts are all that stands beside it."""
    stamp = read_loose_stamp(line)
    assert day == (stamp.moment.day.iso if stamp and stamp.moment else None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Ana " * 7, "2010-05-03"),  # as long as names of sections are
        ("Ana " * 8, None),
        ("Ana Lie | " * 7, "2010-05-03"),  # fourteen words in all
        ("Ana Lie | " * 7 + "Jo |", None),
    ],
)
def test_most_words(words: str, day: str | None) -> None:
    """Many names beside a day make it another line than a head's."""
    stamp = read_loose_stamp(f"{words} | May 3, 2010")
    assert day == (stamp.moment.day.iso if stamp and stamp.moment else None)


def test_longest_line() -> None:
    """A line of 160 characters may hold a day, a longer one is running text."""
    line = f"May 3, 2010 {'54 ' * 49}X"
    assert read_loose_stamp(line) is not None
    assert read_loose_stamp(line + "X") is None


@pytest.mark.parametrize(
    ("line", "day_first", "day"),
    [
        ("By ANA LIE & JO BERG | 10/9/10 7:15 AM EDT", None, None),
        ("By ANA LIE & JO BERG | 10/9/10 7:15 AM EDT", False, "2010-10-09"),
        ("By ANA LIE & JO BERG | 10/9/10 7:15 AM EDT", True, "2010-09-10"),
        ("Ana Lie 04/25/25 09:19", None, "2025-04-25"),  # there is no month 25
    ],
)
def test_figures_of_two_readings(line: str, day_first: bool | None, day: str | None) -> None:
    """A day in figures of two readings is ambiguous until the order is known."""
    stamp = read_loose_stamp(line, day_first)
    assert stamp is not None
    assert (day, day is None) == (stamp.moment.day.iso if stamp.moment else None, stamp.ambiguous)


def test_update_beside_publication() -> None:
    """Of two days on a line the one that is no update counts."""
    stamp = read_loose_stamp("Ana Lie | Updated: May 4, 2010 | May 3, 2010")
    assert stamp is not None and stamp.moment is not None
    assert ("2010-05-03", False) == (stamp.moment.day.iso, stamp.updated)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Jun 13, 4:03 PM EDT", (6, 13)),
        ("Friday, Feb 10 | 8:00 AM", (2, 10)),
        ("Monday, June 13", (6, 13)),
        ("Published 13 June", (6, 13)),
        ("By Associated Press February 10 at 8:05 PM", (2, 10)),
        ("June 13", None),  # nothing says that it is a time stamp
        ("Jun 13, 2016 4:03 PM EDT", None),  # with its year
        ("June 2016, Monday", None),
        ("Monday, June 13 to Friday, June 17", None),
        ("Investor conference call to be held today, July 2 at 8:30 AM EDT", None),
        ("Photo: Monday, June 13", None),
    ],
)
def test_days_without_a_year(line: str, day: tuple[int, int] | None) -> None:
    """A day without its year counts where a time, a weekday or a label makes its line a time stamp."""
    moment = read_yearless(line)
    assert day == ((moment.day.month, moment.day.day) if moment else None)


@pytest.mark.parametrize(
    ("words", "stamp"),
    [
        ("What’s the secret to its recovery?Monday, 6 January 2020", "Monday, 6 January 2020"),
        ("Ministers meet in OsloPublished: May 3, 2010", "Published: May 3, 2010"),
        ("Ministers meet in OsloMay 3, 2010", "May 3, 2010"),
        ("Ministers meet in Oslo May 3, 2010", None),  # a space: part of the sentence
        ("Ministers meet in Oslo.May 3, 2010 was fine", None),  # more behind the day
        ("May 3, 2010", None),
    ],
)
def test_lost_breaks(words: str, stamp: str | None) -> None:
    """A day that follows a word or a stop without a space begins a line of its own."""
    at = lost_break(words, 0, len(words))
    assert stamp == (None if at is None else words[at:])


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("10/9/10", "10/9/2010"),
        ("10/9/70", "10/9/1970"),
        ("10/9/69", "10/9/2069"),
        ("10 Feb '17", "10 Feb 2017"),
        ("Feb 10 10:15", "Feb 10 10:15"),  # an hour is no year
        ("Feb 10, 11 am", "Feb 10, 11 am"),
        ("1.10.12.4", "1.10.12.4"),
        ("5/10/15/20", "5/10/15/20"),
        ("11:30a", "11:30am"),
        ("11:30 a.m.", "11:30 a.m."),
    ],
)
def test_mended_lines(line: str, mended: str) -> None:
    """Years get four figures; hours, versions and rows of numbers stay."""
    assert mended == mend(line)
