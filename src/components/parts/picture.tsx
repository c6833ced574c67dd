'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { challenge } from '../../locales/en/challenge.ts';
import { useWords } from '../words.tsx';

interface PictureProps {
  /** A data URI in base64; `null` when what came is not an image. */
  readonly dataUri: string | null;
  /** How many pictures the form has, this one included: they share a limit on pixels. */
  readonly pictures: number;
  /** What a screen reader says; without it the picture is decoration. */
  readonly label?: string;
}

/**
 * A picture that came as data. Drawn rather than linked to, because `img-src 'self'` lets no data
 * URI pass. Renders a `<canvas>`, or a sentence when there is nothing to draw.
 */
export function Picture({ dataUri, pictures, label }: PictureProps): ReactNode {
  const t = useWords(challenge);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [brokenUri, setBrokenUri] = useState<string | null>(null);

  // The picture is drawn onto an element that React knows nothing of the inside of.
  useEffect(() => {
    let isCurrent = true;
    if (dataUri !== null) {
      // Few banks ask with pictures, so what reads them is loaded for those that do.
      import('./draw-picture.ts')
        .then(({ drawPicture }) =>
          drawPicture(dataUri, pictures, () => (isCurrent ? canvas.current : null)),
        )
        .catch(() => isCurrent && setBrokenUri(dataUri));
    }
    return () => {
      isCurrent = false;
    };
  }, [dataUri, pictures]);

  if (dataUri === null || dataUri === brokenUri) {
    return <p className="atrium-picture-missing">{t('challenge.no-picture')}</p>;
  }
  const role = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <canvas {...role} ref={canvas} className="atrium-picture" />;
}
