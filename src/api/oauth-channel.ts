import type { OauthOutcome } from '../domain/oauth.ts';
import { oauthMessage, parseOauthMessage } from './parse-oauth-message.ts';
import { isWire, type Wire } from './read.ts';

/** Joins the pages of one origin, also those that no window has opened. */
const CHANNEL = 'react-atrium-connect oauth';

/** What a page that waits for a visit answers to the page at its end. */
const heard = ({ memberGuid }: OauthOutcome) => ({ heard: memberGuid });

const isHeard = (data: unknown, { memberGuid }: OauthOutcome) =>
  isWire(data) && 'heard' in data && data['heard'] === memberGuid;

function post(channel: BroadcastChannel, message: Wire): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no channel leaves its origin
  channel.postMessage(message);
}

/**
 * Listens for the page at the end of a visit to this member's institution, in whatever tab it is.
 * Gives how to stop. What it hears is a hint, as anything from a page is.
 */
export function listenForReturn(
  memberGuid: string,
  onReturned: (outcome: OauthOutcome) => void,
): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }) => {
    const outcome = parseOauthMessage(data);
    if (outcome?.memberGuid === memberGuid) {
      post(channel, heard(outcome));
      onReturned(outcome);
    }
  });
  return () => channel.close();
}

/** Answers a popup that has come back to this origin and told how it went. */
export function answerPopup(popup: Window, outcome: OauthOutcome): void {
  popup.postMessage(heard(outcome), window.location.origin);
}

/**
 * Tells the page that waits for this visit how it went: by the window that opened this one, which
 * is sure to be the right one, and by the channel, which also reaches a page that has opened a
 * tab without a tie. Resolves to whether one has heard.
 */
export function tellWaitingPage(outcome: OauthOutcome, patienceMs: number): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL);
  const opener = isOwn(window.opener) ? window.opener : null;
  return new Promise<boolean>((resolve) => {
    const hear = ({ data }: MessageEvent) => {
      if (isHeard(data, outcome)) {
        end(true);
      }
    };
    const hearOpener = (event: MessageEvent) => {
      if (event.source === opener && event.origin === window.location.origin) {
        hear(event);
      }
    };
    const end = (isHeardBySomeone: boolean) => {
      clearTimeout(patience);
      channel.close();
      window.removeEventListener('message', hearOpener);
      resolve(isHeardBySomeone);
    };
    const patience = setTimeout(() => end(false), patienceMs);
    channel.addEventListener('message', hear);
    window.addEventListener('message', hearOpener);
    opener?.postMessage(oauthMessage(outcome), window.location.origin);
    post(channel, oauthMessage(outcome));
  });
}

/** Whether that is a window that shows a page of this very origin. */
function isOwn(opener: unknown): opener is Window {
  try {
    return opener !== null && (opener as Window).location.origin === window.location.origin;
  } catch {
    return false;
  }
}
