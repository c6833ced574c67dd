import { focusManager, onlineManager, type Query } from '@tanstack/react-query';
import { keepOpen, type KeptStream } from './event-stream.ts';
import { createHints, followedQueries } from './hints.ts';
import type { Atrium } from './jobs.ts';
import { followedMembers, membersOptions } from './member-list.ts';
import { createTimer } from './timer.ts';

/** So long may a stream be away before it is missed: the next one tells what has happened since. */
const MOMENT_MS = 6_000;

/** What is followed no longer may be followed again soon, from one step to the next. */
const LINGER_MS = 5_000;

/**
 * Keeps one stream of events open for as long as anything is followed, and has it read anew when
 * it may have changed. Tells `onChange` whether the stream is there, and so whether polling may
 * slow down. Returns how to stop.
 */
export function followEvents(atrium: Atrium, onChange: (isLive: boolean) => void): () => void {
  const { client, queryClient } = atrium;
  const hints = createHints(atrium);
  const moment = createTimer(MOMENT_MS);
  const linger = createTimer(LINGER_MS);
  const glance = createTimer(0);
  let stream: KeptStream | null = null;
  let hasNone = client.openEvents === undefined;
  let isLive = false;

  const setLive = (next: boolean) => {
    moment.clear();
    if (isLive !== next) {
      isLive = next;
      onChange(next);
    }
  };
  const goOnWithout = () => {
    if (isLive) {
      setLive(false);
      // There may have been news that nobody has told.
      hints.readAll();
    }
  };
  const open = () =>
    keepOpen(client, () => audienceOf(atrium), {
      onOpen(isResumed) {
        setLive(true);
        if (!isResumed) {
          hints.readStale();
        }
      },
      onEvent: hints.take,
      onLost: () => moment.start(goOnWithout),
      // A session that is over may be renewed by the time that something is followed anew.
      onRefused({ kind }) {
        hasNone = kind === 'not-found';
        goOnWithout();
      },
    });
  const close = () => {
    stream?.close();
    stream = null;
    setLive(false);
  };
  const look = () => {
    if (!isFollowing(atrium)) {
      linger.start(close);
    } else {
      linger.clear();
      stream ??= hasNone ? null : open();
    }
  };

  // Not at once: one thing that happens to the cache seldom comes alone.
  const glanceSoon = () => glance.start(look);
  const unsubscribe = [
    queryClient.getQueryCache().subscribe(glanceSoon),
    focusManager.subscribe(glanceSoon),
    onlineManager.subscribe((isOnline) => isOnline && stream?.wake()),
  ];
  glanceSoon();
  return () => {
    unsubscribe.forEach((stop) => stop());
    [glance, linger].forEach((timer) => timer.clear());
    hints.stop();
    close();
  };
}

/** A page that nobody sees needs no events, except of what is read even then. */
const isFollowing = (atrium: Atrium): boolean =>
  followedQueries(atrium).some((query) => focusManager.isFocused() || isReadUnseen(query));

const isReadUnseen = (query: Query): boolean =>
  query.observers.some(
    ({ options: { refetchInterval: interval, refetchIntervalInBackground: unseen } }) =>
      unseen && typeof interval === 'function' && interval(query) !== false,
  );

/** Tells the page of one person from that of another: the scope may be the same for all. */
function audienceOf({ client, queryClient }: Atrium): string {
  const listed = queryClient.getQueryData(membersOptions(client).queryKey) ?? [];
  const followed = followedMembers(queryClient, client);
  return [client.scope, ...followed, ...listed.map(({ guid }) => guid)].join(' ');
}
