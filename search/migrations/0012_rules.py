"""Rules of the shop's people, their earlier states, and the number of the present one."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0027_number_keys"),
        ("vitrine_search", "0011_api_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="Rule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("pin", "pin: show these products at a place"),
                            ("hide", "hide: do not show these products"),
                            ("boost", "boost: lift these products"),
                            ("bury", "bury: lower these products"),
                            ("banner", "banner: say something above the results"),
                            ("redirect", "redirect: lead to another page"),
                            ("synonym", "synonym: words that mean the same"),
                        ],
                        max_length=10,
                        verbose_name="what it does",
                    ),
                ),
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("query", "the query is exactly"),
                            ("words", "the query has the words"),
                            ("category", "this category is asked for"),
                            ("filter", "this filter is chosen"),
                            ("photo", "a photo looks like these products"),
                            ("always", "always"),
                        ],
                        default="query",
                        max_length=10,
                        verbose_name="when",
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True,
                        help_text="One a line.",
                        max_length=2000,
                        verbose_name="queries or words",
                    ),
                ),
                (
                    "filter",
                    models.CharField(
                        blank=True,
                        help_text="As in “color:Red” or “brand:Palm”.",
                        max_length=200,
                        verbose_name="filter",
                    ),
                ),
                (
                    "examples",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        help_text="Their photos show what a shopper's photo has to look like.",
                        size=None,
                        verbose_name="example products",
                    ),
                ),
                (
                    "products",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        help_text="SKUs, barcodes or titles, one a line, in their order.",
                        size=None,
                        verbose_name="products",
                    ),
                ),
                (
                    "targets",
                    models.TextField(
                        blank=True,
                        help_text="As in “brand:Palm”, one a line. Not for pins.",
                        max_length=2000,
                        verbose_name="all products of",
                    ),
                ),
                (
                    "place",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="Of the first product; the others follow it.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="place",
                    ),
                ),
                (
                    "strength",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "a little"), (2, "clearly"), (3, "as far as it goes")],
                        default=2,
                        verbose_name="how much",
                    ),
                ),
                (
                    "synonyms",
                    models.CharField(
                        blank=True,
                        help_text="As in “sofa, couch, settee”.",
                        max_length=500,
                        verbose_name="words",
                    ),
                ),
                (
                    "also",
                    models.CharField(
                        blank=True,
                        help_text="One way: the words above find these too.",
                        max_length=500,
                        verbose_name="find also",
                    ),
                ),
                (
                    "text",
                    models.TextField(blank=True, max_length=500, verbose_name="text of the banner"),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="As in “/c/shoes/” or “https://…”.",
                        max_length=2000,
                        verbose_name="address",
                    ),
                ),
                ("starts", models.DateTimeField(blank=True, null=True, verbose_name="from")),
                ("ends", models.DateTimeField(blank=True, null=True, verbose_name="to")),
                (
                    "priority",
                    models.SmallIntegerField(
                        default=0,
                        help_text="The higher goes first where two want the same.",
                        verbose_name="priority",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="For your colleagues: why.", verbose_name="note"
                    ),
                ),
                (
                    "live",
                    models.JSONField(
                        blank=True, editable=False, null=True, verbose_name="published"
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="catalog.category",
                        verbose_name="category",
                    ),
                ),
            ],
            options={
                "db_table": "search_rule",
                "verbose_name": "rule",
                "verbose_name_plural": "rules",
                "ordering": ["-priority", "name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RuleState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.JSONField(null=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("by", models.CharField(blank=True, max_length=150)),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="states",
                        to="vitrine_search.rule",
                    ),
                ),
            ],
            options={
                "db_table": "search_rulestate",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="RuleVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField(default=0)),
            ],
            options={"db_table": "search_ruleversion"},
        ),
    ]
