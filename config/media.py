"""Product photos, served by Django: enough for one machine, and a CDN in front caches them."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

A_WEEK = 604_800


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve one file below MEDIA_ROOT; nothing in it may run, whatever it claims to be."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    if isinstance(response, FileResponse):
        response.headers["Cache-Control"] = f"public, max-age={A_WEEK}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
