"""Which address shows which page."""

from __future__ import annotations

from django.urls import path

from habeas.review import views

urlpatterns = [
    path("", views.cases),
    path("case/<path:register>", views.case),
    path("source/<path:source>", views.source),
    path("demands", views.demands),
    path("sources", views.sources),
    path("problems", views.problems),
    path("static/<str:name>", views.static),
]
handler404 = "habeas.review.views.not_found"
handler500 = "habeas.review.views.failed"
