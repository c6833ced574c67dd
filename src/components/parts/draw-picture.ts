import { mostPixels, pixelsOf } from '../../domain/image-size.ts';

/**
 * Decodes an image and draws it, unless it has more pixels than it may. Rejects when it isn't drawn.
 *
 * @param pictures How many the form has, this one included.
 * @param getCanvas Called once the image is decoded; `null` if it is no longer wanted.
 */
export async function drawPicture(
  dataUri: string,
  pictures: number,
  getCanvas: () => HTMLCanvasElement | null,
): Promise<void> {
  const bytes = Uint8Array.from(atob(dataUri.slice(dataUri.indexOf(',') + 1)), (character) =>
    character.charCodeAt(0),
  );
  if (pixelsOf(bytes) > mostPixels(pictures)) {
    throw new RangeError('The image has too many pixels.');
  }
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const canvas = getCanvas();
  if (canvas !== null) {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  }
  bitmap.close();
}
