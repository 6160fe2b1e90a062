"""How products are found."""

import os

# ONNX Runtime (1.32) tells Microsoft that and how it is used, unless this is said before it is
# loaded; a shop tells nobody. Whoever wants it otherwise says "0".
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
