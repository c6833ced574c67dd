import { ConnectWidget, toMxPostMessage, type MxPostMessage } from 'react-atrium-connect';

interface MigratedProps {
  /** The listener that was written for MX's widget. */
  readonly onMxMessage: (message: MxPostMessage) => void;
}

/** In place of MX's widget, with the code around it as it was. */
export const Migrated = ({ onMxMessage }: MigratedProps) => (
  <ConnectWidget
    onEvent={(event) => {
      const message = toMxPostMessage(event);
      if (message !== null) onMxMessage(message);
    }}
  />
);
