"""Define the words that fields of documents, articles and statements may have, and spans.

Annotations are values in the modules of this room, not strings: each string would be compiled at start.
"""

from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]

Kind: TypeAlias = Literal["direct", "mixed", "indirect"]
Act: TypeAlias = Literal["speech", "writing", "report", "attitude"]
SpeakerType: TypeAlias = Literal["person", "organisation", "country", "media", "group", "anonymous"]
DateBasis: TypeAlias = Literal["stated", "relative", "article", "inferred"]
PublishedBasis: TypeAlias = Literal["metadata", "byline", "dateline", "address", "inferred"]

BlockRole: TypeAlias = Literal["headline", "standfirst", "crosshead", "paragraph", "furniture", "label", "speech"]

ModelName: TypeAlias = Literal["fast", "accurate"]
FAST: ModelName = "fast"
ACCURATE: ModelName = "accurate"  # a pretrained encoder; its weights are an extra of the same name

JOINT = " … "
"""What stands in a statement's text between the pieces that its cue, or something else, parts."""
