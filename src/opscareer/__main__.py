"""The one place where exceptions become messages and exit codes."""

import gc
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(100_000)  # a start makes much that stays: looking for garbage in it took a twentieth of the time
    try:
        from opscareer.cli.starting import leave_at_once, stop_in_order

        leave_at_once()
        try:
            from opscareer.cli.edge import run

            code = run(sys.argv[1:])
        finally:
            stop_in_order()
    except KeyboardInterrupt:  # before there is anything that could say so
        code = INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()
