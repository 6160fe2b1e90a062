"""Does a photo show the colour that somebody says it does? Learnt on the shop itself.

Asked of a photo are its pixels (`search.encoders.colors_seen`): what do photos show of which this
shop says that colour? ("Natural" and "gold" have no place in colour space, but photos.) Then the
encoder: is the word for this colour nearer to the photo than those for all others, each compared
with how near it is to any photo? And the photos that look alike: which colour do they say? What the
answers are worth is learnt from the colours that the shop says, against others of its colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from search.audit.color_words import keys_of
from search.audit.kin import colors_of
from search.audit.neighbours import Neighbour, nearest
from search.audit.piece import Photo, Vector
from search.audit.plausibility import Floats, Plausibility, learn
from search.audit.shop import Shop
from search.retrieval.embeddings.tables import Table

KIN = 20  # photos that look alike
SHARP = 10.0  # how much more the nearest of them count
SMOOTH = 3.0  # photos that a colour has to be seen on before the shop's own count weighs more
RAREST = 3  # photos of the sample that say a colour, for it to be one that others compare with

Keys = frozenset[str]  # see `color_words.keys_of`


class Claim(NamedTuple):
    photo: Photo
    keys: Keys  # it shows one of these


class Word(NamedTuple):
    """How near the word for a colour is to a photo, beside how near it is to any."""

    vector: Vector
    mean: float
    deviation: float

    def nearness(self, photo: Vector) -> float:
        return (float(self.vector @ photo) - self.mean) / self.deviation


class ColorModel:
    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.photos = list(shop.sample.photos.values())
        said = colors_of(shop.sample.photos)
        self.said = {pk: keys_of(color) for pk, color in said.items() if keys_of(color)}
        self.spelt = Counter(color for pk, color in said.items() if pk in self.said)
        self.count = Counter(key for keys in self.said.values() for key in keys)
        self.shown = Counter(color for photo in self.photos for color in photo.colors)
        self.together = Counter(
            (key, color)
            for photo in self.photos
            for key in self.said.get(photo.image.pk, ())
            for color in photo.colors
        )
        self._words: dict[str, Word] = {}
        self.judge = self.learnt()

    @cached_property
    def colors(self) -> list[str]:
        """The colours of this shop."""
        return sorted(key for key, n in self.count.items() if n >= RAREST)

    def spelling(self, key: str) -> str:
        """How the shop writes it: "Navy" for navy, where it says so most often."""
        alone = {color: n for color, n in self.spelt.items() if keys_of(color) == {key}}
        either = alone or {color: n for color, n in self.spelt.items() if key in keys_of(color)}
        return max(either, key=lambda color: (either[color], color)) if either else key

    def odds(self, claims: Sequence[Claim]) -> Floats:
        """(n,) see `Plausibility.odds`; nan where this shop says too few colours to learn any."""
        if self.judge is None or not claims:
            return np.full(len(claims), np.nan)
        return self.judge.odds(self.features(claims))

    def best(self, photos: Sequence[Photo]) -> tuple[str, float]:
        """The colour that the photos of one thing show, and how sure that is, 0 to 1."""
        claims = [Claim(photo, frozenset({key})) for key in self.colors for photo in photos]
        odds = self.odds(claims).reshape(len(self.colors), len(photos)).mean(1)
        if not len(photos) or not odds.size or np.isnan(odds).any():
            return "", 0.0
        shares = np.exp(odds - odds.max())
        return self.colors[int(odds.argmax())], float(shares.max() / shares.sum())

    def learnt(self) -> Plausibility | None:
        """Each photo with its own colours, and with those of another that has none of them."""
        chance, own, others = self.shop.chance(), [], []
        told = [photo for photo in self.photos if photo.image.pk in self.said]
        for photo in told:
            keys = self.said[photo.image.pk]
            own.append(Claim(photo, keys))
            other = self.said[told[chance.integers(len(told))].image.pk]
            if not other & keys:
                others.append(Claim(photo, other))
        if not own or not others:
            return None
        return learn(self.features(own), self.features(others))

    def features(self, claims: Sequence[Claim]) -> Floats:
        """(n, 3): by pixels, by the encoder, by the photos that look alike."""
        self.learn_words({key for claim in claims for key in claim.keys})
        asked = {claim.photo.image.pk: claim.photo for claim in claims}
        kin = self.kin(asked)
        said = {
            pk: keys_of(color)
            for pk, color in colors_of(
                near.key for nearby in kin.values() for near in nearby
            ).items()
        }
        nearness = {
            pk: {key: word.nearness(photo.vector) for key, word in self._words.items()}
            for pk, photo in asked.items()
        }
        rows = [
            (
                self.by_pixels(claim),
                self.by_encoder(claim, nearness[claim.photo.image.pk]),
                self.by_kin(claim, kin.get(claim.photo.image.pk, []), said),
            )
            for claim in claims
        ]
        return np.array(rows, float).reshape(len(claims), 3)

    def by_pixels(self, claim: Claim) -> float:
        """How much more often than others photos of that colour show what this one shows."""
        known = self.said.get(claim.photo.image.pk, frozenset())
        lifts = [
            self.lift(key, color, itself=key in known)
            for key in claim.keys
            for color in claim.photo.colors
        ]
        return max(lifts) if lifts else float("nan")

    def lift(self, key: str, color: str, itself: bool) -> float:
        """`itself`: the photo that is asked about is among those counted, and does not count."""
        base = (self.shown[color] + 1) / (len(self.photos) + 1)
        seen, said = self.together[key, color] - itself, self.count[key] - itself
        return float(np.log((seen + SMOOTH * base) / (said + SMOOTH) / base))

    def by_encoder(self, claim: Claim, nearness: dict[str, float]) -> float:
        rivals = [nearness[key] for key in self.colors if key not in claim.keys]
        return max(nearness[key] for key in claim.keys) - max(rivals, default=float("nan"))

    def by_kin(self, claim: Claim, kin: Sequence[Neighbour], said: dict[int, Keys]) -> float:
        """The share of those alike that say this colour over that of all photos, as a logarithm."""
        told = [(near.cosine, said[near.key]) for near in kin if said.get(near.key)]
        if not told:
            return float("nan")
        weights = np.exp(SHARP * (np.array([cosine for cosine, _keys in told]) - told[0][0]))
        agree = np.array([bool(keys & claim.keys) for _cosine, keys in told])
        base = (sum(self.count[key] for key in claim.keys) + 1) / (len(self.said) + 1)
        share = (weights[agree].sum() + base / 2) / (weights.sum() + 0.5)
        return float(np.log(share / base))

    def kin(self, photos: dict[int, Photo]) -> dict[int, list[Neighbour]]:
        found = nearest(Table(self.shop.version, photos=True), photos, KIN + 6)
        return {
            pk: [near for near in nearby if near.product != photos[pk].product.pk][:KIN]
            for pk, nearby in found.items()
        }

    def learn_words(self, keys: set[str]) -> None:
        """Encode the words that are new; each is measured against the photos of the sample."""
        new = sorted((keys | set(self.colors)) - set(self._words))
        if not new:
            return
        photos = np.stack([photo.vector for photo in self.photos])
        for key, vector in zip(new, self.shop.encoder.encode_texts(new), strict=True):
            cosines = photos @ vector
            self._words[key] = Word(vector, float(cosines.mean()), float(cosines.std()) + 1e-6)
