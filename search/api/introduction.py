"""What the page of the API says before it lists the endpoints (Markdown)."""

INTRODUCTION = """
Search a product catalogue with words, photos or both, and keep it in line with the shop's own
system. Everything is JSON; everything that goes wrong is a problem (RFC 9457) with a sentence.

## Search

```
curl 'SHOP/api/v1/search/?q=red+sneakers+size+42&price_max=80'
curl -F photo=@shoe.jpg -F q='in blue' SHOP/api/v1/search/
curl 'SHOP/api/v1/search/?like=FEN-39&in_stock=1'
```

`results` meet all that was understood (`interpretation` says what that is), and only they are
counted; `partial` meet some of it, each with what it lacks; `less_similar` are near. Each has its
`sku`, the shop's own `source_id` and `url`, what it costs and whether it can be had. `next` is the
address of the next page. A photo is not stored: send its `photo_id` again for a day. A parameter
that there is not is refused, with the nearest one that there is.

## Keys

Anybody may search, as often as a minute allows an address. A key has a rate of its own, and may be
allowed to write; admin makes and revokes them (API keys), and shows each once:

```
curl -H 'Authorization: Bearer vitrine_…' 'SHOP/api/v1/search/?q=boots'
```

**A storefront at another address** searches from the browser with a key to read that names its
origin (`https://shop.example`):

```
const reply = await fetch("SHOP/api/v1/search/?q=boots", {
  headers: { Authorization: "Bearer vitrine_…" },
});
const { results, facets, next } = await reply.json();
```

Such a key stands in the page, where everybody can read it; that is why it can only read.

## Write

The columns are those of an import, and so are the checks and the sentences. PUT replaces: what it
leaves out is emptied. PATCH changes what it names. Sent again, neither changes anything.

```
curl -X PUT SHOP/api/v1/products/FEN-39/ -H "$KEY" -H 'Content-Type: application/json' -d '{
  "title": "Fenlow boot", "category": ["Shoes > Boots"], "url": "https://shop.example/p/7/",
  "images": ["https://shop.example/media/moss.jpg"], "attributes": {"Sole": "rubber"},
  "variants": [{"sku": "FEN-39", "size": "39", "price": 79, "stock": 4},
               {"sku": "FEN-40", "size": "40", "price": 79, "stock": 0}]}'
curl -X PATCH SHOP/api/v1/products/FEN-40/variants/FEN-40/ -H "$KEY" \\
  -H 'Content-Type: application/json' -d '{"stock": 7}'
curl -X DELETE SHOP/api/v1/products/FEN-39/ -H "$KEY"
curl -X POST SHOP/api/v1/products/batch/ -H "$KEY" -H 'Content-Type: application/json' -d '{
  "products": [{"sku": "FEN-39", "stock": 2}, {"sku": "TARN", "title": "Tarn kettle", "price": 49},
               {"sku": "OLD-1", "delete": true}]}'
```

A batch takes up to 1,000 rows, writes those that are good, and tells of each what became of it.
Rows with the same `group` are variants of one product. What is written is searchable a few seconds
later, photos when they have been fetched. A key with a source writes the products of that source
alone, and what it makes belongs to it.
"""
