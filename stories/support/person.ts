import { expect } from 'storybook/test';
import type { StoryContext } from '@storybook/react-vite';

type Hands = Pick<StoryContext['userEvent'], 'tab' | 'keyboard'>;

/** How many presses of Tab a person puts up with. */
const PATIENCE = 40;

/** Presses Tab until this element has the focus. Fails for one that the keyboard cannot reach. */
async function tabTo(hands: Hands, element: HTMLElement): Promise<void> {
  for (let presses = 0; presses < PATIENCE && document.activeElement !== element; presses += 1) {
    await hands.tab();
  }
  await expect(element).toHaveFocus();
}

/** Goes to a control by keyboard and presses Enter on it. */
export async function press(hands: Hands, element: HTMLElement): Promise<void> {
  await tabTo(hands, element);
  await hands.keyboard('{Enter}');
}

/** Goes to a text field by keyboard and types. */
export async function type(hands: Hands, element: HTMLElement, text: string): Promise<void> {
  await tabTo(hands, element);
  await hands.keyboard(text);
}
