"""Addresses of how it is found."""

from django.urls import path

from search import views
from search.why import why

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.results, name="search"),
    path("search/photo/", views.photo, name="photo"),
    path("search/click/", views.click, name="click"),
    path("search/why/", why, name="why"),
    path("search/list/", views.passages, name="passages"),
    path("showcase/<str:name>", views.showcase_photo, name="showcase_photo"),
    path("c/<path:url_path>/", views.category, name="category"),
]
