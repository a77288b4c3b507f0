import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Ten shades round the accent of tokens.css, as Mantine wants them; screens name tokens instead. */
const accent: MantineColorsTuple = [
  '#e2f0f2',
  '#cfe5e9',
  '#a4ccd4',
  '#76b2be',
  '#4f9cab',
  '#34899a',
  '#1b7385',
  '#0b5c6b',
  '#084a57',
  '#063b45',
];

/** The greys of the dark theme of tokens.css, for the surfaces and lines that Mantine's fields take from here. */
const neutrals: MantineColorsTuple = [
  '#e8edf1',
  '#b4c0ca',
  '#98a6b1',
  '#98a6b1',
  '#6d7c88',
  '#27323b',
  '#182027',
  '#182027',
  '#11171c',
  '#0c1115',
];

/** What stands on the accent follows the theme too: dark ink on the light accent of dark screens; Mantine would keep it white. */
const onAccent: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' && (input.color ?? 'accent') === 'accent' ? { ...colors, color: 'var(--on-accent)' } : colors;
};

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  colors: { accent, dark: neutrals },
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '32px' },
  defaultRadius: '6px',
  focusRing: 'auto',
  autoContrast: true,
  variantColorResolver: onAccent,
  respectReducedMotion: true,
});

/** Mantine's own variables, set from our tokens so that both follow one file; its default dimmed and placeholder greys fail 4.5 to 1. */
export const resolveVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--panel)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-hover': 'var(--bg)',
    '--mantine-color-default-border': 'var(--line-control)',
    '--mantine-color-error': 'var(--flag)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-filled-hover': 'var(--accent-strong)',
    '--mantine-color-accent-light': 'var(--accent-soft)',
    '--mantine-color-accent-light-color': 'var(--accent)',
  };
  return { variables: {}, light: shared, dark: shared };
};
