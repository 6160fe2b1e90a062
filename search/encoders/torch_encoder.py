"""Any dual encoder in the format of `transformers`, in eager torch: CLIP, SigLIP,
VisionTextDualEncoder, ours. It exports, it trains, it encodes where there is a GPU."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from transformers import (
    CONFIG_MAPPING,
    AutoImageProcessor,
    AutoModel,
    AutoTokenizer,
    PreTrainedModel,
)

from . import dual_encoder  # noqa: F401  (makes our own architecture known to AutoModel)
from .contract import EncoderError
from .identity import settings_of
from .images import flatten
from .language_guess import by_tower, none_unknown
from .multilingual import multilingual_tokenizer
from .reader import Reader
from .texts import tidy
from .unreadable import share_of, unknown_token
from .vectors import unit_rows

TEXTS_AT_ONCE = 32
IMAGE_INPUTS = ("pixel_values", "pixel_attention_mask", "spatial_shapes")
FULL_LENGTH = {"siglip", "siglip2"}  # trained with every text padded; they read the last token


class TorchEncoder:
    """The encoder contract on top of `get_text_features` and `get_image_features`."""

    serving = "torch"

    def __init__(self, folder: Path, name: str, note: str = "") -> None:
        self.name, self.serving_note = name, note
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.model: Any = load_model(folder, name)
        self.model.to(self.device)
        self.tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        self.processor: Any = AutoImageProcessor.from_pretrained(folder, backend="pil")
        self.max_tokens = text_length(self.model, self.tokenizer)
        self.full_length = self.model.config.model_type in FULL_LENGTH
        self.multilingual = self._multilingual_reader()
        self.languages = self._language_weights()
        self.image_size = _looked_at(self.processor)
        self.dimensions = self._dimensions()

    def _dimensions(self) -> int:
        blank = [Image.new("RGB", (8, 8), "white")]
        try:
            texts = self.text_features(**self.tokens(["a"])).shape[-1]
            images = self.image_features(**self.pixels(blank)).shape[-1]
        except (AttributeError, TypeError, ValueError, RuntimeError) as error:
            raise EncoderError(
                f"{self.name} is a {type(self.model).__name__}, which does not turn texts and"
                f" pictures into vectors of one space; choose a dual encoder such as CLIP."
            ) from error
        if texts != images:
            raise EncoderError(
                f"{self.name} is not a dual encoder: its texts have {texts} dimensions and its"
                f" pictures {images}, so they cannot be compared."
            )
        return int(texts)

    def _multilingual_reader(self) -> Reader | None:
        """What feeds the second text tower of an encoder of ours; None where there is none."""
        config = self.model.config
        if not getattr(config, "multilingual_package", ""):
            return None
        tokenizer = multilingual_tokenizer(config.multilingual_package, config.multilingual_sha256)
        return Reader(tokenizer, self.max_tokens)

    def _language_weights(self) -> np.ndarray | None:
        """What tells the texts that the second tower hears."""
        if self.multilingual is None:
            return None
        weights: np.ndarray = self.model.language_weights.cpu().numpy()
        return weights

    def tokens(self, texts: Sequence[str]) -> dict[str, torch.Tensor]:
        """Texts at their true length, the longest of the batch, where the model allows it."""
        batch = self.tokenizer(
            [tidy(text, self.max_tokens) for text in texts],
            padding="max_length" if self.full_length else True,
            truncation=True,
            max_length=self.max_tokens,
            return_tensors="pt",
        )
        names = [name for name in ("input_ids", "attention_mask") if name in batch]
        return {name: batch[name].to(self.device) for name in names}

    def foreign_tokens(self, texts: Sequence[str]) -> dict[str, torch.Tensor]:
        """The same for the second text tower."""
        assert self.multilingual is not None
        fed = self.multilingual.feed(self.multilingual.read(texts))
        return {name: torch.from_numpy(values).to(self.device) for name, values in fed.items()}

    def pixels(self, images: Sequence[Image.Image]) -> dict[str, torch.Tensor]:
        """What the model's own processor makes of pictures: `pixel_values` (n, 3, height, width),
        or patches with their mask and shapes for a model that looks at any aspect."""
        flat = [flatten(image) for image in images]
        values = self.processor(flat, return_tensors="pt", input_data_format="channels_last")
        return {name: values[name].to(self.device) for name in IMAGE_INPUTS if name in values}

    def unknown_share(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) float32: of each text's tokens, those unknown to the tower that hears it."""
        return by_tower(texts, self.languages, self._unknown, none_unknown)

    def _unknown(self, texts: Sequence[str]) -> np.ndarray:
        backend = self.tokenizer.backend_tokenizer
        backend.no_padding()
        backend.enable_truncation(self.max_tokens)
        tokens = backend.encode_batch([tidy(text, self.max_tokens) for text in texts])
        return share_of(tokens, unknown_token(backend))

    @torch.inference_mode()
    def text_features(self, **tokens: torch.Tensor) -> torch.Tensor:
        return _pooled(self.model.get_text_features(**tokens))

    @torch.inference_mode()
    def image_features(self, **pixels: torch.Tensor) -> torch.Tensor:
        return _pooled(self.model.get_image_features(**pixels))

    @torch.inference_mode()
    def foreign_features(self, **tokens: torch.Tensor) -> torch.Tensor:
        features: torch.Tensor = self.model.get_multilingual_features(**tokens)
        return features

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        rows = by_tower(texts, self.languages, self._english, self._foreign)
        return unit_rows([rows], self.dimensions, self.name)

    def _english(self, texts: Sequence[str]) -> np.ndarray:
        return self._in_batches(texts, lambda some: self.text_features(**self.tokens(some)))

    def _foreign(self, texts: Sequence[str]) -> np.ndarray:
        return self._in_batches(
            texts, lambda some: self.foreign_features(**self.foreign_tokens(some))
        )

    def _in_batches(
        self, texts: Sequence[str], say: Callable[[Sequence[str]], torch.Tensor]
    ) -> np.ndarray:
        """(n, dimensions), as the tower gives them."""
        parts = [
            say(texts[start : start + TEXTS_AT_ONCE]).float().cpu().numpy()
            for start in range(0, len(texts), TEXTS_AT_ONCE)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, self.dimensions), np.float32)

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        parts = [
            self.image_features(**self.pixels(images[start : start + TEXTS_AT_ONCE]))
            .float()
            .cpu()
            .numpy()
            for start in range(0, len(images), TEXTS_AT_ONCE)
        ]
        return unit_rows(parts, self.dimensions, self.name)


