export {
  checkAppearance,
  type CheckAppearanceOptions,
  type ContrastProblem,
} from './widget/check-appearance.ts';
