"""From the parts of a query to candidates, and to one score for each of them."""
