"""Home, results, a category's listing, and the photo that a shopper sends."""

import math
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from PIL.Image import Image

from catalog.models import Category, Variant
from search import log, retrieval
from search.admission.shedding import RETRY_SECONDS, admitted
from search.admission.throttles import cost_of_list, seconds_to_wait
from search.admission.visitors import visitor
from search.forms.click import ClickForm
from search.forms.photo import WORDS_ALONE, PhotoError, open_photo
from search.forms.search import PassagesForm, PhotoForm, SearchForm
from search.log.contests import contest_of
from search.preview import acting, compared, drafted, previewed
from search.query import Query, SearchResult
from search.retrieval.passages import search_text
from search.suggesting.showcase import showcase, shown

A_DAY = 86_400
ON_A_SHELF = 8


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "search/home.html", {"showcase": shown()})


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    return listing(request, request.GET)


@require_safe
def category(request: HttpRequest, url_path: str) -> HttpResponse:
    """A category's page is a search with a filter and, to begin with, no words."""
    if "\x00" in url_path:  # Postgres refuses to look for it
        raise Http404
    chosen = get_object_or_404(Category, url_path=url_path)
    question = request.GET.copy()
    question["category"] = url_path
    return listing(request, question, category=chosen)


def listing(request: HttpRequest, question: QueryDict, **context: Any) -> HttpResponse:
    """Answer a search with a page, or say kindly what is wrong with the question."""
    began = log.begin()
    if wait := seconds_to_wait(request, "search"):
        return turned_away(request, 429, wait)
    form = SearchForm(question)
    context |= {"form": form, "asked": request.GET, "off_keys": request.GET.getlist("off")}
    context["staff"] = is_staff(request)
    if not form.is_valid():
        return render(request, "search/refused.html", context, status=400)
    try:
        with admitted() as level:
            query = replace(form.query(), words_only=level.words_only)
            return answered(request, query, None if context["staff"] else began, context)
    except retrieval.ExpiredPhoto:
        return render(request, "search/refused.html", context | {"expired": True}, status=410)
    except retrieval.BadCursor as reason:
        form.add_error("cursor", str(reason))
        return render(request, "search/refused.html", context, status=400)
    except Variant.DoesNotExist:
        raise Http404 from None
    except retrieval.RetrievalUnavailable:
        return turned_away(request, 503, RETRY_SECONDS)


def answered(
    request: HttpRequest, query: Query, noted: log.Asked | None, context: dict[str, Any]
) -> HttpResponse:
    """The page of results; what shoppers asked is noted, what staff looks at is not."""
    rule = previewed(request) if context["staff"] else None
    if noted:
        query = replace(query, contest=contest_of(query, visitor(request)))
    result = retrieval.search(query, drafted(rule) if rule else None)
    context |= {"result": result, "noted": noted}
    if context["staff"]:
        context["acting"] = acting(request, result)
    if rule:
        context["preview"] = compared(rule, query, result)
    elif leads_on(request, result):
        log.note(noted, result, visitor(request))
        return redirect(result.redirect)
    if not result.intents:
        _counted = result.facets  # at once: the page begins with what had to be left out
    page = render(request, "search/results.html", context)
    log.note(noted, result, visitor(request))
    return page


@csrf_exempt  # a beacon has no form around it, and says nothing but what was opened
@require_POST
def click(request: HttpRequest) -> HttpResponse:
    """A product was opened from a page of results; nobody waits for the answer."""
    form = ClickForm(request.POST)
    if form.is_valid() and not seconds_to_wait(request, "suggest"):
        log.clicked(**form.cleaned_data)
    return HttpResponse(status=204)


def leads_on(request: HttpRequest, result: SearchResult) -> bool:
    """Whether a rule of the shop leads elsewhere, and not to this very page."""
    here = request.get_full_path(), request.path
    return bool(result.redirect) and result.redirect not in here


