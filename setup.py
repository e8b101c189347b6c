"""Builds the inner loops as C extensions where a compiler is; without one the same files run as Python."""

from setuptools import Extension, setup

COMPILED = ["statements_cli.text.scan"]


def extensions() -> list[Extension]:
    """The compiled modules, each optional: a failed build leaves its Python source to run."""
    try:
        from Cython.Build import cythonize
    except ImportError:
        return []
    return cythonize(
        [
            Extension(
                name,
                [f"src/{name.replace('.', '/')}.py"],
                # one rounding a step, on every processor: results are the same as Python's own
                extra_compile_args=["-O2", "-ffp-contract=off"],
                optional=True,
            )
            for name in COMPILED
        ],
        language_level=3,
    )


setup(ext_modules=extensions())
