import {
  CHALLENGE_TYPES,
  imageDataUri,
  type Challenge,
  type ImageOption,
} from '../domain/challenge.ts';
import { labelOf, parseOption, parseOptions } from './parse-credential.ts';
import { guidOf, listOf, type WireOf } from './read.ts';

/** A question; `null` without the guid that its answer is sent back with. */
export function parseChallenge(wire: WireOf<'challenge'>): Challenge | null {
  const guid = guidOf(wire['guid']);
  if (guid === null) {
    return null;
  }
  const question = { guid, label: labelOf(wire) };
  // A choice among nothing could never be answered: it is asked as text.
  const asText: Challenge = { ...question, type: 'UNKNOWN' };
  const type = CHALLENGE_TYPES.find((known) => known === wire['type']);
  switch (type) {
    case 'TEXT':
    case 'TOKEN':
      return { ...question, type };
    case 'OPTIONS': {
      const options = parseOptions(wire['options']);
      return options.length > 0 ? { ...question, type, options } : asText;
    }
    case 'IMAGE_DATA':
      return { ...question, type, imageData: imageDataUri(wire['image_data']) };
    case 'IMAGE_OPTIONS': {
      const imageOptions = listOf(wire['image_options'], parseImageOption);
      return imageOptions.length > 0 ? { ...question, type, imageOptions } : asText;
    }
    case undefined:
      return asText;
    default:
      return type satisfies never;
  }
}

function parseImageOption(wire: WireOf<'imageOption'>): ImageOption | null {
  const option = parseOption(wire);
  return option && { ...option, dataUri: imageDataUri(wire['data_uri']) };
}
