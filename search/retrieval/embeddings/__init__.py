"""Vectors: those of a query, those of the catalogue, and what is learned of them."""
