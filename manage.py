#!/usr/bin/env python
"""Django's command line. With no server configured it brings its own up first."""

import os
import sys

NEEDS_NO_DATABASE = {
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "export_encoder",
    "findstatic",
    "help",
    "makemessages",
    "spectacular",
    "startapp",
    "version",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["VITRINE_ROLE"] = "command"
    try:
        from django.core.management import execute_from_command_line
    except ImportError as error:
        sys.exit(
            f"Django is not installed here ({error}). Run `make setup`, then use .venv/bin/python."
        )
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    asks_for_help = command.startswith("-") or "--help" in sys.argv or "-h" in sys.argv
    if command not in NEEDS_NO_DATABASE and not asks_for_help:
        from config import embedded

        try:
            new = embedded.is_new()
            started = embedded.up()
        except embedded.EmbeddedError as error:
            sys.exit(str(error))
        if new and "Postgres" in started:
            make_tables()
    execute_from_command_line(sys.argv)


def make_tables() -> None:
    """The first command in an empty state folder finds tables, so that an import may be it."""
    import django

    django.setup()
    from config.prepare import migrate

    migrate()


if __name__ == "__main__":
    main()
