"""Records of parliaments, councils and central banks: their labels, who they name, and what is no speech."""

from __future__ import annotations

from hashlib import sha256

import pytest

from statements_cli.articles.turns.label_parts import label_parts
from statements_cli.articles.turns.labels import begins_as_name, key_of, plain
from statements_cli.model import Document, Statement
from statements_cli.pipeline import parse
from statements_cli.transcripts.office_labels import honourables, is_office


def spoken(text: str) -> tuple[Statement, ...]:
    """The statements of a document of that text."""
    return tuple(parse(Document("any.txt", text, sha256(text.encode()).hexdigest())).statements)


# what the record is: its text; (speaker, role, country, what is said) of each statement
RECORDS: dict[str, tuple[str, list[tuple[str, str | None, str | None, str]]]] = {
    "labels in capitals end in a full stop": (
        "RECORD OF THE CHAMBER — AFTERNOON\nApril 3, 2001\n\n"
        "Mr. QUILL. Madam Speaker, I rise to oppose the bridge bill. It builds a road to nowhere.\n\n"
        "Mrs. HALE of Vermont. Will the gentleman yield for a question?\n\n"
        "Mr. QUILL. I yield to the gentlewoman.\n\n"
        "Mrs. HALE of Vermont. The ferry has not run since the ice of January.\n\n"
        "The SPEAKER pro tempore. The time of the gentleman has expired.\n\n"
        "The motion was agreed to.\n",
        [
            ("Quill", None, None, "Madam Speaker, I rise to oppose the bridge bill. It builds a road to nowhere."),
            ("Quill", None, None, "I yield to the gentlewoman."),
            ("Hale", None, None, "The ferry has not run since the ice of January."),
            ("Speaker pro tempore", None, None, "The time of the gentleman has expired."),
        ],
    ),
    "labels end in a dash, with seat, office and clock time in brackets": (
        "LEGISLATIVE COUNCIL\nThursday, 9 March 2006\n\n"
        "The PRESIDENT—I call Mr Grantley.\n\n"
        "Mr GRANTLEY (Port Ellis) (11.15 am)—When will the jetty at Port Ellis open again?\n\n"
        "Ms WREN (Minister for Harbours)—The jetty opens in April, and the crane in May.\n\n"
        "Honourable members interjecting—\n\n"
        "Ms WREN—It will cost less than the pier did.\n",
        [
            ("President", None, None, "I call Mr Grantley."),
            ("Wren", "Minister for Harbours", None, "The jetty opens in April, and the crane in May."),
            ("Wren", None, None, "It will cost less than the pier did."),
        ],
    ),
    "names stand on lines of their own, first with seat and party, or as an office": (
        "Rural Buses\nHouse of Commons\n3 July 2023\n\n"
        "Amy Brook (Fellside) (LD)\nWhat plans does he have to bring back the evening bus to Fellside?\n\n"
        "The Minister of State for Transport (Ian Moss)\nThe evening bus returns on the first of August.\n\n"
        "Amy Brook\nMy constituents have heard that before, and they walked home in the snow.\n\n"
        "Ian Moss\nThis time the contract is signed.\n\n"
        "Madam Deputy Speaker\nOrder. We move to the next question.\n",
        [
            ("Ian Moss", "Minister of State for Transport", None, "The evening bus returns on the first of August."),
            ("Amy Brook", None, None, "My constituents have heard that before, and they walked home in the snow."),
            ("Ian Moss", None, None, "This time the contract is signed."),
            ("Deputy Speaker", None, None, "Order. We move to the next question."),
        ],
    ),
    "an office over two lines has the name in brackets": (
        "COUNTY ASSEMBLY\n\nTuesday, 5th June, 2012\n\n"
        "Mr. Speaker: Let us hear the Ministry.\n\n"
        "The Parliamentary Secretary for Fisheries, Livestock and\n"
        "Rural Roads (Mrs. Adoyo): Mr. Speaker, Sir, the fish landing site was finished in March.\n\n"
        "Mr. Barasa: Mr. Speaker, Sir, nobody has landed a fish there yet. Is the House told the truth?\n\n"
        "Mrs. Adoyo: Mr. Speaker, Sir, the fish are late this year.\n",
        [
            ("Speaker", None, None, "Let us hear the Ministry."),
            (
                "Adoyo",
                "Parliamentary Secretary for Fisheries, Livestock and Rural Roads",
                None,
                "Mr. Speaker, Sir, the fish landing site was finished in March.",
            ),
            ("Adoyo", None, None, "Mr. Speaker, Sir, the fish are late this year."),
        ],
    ),
    "delegates speak for the country in brackets": (
        "General Assembly\n41st plenary meeting\nMonday, 4 November 2019, 3 p.m.\n\n"
        "The President: I give the floor to the representative of Chile.\n\n"
        "Mrs. Toro (Chile) (spoke in Spanish): The sea is rising faster than our promises.\n\n"
        "The President: I give the floor to the representative of Ghana.\n\n"
        "Mr. Owusu (Ghana): Our fishermen know it. They have moved their huts twice.\n\n"
        "Mrs. Toro (Chile) (spoke in Spanish): I thank Ghana for its support.\n",
        [
            ("President", None, None, "I give the floor to the representative of Chile."),
            ("Toro", None, "CL", "The sea is rising faster than our promises."),
            ("President", None, None, "I give the floor to the representative of Ghana."),
            ("Owusu", None, "GH", "Our fishermen know it. They have moved their huts twice."),
            ("Toro", None, "CL", "I thank Ghana for its support."),
        ],
    ),
    "labels of a central bank's press conference are names in capitals": (
        "Transcript of Governor Lindqvist’s Press Conference\nMay 4, 2022\n\n"
        "GOVERNOR LINDQVIST. Good afternoon. Prices rise more slowly than in March.\n\n"
        "PETRA VOSS. Petra Voss, Market Daily. Why wait until June?\n\n"
        "GOVERNOR LINDQVIST. Because the wage talks end in June, and we want to know.\n\n"
        "OLE HANSEN. Is the krona too weak?\n\n"
        "GOVERNOR LINDQVIST. We have no target for the krona.\n",
        [
            ("Lindqvist", "Governor", None, "Good afternoon. Prices rise more slowly than in March."),
            ("Lindqvist", "Governor", None, "Because the wage talks end in June, and we want to know."),
            ("Lindqvist", "Governor", None, "We have no target for the krona."),
        ],
    ),
    "labels run on within a paragraph": (
        "THE HON. MARA FINCH SHADOW TREASURER\n\n"
        "DOORSTOP ELLIS BAY FRIDAY, 3 MAY 2013   SUBJECT/S: the budget   MARA FINCH: Good morning. This budget "
        "forgets the north.   JOURNALIST: What would you cut?   FINCH: Nothing in the north. That is the point.\n\n"
        "JOURNALIST: Will you stand again?   FINCH: Of course. Somebody has to.   ENDS\n",
        [
            ("Mara Finch", None, None, "Good morning. This budget forgets the north."),
            ("Mara Finch", None, None, "Nothing in the north. That is the point."),
            ("Mara Finch", None, None, "Of course. Somebody has to."),
        ],
    ),
    "an office is whom the heading names, page numbers and subjects are no speech": (
        "PREMIER\n\n7 February 2005\n\nTRANSCRIPT OF THE PREMIER THE HON RUTH COLE MP DOORSTOP, ELLIS BAY\n\n"
        "SUBJECTS: Ferry timetable; school roofs\n\n"
        "JOURNALIST: Premier, Tom Ashby, will he keep the ferries?\n\n"
        "PREMIER: Mr Ashby runs a good department. The ferries stay.\n\n"
        "Page 2 of 3\n\n"
        "JOURNALIST: And the roofs?\n\n"
        "PREMIER: Every roof will be mended by winter.\n\nENDS\n",
        [
            ("Ruth Cole", "Premier", None, "Mr Ashby runs a good department. The ferries stay."),
            ("Ruth Cole", "Premier", None, "Every roof will be mended by winter."),
        ],
    ),
    "a heading says whose remarks the answers are": (
        "Foreign Ministry Spokesperson Zhao Meilin's Remarks on the Ferry Accident\n\n2021-03-04 17:10\n\n"
        "Q: A ferry sank off the cape on Tuesday. Do you have a comment?\n\n"
        "A: We are saddened by the accident. Our embassy is in touch with the families.\n",
        [
            (
                "Zhao Meilin",
                "Foreign Ministry Spokesperson",
                None,
                "We are saddened by the accident. Our embassy is in touch with the families.",
            ),
        ],
    ),
    "a heading without a name says which office answers": (
        "Defense Ministry Spokesperson's Remarks on the Exercise\n\n2021-03-04 17:10\n\n"
        "Q: Two ships took part in the exercise. Why so few?\n\n"
        "A: The number was agreed last year.\n\n"
        "Q: Will there be another?\n\n"
        "A: That will be announced.\n",
        [
            ("Defense Ministry Spokesperson", None, None, "The number was agreed last year."),
            ("Defense Ministry Spokesperson", None, None, "That will be announced."),
        ],
    ),
}


