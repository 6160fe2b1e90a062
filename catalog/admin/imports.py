"""Imports without a shell: a source is described, tried, imported, and asked again by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import linebreaksbr
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from catalog import disk
from catalog.admin.in_turn import InTurnAdmin
from catalog.admin.paging import OF_EACH, PATIENCE, products_of, shown_total
from catalog.bell import ring_imports
from catalog.changed_only import ChangedOnlyForm
from catalog.estimates import size
from catalog.importing.errors import FileError
from catalog.importing.formats import FORMATS
from catalog.importing.run_files import reading_of
from catalog.models import ImportRun, Product, Source

TRY, IMPORT = "_try", "_import"
REPORTS = ("problems", "mapping")  # of a run: long texts, which no list shows
PROBLEMS_SHOWN = 200  # lines on the page of a run; its file has all that were kept
REFRESH_SECONDS = 3  # seconds between two looks at a run that is not finished


class SourceForm(ChangedOnlyForm):
    format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        required=False,
        choices=lambda: [("", _("recognised by what stands in the file")), *(
            (name, _(each.title)) for name, each in FORMATS.items())],
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy(
            "To be tried or imported now, instead of what is at the address. Up to 12 MB, packed "
            "as a .zip or .gz ten times as much."
        ),
    )

    class Meta:
        model = Source
        fields = ("name", "address", "format", "decimal", "encoding", "mapping", "missing", "every")
        help_texts = {
            "name": gettext_lazy("Such as main-shop: letters, digits, - and _, without spaces.")
        }

    def clean_mapping(self) -> str:
        said = str(self.cleaned_data["mapping"])
        try:
            reading_of(Source(mapping=said))
        except FileError as error:
            raise ValidationError(str(error)) from error
        return said


class RunInline(admin.TabularInline):
    """The last imports of a source."""

    model = ImportRun
    fields = ("link", "kind", "state", "summary", "problem_count", "finished")
    readonly_fields = fields
    extra = max_num = 0
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer(*REPORTS)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("kind"))
    def kind(self, run: ImportRun) -> str:
        return kind(run)

    @admin.display(description=gettext_lazy("import"))
    def link(self, run: ImportRun) -> SafeString:
        created = localize(timezone.localtime(run.created))
        return format_html('<a href="{}">{}</a>', address(run), created)


@admin.register(Source)
class SourceAdmin(InTurnAdmin):
    """Describes a source; its two buttons try and import what it has."""

    form = SourceForm
    list_display = ("name", "address", "every", "product_count")
    inlines = (RunInline,)
    change_form_template = "admin/catalog/source/change_form.html"
    fieldsets = (
        (None, {"fields": ("name", "address", "file", "missing", "every")}),
        (gettext_lazy("How it is read"), {"fields": ("format", "decimal", "encoding", "mapping")}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(product_total=products_of("source"))

    @admin.display(description=gettext_lazy("products"), ordering="product_total")
    def product_count(self, source: Any) -> str:
        return shown_total(source.product_total)

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        """What is asked for here is read, though the file at the address is the same still."""
        obj.etag, obj.language = "", get_language() or ""
        super().save_model(request, obj, form, change)

    def response_add(self, request: HttpRequest, obj: Source, *args: Any) -> HttpResponse:
        return self.begin(request, obj) or super().response_add(request, obj, *args)

    def response_change(self, request: HttpRequest, obj: Source) -> HttpResponse:
        return self.begin(request, obj) or super().response_change(request, obj)

    def begin(self, request: HttpRequest, source: Source) -> HttpResponse | None:
        """Begin a run where one of the buttons was pressed, or try the file that was given.

        None where neither was: then the source is saved, and no more.
        """
        file = request.FILES.get("file")
        if not file and TRY not in request.POST and IMPORT not in request.POST:
            return None
        if not file and not source.address:
            self.message_user(
                request, _("Choose a file, or give the address of one."), messages.ERROR
            )
            return HttpResponseRedirect(reverse("admin:catalog_source_change", args=[source.pk]))
        try:
            with transaction.atomic():  # the source is kept, whatever becomes of the file
                run = source.runs.create(file=file or "", dry_run=IMPORT not in request.POST)
        except OSError as error:
            if not disk.is_unwritable(error):
                raise
            self.message_user(request, disk.unwritable(error), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:catalog_source_change", args=[source.pk]))
        ring_imports()
        return HttpResponseRedirect(address(run))


@admin.register(ImportRun)
class ImportRunAdmin(InTurnAdmin):
    """What came of an import or of a trial; a trial may be confirmed."""

    list_display = ("created", "source", "kind", "state", "summary", "problem_count")
    list_filter = ("state", "dry_run", "source")
    list_select_related = ("source",)
    change_form_template = "admin/catalog/importrun/change_form.html"
    change_list_template = "admin/catalog/importrun/change_list.html"
    fields = (
        *("source", "kind", "state", "progress", "result", "new_shown", "bad_rows_shown"),
        *("problems_shown", "mapping_shown", "created", "finished"),
    )
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> Any:
        """The page of one run reads its reports when it shows them."""
        return super().get_queryset(request).defer(*REPORTS)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """An import begins at its source: with a file or at its address."""
        may_begin = request.user.has_perm("catalog.add_source")
        told = {"may_begin": may_begin, "sources": Source.objects.exists()}
        return super().changelist_view(request, {**told, **(extra_context or {})})

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Without a mapping, where there is none to be edited."""
        bare = obj is None or not obj.mapping
        return [each for each in self.fields if each != "mapping_shown" or not bare]

    def get_urls(self) -> list[Any]:
        confirm = path(
            "<int:pk>/confirm/",
            self.admin_site.admin_view(self.confirm),
            name="catalog_importrun_confirm",
        )
        bad_rows = path(
            "<int:pk>/bad-rows/",
            self.admin_site.admin_view(self.bad_rows_file),
            name="catalog_importrun_bad_rows",
        )
        problems = path(
            "<int:pk>/problems.txt",
            self.admin_site.admin_view(self.problems_file),
            name="catalog_importrun_problems",
        )
        return [confirm, bad_rows, problems, *super().get_urls()]

    def confirm(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Import what was tried: the very file, whatever is missing from it."""
        if request.method != "POST" or not self.has_change_permission(request):
            raise PermissionDenied
        tried = get_object_or_404(ImportRun, pk=pk, dry_run=True)
        force = "force" in request.POST
        run = tried.source.runs.create(file=tried.file.name or "", force=force)
        ring_imports()
        return HttpResponseRedirect(address(run))

    def bad_rows_file(self, request: HttpRequest, pk: int) -> FileResponse:
        """The rows of a run that are to be mended, in the columns in which they came."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        run = get_object_or_404(ImportRun.objects.exclude(bad_rows=""), pk=pk)
        name = Path(run.bad_rows.name).name
        return FileResponse(run.bad_rows.open("rb"), as_attachment=True, filename=name)

    def problems_file(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        run = get_object_or_404(ImportRun, pk=pk)
        return HttpResponse(
            run.problems,
            content_type="text/plain; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="problems-{pk}.txt"'},
        )

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """A run that is not finished is looked at again by itself."""
        reply = super().render_change_form(request, context, *args, **kwargs)
        if (run := kwargs.get("obj")) and not run.finished:
            reply["Refresh"] = str(REFRESH_SECONDS)
        return reply

    @admin.display(description=gettext_lazy("kind"), ordering="dry_run")
    def kind(self, run: ImportRun) -> str:
        return kind(run)

    @admin.display(description=gettext_lazy("progress"))
    def progress(self, run: ImportRun) -> str:
        return f"{run.done} / {run.total}" if run.total else "–"

    @admin.display(description=gettext_lazy("result"))
    def result(self, run: ImportRun) -> SafeString:
        return linebreaksbr(run.summary or "–", autoescape=True)

    @admin.display(description=gettext_lazy("new products"))
    def new_shown(self, run: ImportRun) -> SafeString | str:
        """With the way to take them out again, where the file was the wrong one."""
        if run.dry_run or not run.finished:
            return "–"
        count = size(Product.objects.filter(**run.new_products).values("pk"), OF_EACH, PATIENCE)
        if not count:
            return "–"
        return format_html(
            '<a href="{}?import={}">{}</a><p class="help">{}</p>',
            reverse("admin:catalog_product_changelist"),
            run.pk,
            shown_total(count),
            _("If they should not be there: mark all of them in that list, and hide them."),
        )

    @admin.display(description=gettext_lazy("rows to be mended"))
    def bad_rows_shown(self, run: ImportRun) -> SafeString | str:
        if not run.bad_rows:
            return "–"
        file = format_html(
            '<a href="{}">{}</a>',
            reverse("admin:catalog_importrun_bad_rows", args=[run.pk]),
            Path(run.bad_rows.name).name,
        )
        if run.source is None:
            return file
        return format_html(
            '{}<p class="help">{} <a href="{}">{}</a></p>',
            file,
            _("Correct them in a spreadsheet, save it, and import that file:"),
            reverse("admin:catalog_source_change", args=[run.source_id]),
            run.source,
        )

    @admin.display(description=gettext_lazy("how its columns are read"))
    def mapping_shown(self, run: ImportRun) -> SafeString:
        return format_html(
            "<details><summary>{}</summary><pre>{}</pre></details>",
            _("A mapping to be copied, edited and put into the source"),
            run.mapping,
        )

    @admin.display(description=gettext_lazy("problems"))
    def problems_shown(self, run: ImportRun) -> SafeString | str:
        if not run.problem_count:
            return "–"
        return format_html(
            '<a href="{}">{}</a><p>{}</p>',
            reverse("admin:catalog_importrun_problems", args=[run.pk]),
            _("%(count)d, as a file") % {"count": run.problem_count},
            linebreaksbr("\n".join(run.problems.splitlines()[:PROBLEMS_SHOWN]), autoescape=True),
        )


def kind(run: ImportRun) -> str:
    """In words: a red cross beside what is no trial would look like a failure."""
    if run.command:
        return _("by the command: %(file)s") % {"file": run.command}
    return _("trial") if run.dry_run else _("import")


def address(run: ImportRun) -> str:
    return reverse("admin:catalog_importrun_change", args=[run.pk])