def _looked_at(processor: Any) -> int:
    """The longer side in pixels that a processor keeps; of patches, that of as many in a square."""
    if getattr(processor, "max_num_patches", None):
        return int(processor.max_num_patches**0.5 * processor.patch_size)
    return max(side for side in dict(processor.size).values() if side)


def _pooled(output: Any) -> torch.Tensor:
    return output if isinstance(output, torch.Tensor) else output.pooler_output


def load_model(folder: Path, name: str) -> Any:
    """The model in float32, in evaluation mode. Raises EncoderError for what is no dual encoder."""
    model = weights(folder, name)
    if not hasattr(model, "get_text_features") or not hasattr(model, "get_image_features"):
        raise EncoderError(
            f"{name} is a {type(model).__name__}, which has no pair of towers for texts and"
            " pictures; choose a dual encoder such as CLIP or SigLIP, or one of the single models"
            " that Vitrine knows: Qwen3-VL-Embedding and EmbeddingGemma 2."
        )
    return model


def weights(folder: Path, name: str) -> Any:
    """Any model of `transformers`. Raises EncoderError where it cannot be loaded."""
    kind = settings_of(folder, "config.json").get("model_type")
    if kind not in CONFIG_MAPPING:
        raise EncoderError(
            f"{name} is of the kind “{kind}”, which the installed transformers has no class of."
            " Code from a model's folder is never run; see docs/encoder.md for kinds that serve."
        )
    try:
        model: Any = AutoModel.from_pretrained(folder, dtype=torch.float32)
    except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
        raise EncoderError(f"The encoder {name} cannot be loaded: {_first(error)}") from error
    broken = [key for key, value in model.state_dict().items() if not _finite(value)]
    if broken:
        raise EncoderError(
            f"The weights of {name} are damaged: {broken[0]} holds values that are not numbers."
            " Fetch or train the encoder again."
        )
    return model.eval()


def _finite(values: torch.Tensor) -> bool:
    return not values.is_floating_point() or bool(torch.isfinite(values).all())


def _first(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:200]


def text_length(model: PreTrainedModel, tokenizer: Any) -> int:
    """The most tokens that both the tokenizer and the text tower's positions allow."""
    config = getattr(model.config, "text_config", model.config)
    positions = getattr(config, "max_position_embeddings", None) or 512
    return int(min(tokenizer.model_max_length, positions, 512))
