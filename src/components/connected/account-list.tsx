'use client';

import { useId, type ReactNode } from 'react';
import type { Account } from '../../domain/account.ts';
import { directionOf, isolate } from '../../domain/direction.ts';
import { connected } from '../../locales/en/connected.ts';
import { useLocale, usePlurals, useWords } from '../words.tsx';

/** The accounts found, with what they hold. Renders a `<ul>` and its label. */
export function AccountList({ accounts }: { readonly accounts: readonly Account[] }): ReactNode {
  const plural = usePlurals(connected);
  const labelId = useId();
  return (
    <div className="atrium-accounts">
      <p id={labelId} className="atrium-accounts-label">
        {plural('connected.found', { count: accounts.length })}
      </p>
      <ul className="atrium-account-list" aria-labelledby={labelId}>
        {accounts.map((account) => (
          <AccountRow key={account.guid} account={account} />
        ))}
      </ul>
    </div>
  );
}

function AccountRow({ account }: { readonly account: Account }): ReactNode {
  const t = useWords(connected);
  const locale = useLocale();
  const { name, type, lastFour, balance, currencyCode, isClosed } = account;
  return (
    <li className="atrium-account" data-closed={isClosed ? '' : undefined}>
      <span className="atrium-account-name">
        <bdi>{name}</bdi>
      </span>
      <span className="atrium-account-kind">
        <span>{`${isAccountType(type) ? t(`account.${type}`) : t('account.other')} `}</span>
        {lastFour && (
          <>
            <span aria-hidden="true" dir="ltr">
              {`••••\u00a0${lastFour}`}
            </span>
            <span className="atrium-sr-only">
              {`, ${t('connected.number', { digits: lastFour })}`}
            </span>
          </>
        )}
        {isClosed && <span>{` · ${t('connected.closed')}`}</span>}
      </span>
      {balance !== null && (
        <bdi className="atrium-account-balance">{amount(balance, currencyCode, locale)}</bdi>
      )}
    </li>
  );
}

type KnownType = keyof typeof connected extends infer Key
  ? Key extends `account.${infer Type}`
    ? Type
    : never
  : never;

const isAccountType = (type: string | null): type is KnownType =>
  Object.hasOwn(connected, `account.${type}`);

/** In the account's own currency; a bare number where the API names none that exists. */
function amount(value: number, currency: string | null, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency: currency ?? '' })
      .formatToParts(value)
      .map((part) =>
        part.type === 'currency' ? isolate(part.value, directionOf(locale)) : part.value,
      )
      .join('');
  } catch {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value);
  }
}

const SKELETONS = ['a', 'b', 'c'];

/** Takes the room of a few accounts while they load. Renders a `<div>`. */
export function AccountSkeletons(): ReactNode {
  const t = useWords(connected);
  return (
    <div className="atrium-accounts">
      <p className="atrium-accounts-label">{t('connected.loading')}</p>
      <div className="atrium-account-list" aria-hidden="true">
        {SKELETONS.map((key) => (
          <div key={key} className="atrium-account">
            <span className="atrium-skeleton atrium-skeleton-line" />
          </div>
        ))}
      </div>
    </div>
  );
}
