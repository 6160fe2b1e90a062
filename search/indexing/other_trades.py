"""Things of many trades, in plain words: what a shop does not sell of them is a query without an
answer, and calibration needs to have seen some (`search.indexing.calibrating`).

A shop that does sell one of them says so in its own texts; then it is left out.
"""

THINGS = """
    paving slab, plaster board, scaffold clamp, cement mixer, drain rod, door hinge, wood stain,
    sandpaper, chisel, spirit level, staple gun, hot glue stick, cable tie, fuse box, light switch,
    extension reel, water heater, radiator valve, toilet cistern, kitchen tap, timing belt, oil
    filter, tow bar, car battery, wheel nut, exhaust pipe, bicycle chain, inner tube, handlebar
    tape, outboard motor, boat anchor, life jacket, fishing reel, fishing lure, tennis racket, golf
    putter, dumbbell, rowing machine, ski binding, climbing rope, snorkel, dart board, boxing
    glove, ice skate, horse saddle, dog leash, aquarium pump, bird seed, hamster cage, cattle feed,
    flea collar, hedge trimmer, compost, tulip bulb, tomato seedling, weed killer, wheelbarrow,
    greenhouse heater, graphics card, network switch, hard disk, laser printer, keyboard, webcam,
    memory card, usb charger, satellite dish, car radio, guitar string, drum stick, violin bow,
    trumpet mouthpiece, sheet music, vinyl record, board game, playing cards, jigsaw puzzle, model
    railway, paint brush, oil paint, knitting needle, zip fastener, envelope, ring binder, stapler,
    fountain pen, whiteboard marker, shredder, cash register, pallet truck, hard hat, ear
    defenders, safety goggles, microscope, test tube, stethoscope, plaster cast, razor blade,
    lipstick, nail polish, sun cream, cough syrup, contact lens fluid, nappies, baby milk, breast
    pump, car seat, olive oil, red wine, coffee beans, breakfast cereal, frozen peas, salmon
    fillet, sourdough bread, chocolate bar, chewing gum, cat food, washing powder, bin liner, mop
    bucket, vacuum cleaner bag, ironing board, steam iron, washing machine, fridge, microwave oven,
    hearing aid, cigarette lighter, funeral urn, birthday balloon, fireworks, christmas tree, hotel
    voucher, life insurance, tax software, web hosting, haircut, tattoo ink"""


def things() -> list[str]:
    return [" ".join(thing.split()) for thing in THINGS.split(",")]
