import { Failure } from '../../../shared/contract/failure.ts';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';

/** A failure of an import in the user's words: what is wrong with the file, and in which line. */
export function useImportWords() {
  const { say } = useWords();
  const inWords = useFailureWords();
  return (error: unknown): string => {
    const { code } = error instanceof Failure ? error : { code: null };
    if (error instanceof Failure && code === 'file-refused') return say('error.file-refused', error.data);
    return code === 'disk-full' || code === 'read-only' ? say(`import.${code}`) : inWords(error);
  };
}
