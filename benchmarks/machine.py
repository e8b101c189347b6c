"""Describe on what a figure was measured: versions and the kind of machine."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from statements_cli.version import VERSION


def measured_on() -> dict[str, str]:
    """What has to be named beside a figure."""
    return {
        "statements": VERSION,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "machine": f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        "compiled": "yes" if _compiled() else "no",
    }


def processor() -> str:
    """The processor's name as the system gives it, or its architecture."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _compiled() -> bool:
    from statements_cli.text import scan

    return not str(scan.__file__).endswith(".py")
