"""`get_encoder` loads what can be loaded, and says in a sentence why it cannot load the rest."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from django.core.management import call_command
from safetensors.torch import load_file, save_file

from search.encoders import EncoderError, get_encoder
from search.encoders.identity import encoder_name, find_folder
from search.encoders.loading import REFUSED, export_here, load
from search.encoders.onnx_encoder import FORMAT
from tests.small_encoders import small_clip


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_clip(tmp_path_factory.mktemp("door") / "clip")


@pytest.fixture
def copy(clip: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(clip, tmp_path / "copy"))


def test_a_python_class_can_be_an_encoder() -> None:
    assert get_encoder("tests.stub_encoder:StubEncoder").name == "stub@1"


def test_an_encoder_is_loaded_once() -> None:
    source = "tests.stub_encoder:StubEncoder"
    assert get_encoder(source) is get_encoder(source)


def test_a_missing_class_is_named() -> None:
    with pytest.raises(EncoderError, match=r"tests.stub_encoder:Missing"):
        get_encoder("tests.stub_encoder:Missing")


def test_a_missing_folder_is_named() -> None:
    with pytest.raises(EncoderError, match="There is no encoder folder /nowhere/at/all"):
        get_encoder("/nowhere/at/all")


def test_a_folder_without_a_model_is_no_encoder(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"it has no config\.json"):
        get_encoder(str(tmp_path))


def test_a_folder_without_weights_is_no_encoder(copy: Path) -> None:
    (copy / "model.safetensors").unlink()
    with pytest.raises(EncoderError, match="it has no weights"):
        get_encoder(str(copy))


def test_a_hub_model_that_cannot_be_fetched_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(EncoderError, match="nobody/nothing is not on this machine"):
        get_encoder("nobody/nothing")


def test_damaged_weights_are_named(copy: Path, tmp_path: Path) -> None:
    weights = load_file(copy / "model.safetensors")
    weights["text_projection.weight"][0, 0] = torch.nan
    save_file(weights, copy / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(EncoderError, match=r"damaged: text_projection.weight"):
        export_here(str(copy), tmp_path)


def test_the_exporting_process_hands_its_complaint_on(copy: Path, tmp_path: Path) -> None:
    weights = load_file(copy / "model.safetensors")
    weights["text_projection.weight"][0, 0] = torch.nan
    save_file(weights, copy / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(EncoderError, match="are damaged"):
        load(str(copy), tmp_path)


def test_a_single_tower_is_no_dual_encoder(tmp_path: Path) -> None:
    from transformers import BertConfig, BertModel

    config = BertConfig(hidden_size=8, num_hidden_layers=1, num_attention_heads=1, vocab_size=9)
    BertModel(config).save_pretrained(tmp_path / "bert")
    with pytest.raises(EncoderError, match="BertModel, which has no pair of towers"):
        export_here(str(tmp_path / "bert"), tmp_path)


def test_towers_of_different_widths_cannot_be_compared(tmp_path: Path) -> None:
    from search.encoders.torch_encoder import TorchEncoder
    from tests.small_encoders import small_siglip

    folder = small_siglip(tmp_path / "siglip")
    encoder = TorchEncoder(folder, "siglip")
    encoder.model.text_model.head = torch.nn.Linear(32, 8)
    with pytest.raises(EncoderError, match="8 dimensions and its pictures 32"):
        encoder._dimensions()


def test_a_kind_of_model_that_is_not_known_is_named(copy: Path) -> None:
    from search.encoders.torch_encoder import TorchEncoder

    config = json.loads((copy / "config.json").read_text())
    (copy / "config.json").write_text(json.dumps({**config, "model_type": "jina_clip"}))
    with pytest.raises(EncoderError, match="“jina_clip”, which the installed transformers"):
        TorchEncoder(copy, "jina")


def test_a_folder_in_the_format_of_openclip_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "open_clip_config.json").write_text("{}")
    (tmp_path / "open_clip_model.safetensors").touch()
    with pytest.raises(EncoderError, match="format of OpenCLIP"):
        find_folder(str(tmp_path))


def test_other_weights_have_another_name(clip: Path, copy: Path) -> None:
    before = encoder_name(copy, str(copy))
    weights = load_file(copy / "model.safetensors")
    weights["text_projection.weight"][0, 0] += 1
    save_file(weights, copy / "model.safetensors", metadata={"format": "pt"})
    assert encoder_name(copy, str(copy)) != before


def test_the_name_does_not_depend_on_the_model_card(copy: Path) -> None:
    before = encoder_name(copy, str(copy))
    (copy / "README.md").write_text("Now described better.")
    assert encoder_name(copy, str(copy)) == before


def test_a_refused_export_is_served_by_torch_and_says_why(clip: Path, tmp_path: Path) -> None:
    place = tmp_path / "encoders" / encoder_name(find_folder(str(clip)), str(clip))
    place.mkdir(parents=True)
    (place / REFUSED).write_text(json.dumps({"format": FORMAT, "reason": "a strange layer"}))
    encoder = load(str(clip), tmp_path)
    assert (encoder.serving, encoder.serving_note) == ("torch", "a strange layer")


def test_serving_imports_neither_torch_nor_transformers(clip: Path, tmp_path: Path) -> None:
    export_here(str(clip), tmp_path)
    program = (
        "import sys; from pathlib import Path; from search.encoders.loading import load;"
        f"load({str(clip)!r}, Path({str(tmp_path)!r})).encode_texts(['red']);"
        "print({'torch', 'transformers'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert said.stdout.strip() == "set()", said.stderr


@pytest.mark.parametrize(
    ("words", "asked", "reason", "told"),
    [
        ([], False, "", "model is exported."),
        (["--anew"], True, "", "model is exported."),
        ([], False, "it is odd", "model will be served by torch: it is odd"),
    ],
)
def test_the_command_exports_and_tells_what_serves_from_then_on(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    asked: bool,
    reason: str,
    told: str,
) -> None:
    orders: list[tuple[str, Path, bool]] = []

    def export(source: str, state: Path, anew: bool) -> str:
        orders.append((source, state, anew))
        return reason

    monkeypatch.setattr("search.management.commands.export_encoder.export_here", export)
    call_command("export_encoder", "model", "--state", str(tmp_path), *words)
    assert orders == [("model", tmp_path, asked)]
    assert capsys.readouterr().out == f"{told}\n"
