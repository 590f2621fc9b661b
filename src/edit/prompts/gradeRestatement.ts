import { hasSource, type Situation } from './situation';

/** Restates the grade in every step of a chain, so that color does not wander along it. */
export function gradeRestatement(situation: Situation): string {
  const { grade, operation, pattern } = situation;
  if (grade !== '') return `Keep this color grade: ${grade.trim().replace(/[.\s]+$/, '')}.`;
  if (!hasSource(situation) || operation === 'style' || pattern === 'light') return '';
  return 'Keep white balance, contrast and color grade as they are.';
}
