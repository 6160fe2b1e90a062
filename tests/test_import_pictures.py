"""Pictures come from a folder or a zip, are stored once, and nothing outside is ever read."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from catalog.importing.errors import FileError
from catalog.models import Product, ProductImage
from tests.cast import picture
from tests.shop_file import Done, shop
from tests.test_catalog_pictures import png_header

pytestmark = pytest.mark.django_db


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with a red and a blue picture."""
    folder = tmp_path / "pictures"
    (folder / "more").mkdir(parents=True)
    (folder / "red.png").write_bytes(picture("red"))
    (folder / "more" / "blue.jpg").write_bytes(picture("blue", kind="JPEG"))
    return folder


def zipped(path: Path, **members: bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def files(media: Path) -> list[Path]:
    return [path for path in media.rglob("*") if path.is_file()]


def one_picture(tmp_path: Path, images: Path, name: str) -> Done:
    """Import an apple with the picture of that name, and a bread without any."""
    done = shop(tmp_path, "sku,title,images", f"A1,Apple,{name}", "B1,Bread,", images=images)
    assert done.rows == {"created": 2}, "a picture that cannot be had costs no row"
    return done


def test_pictures_of_a_folder_arrive_in_order(tmp_path: Path, pictures: Path) -> None:
    done = one_picture(tmp_path, pictures, "more/blue.jpg|red.png")

    assert done.report.pictures_added == 2
    first, second = Product.objects.get(group="A1").images.all()
    assert (first.image.name[-4:], second.image.name[-4:]) == (".jpg", ".png")
    assert (first.width, first.height, len(first.fingerprint)) == (64, 48, 64)
    assert first.image.name == f"products/{first.fingerprint[:2]}/{first.fingerprint}.jpg"


def test_pictures_of_a_zip_arrive_with_or_without_its_outer_folder(tmp_path: Path) -> None:
    images = zipped(tmp_path / "p.zip", **{"photos/red.png": picture("red")})

    assert one_picture(tmp_path, images, "red.png").said == []
    assert shop(tmp_path, "sku,title,images", "A1,Apple,photos/red.png", images=images).rows == {
        "unchanged": 1
    }


def test_names_are_found_whichever_system_wrote_them(tmp_path: Path) -> None:
    of_windows, of_a_mac = "photos\\red.png", unicodedata.normalize("NFD", "grün.png")
    images = zipped(tmp_path / "p.zip", **{of_windows: picture("red"), of_a_mac: picture("green")})
    assert one_picture(tmp_path, images, "photos/red.png|grün.png").said == []

    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / of_a_mac).write_bytes(picture("green"))
    assert shop(tmp_path, "sku,title,images", "C1,Cake,grün.png", images=folder).said == []


def test_a_second_run_stores_and_changes_nothing(
    tmp_path: Path, pictures: Path, media: Path
) -> None:
    one_picture(tmp_path, pictures, "red.png")
    before = list(ProductImage.objects.values()), files(media)

    done = shop(tmp_path, "sku,title,images", "A1,Apple,red.png", images=pictures)

    assert done.rows == {"unchanged": 1}
    assert (list(ProductImage.objects.values()), files(media)) == before


def test_the_same_picture_is_stored_once(tmp_path: Path, pictures: Path, media: Path) -> None:
    shop(tmp_path, "sku,title,images", "A1,Apple,red.png", "A2,Plum,red.png", images=pictures)

    assert ProductImage.objects.count() == 2
    assert len(files(media)) == 1


def test_a_dry_run_stores_no_picture(tmp_path: Path, pictures: Path, media: Path) -> None:
    done = shop(tmp_path, "sku,title,images", "A1,Apple,red.png", images=pictures, dry_run=True)

    assert done.report.pictures_added == 1
    assert files(media) == []


