"""Alt texts that tell nobody what a photo shows."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from catalog.folding import fold

FILE = re.compile(r"\S+\.(?:jpe?g|png|webp|gif|avif|heic|tiff?|bmp|svg)", re.IGNORECASE)
CAMERA = re.compile(r"(?:img|dsc[nf]?|pxl|mvi|image|photo|pic|picture|foto|bild|p)[-_ ]?\d{2,}\w*")
CODE = re.compile(r"(?=\S*\d)[\w\-.]*[\d_\-][\w\-.]*")  # one word with digits: an id, a hash
# Words for a picture or a product, in the languages of the shop's texts, and what goes with them.
NOTHINGS = """
    image images photo photos picture pictures pic img product products main front back default
    placeholder thumbnail untitled alt text none null na no of the a an my item detail view preview
    bild bilder foto fotos produkt produkte produktbild produktfoto artikel artikelbild vorschau
    ohne titel produit photographie vignette sans titre du de la le imagen fotografia producto vista
    sin titulo imagem produto sem immagine prodotto senza titolo afbeelding afbeeldingen zonder
    titel zdjecie obraz produktu grafika brak
"""
SAYING_NOTHING = frozenset(NOTHINGS.split())


def useless(alt: str, title: str, sku: str = "") -> str:
    """Why an alt text is of no use: missing, file, generic or title; "" where it is of some."""
    said = fold(alt).strip(" .,:;-–\"'")
    if not said:
        return "missing"
    if FILE.fullmatch(alt.strip()) or CAMERA.fullmatch(said) or said == fold(sku):
        return "file"
    if CODE.fullmatch(said) and fold(PurePosixPath(said).stem) != fold(title):
        return "file"
    if all(word in SAYING_NOTHING or word.isdigit() for word in re.findall(r"\w+", said)):
        return "generic"
    return "title" if said == fold(title).strip(" .,:;-–\"'") else ""
