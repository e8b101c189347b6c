"""The command line comes in; the exit status goes out; ``--version`` is answered before much is loaded."""

import sys


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
