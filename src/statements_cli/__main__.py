"""Run the command line; ``--version`` is answered before much is loaded."""

import gc
import sys

# Starting up and reading articles make many objects and next to no cycles: looking for those once, among
# all that a short run holds, takes three times as long as Python itself takes to start.
gc.set_threshold(200_000, 20, 20)


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
    gc.freeze()  # nor need cycles be looked for when all is thrown away
    sys.exit(status)


if __name__ == "__main__":
    main()
