import { useWords } from '../app/words/use-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';

/** Symptoms over months. */
export function TimelineScreen() {
  const { say } = useWords();
  return <ScreenHead title={say('rail.timeline')} />;
}
