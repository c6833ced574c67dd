import { useId } from 'react';
import type { ReactElement } from 'react';

export interface ChoiceProps<T extends string> {
  readonly legend: string;
  /** Each value with the word for it. */
  readonly words: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few: radio buttons in a row. Renders a `<fieldset>`. */
export function Choice<T extends string>(props: ChoiceProps<T>): ReactElement {
  const { legend, words, value: chosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {entriesOf(words).map(([value, word]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}

const entriesOf = <T extends string>(words: Readonly<Record<T, string>>): [T, string][] =>
  Object.entries(words) as [T, string][];
