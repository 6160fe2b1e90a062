"""Typing mistakes, and words that are still being typed."""
