"""What the home page offers to try: photos picked by eye, and a few good questions."""

from __future__ import annotations

SHOWCASE_PHOTOS = {
    "shopper-003.webp": "yellow rain boots beside another pair",
    "shopper-130.webp": "a yellow teapot on a table",
    "shopper-109.webp": "a beige two-seat sofa on a wooden floor",
    "shopper-148.webp": "teal headphones among other things on a bed",
    "shopper-094.webp": "a red skirt with white dots, cut off at the edge",
    "shopper-102.webp": "a pink suitcase in a hallway",
}
SHOWCASE_QUERIES = {
    "en": [
        "red sneakers size 42 under 80",
        "something to drink tea from",
        "sofa for a small flat",
        "floral summer dress",
        "gift for a runner",
        "lamp for my homework",
        "striped T-shirt",
        "keep dry in the rain",
    ],
    "de": [
        "rote Sneaker Größe 42 unter 80",
        "Rucksack marineblau",
        "geblümtes Sommerkleid",
        "Teekanne aus Gusseisen",
        "Stiefel, nicht schwarz",
        "Tischlampe aus Keramik",
    ],
    "fr": [
        "baskets rouges taille 42 moins de 80",
        "canapé en cuir noir",
        "robe d’été à fleurs",
        "théière en fonte",
        "t-shirt rayé",
        "sac à dos bleu marine",
    ],
    "es": [
        "zapatillas rojas talla 42 por menos de 80",
        "sofá de cuero negro",
        "vestido de verano de flores",
        "tetera de hierro fundido",
        "camiseta de rayas",
        "mochila azul marino",
    ],
}
