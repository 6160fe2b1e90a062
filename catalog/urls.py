"""Addresses of what is sold."""

from django.urls import path

from catalog import views
from catalog.renditions import picture

urlpatterns = [
    path("p/<int:pk>/<str:slug>/", views.product, name="product"),
    path("pictures/<str:fingerprint>/<int:width>.webp", picture, name="picture"),
]
