'use client';

import { useCallback, useState } from 'react';
import { useStatusTitle } from '../components/parts/status-words.ts';
import { useWords } from '../components/words.tsx';
import { memberStanding } from '../domain/member-standing.ts';
import type { Member } from '../domain/member.ts';
import type { Members } from '../hooks/use-members.ts';
import { members as words } from '../locales/en/members.ts';
import { remedies } from '../locales/en/remedies.ts';
import type { MemberPanel } from './member-item.tsx';

const slice = { ...words, ...remedies };

/** What a live region says of the list. */
export interface MembersAnnouncement {
  readonly announcement: string;
  readonly announce: (news: News) => void;
}

/** Something to say of the members. */
export type News =
  | { readonly kind: 'changed'; readonly members: readonly Member[] }
  | { readonly kind: 'removed'; readonly name: string }
  | { readonly kind: 'throttled'; readonly member: Member };

interface Told {
  /** The list of which everything has been told. */
  readonly list: readonly Member[] | null;
  readonly news: News;
}

const NOTHING_TOLD: Told = { list: null, news: { kind: 'changed', members: [] } };

/**
 * Says which members have come to stand differently, once each and in one place. Not of the one
 * whose connection is open, which says so itself.
 */
export function useMembersAnnouncement(
  members: Members,
  open: MemberPanel | null,
): MembersAnnouncement {
  const t = useWords(slice);
  const title = useStatusTitle();
  const [told, tell] = useState<Told>(NOTHING_TOLD);
  const list = members.kind === 'ready' ? members.value : null;
  if (list === null && told.list !== null) {
    // The session has ended, and the news names banks.
    tell(NOTHING_TOLD);
  } else if (list !== null && list !== told.list) {
    const spokenFor = open?.kind === 'connection' || open?.kind === 'manual' ? open.guid : null;
    const changed = changedMembers(told.list, list).filter(({ guid }) => guid !== spokenFor);
    tell({ list, news: changed.length > 0 ? { kind: 'changed', members: changed } : told.news });
  }
  return {
    announcement: inWords(told.news),
    announce: useCallback((news) => tell((before) => ({ ...before, news })), []),
  };

  function inWords(news: News): string {
    switch (news.kind) {
      case 'changed':
        return news.members.map(changeInWords).join(' ');
      case 'removed':
        return t('members.removed', { institution: news.name });
      case 'throttled':
        return memberStanding(news.member).status.turn === 'done'
          ? t('members.up-to-date')
          : t('status.throttled');
      default:
        return news satisfies never;
    }
  }

  function changeInWords(member: Member): string {
    const institution = member.name;
    const { status: row, detail } = memberStanding(member);
    const status = title(row.name, institution, detail);
    return `${t('members.changed', { institution, status })}.`;
  }
}

function changedMembers(
  before: readonly Member[] | null,
  now: readonly Member[],
): readonly Member[] {
  const last = new Map(before?.map((member) => [member.guid, standingOf(member)]));
  return now.filter(
    (member) => last.has(member.guid) && last.get(member.guid) !== standingOf(member),
  );
}

/** What a change of standing is told by. */
function standingOf(member: Member): string {
  const { status, detail } = memberStanding(member);
  return `${status.name} ${detail.error?.code}`;
}