def test_without_images_the_photos_stay(tmp_path: Path, pictures: Path) -> None:
    one_picture(tmp_path, pictures, "red.png")

    done = shop(tmp_path, "sku,title,images", "A1,Apple,more/blue.jpg")

    assert done.report.pictures_ignored == 1
    assert ProductImage.objects.get().image.name.endswith(".png")


def test_photos_no_longer_named_go(tmp_path: Path, pictures: Path) -> None:
    one_picture(tmp_path, pictures, "red.png|more/blue.jpg")

    done = shop(tmp_path, "sku,title,images", "A1,Apple,more/blue.jpg", images=pictures)

    assert (done.rows, done.report.pictures_removed) == ({"changed": 1}, 1)
    assert ProductImage.objects.get().position == 0


def test_nothing_goes_while_a_named_picture_is_missing(tmp_path: Path, pictures: Path) -> None:
    one_picture(tmp_path, pictures, "red.png")
    (pictures / "red.png").unlink()

    done = shop(tmp_path, "sku,title,images", "A1,Apple,red.png", images=pictures)

    assert done.report.pictures_removed == 0
    assert ProductImage.objects.count() == 1


def test_photos_of_a_group_belong_to_their_colours(tmp_path: Path, pictures: Path) -> None:
    rows = ["sku,title,group,color,images", "R,Shoe,S,red,red.png", "B,Shoe,S,blue,more/blue.jpg"]
    shop(tmp_path, *rows, images=pictures)
    assert set(ProductImage.objects.values_list("color", flat=True)) == {"red", "blue"}

    before = ProductImage.objects.get(color="red").pk
    shop(tmp_path, *(row.replace(",red,", ",crimson,") for row in rows), images=pictures)

    assert ProductImage.objects.get(color="crimson").pk == before  # and need not be encoded again
    assert ProductImage.objects.count() == 2


def test_alt_texts_stand_beside_their_pictures(tmp_path: Path, pictures: Path) -> None:
    shop(
        tmp_path,
        "sku,title,images,alt",
        "A1,Apple,red.png|more/blue.jpg,Red apple|Blue box",
        images=pictures,
    )

    alts = ProductImage.objects.order_by("position").values_list("alt", flat=True)
    assert list(alts) == ["Red apple", "Blue box"]


def test_a_missing_picture_is_named_with_its_line(tmp_path: Path, pictures: Path) -> None:
    assert one_picture(tmp_path, pictures, "green.png").said == [
        "Line 2: The picture green.png is not in pictures. "
        "The product is imported without this picture."
    ]


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (picture("red")[:100], "This picture is broken: its file is damaged or incomplete"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "This is not a picture we can read."),
        (b"", "This is not a picture we can read."),
        (png_header(13_000, 13_000), "This picture has more than 50 million pixels."),
    ],
)
def test_a_bad_picture_is_named_with_the_reason(
    tmp_path: Path, pictures: Path, content: bytes, reason: str
) -> None:
    (pictures / "bad.jpg").write_bytes(content)

    done = one_picture(tmp_path, pictures, "bad.jpg")

    assert done.said[0].startswith(f"Line 2: The picture bad.jpg: {reason}")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../secret.png", "The picture '../secret.png' climbs out of the folder of pictures."),
        ("more/../../secret.png", "The picture 'more/../../secret.png' climbs out of the folder"),
        ("..\\secret.png", "The picture '..\\\\secret.png' climbs out of the folder of pictures."),
        ("/etc/passwd", "The picture '/etc/passwd' is not named by a relative path."),
        ("C:\\secret.png", "The picture 'C:\\\\secret.png' is not named by a relative path."),
        ("ftp://shop.example/a.png", "The picture 'ftp://shop.example/a.png' is not named by"),
        ("link.png", "The picture 'link.png' climbs out of the folder of pictures."),
        ("more", "The picture more is not in pictures."),
        ("n" * 290, f"The picture '{'n' * 290}' cannot be read: "),
    ],
)
def test_a_picture_outside_is_not_read(
    tmp_path: Path, pictures: Path, name: str, reason: str
) -> None:
    (tmp_path / "secret.png").write_bytes(picture("black"))
    (pictures / "link.png").symlink_to(tmp_path / "secret.png")

    done = one_picture(tmp_path, pictures, name)

    assert done.said[0].startswith(f"Line 2: {reason}")
    assert not ProductImage.objects.exists()


