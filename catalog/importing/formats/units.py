"""Units as systems spell them out, and as shoppers read them."""

UNITS = {
    **{"kilogram": "kg", "gram": "g", "milligram": "mg", "ounce": "oz", "pound": "lb"},
    **{"meter": "m", "centimeter": "cm", "millimeter": "mm", "inch": "in", "foot": "ft"},
    **{"liter": "l", "centiliter": "cl", "milliliter": "ml", "watt": "W", "kilowatt": "kW"},
    **{"volt": "V", "gigabyte": "GB", "megabyte": "MB", "terabyte": "TB", "hertz": "Hz"},
    **{"gigahertz": "GHz", "celsius": "°C", "megapixel": "MP", "milliampere_hour": "mAh"},
    **{"decibel": "dB", "inche": "in", "feet": "ft", "square_meter": "m²", "cubic_meter": "m³"},
}
