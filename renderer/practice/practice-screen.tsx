import { useWords } from '../app/words/use-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';

/** The practice itself. */
export function PracticeScreen() {
  const { say } = useWords();
  return <ScreenHead title={say('rail.practice')} />;
}
