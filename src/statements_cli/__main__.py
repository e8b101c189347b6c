"""Run the command line; ``--version`` is answered before much is loaded."""

import gc
import os
import sys

# Starting up and reading articles make many objects and next to no cycles: looking for those once, among
# all that a short run holds, takes three times as long as Python itself takes to start.
gc.set_threshold(200_000, 20, 20)


def main() -> None:
    """Run the command and end the process with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from statements_cli.version import VERSION

        try:
            os.write(1, f"statements {VERSION}\n".encode())
            return
        except OSError:  # a full disk, a closed stream: said below, as of any command
            pass
    try:
        signals = _interrupted_by_signals()
        from statements_cli.cli.app import main as run

        status = run()
        _end_by(signals)
    except KeyboardInterrupt:
        sys.exit(130)
    _end(status)


def _end(status: int) -> None:
    """End the process with all its output written, without freeing each object before.

    That would take two thirds of the time in which Python starts. Who traces or profiles has something to do at the
    end.
    """
    from contextlib import suppress

    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # said before, or there is nobody to say it to
            stream.flush()
    if sys.gettrace() is None and sys.getprofile() is None:
        os._exit(status)
    sys.exit(status)


def _interrupted_by_signals() -> list[int]:
    """Let what asks a process to end interrupt it as Ctrl-C does; return these signals.

    Only the first does: what then tidies up is not interrupted again. Signals that are ignored already, as by
    ``nohup``, stay so.
    """
    import signal

    process = os.getpid()
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    known = [getattr(signal, name) for name in names if hasattr(signal, name)]
    signals = [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]

    def interrupt(*_: object) -> None:
        if os.getpid() != process:  # one that was just forked from it, which has nothing to tidy up
            os._exit(1)
        for number in signals:
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in signals:
        signal.signal(number, interrupt)
    return signals


def _end_by(signals: list[int]) -> None:
    """Let signals end the process at once: all is done."""
    import signal

    for number in signals:
        signal.signal(number, signal.SIG_DFL)


if __name__ == "__main__":
    main()
