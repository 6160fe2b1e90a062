"""The sample shop, indexed, in a state of its own.

    python -m benchmarks.data.sample_shop STATES

For benchmarks that ask whatever shop is configured.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.scratch import shop


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    with shop("sample", Path(), parser.parse_args().states) as made:
        print(f"{len(made.rows)} products")


if __name__ == "__main__":
    main()
