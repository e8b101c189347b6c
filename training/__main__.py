"""One command that turns an annotated corpus into the weights that ship in the package.

``python -m training --corpus PATH --news FOLDER --news FOLDER [--output FOLDER] [--report FILE] [--publishers]``
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from training.build import build_learner
from training.corpus import Text


def main() -> int:
    """Train everything and write the model files; with ``--publishers`` or ``--measure``, measure instead."""
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", type=Path, help="the folder with train/, dev/ and tokens/")
    parser.add_argument("--news", type=Path, action="append", default=[], help="a folder of annotated articles")
    parser.add_argument("--adapt", action="store_true", help="adapt the weights that ship to --news, and no more")
    parser.add_argument("--judge", action="store_true", help="learn what --news add to the judge, and no more")
    parser.add_argument("--unannotated", type=Path, help="a zip with a table of articles to be taught on")
    parser.add_argument("--lessons", type=Path, help="what the accurate model holds of them (training.teacher)")
    parser.add_argument("--antecedents", action="store_true", help="learn whom he and she mean from --news, no more")
    parser.add_argument("--days", action="store_true", help="learn on which day something was said, no more")
    parser.add_argument("--output", type=Path, default=Path("src/statements_cli/data"), help="where the weights go")
    parser.add_argument("--variants", type=int, default=1, help="changed copies of each text learned from")
    parser.add_argument("--report", type=Path, help="write what was measured to this file, as JSON")
    parser.add_argument("--publishers", action="store_true", help="measure with each publisher left out in turn")
    parser.add_argument("--measure", metavar="PART", help="measure the shipped weights on a part of the corpus")
    parser.add_argument("--texts", type=int, help="learn from the first N texts alone, to try the scripts out")
    options = parser.parse_args()
    build_learner()
    from training.adaptation import adapted_files, judge_alone
    from training.corpus import read_corpus
    from training.distillation import distilled_files
    from training.lessons import read_lessons
    from training.news import read_news
    from training.report import calibration, leave_out_publishers, measure
    from training.run import train
    from training.score import shipped
    from training.treebank import TreebankMissingError, pipeline
    from training.unannotated import read_articles

    started = time.monotonic()

    def say(message: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {message}", file=sys.stderr, flush=True)

    if options.antecedents:
        from training.antecedents import learned_files

        learned_files(options.news, options.output)
        return 0
    if options.days:
        from training import days_said

        days_said.learned_files(options.news, options.corpus, options.output)
        return 0
    if options.judge:
        write(options.output, judge_alone(read_news(options.news)))
        return 0
    if options.corpus is None:
        parser.error("--corpus PATH is missing")

    if (options.unannotated is None) != (options.lessons is None):
        parser.error("--unannotated and --lessons belong together")
    unannotated = read_articles(options.unannotated) if options.unannotated else []
    lessons = read_lessons(options.lessons) if options.lessons else {}

    def adapted(texts: Sequence[Text]) -> dict[str, bytes]:
        """What articles, first unannotated and then annotated ones, make of the weights at hand."""
        learned = distilled_files(unannotated, lessons) if lessons else {}
        with shipped(learned):
            return learned | adapted_files(read_news(options.news), texts)

    if options.adapt:
        write(options.output, adapted(read_corpus(options.corpus, "train")))
        return 0
    if not options.measure:
        try:
            pipeline()
        except TreebankMissingError as missing:
            print(f"training: {missing}", file=sys.stderr)
            return 2
    texts = read_corpus(options.corpus, options.measure or "train")[: options.texts]
    if options.measure:
        report = measure(texts)
    elif options.publishers:
        report = leave_out_publishers(texts, options.variants, say)
    else:
        trained = train(texts, options.variants, say, unannotated=unannotated, lessons=lessons)
        write(options.output, trained.files)
        with shipped(trained.files):
            write(options.output, adapted(texts))
        say("second labeller and judge, adapted to news")
        report = calibration(trained.right, trained.held_out)
    if options.report:
        options.report.write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    print(json.dumps(report, indent=1))
    return 0


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write model files into a folder of data."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
