"""Parametric shapes, one module a department; each returns the parts of one product."""
