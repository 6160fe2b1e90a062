"""From options to a folder: an encoder that hears English learns fifteen languages more."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import torch

from search.encoders.configuration import VitrineConfig
from search.encoders.dual_encoder import VitrineDualEncoder
from search.encoders.multilingual import load_multilingual, multilingual_tokenizer
from search.encoders.reader import Reader

from .captions import CAPTION_TOKENS, TextVectors, cached
from .dictionaries import Translation, emoji_names, from_dictionary
from .folder import save_encoder
from .initialise import open_start
from .language_table import LATIN, language_weights
from .languages import Parallel, english_places, learn, with_multilingual, worth
from .loop import Progress
from .pairs import Pair, captions
from .phrases import lexicon_words, phrases
from .recipe import Languages, Recipe
from .thesaurus import Thesaurus

TEXTS_AT_ONCE = 128
Hears = Callable[[Sequence[str], Callable[[int], None]], np.ndarray]  # of n texts, n rows


@dataclass(frozen=True)
class LanguageOrder:
    """What to teach: `start` is an encoder of ours, `out` the folder to be made.

    Of `pairs` the captions are read, no picture is. `dictionaries` are FreeDict's, `emoji` a folder
    of CLDR annotations; `work` keeps what the English tower says.
    """

    pairs: Sequence[Pair]
    dictionaries: Sequence[Path]
    emoji: Path | None
    start: str | Path
    out: Path
    work: Path
    recipe: Languages
    threads: int = 0


def add_languages(order: LanguageOrder, report: Callable[[Progress], None]) -> None:
    """Make the encoder folder `order.out`. Raises ValueError with a sentence for people."""
    if order.threads:
        torch.set_num_threads(order.threads)
    order.work.mkdir(parents=True, exist_ok=True)
    model = with_multilingual(open_start(order.start, Recipe()))
    english = english_texts(order)
    taught = translations(order, english)
    latin = [one.text for one in taught if one.language in LATIN]
    model.language_weights.copy_(language_weights(english, latin))
    data = hear(model, english, taught, order, report)
    learn(model, data, order.recipe, lambda *done: report(Progress("head", *done)))
    text = f"# {order.out.name}\n\nMade by `train_encoder --multilingual` from {order.start}.\n"
    save_encoder(model, order.out, _side(Path(order.start)), text)


def _side(folder: Path) -> int:
    """Pixels a side that the encoder looks at."""
    said = json.loads((folder / "preprocessor_config.json").read_text(encoding="utf-8"))
    return int(said["size"]["height"])


def english_texts(order: LanguageOrder) -> list[str]:
    """Captions of the pairs that may be trained on, `order.recipe.captions` of them."""
    pairs = [pair for pair in order.pairs if pair.split == "train"]
    taken = {
        pair.fields[role] for pair in pairs for role in ("kind", "colour") if role in pair.fields
    }
    thesaurus = Thesaurus(taken)
    texts = sorted({text for pair in pairs for text, _weight in captions(pair.fields, thesaurus)})
    if not texts:
        raise ValueError("There is nothing to learn from: no caption in the manifests.")
    most = min(order.recipe.captions, len(texts))
    return random.Random(order.recipe.seed).sample(texts, most)


def translations(order: LanguageOrder, english: Sequence[str]) -> list[Translation]:
    """Words of dictionaries and lexicons, at most so many a language, and phrases made of them."""
    known = {word for text in english for word in re.findall(r"[a-z][a-z'-]+", text.lower())}
    words = [one for path in order.dictionaries for one in from_dictionary(path, known)]
    words += emoji_names(order.emoji) if order.emoji else []
    words += lexicon_words()
    nouns = {pair.fields["kind"].lower() for pair in order.pairs if "kind" in pair.fields}
    nouns |= {name for noun in nouns for name in Thesaurus().kinds(noun)}
    made = phrases(words, sorted(nouns), english, order.recipe.phrases)
    return [*_fewer(words, order.recipe), *made]


def _fewer(words: Sequence[Translation], recipe: Languages) -> Iterator[Translation]:
    """The surest of each language: German dictionaries are thirty times the Italian ones."""
    pick, count = random.Random(recipe.seed), dict[str, int]()
    for one in sorted(words, key=lambda one: one.weight * (0.5 + pick.random()), reverse=True):
        count[one.language] = count.get(one.language, 0) + 1
        if count[one.language] <= recipe.words:
            yield one


def hear(
    model: VitrineDualEncoder,
    english: Sequence[str],
    taught: Sequence[Translation],
    order: LanguageOrder,
    report: Callable[[Progress], None],
) -> Parallel:
    """English texts as their own translations, and the translations."""

    def hear_all(name: str, tower: Hears, texts: list[str]) -> torch.Tensor:
        def new(some: list[str]) -> np.ndarray:
            return tower(some, lambda done: report(Progress(name, done, len(some))))

        return torch.from_numpy(cached(order.work / f"{name}.npz", new, texts))

    texts = list(dict.fromkeys([*english, *(one.english for one in taught)]))
    foreign = list(dict.fromkeys(one.text for one in taught))
    config = cast(VitrineConfig, model.config)
    said = hear_all("english", TextVectors(config), texts)
    both = hear_all("multilingual", MultilingualVectors(config), [*texts, *foreign])
    place, other = ({text: row for row, text in enumerate(some)} for some in (texts, foreign))
    rows = torch.tensor([place[one.english] for one in taught])
    own, others = both[: len(texts)], both[len(texts) :][[other[one.text] for one in taught]]
    weights = worth(others, own[rows], torch.tensor([one.weight for one in taught]))
    alone = torch.full((len(texts),), order.recipe.english * float(weights.sum()) / len(texts))
    return Parallel(
        torch.cat([others, own]),
        english_places(model, said),
        torch.cat([rows, torch.arange(len(texts))]),
        torch.cat([weights, alone]),
    )


class MultilingualVectors:
    """What the multilingual tower says, its products in bfloat16."""

    def __init__(self, config: VitrineConfig) -> None:
        package = config.multilingual_package, config.multilingual_sha256
        self.tower = load_multilingual(*package)
        self.reader = Reader(multilingual_tokenizer(*package), CAPTION_TOKENS)

    @torch.inference_mode()
    def __call__(self, texts: Sequence[str], progress: Callable[[int], None]) -> np.ndarray:
        """(n, width) float32, unit rows; texts of like length share a batch."""
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        vectors = np.empty((len(texts), self.tower.dense.out_features), np.float32)
        for start in range(0, len(order), TEXTS_AT_ONCE):
            rows = order[start : start + TEXTS_AT_ONCE]
            fed = self.reader.feed(self.reader.read([texts[row] for row in rows]))
            ids, mask = map(torch.from_numpy, fed.values())
            with torch.autocast("cpu", dtype=torch.bfloat16):
                vectors[rows] = self.tower(ids, mask).float().numpy()
            progress(min(start + TEXTS_AT_ONCE, len(order)))
        return vectors
