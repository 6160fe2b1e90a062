"""What other filters would leave: facets, and ways out of a thin result."""
