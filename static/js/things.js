// Boxes around the things in a photo: what differs from the colours at its edge, in one piece.
// Right for things on a table, a floor or a wall; in a busy scene it proposes nothing.

import { cut } from "./picture.js";

const SIDE = 96; // pixels: enough to tell things apart
const SMALLEST = 0.02; // of the area
const LARGEST = 0.8;
const MOST = 4;
const MARGIN = 0.02;

/** Boxes {x, y, w, h} as shares of the picture, the largest first; none where it is one thing. */
export function findThings(picture) {
  const canvas = cut(picture, undefined, SIDE);
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const boxes = pieces(foreground(data, width, height), width, height)
    .filter((box) => box.w * box.h >= SMALLEST && box.w * box.h <= LARGEST)
    .sort((one, other) => other.w * other.h - one.w * one.h)
    .slice(0, MOST);
  return boxes.map(widened);
}

function foreground(data, width, height) {
  const edge = [];
  for (let x = 0; x < width; x += 1) edge.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y += 1) edge.push(y * width, y * width + width - 1);
  const ground = [0, 1, 2].map((channel) => median(edge.map((pixel) => data[pixel * 4 + channel])));
  const distance = (pixel) => Math.hypot(...ground.map((value, channel) => data[pixel * 4 + channel] - value));
  const threshold = Math.max(36, 2.5 * median(edge.map(distance)));
  return Array.from({ length: width * height }, (_, pixel) => distance(pixel) > threshold);
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

function widened(box) {
  const x = Math.max(0, box.x - MARGIN);
  const y = Math.max(0, box.y - MARGIN);
  return { x, y, w: Math.min(1 - x, box.w + 2 * MARGIN), h: Math.min(1 - y, box.h + 2 * MARGIN) };
}

function median(values) {
  return [...values].sort((one, other) => one - other)[values.length >> 1];
}
