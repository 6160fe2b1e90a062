"""Judgements from a file into a set: queries, and the grades that people gave.

The file is that of `manage.py evaluate` (JSON lines), by itself or in a ZIP beside the photos that
it names. A photo may also be that of a product, by SKU. Of a photo in a file a small copy is kept,
and the vector that the live encoder makes of it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from PIL.Image import Image

from catalog.models import ProductImage, Variant
from catalog.zips import SPOILED, files_in, unpack
from search.encoders import EncoderError
from search.encoders.shopper_photos import encode_photo
from search.evaluation import JudgementError
from search.evaluation.judgements import best_grades, lines_of
from search.forms.filters import filters_of
from search.forms.photo import PHOTO_SIDE, PhotoError, open_photo
from search.models import MOST_QUERIES, EncoderVersion, JudgedQuery, Judgement, JudgementSet
from search.versions import live_encoder

FILE_BYTES = 40 * 1024 * 1024  # of a ZIP, unpacked
BEST = 3
QUALITY = 85  # of the copy of a photo, of 100
ROWS_AT_ONCE = 1_000
Line = Mapping[str, Any]
Photos = Mapping[str, bytes]


@dataclass(frozen=True)
class Read:
    queries: int
    grades: int
    unknown: tuple[str, ...]  # SKUs that are not in the catalogue; they were left out


def read_into(judgements: JudgementSet, content: bytes, name: str, judged_by: Any = None) -> Read:
    """Add the file's queries, and replace what people said of those that are there already.

    Raises JudgementError with a sentence, and then changes nothing.
    """
    text, photos = unpacked(content, name)
    lines = list(lines_of(text, name))
    check(lines, name, judgements)
    skus = {sku for _number, line in lines for sku in line["relevant"]}
    products = dict(Variant.objects.filter(sku__in=skus).values_list("sku", "product_id"))
    queries = [query_of(line, f"{name}, line {number}", photos) for number, line in lines]
    with transaction.atomic():
        known = keep(judgements, queries)
        grades = [
            Judgement(query_id=known[query.key], product_id=product, grade=grade,
                      judged_by=judged_by)
            for query, (_number, line) in zip(queries, lines, strict=True)
            for product, grade in best_grades(line["relevant"], products).items()
        ]  # fmt: skip
        grade_anew(list(known.values()), grades)
    return Read(len(known), len(grades), tuple(sorted(skus - set(products))))


def unpacked(content: bytes, name: str) -> tuple[str, Photos]:
    """The lines, and the photos by their names as the lines have them."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return decoded(content, name), {}
    try:
        return unzipped(content, name)
    except (OSError, *SPOILED) as error:
        raise JudgementError(
            _("%(file)s cannot be unpacked; it is damaged.") % {"file": name}
        ) from error


def unzipped(content: bytes, name: str) -> tuple[str, Photos]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = files_in(archive)
        if sum(entry.file_size for entry in entries) > FILE_BYTES:
            raise too_large(name)
        lists = [entry for entry in entries if entry.filename.endswith(".jsonl")]
        if len(lists) != 1:
            raise JudgementError(
                _("%(name)s has to have one file that ends in .jsonl, and has %(count)d.")
                % {"name": name, "count": len(lists)}
            )
        left, contents = FILE_BYTES, {}
        for entry in entries:
            inside = unpack(archive, entry, left)
            if inside is None:
                raise too_large(name)
            left -= len(inside)
            contents[entry.filename] = inside
        text = decoded(contents.pop(lists[0].filename), name)
        folder = lists[0].filename.rpartition("/")[0]
        folder = f"{folder}/" if folder else ""
        return text, {each.removeprefix(folder): content for each, content in contents.items()}


def too_large(name: str) -> JudgementError:
    return JudgementError(_("What is in %(name)s is too large.") % {"name": name})


def decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JudgementError(_("%(name)s is no text in UTF-8.") % {"name": name}) from error


