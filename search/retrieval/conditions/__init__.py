"""Which products are meant: conditions on products as SQL, and how many meet them."""
