"""Titles in the shop's other languages, from the same parameters as the English ones."""

from . import french, german, spanish

LANGUAGES = {"de": german, "fr": french, "es": spanish}
