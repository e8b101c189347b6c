"""What steps find is imported when it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import statements_cli.model


def test_other_names() -> None:
    """What the model doesn't have is named."""
    with pytest.raises(AttributeError, match="'Attributions'"):
        _ = statements_cli.model.Attributions


def test_values_alone() -> None:
    """Statements and articles come without what only parsing needs, which comes when it is asked for."""
    code = (
        "import sys; from statements_cli.model import Statement; print('statements_cli.model.step_results' in sys.modules);"
        "from statements_cli.model import Chain; print('statements_cli.model.step_results' in sys.modules)"
    )
    assert (
        "False\nTrue\n"
        == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    )


def test_all_are_there() -> None:
    """Whatever the model names can be imported from it."""
    assert all(getattr(statements_cli.model, name) is not None for name in statements_cli.model.__all__)
