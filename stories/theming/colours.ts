/** A colour in whatever notation the browser computes it, as red, green and blue on the screen. */
export function rgbOf(colour: string): readonly number[] {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) {
    throw new Error('A story needs a browser that draws.');
  }
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return Array.from(context.getImageData(0, 0, 1, 1).data).slice(0, 3);
}
