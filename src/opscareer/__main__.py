"""The one place where exceptions become messages and exit codes."""

import gc
import sys


def main() -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(100_000)  # a start makes much that stays: looking for garbage in it took a twentieth of the time
    from opscareer.cli.edge import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
