import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { FailureNotice } from '../controls/failure-notice.tsx';

/** In the place of a screen that could not be drawn: what was acknowledged is saved, and it can be tried again. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <FailureNotice
      error={error}
      onTryAgain={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
