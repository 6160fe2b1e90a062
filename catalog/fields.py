"""SQL expressions of the generated columns: folding, full text, fingerprint, facts.

Generated columns need immutable functions, so accents are folded by `catalog_fold`, a SQL
function made in migration 0001 (the extension `unaccent` is neither immutable nor at hand
everywhere), and the text-search configuration is always a constant.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import MD5, Concat

# Language of a translation -> snowball configuration of Postgres; the rest is kept unstemmed.
CONFIGURATIONS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "sv": "swedish",
    "tr": "turkish",
}


def configuration_sql(config: str, language_column: str) -> str:
    """The `regconfig` for a fixed configuration, or picked by the row's own language column."""
    if config != "language":
        return f"'{config}'::regconfig"
    cases = " ".join(
        f"WHEN '{code}' THEN '{name}'::regconfig" for code, name in CONFIGURATIONS.items()
    )
    return f"CASE {language_column} {cases} ELSE 'simple'::regconfig END"


class Fold(Func):
    """Lower case without accents."""

    function = "catalog_fold"
    output_field = models.TextField()

    @staticmethod
    def fingerprint(*columns: str) -> MD5:
        """md5 of the columns, with a separator that no text contains."""
        parts: list[Any] = []
        for column in columns:
            parts += [F(column), Value("\x1f")]
        return MD5(Concat(*parts, output_field=models.TextField()))


class TextSearch(Func):
    """A weighted `tsvector` of folded columns: `TextSearch("english", A="title", C="keywords")`."""

    output_field: ClassVar[SearchVectorField] = SearchVectorField()
    parted = "catalog_fold"  # the function that makes of a text what full text reads

    def __init__(self, config: str, **weighted: str) -> None:
        self.config, self.weighted = config, weighted
        columns = [*weighted.values(), *(["language"] if config == "language" else [])]
        super().__init__(*(F(column) for column in columns))

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        columns = [compiler.compile(source) for source in self.get_source_expressions()]
        config = configuration_sql(self.config, columns[-1][0])
        parts = [
            f"setweight(to_tsvector({config}, {self.parted}({sql})), '{weight}')"
            for weight, (sql, _params) in zip(self.weighted, columns, strict=False)
        ]
        return f"({' || '.join(parts)})", []


class FullText(TextSearch):
    """The same, with scripts that put no spaces between words in bigrams (`catalog.bigrams`)."""

    parted = "catalog_terms"


class VariantFacts(Func):
    """The tokens of a variant: `VariantFacts("options", "color", "size")`."""

    function = "catalog_variant_facts"
    output_field: ClassVar[ArrayField] = ArrayField(models.TextField())
