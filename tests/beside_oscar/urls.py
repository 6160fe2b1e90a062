"""The addresses of a django-oscar project; those of Vitrine stand first, below /find/."""

from django.apps import apps
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("find/", include("search.urls")),
    path("find/", include("catalog.urls")),
    path("find/api/v1/", include("search.api.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    path("", include(apps.get_app_config("oscar").urls[0])),
]
