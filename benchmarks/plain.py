"""Find quotations with the nearest capitalised name, by plain regular expressions.

The least that a program for this job can do, to measure others against: run beside them, it tells how
fast the machine is just now.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

QUOTATION = re.compile(r"[\"“]([^\"“”]{2,2000})[\"”]")
NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
REACH = 100


def main() -> None:
    """Write a line of JSON for each quotation of the files named."""
    for path in sys.argv[1:]:
        text = Path(path).read_text("utf-8")
        for found in QUOTATION.finditer(text):
            start, end = found.span()
            name = NAME.search(text, end, end + REACH) or NAME.search(text, max(0, start - REACH), start)
            record = {"text": found[1], "speaker": name and name[0], "start": start, "end": end}
            print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main()
