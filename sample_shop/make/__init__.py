"""The scripts that made the sample shop: shapes, materials, studio, shopper scenes and texts."""
