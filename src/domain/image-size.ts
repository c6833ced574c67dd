/**
 * How many pixels an image has, read from its header: a small file can decode to gigabytes, so its
 * size is checked before a browser decodes it.
 */

/** Of one image: 4 megapixels, which decode to 16 MiB. */
const MOST = 2 ** 22;
/** Of all images of a form together. */
const MOST_TOGETHER = 2 ** 24;

/** Returns how many pixels each of so many images may have. */
export const mostPixels = (images: number): number => Math.min(MOST, MOST_TOGETHER / images);

/**
 * Returns how many pixels an image has. Its first bytes decide on its type, as in a browser.
 *
 * @throws RangeError if it isn't a PNG, GIF, WebP, JPEG or BMP, or if its header is incomplete.
 */
export function pixelsOf({ buffer }: Uint8Array): number {
  const view = new DataView(buffer);
  const read = READERS[view.getUint16(0)] ?? refuse;
  return read(view);
}

type Reader = (view: DataView) => number;

const refuse = (): never => {
  throw new RangeError('The size of the image could not be read.');
};

/** By the first two bytes. */
const READERS: Readonly<Record<number, Reader>> = {
  0x8950: (view) =>
    view.getUint32(12) === IHDR ? view.getUint32(16) * view.getUint32(20) : refuse(),
  0x4749: gif,
  0x5249: webp,
  0xffd8: jpeg,
  0x424d: (view) =>
    view.getUint32(14, true) === 12
      ? view.getUint16(18, true) * view.getUint16(20, true)
      : Math.abs(view.getInt32(18, true) * view.getInt32(22, true)),
};

const IHDR = 0x49484452;

/** The first frame may be larger than the screen that the header names: browsers make room. */
function gif(view: DataView): number {
  const flags = view.getUint8(10);
  let at = 13 + (flags & 0x80 ? 6 << (flags & 7) : 0);
  // Extensions come first, each in blocks that begin with their size.
  while (view.getUint8(at) === 0x21) {
    for (at += 2; view.getUint8(at) > 0; at += view.getUint8(at) + 1);
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c) {
    return refuse();
  }
  const side = (screen: number, start: number) =>
    Math.max(
      view.getUint16(screen, true),
      view.getUint16(at + start, true) + view.getUint16(at + start + 4, true),
    );
  return side(6, 1) * side(8, 3);
}

function webp(view: DataView): number {
  const low = (at: number, bits: number) => view.getUint32(at, true) & (2 ** bits - 1);
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 "
      return low(26, 14) * low(28, 14);
    case 0x5650384c: // "VP8L"
      return (1 + low(21, 14)) * (1 + ((view.getUint32(21, true) >> 14) & 0x3fff));
    case 0x56503858: // "VP8X"
      return (1 + low(24, 24)) * (1 + low(27, 24));
    default:
      return refuse();
  }
}

/** Walks from segment to segment to the frame header. */
function jpeg(view: DataView): number {
  let at = 2;
  for (;;) {
    const marker = view.getUint16(at);
    const isFrame = marker === 0xffc0 || (marker >> 4 === 0xffc && marker % 4 > 0);
    if (isFrame) {
      return view.getUint16(at + 5) * view.getUint16(at + 7);
    }
    // A marker without a length, or none at all: a decoder could see another header than this walk.
    if (marker < 0xffc0 || (marker >= 0xffd0 && marker <= 0xffd9) || marker === 0xffff) {
      return refuse();
    }
    at += 2 + view.getUint16(at + 2);
  }
}