def test_a_member_of_a_zip_that_climbs_out_is_not_read(tmp_path: Path) -> None:
    images = zipped(tmp_path / "p.zip", **{"../evil.png": picture("red")})

    said = one_picture(tmp_path, images, "../evil.png").said

    assert said[0].startswith("Line 2: The picture '../evil.png' climbs out of the folder")


def test_a_zip_bomb_is_refused_before_anything_is_imported(tmp_path: Path) -> None:
    images = zipped(tmp_path / "bomb.zip", **{"red.png": b"0" * 101 * 1024**2})

    with pytest.raises(FileError, match=r"bomb\.zip is a zip bomb: its \d+ kB claim to unpack"):
        shop(tmp_path, "sku,title,images", "A1,Apple,red.png", images=images)

    assert not Product.objects.exists()


def test_a_member_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    images = zipped(tmp_path / "p.zip", **{"red.png": b"0" * 51 * 1024**2})

    said = one_picture(tmp_path, images, "red.png").said

    assert said[0].startswith("Line 2: The picture red.png is larger than 50 MB.")


def test_a_spoiled_member_costs_only_itself(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", **{"red.png": picture("red", (640, 480))})
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(30)
    path.write_bytes(content)

    said = one_picture(tmp_path, path, "red.png").said

    assert said[0].startswith("Line 2: The picture red.png cannot be unpacked: ")


def test_what_is_neither_folder_nor_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(b"no zip")

    with pytest.raises(FileError, match=r"p\.zip is neither a folder nor a zip"):
        shop(tmp_path, "sku,title", "A1,Apple", images=tmp_path / "p.zip")
    with pytest.raises(FileError, match="There is no folder or zip"):
        shop(tmp_path, "sku,title", "A1,Apple", images=tmp_path / "none")


@pytest.mark.parametrize("name", ["RED.PNG", "/red.png", "files/apple/image/red.png", "Red.png"])
@pytest.mark.parametrize("packed", [False, True])
def test_names_are_found_however_they_are_written(
    tmp_path: Path, pictures: Path, name: str, packed: bool
) -> None:
    images = zipped(tmp_path / "p.zip", **{"red.png": picture("red")}) if packed else pictures

    assert one_picture(tmp_path, images, name).said == []


def test_a_blank_may_be_written_as_in_an_address(tmp_path: Path, pictures: Path) -> None:
    (pictures / "my photo.png").write_bytes(picture("green"))
    (pictures / "50%20off.png").write_bytes(picture("blue"))

    assert one_picture(tmp_path, pictures, "my%20photo.png|50%20off.png").said == []


def test_of_two_files_of_one_name_none_is_taken_for_a_third(tmp_path: Path) -> None:
    members = {"a/red.png": picture("red"), "b/red.png": picture("blue")}
    images = zipped(tmp_path / "p.zip", **members)

    said = one_picture(tmp_path, images, "c/red.png").said

    assert said[0].startswith("Line 2: The picture c/red.png is not in p.zip.")
    images = zipped(tmp_path / "q.zip", **{f"photos/{name}": x for name, x in members.items()})
    assert shop(tmp_path, "sku,title,images", "A1,Apple,b/red.png", images=images).said == []


def test_a_zip_that_lies_about_a_size_is_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", **{"red.png": b"0" * 60 * 1024**2})
    content = bytearray(path.read_bytes())
    directory = content.rfind(b"PK\1\2")
    for place in (22, directory + 24):  # says that it is 1,000 bytes
        content[place : place + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(content)

    said = one_picture(tmp_path, path, "red.png").said

    assert said[0].startswith("Line 2: The picture red.png cannot be unpacked: ")
