"""What the chips of a page say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django import template
from django.utils.translation import gettext as _

from catalog.models import PATH_SEPARATOR
from catalog.templatetags.wording import worded
from search.query import Entity
from search.templatetags.search import label
from search.understanding import vocabulary

register = template.Library()


@register.filter
def told_apart(chips: Sequence[Entity]) -> list[tuple[Entity, str]]:
    """Return each chip with its label; of categories of the same name, each with its whole path.

    A shop with "Shoes" and "Apparel > Shoes" has both where somebody asks for shoes.
    """
    named = Counter(chip.label for chip in chips if chip.kind == "category")
    shared = {label for label, chips_so_called in named.items() if chips_so_called > 1}
    paths = {each.url_path: each.path for each in vocabulary().stats.categories} if shared else {}
    return [
        (
            chip,
            spelt(paths.get(chip.value, chip.label)) if chip.label in shared else called(chip),
        )
        for chip in chips
    ]


def called(chip: Entity) -> str:
    label = str(worded(chip.label))
    return _("preferably %(what)s") % {"what": label} if chip.preferred else label


def spelt(path: str) -> str:
    return PATH_SEPARATOR.join(map(worded, path.split(PATH_SEPARATOR)))


@register.filter
def off_label(key: str) -> str:
    """Return what an entity that is switched off was about: "color:blue" -> "Colour blue"."""
    kind, _colon, value = key.partition(":")
    if kind == "category":
        value = next((c.name for c in vocabulary().stats.categories if c.url_path == value), value)
    return f"{label(kind)} {worded(value.replace(':', ': '))}".strip()
