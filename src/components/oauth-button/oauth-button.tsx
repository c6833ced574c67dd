'use client';

import { forwardRef, useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import type { AtriumError } from '../../domain/errors.ts';
import type { OauthMode, OauthProblem } from '../../domain/oauth.ts';
import type { StatusDetail } from '../../domain/member-error.ts';
import type { ReportedStatus } from '../../domain/status.ts';
import type { OauthPhase } from '../../domain/step.ts';
import { isolateAddress, splitAtAddress } from '../../domain/direction.ts';
import { hostOf } from '../../domain/urls.ts';
import { oauth } from '../../locales/en/oauth.ts';
import { Actions, Button, ExternalLink } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon, LOCK } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import { toneOf, useStatusMessage } from '../parts/status-words.ts';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /**
   * `offer`: no address yet; `preparing`: it is being asked for; `ready`: one click away;
   * `away`: the person is at the institution; `confirming`: they are back, and the API has yet to
   * say so.
   *
   * @selector [data-phase]
   */
  readonly phase: OauthPhase;
  /** Where the institution asks to sign in; set in `ready`. Must have passed `safeOauthUri`. */
  readonly windowUri: string | null;
  /** A real link to a tab of its own, or a button that opens a popup or leaves in this very tab. */
  readonly mode: OauthMode;
  /** Why the person has to sign in again: its message stands on top, unless a visit came to nothing. */
  readonly status?: ReportedStatus | undefined;
  /** What the API says besides, as a step has it: the words of an error come first. */
  readonly detail?: StatusDetail | undefined;
  /**
   * Says in `ready` that the person is about to leave, and for which address. Following the link
   * accepts it. Default false.
   */
  readonly hasLeavingNotice?: boolean | undefined;
  /** Why the last visit came to nothing. */
  readonly problem: OauthProblem | null;
  /** Why asking for the address failed. */
  readonly error: AtriumError | null;
  readonly institutionName: string | null;
  /** Asks for an address: in `offer`, and for *Open again* in `away`. */
  readonly onAuthorize: () => void;
  /** The click in `ready`, in which a popup may be opened, or this tab may leave. */
  readonly onOpen: (event: MouseEvent<HTMLElement>) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** Props of {@link OAuthButton}. */
export type OAuthButtonProps = StepProps<OwnProps>;

/** Takes people to their institution's own sign-in page, and says what will happen. Renders a `<section>`. */
export const OAuthButton: StepComponent<OwnProps> = forwardRef(function OAuthButton(
  {
    phase,
    windowUri,
    mode,
    status = null,
    detail,
    hasLeavingNotice = false,
    problem,
    error,
    institutionName,
    onAuthorize,
    onOpen,
    onCancel,
    ...rest
  },
  ref,
) {
  const t = useWords(oauth);
  const institution = institutionName;
  const message = useStatusMessage()(status, institutionName, detail);
  const isWaiting = phase === 'away' || phase === 'confirming';
  return (
    <Step
      name="oauth"
      data-phase={phase}
      {...rest}
      ref={ref}
      heading={t(isWaiting ? 'oauth.heading-away' : 'oauth.heading', { institution })}
    >
      {message && !isWaiting && !problem && (
        <Notice tone={toneOf(status, detail)}>{message}</Notice>
      )}
      {problem && <Notice tone="attention">{t(`oauth.${problem}`, { institution })}</Notice>}
      {error && <FailureNotice error={error} />}
      {isWaiting ? (
        <p className="atrium-message">{t(`oauth.${phase}`, { institution })}</p>
      ) : (
        <>
          <ol className="atrium-steps">
            <li>{t('oauth.step-go', { institution })}</li>
            <li>{t(mode === 'redirect' ? 'oauth.step-back' : 'oauth.step-return')}</li>
          </ol>
          <p className="atrium-privacy">
            <Icon path={LOCK} />
            <span>{t('oauth.privacy', { institution })}</span>
          </p>
          {hasLeavingNotice && phase === 'ready' && windowUri !== null && (
            <Notice tone="neutral">
              <WithAddress>
                {t('oauth.leaving', { institution, address: isolateAddress(hostOf(windowUri)) })}
              </WithAddress>
            </Notice>
          )}
        </>
      )}
      <Actions>
        <Way {...{ phase, windowUri, mode, institutionName, onAuthorize, onOpen }} />
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t('oauth.cancel')}
          </Button>
        )}
      </Actions>
    </Step>
  );
});

/** A sentence with an address, in an element of its own: no name beside it can turn it around. */
function WithAddress({ children }: { readonly children: string }): ReactNode {
  const [before, address, after] = splitAtAddress(children);
  return (
    <p>
      <span>{before}</span>
      <bdi dir="ltr">{address}</bdi>
      <span>{after}</span>
    </p>
  );
}

type WayProps = Pick<
  OwnProps,
  'phase' | 'windowUri' | 'mode' | 'institutionName' | 'onAuthorize' | 'onOpen'
>;

function Way(props: WayProps): ReactNode {
  const { phase, windowUri, mode, institutionName, onAuthorize, onOpen } = props;
  const t = useWords(oauth);
  const link = useRef<HTMLAnchorElement>(null);
  const hadFocus = useRef(false);
  const isLink = phase === 'ready' && mode === 'link' && windowUri !== null;

  // The button becomes a link once there is an address, and would take the focus with it.
  useEffect(() => {
    if (isLink && hadFocus.current) {
      link.current?.focus();
    }
  }, [isLink]);

  const institution = institutionName;
  const isWaiting = phase === 'away' || phase === 'confirming';
  if (isLink) {
    return (
      <ExternalLink ref={link} kind="primary" href={windowUri} onClick={onOpen}>
        {t('oauth.open', { institution })}
      </ExternalLink>
    );
  }
  return (
    <Button
      kind={isWaiting ? 'secondary' : 'primary'}
      isBusy={phase === 'preparing'}
      busyLabel={t('oauth.preparing')}
      onClick={phase === 'ready' ? onOpen : onAuthorize}
      onFocus={() => void (hadFocus.current = true)}
      onBlur={() => void (hadFocus.current = false)}
    >
      {t(isWaiting ? 'oauth.again' : 'oauth.open', { institution })}
    </Button>
  );
}
