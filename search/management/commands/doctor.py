"""`manage.py doctor`: what is wrong with this installation, in sentences, and what to do."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.examination import examine


class Command(BaseCommand):
    help = "Say in sentences what is wrong with this installation. Exit code 1 if anything is."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for finding in examine():
            if finding.remedy:
                wrong += 1
                self.stdout.write(self.style.ERROR(f"✗ {finding.sentence}"))
                self.stdout.write(f"  {finding.remedy}")
            else:
                self.stdout.write(f"✓ {finding.sentence}")
        if wrong:
            raise SystemExit(1)
