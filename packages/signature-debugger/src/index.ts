export { diagnose } from './diagnose.ts';
export { explain } from './explain.ts';
export type {
  Alternative,
  DiagnoseOptions,
  Diagnosis,
  DiagnosisVerdict,
  Finding,
  MadeMistake,
  MistakeId,
  SuspectedMistakeId,
  Tried,
  TriedFamily,
} from './types/diagnosis.ts';
export type { Difference, DifferencePart, DifferenceRemark } from './types/difference.ts';
export type { ExplainOptions, Explanation, Verdict } from './types/explanation.ts';
export type { Keys } from './types/keys.ts';
export type { Place } from './types/place.ts';
export type { Problem, ProblemCode } from './types/problem.ts';
export type { Container, Direction, Platform, Recognised, Wire } from './types/recognised.ts';
export type {
  AppendStep,
  BlocksStep,
  CanonicalStep,
  CompareStep,
  DigestStep,
  ExplainedField,
  FieldsStep,
  OrderStep,
  PlaintextStep,
  RsaSignatureStep,
  Span,
  Step,
} from './types/step.ts';
