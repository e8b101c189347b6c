"""Run extraction on Spark: ``python -m statements_cli.spark``, or this file given to ``spark-submit``."""

import sys

if __name__ == "__main__":
    from statements_cli.spark.submitted import main

    sys.exit(main())
