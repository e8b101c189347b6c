"""Write the reference of the command line, in Markdown, from the commands' own help.

python -m statements_cli.cli.reference > docs/reference.md
"""

from __future__ import annotations

import sys
from typing import Any

_INTRODUCTION = """\
# The command line

Made from the program's own help by `python -m statements_cli.cli.reference > docs/reference.md`; a test
holds that it is current.

Options stand after the command. Data goes to stdout, messages to stderr. Without a path, `--corpus`,
the variable `STATEMENTS_CORPUS` or a `corpus` in a configuration file, the sample articles that come
with the program are read.

| exit status | meaning |
| --- | --- |
| 0 | something was found |
| 1 | nothing matched |
| 2 | wrong usage, or something could not be read (the rest is still delivered) |
| 130 | interrupted |
"""
_SETTINGS = """\
## Configuration files

`statements.toml` in the working folder or above it, then `statements/statements.toml` in the user's
configuration folder (`~/.config` on Linux), set the corpus and defaults of options. What is given in the
call comes first, then the environment, then the project's file, then the user's.

```toml
corpus = ["news/"]        # paths, relative to the file
min-confidence = 0.5      # defaults for all commands; also format, color, limit, jobs and names

[search]                  # and for one; also fields and sort
limit = 10
```
"""
_RECORD = """\
## The record

A key is never missing: unknown is `null`, none is `[]`. Hits of a search have `score` (0 to 100) besides;
`show` adds `passage` (the text of the paragraphs around it), `evidence` (in words) and `text_sha256` (of the
document's whole text in UTF-8, which `show --document` writes).

| key | type | meaning |
| --- | --- | --- |
"""


def reference() -> str:
    """Return the reference: every command's help as printed at 80 columns, settings, and the record."""
    from statements_cli.cli.group import COMMANDS, help_of
    from statements_cli.output.json_schema import record_schema

    parts = [_INTRODUCTION, _block(help_of(None, 80))]
    parts += [f"## statements {n}\n\n{_block(help_of(n, 80))}" for n in COMMANDS]
    parts.append(_SETTINGS)
    rows = "".join(
        f"| `{key}` | {_type_of(schema)} | {_escaped(schema['description'])} |\n"
        for key, schema in record_schema()["properties"].items()
    )
    return "\n".join([*parts, _RECORD + rows])


def _block(help: str) -> str:
    return f"```text\n{help}\n```\n"


def _type_of(schema: dict[str, Any]) -> str:
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if "enum" in schema:
        return ", ".join("null" if value is None else f"`{value}`" for value in schema["enum"])
    return "list of strings" if types == ["array"] else " or ".join(types)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(reference())
