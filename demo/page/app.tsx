import { useState } from 'react';
import type { ReactElement } from 'react';
import { Atrium } from './atrium.tsx';
import { Banks } from './banks.tsx';
import { Budget } from './budget.tsx';
import { ConnectCard } from './connect-card.tsx';
import { Connect } from './connect.tsx';
import { DemoBar, useDemoChoices } from './demo-bar.tsx';
import { HintsPanel } from './hints-panel.tsx';
import { Masthead } from './masthead.tsx';
import { forgetMember, recallMember } from './member-in-progress.ts';
import { Modal } from './modal.tsx';
import { keepNote, recallNote } from './note.ts';
import { oauthOptions } from './oauth.ts';
import { useAbout } from './use-about.ts';

/** What lies over the page. */
type Overlay =
  { readonly kind: 'none' } | { readonly kind: 'connect'; readonly memberGuid?: string };

/** A reload in the middle of connecting opens the dialog again. */
function overlayAtStart(): Overlay {
  const memberGuid = recallMember('dialog');
  return memberGuid === undefined ? { kind: 'none' } : { kind: 'connect', memberGuid };
}

/** Larder, the imaginary budgeting app. */
export function App(): ReactElement {
  const choices = useDemoChoices();
  const { brand, scheme } = choices;
  const oauth = oauthOptions(choices.oauth);
  const mode = choices.mode.value;
  const [note, setNote] = useState(recallNote);
  const [overlay, setOverlay] = useState(overlayAtStart);
  const [notice, setNotice] = useState('');
  const about = useAbout();
  const hintsPanel = about?.hints && <HintsPanel hints={about.hints} />;
  // Where MX keeps accounts by hand, the library asks for them.
  const asksByHand = about?.api === 'atrium';

  const connect = (): void => {
    setNotice('');
    setOverlay({ kind: 'connect' });
  };
  const close = (): void => {
    forgetMember('dialog');
    setOverlay({ kind: 'none' });
  };

  return (
    <Atrium news={choices.news.value}>
      <div className="app" data-brand={brand.value} data-scheme={scheme.value}>
        <DemoBar choices={choices} />
        <Masthead />
        <p role="status" className="notice">
          {notice}
        </p>
        <main className="board">
          <Budget note={note} onNote={setNote} />
          <Banks
            oauth={oauth}
            asksByHand={asksByHand}
            onConnect={connect}
            onSave={() => keepNote(note)}
            onNotice={setNotice}
          />
          {hintsPanel && <div className="card">{hintsPanel}</div>}
          <ConnectCard
            oauth={oauth}
            mode={mode}
            asksByHand={asksByHand}
            onSave={() => keepNote(note)}
            onNotice={setNotice}
          />
        </main>
        {overlay.kind === 'connect' && (
          <Modal title="Connect a bank" onClose={close}>
            {hintsPanel}
            <Connect
              place="dialog"
              memberGuid={overlay.memberGuid}
              oauth={oauth}
              mode={mode}
              asksByHand={asksByHand}
              onSave={() => keepNote(note)}
              onLeave={close}
              onNotice={setNotice}
            />
          </Modal>
        )}
      </div>
    </Atrium>
  );
}
