"""The learner's source in; its compiled module beside it out."""

from __future__ import annotations

from pathlib import Path


def build_learner() -> None:
    """Compile ``crf.pyx`` where it has changed; needs Cython and a C compiler."""
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    folder = Path(__file__).parent
    # -O3 without fast-math: the same bytes on every run
    extension = Extension("training.crf", [str(folder / "crf.pyx")], extra_compile_args=["-O3", "-fno-math-errno"])
    modules = cythonize([extension], quiet=True)  # type: ignore[no-untyped-call]
    command = build_ext(Distribution({"ext_modules": modules}))
    command.inplace = True
    command.ensure_finalized()
    command.run()
