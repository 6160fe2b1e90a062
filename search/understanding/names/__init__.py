"""Names of a query: kinds of things, brands, colours, and when a name is not meant as one."""
