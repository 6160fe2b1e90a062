"""What tells English from other languages: the weights of `search.encoders.language_guess`.

A logistic regression, learned from words of `wordfreq` (Speer 2022), which training alone needs, in
phrases as common as they are, from captions and from their translations. English counts more than
the others: a brand among English words is still English, and what is both is English.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from search.encoders.color_names import places
from search.encoders.language_guess import BUCKETS, VOTES, WORD, buckets, shares

LATIN = ("de", "es", "fr", "it", "nl", "pl", "pt", "tr")
ENGLISH, COMMON = 40_000, 25_000  # words of English, and of another language
PHRASES, ALONE, BRANDED = 6_000, 20_000, 12_000  # a language's phrases and lone words; captions
PHRASE_WORDS = 6  # words of a phrase
RARER = 6.0  # a word is not English where it is that much commoner elsewhere
DEAR = 4.0  # an English text taken for another counts as so many of the reverse
EPOCHS, BATCH, RATE, PENALTY = 6, 4096, 0.3, 2e-8


def language_weights(english: Sequence[str], foreign: Sequence[str], seed: int = 0) -> Tensor:
    """(BUCKETS,) from captions and from translations of them in Latin letters.

    Raises ValueError where `wordfreq` is missing, with a sentence for people.
    """
    random = np.random.default_rng(seed)
    frequency = {language: _frequencies(language) for language in ("en", *LATIN)}
    common = {language: _own_words(language, frequency) for language in LATIN}
    others = {word for own in common.values() for word in own}
    words = [word for word in list(frequency["en"])[:ENGLISH] if word not in others]
    no = [*english, *words, *_phrases(words, frequency["en"], 8 * PHRASES, random)]
    no += sorted({word for text in (*english, *places()) for word in WORD.findall(text.casefold())})
    no += _branded(english, sorted(others), random)
    usual = set(words[: ENGLISH // 2])
    yes = [text for text in foreign if _mostly_foreign(text, usual)]
    for language, own in common.items():
        yes += own[:ALONE]
        yes += _phrases(own, frequency[language], PHRASES, random)
    return _regression(yes, no, random)


def _frequencies(language: str) -> dict[str, float]:
    """Words of letters alone, the commonest first."""
    try:
        from wordfreq import get_frequency_dict
    except ImportError as error:
        raise ValueError(
            "To tell languages apart takes word lists for training: pip install wordfreq."
        ) from error
    known = get_frequency_dict(language)
    words = sorted((w for w in known if w.isalpha()), key=known.__getitem__, reverse=True)
    return {word: known[word] for word in words[: max(ENGLISH, COMMON)]}


def _own_words(language: str, frequency: dict[str, dict[str, float]]) -> list[str]:
    english, own = frequency["en"], frequency[language]
    return [w for w, often in list(own.items())[:COMMON] if english.get(w, 0) * RARER < often]


def _phrases(
    words: Sequence[str], frequency: dict[str, float], count: int, random: np.random.Generator
) -> Iterator[str]:
    """Of one to a few words, drawn by the root of how common they are."""
    chances = np.sqrt([frequency[word] for word in words])
    lengths = random.integers(1, PHRASE_WORDS + 1, count)
    drawn = iter(random.choice(len(words), lengths.sum(), p=chances / chances.sum()))
    for length in lengths:
        yield " ".join(words[next(drawn)] for _ in range(length))


def _branded(
    captions: Sequence[str], words: Sequence[str], random: np.random.Generator
) -> Iterator[str]:
    """English captions with a foreign word before them, two before a long one."""
    chosen = random.choice(len(captions), min(BRANDED, len(captions)), replace=False)
    names = iter(random.choice(len(words), 2 * len(chosen)))
    for row in chosen:
        length = len(captions[row].split())
        if length > 2:
            brand = [words[next(names)].capitalize() for _ in range(2 if length > 4 else 1)]
            yield " ".join([*brand, captions[row]])


def _mostly_foreign(text: str, english: set[str]) -> bool:
    words = WORD.findall(text.casefold())
    return 3 * sum(word in english for word in words) < len(words)


def _regression(yes: Sequence[str], no: Sequence[str], random: np.random.Generator) -> Tensor:
    votes = _Votes([*yes, *no])
    weights = nn.EmbeddingBag(BUCKETS, 1, mode="sum")
    nn.init.zeros_(weights.weight)
    bias = nn.Parameter(torch.zeros(()))
    optimiser = torch.optim.Adam([weights.weight, bias], lr=RATE)
    for epoch in range(EPOCHS):
        optimiser.param_groups[0]["lr"] = RATE * (1 - epoch / EPOCHS)
        order = random.permutation(len(votes.lengths))
        for rows in np.split(order, range(BATCH, len(order), BATCH)):
            foreign = torch.from_numpy(rows < len(yes)).float()
            cost = torch.where(foreign > 0, 1.0, DEAR)
            said = votes.of(rows, weights) + bias
            loss = functional.binary_cross_entropy_with_logits(said, foreign, weight=cost)
            loss = loss + PENALTY * weights.weight.square().sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    found = weights.weight.detach()[:, 0].clone()
    found[0] = bias.detach()
    return found


class _Votes:
    """Words of texts and n-grams of words, each distinct word cut up once."""

    def __init__(self, texts: Sequence[str]) -> None:
        split = [WORD.findall(text.casefold())[:VOTES] for text in texts]
        number: dict[str, int] = {}
        said = [number.setdefault(word, len(number)) for words in split for word in words]
        self.words = np.array(said)
        self.lengths, self.starts = _parted([len(words) for words in split])
        cut = [list(buckets(word)) for word in number]
        self.places = np.array([place for places in cut for place in places])
        self.shares = np.concatenate([shares(word) for word in number])
        self.cut_lengths, self.cut_starts = _parted([len(places) for places in cut])

    def of(self, rows: np.ndarray, weights: nn.EmbeddingBag) -> Tensor:
        """(n,) the mean vote of the words of each text."""
        at = _ranges(self.starts[rows], self.lengths[rows])
        distinct, back = np.unique(self.words[at], return_inverse=True)
        lengths = self.cut_lengths[distinct]
        cut = _ranges(self.cut_starts[distinct], lengths)
        places, counts = (torch.from_numpy(one[cut]) for one in (self.places, self.shares))
        offsets = np.concatenate([[0], lengths.cumsum()[:-1]])
        votes = weights(places, torch.from_numpy(offsets), per_sample_weights=counts)[:, 0]
        text = torch.from_numpy(np.repeat(np.arange(len(rows)), self.lengths[rows]))
        summed = torch.zeros(len(rows)).index_add(0, text, votes[torch.from_numpy(back)])
        return summed / torch.from_numpy(self.lengths[rows]).clamp(min=1)


def _parted(lengths: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Lengths of parts that stand one behind the other, and where each begins."""
    many = np.array(lengths)
    return many, many.cumsum() - many


def _ranges(starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """start, start + 1, ... of each part, one behind the other."""
    behind = lengths.cumsum() - lengths
    return np.repeat(starts - behind, lengths) + np.arange(lengths.sum())
