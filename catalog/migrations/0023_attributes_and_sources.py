"""What shops have: sources, offers, options, attributes as a table, pictures by address."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import catalog.fields
import catalog.models.values


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0022_facts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attribute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        editable=False, max_length=60, unique=True, verbose_name="code"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                (
                    "names",
                    models.JSONField(
                        blank=True,
                        db_default={},
                        default=dict,
                        help_text='Such as {"de": "Absatzhöhe"}.',
                        verbose_name="names in other languages",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("choice", "one of several"),
                            ("choices", "some of several"),
                            ("number", "a number, with its unit"),
                            ("flag", "yes or no"),
                        ],
                        db_default="choice",
                        default="choice",
                        max_length=10,
                        verbose_name="type",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        db_default="",
                        help_text="Of numbers that come without one, such as GB.",
                        max_length=10,
                        verbose_name="unit",
                    ),
                ),
                (
                    "on_variant",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Differs between the variants of a product, as sizes do.",
                        verbose_name="of the variant",
                    ),
                ),
                (
                    "facet",
                    models.BooleanField(
                        db_default=True,
                        default=True,
                        help_text="Offered beside the results.",
                        verbose_name="facet",
                    ),
                ),
                (
                    "preference",
                    models.BooleanField(
                        db_default=True,
                        default=True,
                        help_text="Words of a query prefer its values; otherwise they demand them.",
                        verbose_name="preference",
                    ),
                ),
                (
                    "in_text",
                    models.BooleanField(
                        db_default=True,
                        default=True,
                        help_text="Its values are searched and encoded with the product.",
                        verbose_name="part of the text",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        db_default=100, default=100, verbose_name="position"
                    ),
                ),
            ],
            options={
                "verbose_name": "attribute",
                "verbose_name_plural": "attributes",
                "ordering": ["position", "name"],
            },
        ),
        migrations.CreateModel(
            name="AttributeValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=301, unique=True)),
                ("text", models.CharField(max_length=120, verbose_name="text")),
                (
                    "number",
                    models.DecimalField(decimal_places=6, editable=False, max_digits=24, null=True),
                ),
                (
                    "names",
                    models.JSONField(
                        blank=True, db_default={}, default=dict, verbose_name="in other languages"
                    ),
                ),
            ],
            options={
                "verbose_name": "value of an attribute",
                "verbose_name_plural": "values of attributes",
                "ordering": ["number", "text"],
            },
        ),
        migrations.CreateModel(
            name="PhotoAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        max_length=2000,
                        validators=[django.core.validators.URLValidator(schemes=["http", "https"])],
                        verbose_name="address",
                    ),
                ),
                ("color", models.CharField(blank=True, max_length=60)),
                ("option", models.CharField(blank=True, max_length=60)),
                ("option_value", models.CharField(blank=True, max_length=120)),
                ("alt", models.CharField(blank=True, max_length=300)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "to be fetched"),
                            ("fetched", "fetched"),
                            ("failed", "not to be had"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                (
                    "due",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="next attempt"
                    ),
                ),
                ("etag", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name": "picture by address",
                "verbose_name_plural": "pictures by address",
                "ordering": ["product", "position"],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.SlugField(max_length=60, unique=True, verbose_name="name")),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["name"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="productimage",
            name="photo_once_in_product",
        ),
        migrations.RemoveIndex(
            model_name="variant",
            name="catalog_var_color_05fc10_idx",
        ),
        migrations.RemoveIndex(
            model_name="variant",
            name="catalog_var_size_19501c_idx",
        ),
        migrations.AddField(
            model_name="category",
            name="names",
            field=models.JSONField(
                blank=True,
                db_default={},
                default=dict,
                help_text='Such as {"de": "Stiefel"}.',
                verbose_name="names in other languages",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="also_in",
            field=models.ManyToManyField(
                blank=True,
                related_name="also_holds",
                to="catalog.category",
                verbose_name="further categories",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="description_html",
            field=models.TextField(blank=True, db_default="", editable=False, max_length=50000),
        ),
        migrations.AddField(
            model_name="product",
            name="popularity",
            field=models.FloatField(
                blank=True,
                help_text="Such as sales of the last weeks.",
                null=True,
                verbose_name="popularity",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="published",
            field=models.DateTimeField(blank=True, null=True, verbose_name="published"),
        ),
        migrations.AddField(
            model_name="product",
            name="rating",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                max_digits=3,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(0),
                    django.core.validators.MaxValueValidator(5),
                ],
                verbose_name="rating",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="rating_count",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="ratings"),
        ),
        migrations.AddField(
            model_name="product",
            name="tags",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=100),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="tags",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="url",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="Of its page in the shop's own system. Empty: the page here.",
                max_length=2000,
                validators=[django.core.validators.URLValidator(schemes=["http", "https"])],
                verbose_name="address",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="vanished",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="Hidden since then, as a file of its source no longer had it.",
                null=True,
                verbose_name="vanished",
            ),
        ),
        migrations.AddField(
            model_name="productimage",
            name="option",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="Another option that it shows, such as Material ...",
                max_length=60,
                verbose_name="option",
            ),
        ),
        migrations.AddField(
            model_name="productimage",
            name="option_value",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="... and Wool.",
                max_length=120,
                verbose_name="its value",
            ),
        ),
        migrations.AddField(
            model_name="translation",
            name="description_html",
            field=models.TextField(blank=True, db_default="", editable=False, max_length=50000),
        ),
        migrations.AddField(
            model_name="variant",
            name="availability",
            field=models.CharField(
                choices=[
                    ("in_stock", "in stock"),
                    ("out_of_stock", "out of stock"),
                    ("preorder", "can be preordered"),
                    ("backorder", "can be ordered"),
                    ("discontinued", "no longer made"),
                ],
                db_default="in_stock",
                default="in_stock",
                max_length=12,
                verbose_name="availability",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="options",
            field=models.JSONField(
                blank=True,
                db_default={},
                default=dict,
                validators=[catalog.models.values.validate_attributes],
                verbose_name="further options",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="gtin",
            field=models.CharField(
                blank=True,
                db_default="",
                db_index=True,
                max_length=14,
                verbose_name="barcode (GTIN)",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="mpn",
            field=models.CharField(
                blank=True,
                db_default="",
                db_index=True,
                max_length=100,
                verbose_name="maker's number",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="price_before",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                help_text="Shown struck through while the price is lower.",
                max_digits=10,
                null=True,
                verbose_name="price before",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="sale_from",
            field=models.DateTimeField(blank=True, null=True, verbose_name="sale from"),
        ),
        migrations.AddField(
            model_name="variant",
            name="sale_price",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                max_digits=10,
                null=True,
                verbose_name="price of a sale to come",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="sale_to",
            field=models.DateTimeField(blank=True, null=True, verbose_name="sale to"),
        ),
        migrations.AddField(
            model_name="variant",
            name="source_id",
            field=models.CharField(
                blank=True,
                db_default="",
                db_index=True,
                max_length=100,
                verbose_name="id in the source",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="url",
            field=models.CharField(
                blank=True,
                db_default="",
                max_length=2000,
                validators=[django.core.validators.URLValidator(schemes=["http", "https"])],
                verbose_name="address",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="vanished",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="vanished"
            ),
        ),
        migrations.AlterField(
            model_name="product",
            name="group",
            field=models.CharField(
                blank=True,
                db_index=True,
                help_text="Binds its variants in an import. Empty: one is made.",
                max_length=100,
                verbose_name="group",
            ),
        ),
        migrations.AlterField(
            model_name="product",
            name="material",
            field=models.CharField(
                blank=True, help_text="Several by commas.", max_length=100, verbose_name="material"
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="facts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(),
                db_default=[],
                default=list,
                editable=False,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="facts",
            field=models.GeneratedField(
                db_persist=True,
                expression=catalog.fields.VariantFacts("options", "color", "size"),
                output_field=django.contrib.postgres.fields.ArrayField(
                    base_field=models.TextField(), size=None
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="variant",
            index=models.Index(
                condition=models.Q(
                    ("sale_from__isnull", False), ("sale_to__isnull", False), _connector="OR"
                ),
                fields=["sale_from", "sale_to"],
                name="variant_sales",
            ),
        ),
        migrations.AddConstraint(
            model_name="productimage",
            constraint=models.UniqueConstraint(
                fields=("product", "fingerprint", "color", "option", "option_value"),
                name="photo_once_in_product",
            ),
        ),
        migrations.AddConstraint(
            model_name="attribute",
            constraint=models.CheckConstraint(
                condition=models.Q(("code", ""), _negated=True), name="attribute_has_a_code"
            ),
        ),
        migrations.AddField(
            model_name="attributevalue",
            name="attribute",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="values",
                to="catalog.attribute",
                to_field="code",
                verbose_name="attribute",
            ),
        ),
        migrations.AddField(
            model_name="photoaddress",
            name="photo",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="addresses",
                to="catalog.productimage",
            ),
        ),
        migrations.AddField(
            model_name="photoaddress",
            name="product",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="photo_addresses",
                to="catalog.product",
                verbose_name="product",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="source",
            field=models.ForeignKey(
                blank=True,
                help_text="The system that this product comes from.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="products",
                to="catalog.source",
                verbose_name="source",
            ),
        ),
        migrations.AddIndex(
            model_name="product",
            index=django.contrib.postgres.indexes.GinIndex(fields=["facts"], name="product_facts"),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.UniqueConstraint(
                fields=("source", "group"),
                name="product_group_once_in_source",
                nulls_distinct=False,
            ),
        ),
        migrations.AddIndex(
            model_name="attributevalue",
            index=models.Index(fields=["attribute", "number"], name="value_number"),
        ),
        migrations.AddIndex(
            model_name="photoaddress",
            index=models.Index(fields=["due"], name="photo_address_due"),
        ),
        migrations.AddIndex(
            model_name="photoaddress",
            index=models.Index(fields=["address"], name="photo_address_asked"),
        ),
        migrations.AddConstraint(
            model_name="photoaddress",
            constraint=models.UniqueConstraint(
                fields=("product", "address", "color", "option", "option_value"),
                name="photo_address_once_in_product",
            ),
        ),
    ]
