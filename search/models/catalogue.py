"""What was counted of the catalogue, for the vocabulary that queries are read with."""

from __future__ import annotations

from django.db import models


class CatalogueChange(models.Model):
    """A part of the catalogue that has to be counted anew; written by triggers, in any number."""

    part = models.BigIntegerField(db_index=True)  # -1: names alone have changed

    class Meta:
        db_table = "search_cataloguechange"

    def __str__(self) -> str:
        return f"part {self.part}"


class CataloguePart(models.Model):
    """What was counted of the products of one range of ids, to tell what has changed since."""

    number = models.BigIntegerField(primary_key=True)
    counts = models.BinaryField()

    class Meta:
        db_table = "search_cataloguepart"

    def __str__(self) -> str:
        return f"part {self.number}"


class CatalogueCount(models.Model):
    """In how many products of a category something stands: the sum over all parts."""

    pk = models.CompositePrimaryKey("kind", "value", "category")
    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=400)
    category = models.BigIntegerField()  # 0: none, or it does not matter
    n = models.IntegerField()

    class Meta:
        db_table = "search_cataloguecount"

    def __str__(self) -> str:
        return f"{self.kind} {self.value}: {self.n}"


class CatalogueSummary(models.Model):
    """One row: all that a process needs to know of the catalogue to read a query."""

    version = models.BigIntegerField(default=0)  # of `content` and of the synonyms
    content = models.BinaryField(null=True)
    outdated = models.BooleanField(default=True)  # something was counted since
    published = models.DateTimeField(null=True)
    seconds = models.FloatField(default=0)  # that the last publishing took

    class Meta:
        db_table = "search_cataloguesummary"

    def __str__(self) -> str:
        return f"version {self.version}"
