import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostPixels, pixelsOf } from '../../src/domain/image-size.ts';

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** The same image with these bytes from there on. */
function patched(base64: string, at: number, ...bytes: number[]): Uint8Array {
  const copy = bytesOf(base64);
  copy.set(bytes, at);
  return copy;
}

/** Red images of 3 × 2 pixels, as an encoder writes them. */
const IMAGES = {
  PNG: 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACAQMAAACnuvRZAAAAA1BMVEX/AAAZ4gk3AAAADElEQVQI12NgYGAAAAAEAAEnNCcKAAAAAElFTkSuQmCC',
  GIF: 'R0lGODlhAwACAPAAAP8AAAAAACH5BAAAAAAALAAAAAADAAIAAAIChF8AOw==',
  'animated GIF':
    'R0lGODlhAwACAPAAAP8AAAAAACH5BAAKAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAAAwACAAACAoRfACH5BAAKAAAALAAAAAADAAIAgAAA/wAAAAIChF8AOw==',
  JPEG: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAACAAMDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAHCf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ADoDFU3/2Q==',
  'progressive JPEG':
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wgARCAACAAMDAREAAhEBAxEB/8QAFAAB',
  'lossy WebP':
    'UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoDAAIAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=',
  'lossless WebP': 'UklGRhwAAABXRUJQVlA4TA8AAAAvAkAAAAcQ/Y/+ByKi/wEA',
  'extended WebP':
    'UklGRl4AAABXRUJQVlA4WAoAAAAQAAAAAgAAAQAAQUxQSAcAAAAAf39/f39/AFZQOCAwAAAA0AEAnQEqAwACAAIANCWgAnS6AfgAA7AA/vDEC/8guWF1yNf/ID/kB/yA//jyAAAA',
  BMP: 'Qk1OAAAAAAAAADYAAAAoAAAAAwAAAAIAAAABABgAAAAAABgAAAAAAAAAAAAAAAAAAAAAAAAAAAD/AAD/AAD/AAAAAAD/AAD/AAD/AAAA',
  'OS/2 BMP': 'Qk0yAAAAAAAAABoAAAAMAAAAAwACAAEAGAAAAP8AAP8AAP8AAAAAAP8AAP8AAP8AAAA=',
} as const;

describe('pixelsOf', () => {
  it.each(Object.entries(IMAGES))('reads the size of a %s', (_type, base64) => {
    expect(pixelsOf(bytesOf(base64))).toBe(6);
  });

  const BIG = [0x40, 0x9c]; // 40,000, the low byte first.
  it.each<[string, Uint8Array, number]>([
    ['PNG', patched(IMAGES.PNG, 16, 0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40), 40_000 ** 2],
    ['PNG of the largest sides', patched(IMAGES.PNG, 16, ...Array(8).fill(0xff)), (2 ** 32 - 1) ** 2],
    ['GIF', patched(IMAGES.GIF, 6, ...BIG, ...BIG), 40_000 ** 2],
    ['GIF whose first frame is larger than its screen', patched(IMAGES.GIF, 32, ...BIG, ...BIG), 40_000 ** 2],
    ['GIF whose first frame begins far outside', patched(IMAGES.GIF, 28, ...BIG, ...BIG), 40_003 * 40_002],
    ['JPEG', patched(IMAGES.JPEG, 163, 0x9c, 0x40, 0x9c, 0x40), 40_000 ** 2],
    ['progressive JPEG', patched(IMAGES['progressive JPEG'], 163, 0x9c, 0x40, 0x9c, 0x40), 40_000 ** 2],
    ['lossy WebP', patched(IMAGES['lossy WebP'], 26, 0xff, 0x3f, 0xff, 0x3f), 16_383 ** 2],
    ['lossless WebP', patched(IMAGES['lossless WebP'], 21, 0xff, 0xff, 0xff, 0x0f), 16_384 ** 2],
    ['extended WebP', patched(IMAGES['extended WebP'], 24, 0x3f, 0x9c, 0, 0x3f, 0x9c, 0), 40_000 ** 2],
    ['BMP', patched(IMAGES.BMP, 18, ...BIG, 0, 0, ...BIG, 0, 0), 40_000 ** 2],
    ['BMP written from the top', patched(IMAGES.BMP, 18, ...BIG, 0, 0, 0xc0, 0x63, 0xff, 0xff), 40_000 ** 2],
    ['OS/2 BMP', patched(IMAGES['OS/2 BMP'], 18, ...BIG, ...BIG), 40_000 ** 2],
  ])('reads the size of a huge %s', (_type, bytes, pixels) => {
    expect(pixelsOf(bytes)).toBe(pixels);
  }); // prettier-ignore

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an AVIF image', bytesOf('AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZg==')],
    ['a PNG that begins with another chunk', patched(IMAGES.PNG, 12, 0x43, 0x67, 0x42, 0x49)],
    ['a WebP of a newer kind', patched(IMAGES['lossy WebP'], 15, 0x39)],
    ['a GIF without a frame', patched(IMAGES.GIF, 27, 0x3b)],
    ['a JPEG with a marker that has no length', patched(IMAGES.JPEG, 2, 0xff, 0xd0)],
    ['a JPEG with bytes between its segments', patched(IMAGES.JPEG, 20, 0)],
  ])('throws for %s', (_what, bytes) => {
    expect(() => pixelsOf(bytes)).toThrow(RangeError);
  });

  it.each(Object.entries(IMAGES))('throws for a %s that ends in its header', (type, base64) => {
    const ends = type.endsWith('JPEG') ? 166 : 17;
    expect(() => pixelsOf(bytesOf(base64).slice(0, ends))).toThrow(RangeError);
  });

  it('returns a number or throws a RangeError, whatever the bytes are', () => {
    const image = fc.constantFrom(...Object.values(IMAGES)).map(bytesOf);
    const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(image, changes, (bytes, bent) => {
        bent.forEach(([at, byte]) => at < bytes.length && (bytes[at] = byte));
        try {
          expect(pixelsOf(bytes)).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe('mostPixels', () => {
  it.each([
    [1, 4_194_304],
    [4, 4_194_304],
    [16, 1_048_576],
    [1_000, 16_777.216],
  ])('lets %i images of a form have %f pixels each', (images, pixels) => {
    expect(mostPixels(images)).toBe(pixels);
  });
});
