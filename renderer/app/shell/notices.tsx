import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useWords } from '../words/use-words.ts';

/** The short notices at the foot of the window, each with a named way to close it. */
export function Notices() {
  const { say } = useWords();
  const closeButtonProps = { 'aria-label': say('action.close') };
  return (
    <MantineThemeProvider theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}>
      <Notifications position="bottom-left" />
    </MantineThemeProvider>
  );
}
