"""Every address of Vitrine, from the root."""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from config import health
from config.lockout import AdminLogin
from search.api.fallbacks import not_found

admin.site.login_form = AdminLogin
handler500 = "search.api.fallbacks.server_error"

urlpatterns = [
    path("livez", health.live, name="livez"),
    path("readyz", health.ready, name="readyz"),
    # The app was labelled `search` once, and people have bookmarks.
    path("admin/search/<path:rest>", RedirectView.as_view(url="/admin/vitrine_search/%(rest)s")),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("api/v1/", include("search.api.urls")),
    re_path(r"^api/(?P<path>(?s:.+))", not_found),
    path("", include("search.urls")),
    path("", include("catalog.urls")),
]
