"""Relevance at work: published settings, judgement sets, runs, experiments.

What the people who run the shop judge, measure and decide; it asks retrieval as shoppers do.
"""
