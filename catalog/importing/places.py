"""The categories and brands that rows name: made where they are missing, looked up once."""

from __future__ import annotations

from catalog.models import Brand, Category

REMEMBERED = 50_000  # names; a file with more of them is looked up again, in flat memory


class Places:
    """Ids by name. "zbags" and "ZBAGS" are one, spelt as it came first."""

    def __init__(self) -> None:
        self.categories: dict[str, int | None] = {}
        self.brands: dict[str, int | None] = {}

    def category(self, path: str) -> int | None:
        if not path:
            return None
        folded = path.lower()
        if folded not in self.categories:
            self.categories[folded] = Category.objects.at_path(path).pk
        return self.categories[folded]

    def brand(self, name: str) -> int | None:
        if not name:
            return None
        folded = name.lower()
        if folded not in self.brands:
            if len(self.brands) > REMEMBERED:
                self.brands.clear()
            alike = Brand.objects.filter(name__iexact=name).order_by("pk").first()
            self.brands[folded] = (alike or Brand.objects.get_or_create(name=name)[0]).pk
        return self.brands[folded]
