"""Phrases in fifteen languages that are not English, from which the gate learns who can read them.

They come from `wordfreq` (Speer 2022), a package that training alone needs.
"""

from __future__ import annotations

import numpy as np

LANGUAGES = ["ar", "zh", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr"]
COMMON, ENGLISH = 6000, 30000  # words of a language, and of English that it may not share
LONGEST = 4  # words of a phrase


def foreign_phrases(count: int, seed: int = 0) -> list[str]:
    """`count` phrases of one to four common words, as many from each language.

    Raises ValueError where the package is missing, with a sentence for people.
    """
    try:
        from wordfreq import top_n_list
    except ImportError as error:
        raise ValueError(
            "Training a text side for sixteen languages needs word lists: pip install wordfreq."
        ) from error
    random = np.random.default_rng(seed)
    english = set(top_n_list("en", ENGLISH))
    found: list[str] = []
    for language in LANGUAGES:
        words = [word for word in top_n_list(language, COMMON) if word not in english]
        joint = "" if language in ("zh", "ja") else " "
        for _ in range(count // len(LANGUAGES)):
            found.append(joint.join(random.choice(words, random.integers(1, LONGEST + 1))))
    return found
