import { useWords } from '../app/words/use-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';

/** What was tried. */
export function TreatmentScreen() {
  const { say } = useWords();
  return <ScreenHead title={say('rail.treat')} />;
}
