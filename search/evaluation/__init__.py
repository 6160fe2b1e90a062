"""Evaluate: rankings of the encoder and of the whole search against judgements."""

from search.evaluation.judgements import Judgement, JudgementError, read
from search.evaluation.rankings import DEPTH, encoder_rankings
from search.evaluation.report import Report, compared, measured
from search.evaluation.tables import comparison_table, report_table

__all__ = [
    "DEPTH",
    "Judgement",
    "JudgementError",
    "Report",
    "compared",
    "comparison_table",
    "encoder_rankings",
    "measured",
    "read",
    "report_table",
]
