"""Titles in the shop's other languages, from the same parameters as the English ones."""

from . import french, german

LANGUAGES = {"de": german, "fr": french}
