import { parseOauthReturn } from './parse-oauth-return.ts';
import type { OauthOutcome } from '../domain/oauth.ts';
import { isWire } from './read.ts';

/** Joins the pages of one origin. The institution's page keeps no tie to the page that opened it. */
const CHANNEL = 'react-atrium-connect oauth';

/** A page does without the channel if the browser has none or denies it, as without storage. */
function open(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}

function post(channel: BroadcastChannel | null, message: unknown): void {
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no channel leaves its origin
    channel?.postMessage(message);
  } catch {
    // The other page then finds the outcome by polling.
  }
}

/**
 * Listens for the return page of a handoff for this member, in any tab. The outcome is a hint, like
 * everything that comes from a page. Returns a function that stops listening.
 */
export function listenForReturn(
  memberGuid: string,
  onReturned: (outcome: OauthOutcome) => void,
): () => void {
  const channel = open();
  channel?.addEventListener('message', ({ data }) => {
    const outcome = typeof data === 'string' ? parseOauthReturn(data) : null;
    if (outcome?.memberGuid === memberGuid) {
      post(channel, { heard: memberGuid });
      onReturned(outcome);
    }
  });
  return () => channel?.close();
}

/**
 * Sends the URL of the return page to the page that waits for this member. Resolves to whether one
 * has answered within `patienceMs`.
 */
export function tellWaitingPage(
  url: string,
  { memberGuid }: OauthOutcome,
  patienceMs: number,
): Promise<boolean> {
  const channel = open();
  return new Promise<boolean>((resolve) => {
    const end = (isHeard: boolean) => {
      clearTimeout(patience);
      channel?.close();
      resolve(isHeard);
    };
    const patience = setTimeout(() => end(false), patienceMs);
    channel?.addEventListener('message', ({ data }) => {
      if (isWire(data) && 'heard' in data && data['heard'] === memberGuid) {
        end(true);
      }
    });
    post(channel, url);
  });
}
