"""Resolve names, days and versions across all documents on Spark.

The third step, the same as in an index.

Each job brings together by a key what bears on each other, and the functions that resolve an index decide. What
has one key is in the memory of one task: all persons' mentions (each once, however often it is told), the
statements of one speaker, those of one country, and the pairs of statements that are versions of each other.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

from statements_cli.spark.arrow_rows import spark_type
from statements_cli.spark.lending_tasks import (
    REPORT,
    SEEKING,
    lent_columns,
    lent_days,
    pair_columns,
    pairs_in_common,
    redated_columns,
    redated_statements,
)
from statements_cli.spark.naming_tasks import MENTION, CanonicalNaming, block_columns, blocked, shown_columns
from statements_cli.spark.version_tasks import (
    edge_columns,
    group_ids,
    joined_in_all,
    joined_in_blocks,
    relay_columns,
    relay_keys,
    utterance_columns,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyspark.sql import DataFrame

    from statements_cli.speakers.user_names import Names

    Task = Callable[[Iterator[Any]], Iterator[Any]]


def resolved(statements: DataFrame, names: Names | None, hold: Callable[[DataFrame], DataFrame]) -> DataFrame:
    """Return statements with the names, days and groups of one index of all.

    ``hold`` keeps a table of statements that several jobs read, so that it is made once.
    """
    return _grouped(hold(_redated(hold(_named(statements, names)))))


def _named(statements: DataFrame, names: Names | None) -> DataFrame:
    """Return statements with speakers to show, and ``speaker_key`` to find versions under."""
    from pyspark.sql import functions as f

    told = {name: f.nullif(statements[name], f.lit("")) for name in MENTION}
    counted = statements.groupBy(*(value.alias(name) for name, value in told.items()))
    mentions = counted.agg(f.count("*").alias("statements"))
    blocks = mentions.mapInArrow(blocked, spark_type(block_columns()))
    shown = _mapped(_together(blocks, "block"), CanonicalNaming(names).shown, shown_columns())
    same = reduce(lambda one, other: one & other, (told[name].eqNullSafe(shown[f"told_{name}"]) for name in MENTION))
    found = statements.join(shown, same, "left")
    return found.select(
        *(statements[name] for name in statements.columns if name not in MENTION),
        *(shown[f"shown_{name}"].alias(name) for name in MENTION),
        shown["speaker_key"],
    )


def _redated(statements: DataFrame) -> DataFrame:
    """Return statements with the days that dated articles lend, and ``own_published``, the day published before."""
    from pyspark.sql import functions as f

    compared = statements.where("compared and speaker_key is not null")
    keys = compared.where("not dated").select("speaker_key").distinct()
    near = compared.select(*SEEKING).join(keys, "speaker_key", "left_semi")
    pairs = _mapped(_together(near, "speaker_key"), pairs_in_common, pair_columns())
    lent = _mapped(_together(pairs, "undated"), lent_days, lent_columns())
    undated = statements.where("not dated").select("article", "number", "date", "date_basis", "day_evidence")
    redated = _mapped(undated.join(lent, "article"), redated_statements, redated_columns())
    is_lent = f.col("lent").isNotNull()
    own = f.col("published").alias("own_published")
    return statements.join(redated, "number", "left").select(
        *(name for name in statements.columns if name not in ("date", "date_basis", "published", "published_basis")),
        own,
        f.when(is_lent, f.col("lent_date")).otherwise(f.col("date")).alias("date"),
        f.when(is_lent, f.col("lent_basis")).otherwise(f.col("date_basis")).alias("date_basis"),
        f.coalesce("lent", "published").alias("published"),
        f.when(is_lent, f.lit("inferred")).otherwise(f.col("published_basis")).alias("published_basis"),
    )


def _grouped(statements: DataFrame) -> DataFrame:
    """Return statements with the id of their group of versions, perhaps their own."""
    from pyspark.sql import functions as f

    compared = statements.where("compared and speaker_key is not null")
    edges = _mapped(_together(_blocks(compared), "block"), joined_in_blocks, edge_columns())
    roots = _mapped(edges.repartition(1), joined_in_all, edge_columns())
    members = roots.join(compared.select("number", "own_published", "id"), "number")
    groups = _mapped(_together(members, "root"), group_ids, utterance_columns())
    others = [name for name in statements.columns if name != "utterance"]
    found = statements.select(*others).join(groups, "number", "left")
    utterance = f.nullif(f.coalesce("utterance", "id"), f.lit(""))  # which may be null in the schema of records
    return found.select(*others, utterance.alias("utterance"))


def _blocks(compared: DataFrame) -> DataFrame:
    """Return the statements of each block.

    Of a speaker, of a country beside its bodies, of a relay beside its own.
    """
    from pyspark.sql import functions as f

    from statements_cli.utterances.grouping import BODIES

    def block(frame: DataFrame, mark: str, name: str, seeks: Any, sought: Any) -> DataFrame:
        named = f.concat(f.lit(mark), f.col(name)).alias("block")
        return frame.select(named, seeks.alias("seeks"), sought.alias("sought"), *REPORT)

    yes, no = f.lit(True), f.lit(False)
    stands = f.coalesce(f.col("type").isin(*sorted(BODIES)), no)
    passed_on = compared.select(*REPORT, f.explode("via").alias("relay"))
    relays = _mapped(passed_on.select("relay").distinct(), relay_keys, relay_columns())
    seeking = passed_on.join(relays, "relay").dropDuplicates(["number", "relay_key"])
    media = compared.join(
        relays.select("relay_key").distinct(), compared["speaker_key"] == f.col("relay_key"), "left_semi"
    )
    return (
        block(compared, "speaker ", "speaker_key", yes, yes)
        .union(block(compared.where("country is not null"), "country ", "country", yes, stands))
        .union(block(seeking, "relay ", "relay_key", yes, no))
        .union(block(media, "relay ", "speaker_key", no, yes))
    )


def _together(frame: DataFrame, key: str) -> DataFrame:
    """Return rows with those of one key after each other, in one task.

    Shared out by a hash of the key: where the key itself is that of a join before, Spark takes the join's own shares,
    and doesn't keep to them once it finds the join's other side small.
    """
    from pyspark.sql import functions as f

    return frame.repartition(f.xxhash64(key)).sortWithinPartitions(key)


def _mapped(frame: DataFrame, task: Task, schema: Any) -> DataFrame:
    return frame.mapInArrow(task, spark_type(schema))
