"""Show a photo, cut it, and refine what it finds, with a finger, the keyboard or words."""

import re
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from search.models import PhotoQuery
from tests.browser import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def snapshot(tmp_path: Path) -> Path:
    """A red thing, left, and a blue one, right, on a table; large, as phones make them."""
    picture = Image.new("RGB", (3000, 2000), "#d8d0c4")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((100, 350, 1450, 1750), fill="#dc141e")
    draw.rectangle((1850, 400, 2850, 1800), fill="#1e3cdc")
    path = tmp_path / "snapshot.jpg"
    picture.save(path)
    return path


def choose(page: Page, photo: Path) -> None:
    page.get_by_role("link", name="Search with a photo").first.click()
    page.get_by_role("dialog").get_by_label("Choose a photo").set_input_files(photo)
    expect(page.get_by_text("Photo chosen.")).to_be_visible()


def search(page: Page) -> None:
    page.get_by_role("dialog").get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Like your photo")).to_be_visible()


def test_a_thing_on_the_photo_is_found_with_one_tap_on_a_phone(
    open_shop: Visit, snapshot: Path
) -> None:
    page = open_shop("/", **PHONE)
    choose(page, snapshot)
    page.get_by_role("button", name="Thing 1").tap()
    search(page)
    expect(page.locator(".card-title").first).to_have_text("Canvas sneaker")
    expect(page.get_by_role("img", name="Your photo")).to_be_visible()


def test_a_finger_drags_a_corner_to_cut_the_photo(open_shop: Visit, snapshot: Path) -> None:
    page = open_shop("/", **PHONE)
    choose(page, snapshot)
    stage = page.locator("[data-stage]").bounding_box()
    assert stage
    x, y = stage["x"], stage["y"]
    page.mouse.move(x + 6, y + 6)
    page.mouse.down()
    page.mouse.move(x + stage["width"] * 0.6, y + stage["height"] * 0.3, steps=5)
    page.mouse.up()
    search(page)
    expect(page.locator(".card-title").first).to_have_text("Stoneware mug")


def test_the_photo_is_cut_without_dragging(open_shop: Visit, snapshot: Path) -> None:
    page = open_shop("/", **DESKTOP)
    choose(page, snapshot)
    page.get_by_text("Crop without dragging").click()
    page.get_by_label("Left").fill("60")
    page.get_by_label("Top").fill("30")
    assert page.locator("[data-box]").evaluate("box => box.style.left") == "60%"
    search(page)
    expect(page.locator(".card-title").first).to_have_text("Stoneware mug")


def test_arrow_keys_move_and_resize_the_crop(open_shop: Visit, snapshot: Path) -> None:
    page = open_shop("/", **DESKTOP)
    choose(page, snapshot)
    box = page.get_by_role("group", name=re.compile("Crop"))
    box.focus()
    for key in ["Shift+ArrowLeft"] * 5 + ["ArrowRight"] * 2:
        page.keyboard.press(key)
    assert box.evaluate("box => [box.style.left, box.style.width]") == ["4%", "90%"]


def test_the_photo_is_shrunk_before_it_travels(open_shop: Visit, snapshot: Path) -> None:
    page = open_shop("/")
    choose(page, snapshot)
    with page.expect_request(lambda request: request.method == "POST") as sent:
        search(page)
    assert len(sent.value.post_data_buffer or b"") < snapshot.stat().st_size / 2


def test_a_photo_is_refined_with_words_and_cut_again(open_shop: Visit, snapshot: Path) -> None:
    page = open_shop("/")
    choose(page, snapshot)
    page.get_by_role("button", name="Thing 1").click()
    search(page)
    first = page.url
    page.get_by_label("Refine with words").fill("mug")
    page.get_by_role("button", name="Refine").click()
    expect(page.get_by_role("slider", name=re.compile("photo counts"))).to_be_visible()
    expect(page).to_have_url(re.compile("photo=.*q=mug"))
    page.goto(first)
    page.get_by_role("button", name="Crop again").click()
    page.get_by_role("button", name="Thing 2").click()
    page.get_by_role("dialog").get_by_role("button", name="Search", exact=True).click()
    expect(page.locator(".card-title").first).to_have_text("Stoneware mug")
    assert PhotoQuery.objects.count() == 2


def test_the_result_of_a_photo_can_be_shared_without_the_photo(
    open_shop: Visit, snapshot: Path
) -> None:
    page = open_shop("/")
    choose(page, snapshot)
    page.get_by_role("button", name="Thing 1").click()
    search(page)
    theirs = open_shop(page.url)
    expect(theirs.locator(".card-title").first).to_have_text("Canvas sneaker")
    expect(theirs.get_by_role("img", name="Your photo")).to_have_count(0)


def test_a_picture_that_is_pasted_opens_the_search(open_shop: Visit, snapshot: Path) -> None:
    page = open_shop("/")
    page.evaluate(
        """async () => {
          const canvas = Object.assign(document.createElement("canvas"), {width: 40, height: 40});
          const blob = await new Promise((done) => canvas.toBlob(done));
          const clipboardData = new DataTransfer();
          clipboardData.items.add(new File([blob], "pasted.png", {type: "image/png"}));
          document.dispatchEvent(new ClipboardEvent("paste", {clipboardData}));
        }"""
    )
    expect(page.get_by_role("dialog").get_by_text("Photo chosen.")).to_be_visible()


def test_a_file_that_is_no_picture_is_refused_in_place(open_shop: Visit, tmp_path: Path) -> None:
    page = open_shop("/")
    text = tmp_path / "notes.jpg"
    text.write_text("not a picture")
    page.get_by_role("link", name="Search with a photo").first.click()
    page.get_by_role("dialog").get_by_label("Choose a photo").set_input_files(text)
    expect(page.get_by_text("This file could not be read as a picture.")).to_be_visible()
    expect(
        page.get_by_role("dialog").get_by_role("button", name="Search", exact=True)
    ).to_be_hidden()
