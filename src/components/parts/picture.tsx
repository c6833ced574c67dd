'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { challenge } from '../../locales/en/challenge.ts';
import { useWords } from '../words.tsx';

interface PictureProps {
  /** A data URI in base64; `null` when what came is not an image. */
  readonly dataUri: string | null;
  /** What a screen reader says; without it the picture is decoration. */
  readonly label?: string;
}

/**
 * A picture that came as data. Drawn rather than linked to, because `img-src 'self'` lets no data
 * URI pass. Renders a `<canvas>`, or a sentence when there is nothing to draw.
 */
export function Picture({ dataUri, label }: PictureProps): ReactNode {
  const t = useWords(challenge);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [brokenUri, setBrokenUri] = useState<string | null>(null);

  // The picture is drawn onto an element that React knows nothing of the inside of.
  useEffect(() => {
    let isCurrent = true;
    if (dataUri !== null) {
      decode(dataUri).then(
        (bitmap) => isCurrent && draw(canvas.current, bitmap),
        () => isCurrent && setBrokenUri(dataUri),
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [dataUri]);

  if (dataUri === null || dataUri === brokenUri) {
    return <p className="atrium-picture-missing">{t('challenge.no-picture')}</p>;
  }
  const role = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <canvas {...role} ref={canvas} className="atrium-picture" />;
}

async function decode(dataUri: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(dataUri.slice(dataUri.indexOf(',') + 1)), (character) =>
    character.charCodeAt(0),
  );
  return createImageBitmap(new Blob([bytes]));
}

function draw(canvas: HTMLCanvasElement | null, bitmap: ImageBitmap): void {
  if (canvas !== null) {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  }
  bitmap.close();
}
