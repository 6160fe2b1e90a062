"""The benchmark of the audit plants faults in a shop, counts what is found, and leaves no trace."""

from __future__ import annotations

import pytest

from benchmarks.search.audit import run
from catalog.models import ProductImage
from search.models import Finding

pytestmark = pytest.mark.django_db


def test_planted_faults_are_found_and_taken_out_again(things: None) -> None:
    before = set(ProductImage.objects.values_list("pk", "alt"))
    counts, right = run(seed=3, share=0.1, show=False, kinds=["alt", "missing"])
    [(true, _found, planted)] = counts["alt"]
    assert true == planted == 4
    [(_true, _found, planted)] = counts["missing"]
    assert planted == 4
    assert set(right) <= {"missing"}
    assert set(ProductImage.objects.values_list("pk", "alt")) == before
    assert not Finding.objects.exists()
