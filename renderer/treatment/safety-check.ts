import { createSafetyCheck, type SafetyCheck } from '../../shared/treatment/safety.ts';

let check: SafetyCheck | null = null;

/** The product's safety rules, compiled when a treatment is first looked at. */
export function safetyCheck(): SafetyCheck {
  check ??= createSafetyCheck();
  return check;
}
