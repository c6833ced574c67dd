import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { OAuthButton } from '../../src/components/oauth-button/oauth-button.tsx';
import { ConnectionStatus } from '../../src/components/connection-status/connection-status.tsx';
import { useSay, WordsProvider } from '../../src/components/words.tsx';
import { CATALOGS, placeholdersOf, TAGS, textsOf } from './every-locale.ts';

const ignore = (): void => undefined;

/** Of both directions, with a bracket and a number that a neighbor could turn around. */
const NAME = 'Bank בנק (5';
const HOST = 'moc.knab-ym.evil.example';

function Says({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  const values = placeholdersOf(text).map((each) => [each.slice(1, -1), NAME]);
  return useSay()(name, text, Object.fromEntries(values));
}

describe.each(TAGS)('%s', (tag) => {
  const rendered = (children: ReactNode): string =>
    renderToStaticMarkup(
      <WordsProvider locale={tag} messages={CATALOGS[tag]}>
        {children}
      </WordsProvider>,
    );

  it('isolates every value in every text', () => {
    const adrift = textsOf(tag).filter(([name, text]) =>
      rendered(<Says name={name} text={text} />)
        .replaceAll(`\u2068${NAME}\u2069`, '')
        .includes(NAME),
    );
    expect(adrift).toEqual([]);
  });

  it('shows the address that the user leaves for in an element of its own, left to right', () => {
    const html = rendered(
      <OAuthButton
        phase="ready"
        mode="link"
        windowUri={`https://${HOST}/authorize`}
        hasLeavingNotice
        problem={null}
        error={null}
        institutionName={`${NAME} ${HOST}`}
        onAuthorize={ignore}
        onOpen={ignore}
      />,
    );
    expect(html.split(`<bdi dir="ltr">${HOST}</bdi>`)).toHaveLength(2);
    expect(html).not.toMatch(/[\u2066\u202a-\u202e]/);
  });

  it("isolates the API's own text", () => {
    const error = { code: 9_999, message: NAME, locale: tag };
    const detail = { error, connectionStatusMessage: null };
    const html = rendered(<ConnectionStatus status="FAILED" detail={detail} />);
    expect(html).toContain(`\u2068${NAME}\u2069`);
  });
});
