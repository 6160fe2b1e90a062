"""Which text tower hears a text: English stays with the English one, whatever brands are in it."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
from django.conf import settings

from search.encoders import get_encoder
from search.encoders.language_guess import by_tower, is_foreign
from search.encoders.onnx_encoder import OnnxEncoder

pytestmark = pytest.mark.slow

SHOP = settings.BASE_DIR / "sample_shop"
ENGLISH = """red shoes|crimson anorak|chronometer|pantaloons|knapsack|denim saree|silk kurta|chinos
Villeroy & Boch coffee mug|Hermès silk scarf|Fjällräven backpack, forest green|casserole with lid
Bialetti Moka Express 6 cup|Dr. Martens 1460|SKU-4711/B 500 ml|iPhone 15 Pro case|Levi's 501 W32 L34
size 42 sandals under 80|gift for a runner|something to drink tea from|without stripes|XXL
lamp for reading in bed|no polyester please|I want it in celadon|?||Adidas Gazelle|croissant tray
""".replace("\n", "|").split("|")
FOREIGN = (
    """zapatos rojos talla 40|taza de té|Lampe zum Lesen|etwas, worin man Blumen stellt|rote Schuhe
chaussures de course pour femme|scarpe da ginnastica bianche|hardloopschoenen voor heren
buty do biegania|sapatilhas de corrida|koşu ayakkabısı|красные туфли 42
赤い靴|빨간 신발|รองเท้าสีแดง|红色的鞋子|أحذية حمراء
Nike Herren Laufschuhe schwarz|Wasserkocher|Handtasche aus Leder|vestido de verano|cuscino di lino
""".strip()
    .replace("\n", "|")
    .split("|")
)


@pytest.fixture(scope="module")
def shipped() -> OnnxEncoder:
    encoder = get_encoder(str(settings.BASE_DIR / "search" / "default_encoder"))
    assert isinstance(encoder, OnnxEncoder)
    return encoder


def foreign(encoder: OnnxEncoder, texts: list[str]) -> list[str]:
    assert encoder.languages is not None
    heard = is_foreign(texts, encoder.languages)
    return [text for text, other in zip(texts, heard, strict=True) if other]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_heard_by_the_english_tower(shipped: OnnxEncoder, text: str) -> None:
    assert foreign(shipped, [text]) == []


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages_are_heard_by_the_other(shipped: OnnxEncoder, text: str) -> None:
    assert foreign(shipped, [text]) == [text]


def test_no_text_of_a_shop_in_english_is_taken_for_another_language(shipped: OnnxEncoder) -> None:
    with (SHOP / "catalogue.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    texts = [row[field] for row in rows for field in ("title", "description")]
    judged = (SHOP / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    texts += [json.loads(line)["query"]["text"] for line in judged]
    assert foreign(shipped, texts) == []


def test_a_text_is_heard_the_same_alone_and_among_others(shipped: OnnxEncoder) -> None:
    texts = ["red shoes", "rote Schuhe", "blue vase", "赤い靴"]
    together = shipped.encode_texts(texts)
    alone = np.concatenate([shipped.encode_texts([text]) for text in texts])
    assert (together * alone).sum(1).min() > 0.999


def test_a_tower_that_hears_nothing_is_not_asked() -> None:
    def never(texts: object) -> np.ndarray:
        raise AssertionError(texts)

    weights = np.zeros(1 << 16, np.float32)
    assert by_tower(["red"], weights, lambda some: np.ones((len(some), 1)), never).shape == (1, 1)
    assert by_tower(["赤い"], weights, never, lambda some: np.ones((len(some), 1))).shape == (1, 1)
