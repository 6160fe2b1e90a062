"""Numbers of a query: prices, sizes, measures, and what of the shop they are."""
