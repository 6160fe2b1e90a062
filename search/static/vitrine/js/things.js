// Boxes around the things in a photo: pieces that differ from every colour of the ground, where the
// ground is what the photo's edge is made of (a floor, a wall, a lawn). In a scene with too much
// going on it proposes nothing, and the shopper crops by hand.

import { cut } from "./picture.js";

const SIDE = 64; // pixels: enough to tell things apart, too few for grain and texture
const GROUNDS = 4; // colours of the edge that are looked for
const SHARE = 0.1; // of the edge, from which a colour is ground
const LEAST = 26; // distance of colours: below it is shade and grain
const SMALLEST = 0.02; // of the area
const LARGEST = 0.8;
const MOST = 4;
const MARGIN = 0.02;

/** Boxes {x, y, w, h} as shares of the picture, the largest first; none where it is one thing. */
export function findThings(picture) {
  const canvas = cut(picture, undefined, SIDE);
  const { width, height } = canvas;
  const colors = opponent(canvas.getContext("2d").getImageData(0, 0, width, height).data);
  const boxes = pieces(foreground(colors, width, height), width, height)
    .filter((box) => box.w * box.h >= SMALLEST && box.w * box.h <= LARGEST && !isStrip(box))
    .sort((one, other) => other.w * other.h - one.w * one.h);
  return boxes.filter((box, number) => !boxes.slice(0, number).some((larger) => within(box, larger)))
    .slice(0, MOST).map(widened);
}

// Light, red against green, yellow against blue. Light counts half: a shadow is not a thing.
function opponent(data) {
  return Array.from({ length: data.length / 4 }, (_, pixel) => {
    const [red, green, blue] = data.slice(pixel * 4, pixel * 4 + 3);
    return [(red + green + blue) / 6, red - green, (red + green) / 2 - blue];
  });
}

function foreground(colors, width, height) {
  const edge = [];
  for (let x = 0; x < width; x += 1) edge.push(colors[x], colors[(height - 1) * width + x]);
  for (let y = 0; y < height; y += 1) edge.push(colors[y * width], colors[y * width + width - 1]);
  const grounds = groundsOf(edge);
  const far = (color) => Math.min(...grounds.map((ground) => distance(color, ground)));
  const threshold = Math.max(LEAST, 2.5 * median(edge.map(far)));
  return closed(colors.map((color) => far(color) > threshold), width, height);
}

// k-means over the edge, begun with colours far from one another; rare colours are things cut off.
function groundsOf(edge) {
  let centers = [edge[0]];
  while (centers.length < GROUNDS) centers.push(farthest(edge, centers));
  let members = [];
  for (let round = 0; round < 6; round += 1) {
    members = centers.map(() => []);
    for (const color of edge) members[nearest(color, centers)].push(color);
    centers = centers.map((center, number) => (members[number].length ? mean(members[number]) : center));
  }
  return centers.filter((_, number) => members[number].length >= SHARE * edge.length);
}

// Grown by a pixel and shrunk again: parts that almost touch are one thing.
function closed(mask, width, height) {
  const around = (pixels, pixel, test) => {
    const x = pixel % width;
    const beside = [pixel, x > 0 ? pixel - 1 : pixel, x < width - 1 ? pixel + 1 : pixel];
    const near = beside.flatMap((each) => [each, each - width, each + width]);
    return near.filter((each) => each >= 0 && each < width * height)[test]((each) => pixels[each]);
  };
  const grown = mask.map((_, pixel) => around(mask, pixel, "some"));
  return grown.map((_, pixel) => around(grown, pixel, "every"));
}

function pieces(mask, width, height) {
  const found = [];
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start]) found.push(piece(mask, start, width, height));
  }
  return found;
}

// Takes one connected piece out of the mask and returns the box around it.
function piece(mask, start, width, height) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  const waiting = [start];
  mask[start] = false;
  while (waiting.length) {
    const pixel = waiting.pop();
    const x = pixel % width;
    const y = (pixel - x) / width;
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    for (const [nx, ny] of [[x - 1, y], [x + 1, y], [x, y - 1], [x, y + 1]]) {
      const next = ny * width + nx;
      if (nx < 0 || ny < 0 || nx >= width || ny >= height || !mask[next]) continue;
      mask[next] = false;
      waiting.push(next);
    }
  }
  return { x: left / width, y: top / height, w: (right - left + 1) / width, h: (bottom - top + 1) / height };
}

// A band along the whole edge is sky or skirting board.
const isStrip = (box) => (box.w > 0.9 && box.h < 0.3) || (box.h > 0.9 && box.w < 0.3);

function within(box, larger) {
  const wide = Math.min(box.x + box.w, larger.x + larger.w) - Math.max(box.x, larger.x);
  const high = Math.min(box.y + box.h, larger.y + larger.h) - Math.max(box.y, larger.y);
  return Math.max(0, wide) * Math.max(0, high) > 0.6 * box.w * box.h;
}

function widened(box) {
  const x = Math.max(0, box.x - MARGIN);
  const y = Math.max(0, box.y - MARGIN);
  return { x, y, w: Math.min(1 - x, box.w + 2 * MARGIN), h: Math.min(1 - y, box.h + 2 * MARGIN) };
}

const distance = (one, other) => Math.hypot(...one.map((value, channel) => value - other[channel]));

const mean = (colors) => [0, 1, 2].map((channel) => colors.reduce((sum, color) => sum + color[channel], 0) / colors.length);

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];

function nearest(color, centers) {
  const distances = centers.map((center) => distance(color, center));
  return distances.indexOf(Math.min(...distances));
}

function farthest(colors, centers) {
  const distances = colors.map((color) => distance(color, centers[nearest(color, centers)]));
  return colors[distances.indexOf(Math.max(...distances))];
}