@pytest.mark.parametrize("name", RECORDS)
def test_records(name: str) -> None:
    """Each turn goes to whom its label, the heading or the chair tells, and nothing else is speech."""
    text, expected = RECORDS[name]
    assert expected == [(said.speaker, said.role, said.country, said.text) for said in spoken(text)]


# label: name, office, notes
PARTS = [
    ("The Minister for Water (Mr. Tanga)", ("Mr. Tanga", "Minister for Water", ())),
    ("Sen. (Dr.) Mwangi", ("Sen. Dr. Mwangi", None, ())),
    ("Ms. HALE of Vermont", ("Ms. HALE", None, ())),
    ("Mr. Owusu (Ghana)", ("Mr. Owusu", None, ("Ghana",))),
    ("Amy Brook (Fellside) (LD)", ("Amy Brook", None, ("Fellside", "LD"))),
    ("The Secretary of State (Ian Moss)", ("Ian Moss", "Secretary of State", ())),
    ("MR. KIRBY", ("MR. KIRBY", None, ())),
]


@pytest.mark.parametrize(("label", "expected"), PARTS)
def test_label_parts(label: str, expected: tuple[str, str | None, tuple[str, ...]]) -> None:
    """A label's name is told from the office and the notes beside it."""
    assert expected == tuple(label_parts(label, begins_as_name))