def is_staff(request: HttpRequest) -> bool:
    """Whether who asks may see why products are where they are; shoppers have no session."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_staff and request.user.has_perm("catalog.view_product")


@require_http_methods(["GET", "HEAD", "POST"])
def photo(request: HttpRequest) -> HttpResponse:
    """Turn a photo into a vector and send the shopper to a page that can be shared."""
    if request.method != "POST":
        return photo_page(request)
    if wait := seconds_to_wait(request, "photo"):
        return turned_away(request, 429, wait)
    try:
        photo = sent_photo(request)
        with admitted(words_serve=False):
            kept = retrieval.store_photo(photo)
    except PhotoError as error:
        return photo_page(request, str(error), status=400)
    except retrieval.NoVector:
        return without_photo(request)
    return to_results(request, photo=kept.pk, q=request.POST.get("q", ""))


def without_photo(request: HttpRequest) -> HttpResponse:
    """The encoder is away: what the words alone find, and that they are alone."""
    if words := request.POST.get("q", "").strip():
        messages.warning(request, WORDS_ALONE)
        return to_results(request, q=words)
    away = _("Photos cannot be read at the moment. Please try again, or use words.")
    return photo_page(request, away, status=503)


def to_results(request: HttpRequest, **asked: str) -> HttpResponse:
    """Send the shopper to the results under the filters of the address."""
    question = request.GET.copy()
    question.pop("photo", None)
    for name, value in asked.items():
        question[name] = value
    return redirect(f"{reverse('search')}?{question.urlencode()}")


def turned_away(request: HttpRequest, status: int, seconds: float) -> HttpResponse:
    """429 for one who asks too often, 503 where the shop is too busy: and when to come again."""
    response = render(request, f"{status}.html", status=status)
    response["Retry-After"] = str(math.ceil(seconds))
    return response


def photo_page(request: HttpRequest, error: str = "", status: int = 200) -> HttpResponse:
    asked = request.POST or request.GET
    context = {"error": error, "asked": asked, "showcase": shown()}
    return render(request, "search/photo.html", context, status=status)


def sent_photo(request: HttpRequest) -> Image:
    """Return the photo of the request: one of the showcase, or a file, cut to its box."""
    sample = showcase().photo(request.POST.get("sample", ""))
    if sample:
        return open_photo(sample.path)
    if "photo" not in request.FILES:
        raise PhotoError(_("Please choose a photo to search with."))
    form = PhotoForm(request.POST, request.FILES)
    if not form.is_valid():
        raise PhotoError(next(iter(form.errors.values()))[0])
    return open_photo(form.cleaned_data["photo"], form.cleaned_data["box"] or None)


@require_http_methods(["GET", "HEAD", "POST"])
def passages(request: HttpRequest) -> HttpResponse:
    """Show the products of each line of a shopping list, which may be longer than an address."""
    form = PassagesForm(request.POST or None)
    if request.method != "POST":
        return render(request, "search/passages.html", {"form": form})
    if not form.is_valid():
        return render(request, "search/passages.html", {"form": form}, status=400)
    if wait := seconds_to_wait(request, "search", cost_of_list(form.cleaned_data["text"])):
        return turned_away(request, 429, wait)
    try:
        with admitted() as level:
            query = Query(page_size=ON_A_SHELF, words_only=level.words_only)
            found, more = search_text(form.cleaned_data["text"], query)
    except retrieval.RetrievalUnavailable:
        return turned_away(request, 503, RETRY_SECONDS)
    return render(request, "search/passages.html", {"form": form, "found": found, "more": more})


@require_safe
@cache_control(public=True, max_age=A_DAY)
def showcase_photo(request: HttpRequest, name: str) -> FileResponse:
    chosen = showcase().photo(name)
    if chosen is None or not chosen.path.is_file():
        raise Http404(_("There is no such photo."))
    return FileResponse(chosen.path.open("rb"))
