"""Define the options for how many hits are answered, and in which order."""

from dataclasses import dataclass
from typing import Annotated

from statements_cli.cli.options.output import ListingOptions, limit_option, sort_option
from statements_cli.query.order import HIT_ORDERS


@dataclass(slots=True, eq=False, repr=False)
class HitListingOptions(ListingOptions):
    """How many hits of a search a command lists, and in which order."""

    limit: Annotated[int | None, limit_option("20")] = None
    sort: Annotated[str | None, sort_option(HIT_ORDERS)] = None
