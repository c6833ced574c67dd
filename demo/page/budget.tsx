import type { ReactElement } from 'react';
import { Card } from './card.tsx';
import './budget.css';

interface Category {
  readonly name: string;
  readonly spent: number;
  readonly planned: number;
}

const CATEGORIES: readonly Category[] = [
  { name: 'Home', spent: 980, planned: 1_200 },
  { name: 'Groceries', spent: 412, planned: 600 },
  { name: 'Going out', spent: 131, planned: 220 },
  { name: 'Getting around', spent: 84, planned: 180 },
];

const total = (of: (category: Category) => number): number =>
  CATEGORIES.reduce((sum, category) => sum + of(category), 0);
const planned = total((category) => category.planned);
const left = planned - total((category) => category.spent);

const money = (amount: number): string =>
  amount.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 0,
  });

export interface BudgetProps {
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** What a budgeting app would show. It knows no transactions, and says so. */
export function Budget({ note, onNote }: BudgetProps): ReactElement {
  return (
    <Card title="This month" aside={<span className="tag">Sample figures</span>}>
      <p className="budget-left">
        <strong>{money(left)}</strong> left of {money(planned)}
      </p>
      <ul className="budget-lines">
        {CATEGORIES.map((category) => (
          <BudgetLine key={category.name} {...category} />
        ))}
      </ul>
      <label className="budget-note">
        A note to yourself
        <textarea rows={2} value={note} onChange={({ target }) => onNote(target.value)} />
      </label>
    </Card>
  );
}

function BudgetLine({ name, spent, planned: limit }: Category): ReactElement {
  return (
    <li>
      <span>{name}</span>
      <span className="quiet">
        {money(spent)} of {money(limit)}
      </span>
      <meter aria-label={`${name}, spent`} value={spent} max={limit} />
    </li>
  );
}