def check(lines: Sequence[tuple[int, Line]], name: str, judgements: JudgementSet) -> None:
    """That there is something, not too much, and that grades and filters are known."""
    if not lines:
        raise JudgementError(_("There is no judgement in %(name)s.") % {"name": name})
    if judgements.queries.count() + len(lines) > MOST_QUERIES:
        raise JudgementError(
            _("A set holds at most %(most)d queries. Make several sets.") % {"most": MOST_QUERIES}
        )
    for number, line in lines:
        where = f"{name}, line {number}"
        if worst := [sku for sku, grade in line["relevant"].items() if grade > BEST]:
            raise JudgementError(
                _("%(where)s: the grade of %(sku)s is above 3.") % {"where": where, "sku": worst[0]}
            )
        if len(line["query"].get("text", "")) > 500 or len(line.get("kind", "")) > 60:
            raise JudgementError(_("%(where)s: this is too long.") % {"where": where})
        try:
            filters_of(line.get("filters", {}))
        except ValueError as error:
            raise JudgementError(f"{where}: {error}") from error


def query_of(line: Line, where: str, photos: Photos) -> JudgedQuery:
    """Not saved yet, and of no set."""
    query = JudgedQuery(
        text=line["query"].get("text", "").strip(),
        language=line.get("language", "")[:10],
        kind=line.get("kind", ""),
        filters=line.get("filters", {}),
    )
    if name := line["query"].get("photo"):
        add_photo(query, name, where, photos)
    query.key = query.named()
    return query


def add_photo(query: JudgedQuery, name: str, where: str, photos: Photos) -> None:
    query.photo_name = name[:200]
    if name in photos:
        photo = opened(photos[name], where)
        query.encoder, query.vector = encoded(photo, where)
        query.picture = copied(photo)
        return
    found = ProductImage.objects.filter(product__variants__sku=name)
    query.photo = found.order_by("position", "pk").first()
    if query.photo is None:
        raise JudgementError(
            _(
                "%(where)s: there is no photo %(name)s. Put it beside the judgements in a ZIP, or "
                "name the SKU of a product that has one."
            )
            % {"where": where, "name": name}
        )


def opened(photo: bytes, where: str) -> Image:
    try:
        return open_photo(io.BytesIO(photo))
    except PhotoError as error:
        raise JudgementError(f"{where}: {error}") from error


def encoded(photo: Image, where: str) -> tuple[EncoderVersion, Any]:
    try:
        version, encoder = live_encoder()
        return version, encode_photo(photo, encoder)
    except EncoderError as error:
        raise JudgementError(f"{where}: {error}") from error


def copied(photo: Image) -> bytes:
    """WebP of at most PHOTO_SIDE pixels, for whoever grades and for other encoders."""
    small, file = photo.copy(), io.BytesIO()
    small.thumbnail((PHOTO_SIDE, PHOTO_SIDE))
    small.save(file, "WEBP", quality=QUALITY)
    return file.getvalue()


def keep(judgements: JudgementSet, queries: Sequence[JudgedQuery]) -> dict[str, int]:
    """Key to number of the queries, of which those that are new are added."""
    for query in queries:
        query.judgements = judgements
    by_key = {query.key: query for query in queries}
    JudgedQuery.objects.bulk_create(by_key.values(), ROWS_AT_ONCE, ignore_conflicts=True)
    kept = judgements.queries.filter(key__in=by_key)
    return dict(kept.values_list("key", "pk"))


def grade_anew(queries: Sequence[int], grades: Sequence[Judgement]) -> None:
    """A query that stands twice in the file has the grades of both; the latter wins."""
    Judgement.objects.filter(query__in=queries, by=Judgement.By.PEOPLE).delete()
    latest = {(each.query_id, each.product_id): each for each in grades}
    Judgement.objects.bulk_create(latest.values(), ROWS_AT_ONCE)
