import { auditEventOf } from './audit.ts';
import type { AuditSubject } from './audit.ts';
import type { Drain } from './drain.ts';
import { OBSERVE_FAILED } from './mistake-log.ts';
import type { LogMistake } from './mistake-log.ts';
import { notify } from './observe.ts';
import type { Trace } from './observe.ts';
import type { CheckedOptions } from './options.ts';

/** What is known of one request so far, and how the host's listeners get it. */
export interface Report {
  readonly trace: Trace;
  readonly subject: AuditSubject;
  /** Calls `observe`. */
  readonly tell: (status: number, more?: Trace) => void;
  /** Calls `observe`, and `audit` if the request is audited. */
  readonly finish: (status: number) => void;
}

interface ReportContext extends Pick<CheckedOptions, 'observe' | 'audit' | 'now'> {
  readonly drain: Drain;
  readonly logMistake: LogMistake;
}

export function startReport(
  { observe, audit, now, drain, logMistake }: ReportContext,
  { method }: Request,
  requestId: string,
): Report {
  const startedAt = now();
  const trace: Trace = {};
  const subject: AuditSubject = {};

  const tell = (status: number, more: Trace = {}): void => {
    const durationMs = now() - startedAt;
    const event = { method, route: null, ...trace, ...more, status, durationMs, requestId };
    void notify(observe, event, () => logMistake(OBSERVE_FAILED));
  };

  return {
    trace,
    subject,
    tell,
    finish(status) {
      tell(status);
      const event = audit && auditEventOf(subject, trace, { status, requestId, at: startedAt });
      if (!event) return;
      // A server that stops waits for it.
      const told = notify(audit, event, () =>
        logMistake('`audit` failed. Catch its errors inside it: the event is lost.'),
      );
      void drain.track(told);
    },
  };
}
