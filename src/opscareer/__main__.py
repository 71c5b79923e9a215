"""The one place where exceptions become messages and exit codes."""

import sys

from opscareer.cli.edge import run


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
