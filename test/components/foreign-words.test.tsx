// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { CREDENTIAL_TYPES } from '../../src/domain/credential.ts';
import { ChallengeForm, Connected, CredentialsForm, InstitutionSearch } from '../../src/index.ts';

afterEach(cleanup);

/** Written from right to left, and ending in a sign that would change sides. */
const FOREIGN = 'שם משתמש (אנגלית)';

const ignore = (): void => undefined;
const option = { label: FOREIGN, value: '1', dataUri: null };
const form = { institutionName: FOREIGN, isSubmitting: false, onSubmit: ignore };

const shown: Readonly<Record<string, ReactElement>> = {
  ChallengeForm: (
    <ChallengeForm
      {...form}
      challenges={[
        { guid: '1', type: 'TEXT', label: FOREIGN },
        { guid: '2', type: 'TOKEN', label: FOREIGN },
        { guid: '3', type: 'OPTIONS', label: FOREIGN, options: [option] },
        { guid: '4', type: 'IMAGE_DATA', label: FOREIGN, imageData: null },
        { guid: '5', type: 'IMAGE_OPTIONS', label: FOREIGN, imageOptions: [option] },
      ]}
    />
  ),
  CredentialsForm: (
    <CredentialsForm
      {...form}
      purpose="connect"
      institutionUrl="https://bank.example/"
      credentials={[...CREDENTIAL_TYPES, 'UNKNOWN' as const].map((type) => ({
        guid: type,
        fieldName: null,
        label: FOREIGN,
        type,
        options: [option],
      }))}
    />
  ),
  InstitutionSearch: (
    <InstitutionSearch
      query={FOREIGN}
      results={{
        kind: 'ready',
        institutions: [],
        totalItems: 0,
        hasMore: false,
        isLoadingMore: false,
      }}
      onQueryChange={ignore}
      onSelect={ignore}
      onLoadMore={ignore}
      onRetry={ignore}
    />
  ),
  Connected: (
    <Connected
      institutionName={FOREIGN}
      isArriving={false}
      accounts={{
        kind: 'ready',
        value: [
          {
            guid: 'ACT-1',
            memberGuid: 'MBR-1',
            name: FOREIGN,
            type: 'CHECKING',
            subtype: null,
            lastFour: '4000',
            balance: 1,
            availableBalance: null,
            currencyCode: 'USD',
            isClosed: false,
          },
        ],
      }}
    />
  ),
};

/** The texts that hold foreign words, and do not keep them apart from those around. */
function adrift(root: Element): string[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.textContent ?? '';
    const isApart =
      text.includes(`\u2068${FOREIGN}\u2069`) ||
      node.parentElement?.closest('bdi, option') instanceof Element;
    if (text.includes(FOREIGN) && !isApart) found.push(node.parentElement?.outerHTML ?? text);
  }
  return found;
}

describe.each(Object.entries(shown))('%s', (_name, element) => {
  it('keeps words of another direction apart from its own', () => {
    const { container } = render(element);
    container
      .querySelectorAll('.atrium-form [data-kind=primary]')
      .forEach((button) => fireEvent.click(button));
    expect(container.textContent).toContain(FOREIGN);
    expect(adrift(container)).toEqual([]);
  });
});
