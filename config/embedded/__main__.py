"""`python -m config.embedded up|down`: the servers alone, for `make up` and `make down`."""

import argparse
import sys

from config import embedded


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m config.embedded", description=__doc__)
    parser.add_argument("action", choices=["up", "down"])
    action = parser.parse_args().action
    try:
        names = embedded.up() if action == "up" else embedded.down()
    except embedded.EmbeddedError as error:
        sys.exit(str(error))
    done = "Started" if action == "up" else "Stopped"
    print(f"{done} {' and '.join(names)}." if names else f"Nothing to do: already {action}.")


if __name__ == "__main__":
    main()
