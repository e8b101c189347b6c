"""Builds the inner loops as C extensions where a compiler is; without one the same files run as Python."""

from setuptools import Extension, setup

COMPILED = [
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


def extensions() -> list[Extension]:
    """The compiled modules, each optional: a failed build leaves its Python source to run."""
    try:
        from Cython.Build import cythonize
    except ImportError:
        return []
    built: list[Extension] = cythonize(
        [
            Extension(
                name,
                [f"src/{name.replace('.', '/')}.py"],
                # one rounding a step, on every processor: results are the same as Python's own
                extra_compile_args=["-O3", "-ffp-contract=off", "-g0"],
            )
            for name in COMPILED
        ],
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
    for extension in built:
        extension.optional = True  # here, for Cython drops it from the extensions it is given
    return built


setup(ext_modules=extensions())