def test_one_speaker_has_one_key() -> None:
    """Labels of one speaker, with the office and without, share a key."""
    assert key_of("The Minister for Water (Mr. Tanga)") == key_of("Mr. Tanga")
    assert plain("Mr WREN (Minister for Harbours)") == "Mr WREN"


# label: whether it is an office alone
OFFICES = [
    ("PM", True),
    ("PRIME MINISTER", True),
    ("The Minister for Ports", True),
    ("MINISTER WREN", False),
    ("Mr. Wren", False),
    ("JOURNALIST", False),
]


@pytest.mark.parametrize(("label", "expected"), OFFICES)
def test_office_labels(label: str, expected: bool) -> None:
    """A label is an office alone where no name stands with it."""
    assert expected is is_office(label)


HEADINGS = [
    ("TRANSCRIPT OF THE PREMIER THE HON RUTH COLE MP DOORSTOP", ["Ruth Cole"]),
    ("The Hon. Ruth Cole, Premier, and the Hon Tom Ashby MLA", ["Ruth Cole", "Tom Ashby"]),
    ("Honourable members", []),
    ("Premier of the north", []),
]


@pytest.mark.parametrize(("line", "expected"), HEADINGS)
def test_honourables(line: str, expected: list[str]) -> None:
    """A heading's honourable people come without post-nominals and what follows."""
    assert expected == list(honourables(line))
