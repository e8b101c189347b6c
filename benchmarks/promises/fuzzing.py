"""Try texts and documents that chance makes: nothing raises, nothing is wrong, nothing takes unusually long."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable
from itertools import islice
from random import Random
from typing import TypeVar

from benchmarks.promises.outcome import CLOCK, Outcome
from fuzz import documents as seed_documents
from fuzz import invariants, texts
from statements_cli.documents import Notice, read
from statements_cli.documents.plain import digest
from statements_cli.model import Document
from statements_cli.pipeline import Parsed, parse

SLOWEST = 10
"""Times the usual CPU time a byte that a text or document may take."""
_USUAL = 500  # texts from which the usual time is taken
_TOGETHER = 200  # documents that one index takes
_GRACE = 0.01  # seconds that a document may take whatever its size: what is loaded, tables that are made
_MOST_DOCUMENTS = 20  # that are looked at of one input
_Value = TypeVar("_Value")


def fuzz_texts(count: int, seed: int) -> Outcome:
    """Parse texts made by a grammar or by damage to the samples, check what is found, and time each."""
    chance = Random(seed)
    failures: list[str] = []
    rates: list[float] = []
    batch: list[Parsed] = []
    tried = statements = size = 0
    usual = 0.0
    for number in CLOCK.turns(count, "fuzzed texts"):
        text = _text(chance)
        data = text.encode("utf-8", "surrogatepass")
        length = max(len(data), texts.SHORTEST)  # what damage has cut to nothing takes some time all the same
        document = Document(f"{number}.txt", text, digest(data))
        tried, size = tried + 1, size + len(data)
        try:
            began = time.process_time()
            parsed = parse(document)
            spent = time.process_time() - began
            failures += [f"{fault} in {text!r}" for fault in invariants.faults(parsed, stored=False)]
        except Exception as error:
            failures.append(f"{error!r} in {text!r}")
            continue
        statements += len(parsed.statements)
        batch.append(parsed)
        if len(batch) == _TOGETHER:
            failures += _indexed(batch)
            batch = []
        if len(rates) < _USUAL:
            rates.append(spent / length)
            usual = statistics.median(rates)
        elif spent > SLOWEST * usual * length:
            least = _least(lambda document=document: parse(document))  # type: ignore[misc]
            if least > SLOWEST * usual * length:
                failures.append(f"takes {least / length / usual:.0f} times as long a byte as usual: {text!r}")
    failures += _indexed(batch)
    note = f"{statements:,} statements, {size / 1e6:,.1f} MB; usual {usual * 1e6:.1f} s a MB"
    return Outcome(tried, tuple(failures), "texts", note)


def fuzz_documents(count: int, seed: int) -> Outcome:
    """Read documents of all formats, damaged by chance, and parse what is in them."""
    chance = Random(seed)
    kinds = {name: held for name, held in seed_documents.seeds().items() if held and name not in ("parse", "any")}
    rates = {name: max(map(_rate, held)) for name, held in kinds.items()}
    pieces = [piece.encode() for kind in texts.words().values() for piece in kind]
    failures: list[str] = []
    tried = found = 0
    names = sorted(kinds)
    for number in CLOCK.turns(count, "fuzzed documents"):
        name = names[number % len(names)]
        data = texts.damaged(chance.choice(kinds[name]), pieces, chance)
        tried += 1
        try:
            began = time.process_time()
            read_documents = _read(data)
            spent = time.process_time() - began
            found += len(read_documents)
            for document in read_documents:
                failures += [f"{name}: {fault} in {data!r}" for fault in invariants.document_faults(document)]
                short = document if len(document.text) < 600 else _shortened(document)
                failures += [f"{name}: {fault} in {data!r}" for fault in invariants.faults(parse(short), stored=False)]
        except Exception as error:
            failures.append(f"{name}: {error!r} in {data!r}")
            continue
        most = SLOWEST * rates[name] * (len(data) + sum(len(one.text) for one in read_documents)) + _GRACE
        if spent > most and (least := _least(lambda data=data: _read(data))) > most:  # type: ignore[misc]
            failures.append(f"{name}: takes {least:.3f} s, {SLOWEST} times the usual are {most:.3f} s: {data!r}")
    return Outcome(tried, tuple(failures), "documents", f"{found:,} documents in them, {len(names)} formats")


def _text(chance: Random) -> str:
    if chance.random() < 0.8:
        return texts.made(chance)
    sample = chance.choice(seed_documents.samples())
    start = chance.randint(0, max(0, len(sample) - texts.LONGEST))
    pieces = texts.words()[chance.choice(list(texts.words()))]
    return texts.damaged(sample[start : start + chance.randint(texts.SHORTEST, texts.LONGEST)], pieces, chance)


def _shortened(document: Document) -> Document:
    return Document(document.path, document.text[:600], document.digest, document.url, document.metadata, document.form)


def _indexed(batch: list[Parsed]) -> list[str]:
    try:
        return [*invariants.index_faults(batch)] if batch else []
    except Exception as error:
        return [f"{error!r} in an index of {[parsed.document.text for parsed in batch]!r}"]


def _read(data: bytes) -> list[Document]:
    """Return the first documents of bytes. Raises what became a notice only at the last moment."""
    notices: list[Notice] = []
    found = list(islice(read(["-"], report=notices.append, stdin=io.BytesIO(data)), _MOST_DOCUMENTS))
    for notice in notices:
        if notice.trace or "\n" in notice.message:
            raise AssertionError(notice.trace or notice.message)
    return found


def _rate(data: bytes) -> float:
    """Return the seconds a byte that a sound document takes."""
    _read(data)
    size = len(data) + sum(len(document.text) for document in _read(data))
    return _least(lambda: _read(data)) / size


def _least(work: Callable[[], _Value]) -> float:
    """Return the least CPU time of some turns: what others on the machine do only adds to it."""
    spent = []
    for _ in range(5):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent)
