import { Button } from '@mantine/core';
import { KeyNames } from '../app/commands/key-names.tsx';
import { useWords } from '../app/words/use-words.ts';
import type { Answers } from '../assessment/draft/draft.ts';
import classes from './compare.module.css';

/** That what is shown is only supposed, which findings, and the way back. */
export function WhatIfNotice({ supposed, onReset }: { readonly supposed: Answers; readonly onReset: () => void }) {
  const { say, sayOf } = useWords();
  const ids = Object.keys(supposed);
  return (
    <div className={classes.notice} role="status">
      <p>
        <strong>{say('compare.what-if')}</strong>{' '}
        {ids.length === 0
          ? say('compare.what-if-how')
          : say('compare.what-if-changed', { count: ids.length, findings: ids.map((id) => sayOf(`finding.${id}`)).join('; ') })}
      </p>
      {ids.length > 0 && (
        <Button variant="default" size="compact-sm" onClick={onReset}>
          {say('compare.reset')} <KeyNames keys="R" />
        </Button>
      )}
    </div>
  );
}
