"""Compiles what costs time where a compiler is; without one the same files run as Python.

The inner loops, which have their C types in ``.pxd`` files, are compiled by Cython. The rooms through which an article
walks are compiled as they stand by mypyc, but only into a wheel: in a checkout, where they are edited, they run from
source.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

COMPILED = [
    "statements_cli.attribution.labelling.sweeps",
    "statements_cli.attribution.labelling.second_pass_features",
    "statements_cli.attribution.labelling.first_pass_features",
    "statements_cli.attribution.labelling.judge_features",
    "statements_cli.attribution.labelling.counts",
    "statements_cli.attribution.labelling.tree_features",
    "statements_cli.text.tagging.arcs",
    "statements_cli.text.tagging.linear",
    "statements_cli.text.scan",
    "statements_cli.text.tagging.tag_features",
]
# where extraction spends its time, by a profile: what an article in English runs through, but for what is done once a
# document, or for few
ROOMS = {
    "articles": "article_text block_roles boundaries head lines paragraphs shapes splitting",
    "articles/dating": "closing_days dated_head published_day",
    "articles/metadata": "bylines datelines loose_stamps outlets published stamps",
    "articles/turns": "detect",
    "attribution": "candidate choosing finder",
    "attribution/bounds": "clause_ends complements content_edges distant_subjects inversions overlaps regions"
    " sources spans split_quotations token_classes unmarked_clauses whole_subjects",
    "attribution/certainty": "inferences likelihoods no_cues one_word_answers plain_clauses promises",
    "attribution/labelling": "dependencies first_pass judge second_pass token_columns",
    "attribution/rules": "estimates hearings joining name_lines plain_quotations quoted_as_saying speaking_documents"
    " talk_before told_accounts uncued",
    "dates": "attachment expression_patterns expressions from_own_text holidays leading_days normalise other_times said"
    " statement_frames timed_words",
    "dates/carrying": "compared_days counted_events dated_documents day_candidates day_ranking days_in_text"
    " days_of_speakers main_occasion occasions told_days",
    "pipeline": "english statement_making",
    "provenance": "act audience chain channel conversations found_out frame grounds media media_called noun_heads"
    " relayers",
    "provenance/relaying": "cited merging quoted_by relays reporters tellers unwrapping",
    "quotations": "marks",
    "speakers/coreference": "describing epithets issuers naming nominals pairs referring resolutions resolve subjects",
    "speakers/coreference/pronouns": "antecedents other_mentions prominence resolving",
    "speakers/coreference/referents": "acronyms bodies entity name_signs people",
    "speakers/mentions": "bodies_explained country_spoken_for descriptions joined_sources nouns person_named"
    " phrase_trimming roles source_mention source_span subject_span",
    "speakers/names": "body_signs capitalised_runs folding name_lexicon name_parts places same_person",
    "text": "beginnings calendar_days sentences straight_marks text_view tokens written_dates",
    "text/repair": "mending soundness typed_marks",
    "text/tagging": "tagger",
    "utterances": "blocking grouping likeness speaker_keys words",
}
SOURCE = Path("src/statements_cli")
SHARED = "statements_cli.shared_by_loops"  # what Cython would otherwise put into each of the inner loops again
LIBRARY = "statements_cli_rooms"
# one rounding a step, on every processor: results are the same as Python's own
EXACT = "-ffp-contract=off"
# what no other library looks for is bound when it is compiled, and not looked up by its name when it is loaded
HIDDEN = "-fvisibility=hidden"
FLAGS = ["-O1", EXACT, "-g0"]


def inner_loops() -> list[Extension]:
    """Return the inner loops as extensions; none where Cython is missing."""
    try:
        from Cython.Build import cythonize
    except ImportError:
        return []
    extensions = [Extension(name, [f"src/{name.replace('.', '/')}.py"], extra_compile_args=FLAGS) for name in COMPILED]
    shared = Extension(SHARED, [f"src/{SHARED.replace('.', '/')}.c"], extra_compile_args=FLAGS)
    built: list[Extension] = cythonize(
        [*extensions, shared],
        shared_utility_qualified_name=SHARED,
        # the .pxd files give the C types; the annotations are for readers and mypy
        compiler_directives={
            "language_level": 3,
            "annotation_typing": False,
            "boundscheck": False,
            "wraparound": False,
            "cdivision": True,
            "initializedcheck": False,
        },
    )
    return built


def room_modules() -> list[Path]:
    """Return the files that mypyc compiles, relative to the checkout."""
    return [SOURCE / room / f"{name}.py" for room, names in ROOMS.items() for name in names.split()]


def rooms() -> list[Extension]:
    """Return the rooms as one library and a small extension a module; none where mypyc can't compile them."""
    try:
        from mypyc.build import mypycify

        built: list[Extension] = mypycify(
            ["--config-file=", "--ignore-missing-imports", f"--cache-dir={os.devnull}", *map(str, room_modules())],
            opt_level="1",  # with g, a quarter less time to compile and 2% to 5% of the speed
            debug_level="0",
            multi_file=True,
            group_name=LIBRARY,
        )
    except (Exception, SystemExit) as error:  # mypyc exits where types don't hold
        print(f"the rooms run as Python: {error!r}")
        return []
    for extension in built:  # a warning of another compiler is no reason to run as Python
        flags = [flag for flag in extension.extra_compile_args if flag != "-Werror"]
        extension.extra_compile_args = [*flags, EXACT, HIDDEN] if "-g0" in flags else flags
    return built


class Build(build_ext):
    """Compile on all processors; the inner loops are optional, and so are the rooms: all of them or none."""

    def finalize_options(self) -> None:
        """Add the rooms where a wheel is built; what pip asks about the package before needs none."""
        if "bdist_wheel" in sys.argv:
            self.distribution.ext_modules = [*(self.distribution.ext_modules or []), *rooms()]
        for extension in self.distribution.ext_modules or []:
            extension.optional = True  # a failed build leaves its Python source to run
        super().finalize_options()
        self.parallel = os.cpu_count()

    def build_extensions(self) -> None:
        """Compile the files of an extension side by side, too."""
        compile_files = self.compiler.compile

        def compile_each(sources: list[str], *arguments: Any, **options: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                made = pool.map(lambda source: compile_files([source], *arguments, **options), sources)
                return [name for names in made for name in names]

        self.compiler.compile = compile_each
        super().build_extensions()
        loops = {*COMPILED, SHARED}
        for part in (loops, {extension.name for extension in self.extensions} - loops):
            paths = [Path(self.get_ext_fullpath(name)) for name in part]
            if not all(path.exists() for path in paths):  # what a module shares with others is needed to import it
                for path in paths:
                    path.unlink(missing_ok=True)


if __name__ == "__main__":
    setup(ext_modules=inner_loops(), cmdclass={"build_ext": Build})
