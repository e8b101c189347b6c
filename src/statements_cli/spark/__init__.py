"""Extract statements on Apache Spark, for what one machine can't read.

Takes the extra ``spark``, and Java.

``extract`` gives the records of a DataFrame's rows or of files as a DataFrame; ``python -m statements_cli.spark``
writes them as Parquet.
"""

from __future__ import annotations

from statements_cli.spark.extraction import Choices, Extraction, extract, extraction

__all__ = ["Choices", "Extraction", "extract", "extraction"]
