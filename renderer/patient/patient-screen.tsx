import { useWords } from '../app/words/use-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';

/** One patient. */
export function PatientScreen() {
  const { say } = useWords();
  return <ScreenHead title={say('rail.patient')} />;
}
