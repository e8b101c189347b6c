"""The command line comes in; the exit status goes out; ``--version`` is answered before much is loaded."""

import gc
import sys

# Starting up and reading articles make many objects and next to no cycles: looking for those as often
# as Python does by itself costs half as much as Python itself takes to start.
gc.set_threshold(50_000, 20, 20)


def main() -> None:
    """Run the command and end the process with its exit status."""
    if sys.argv[1:] == ["--version"]:
        from statements_cli.version import VERSION

        print(f"statements {VERSION}")
        return
    try:
        from statements_cli.cli.app import main as run

        status = run()
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
